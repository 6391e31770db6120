-- Row-level security: a transaction sees the pairs named in app.pairs ('1,2', or '*' for the relay and the sweep).
-- CASE, not OR: the cast of '*' must never be evaluated.
create function app_sees(pair integer) returns boolean language sql stable as $$
  select case
    when current_setting('app.pairs', true) = '*' then true
    else pair = any (string_to_array(current_setting('app.pairs', true), ',')::integer[])
  end
$$;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['inspection', 'inspection_version', 'inspection_session', 'inspection_team',
    'inspection_symbol', 'overlap_settled', 'request', 'recipient', 'answer', 'due_step', 'code_counter',
    'side_setting', 'target', 'target_alias', 'target_person', 'invitation']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy pair_scope on %I using (app_sees(pair_id)) with check (app_sees(pair_id))', t);
  end loop;
end $$;
--> statement-breakpoint
alter table inspection_version add constraint sensitive_kinds_bear_no_text
  check (kind not in ('signs_of_violation', 'denunciation', 'discipline_complaint') or (subject is null and reason_text is null));
--> statement-breakpoint
alter table inspection_version add constraint window_is_not_empty check (window_from < window_to);
--> statement-breakpoint
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function refuse_change();
--> statement-breakpoint
create function keep_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - 'confirmed_by' - 'confirmed_at' - 'refused_at' - 'reason_text')
    is distinct from (to_jsonb(old) - 'confirmed_by' - 'confirmed_at' - 'refused_at' - 'reason_text') then
    raise exception 'inspection_version is immutable' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger inspection_version_immutable before update on inspection_version
  for each row execute function keep_version();
--> statement-breakpoint
insert into clock (id, offset_ms) values (1, 0);
