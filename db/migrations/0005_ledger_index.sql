DROP INDEX "audit_entry_by_exchange";--> statement-breakpoint
DROP INDEX "exchange_unreceived";--> statement-breakpoint
DROP INDEX "exchange_unanswered";--> statement-breakpoint
DROP INDEX "exchange_words";--> statement-breakpoint
DROP INDEX "exchange_step_by_exchange";--> statement-breakpoint
DROP INDEX "exchange_step_by_slot";--> statement-breakpoint
CREATE INDEX "outbox_by_exchange" ON "outbox" USING btree (((ref->>'exchangeId')::int)) WHERE ref->>'exchangeId' is not null;--> statement-breakpoint
CREATE INDEX "audit_entry_by_exchange" ON "audit_entry" USING btree ("exchange_id") WHERE exchange_id is not null;--> statement-breakpoint
CREATE INDEX "exchange_unreceived" ON "exchange" USING btree ("pair_id","document_day","id") WHERE state in ('waiting', 'open') and receipt is distinct from 'received';--> statement-breakpoint
CREATE INDEX "exchange_unanswered" ON "exchange" USING btree ("pair_id","document_day","id") WHERE state in ('waiting', 'open') and answer_due_at is not null and answered_at is null;--> statement-breakpoint
CREATE INDEX "exchange_words" ON "exchange" USING gin ("words") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "exchange_step_by_exchange" ON "exchange_step" USING btree ("exchange_id") WHERE exchange_id is not null;--> statement-breakpoint
CREATE INDEX "exchange_step_by_slot" ON "exchange_step" USING btree ("slot_id") WHERE slot_id is not null;--> statement-breakpoint
drop function find_exchanges(integer, tsquery, integer);
--> statement-breakpoint
-- Ids of entries of one pair in which every term begins a word, the latest document first; `queries` are the same terms as looked up.
-- Dynamic, so that each query is planned for its words. Of several terms, those that one in ten of the latest entries holds ("TĐ",
-- the year) are not looked up but only checked: reading all that the index has for them takes longer the longer the ledger is.
-- The words bear the pair, so its own index is kept away by "+ 0", and CASE keeps the check out of the index.
create function find_exchanges(pair integer, terms text[], queries tsquery[], most integer) returns setof integer
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  every tsquery;
  rare tsquery;
  held integer;
begin
  if not app_sees(pair) then
    return;
  end if;
  for i in 1 .. cardinality(terms) loop
    every := coalesce(every && queries[i], queries[i]);
    continue when cardinality(terms) = 1;
    select count(*) into held from (select folded from exchange where pair_id = pair
      order by document_day desc, id desc limit 100) as latest where ' ' || folded like '% ' || terms[i] || '%';
    if held < 10 then
      rare := coalesce(rare && queries[i], queries[i]);
    end if;
  end loop;
  return query execute
    'select id from exchange where words @@ $2 and pair_id + 0 = $1 and case when words @@ $3 then true end order by document_day desc, id desc limit $4'
    using pair, coalesce(rare, every), every, most;
end $$;
--> statement-breakpoint
-- With the words: a walk along the days reads them without the entries.
drop index exchange_by_day;
--> statement-breakpoint
create index exchange_by_day on exchange (pair_id, document_day, id) include (folded);
--> statement-breakpoint
-- Such a walk reads the entries after all where they are too new for the visibility map; a fifth of a large ledger would be.
alter table exchange set (autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_vacuum_scale_factor = 0.02);
