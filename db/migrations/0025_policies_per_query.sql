-- The pairs that the transaction may see are read once a query, where app_sees read the setting for each row: the first part is an
-- InitPlan, the second a hashed subplan, so that a row is looked up and not compared with each of thousands. CASE, not OR: the cast of '*'
-- must never be evaluated.
create function app_pairs() returns setof integer language sql stable rows 10 as $$
  select unnest(case
    when current_setting('app.pairs', true) = '*' then '{}'
    else string_to_array(current_setting('app.pairs', true), ',')::integer[]
  end)
$$;
--> statement-breakpoint
do $$
declare
  t text;
  seen text := '((select current_setting(''app.pairs'', true)) = ''*'' or pair_id in (select app_pairs()))';
begin
  for t in select tablename from pg_policies where schemaname = 'public' and policyname = 'pair_scope'
  loop
    execute format('alter policy pair_scope on %I using %s with check %s', t, seen, seen);
  end loop;
end $$;
