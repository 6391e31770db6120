-- Ids of entries of one pair in which every term begins a word, `among` so many of the latest, at most `most`, the latest document
-- first. It runs as the owner, as find_exchanges does: app_sees is asked once, where a policy would be asked of each entry passed.
create function walk_exchanges(pair integer, terms text[], among integer, most integer) returns setof integer
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  patterns text[] := array(select '% ' || term || '%' from unnest(terms) as term);
begin
  if not app_sees(pair) then
    return;
  end if;
  return query execute
    'select id from (select id, document_day, folded from exchange where pair_id = $1 order by document_day desc, id desc limit $3) as latest
      where '' '' || folded like all ($2) order by document_day desc, id desc limit $4'
    using pair, patterns, among, most;
end $$;
