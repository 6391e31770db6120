do $$
declare t text;
begin
  foreach t in array array['duty', 'duty_slot', 'exchange_step', 'exchange_counter', 'chain_head', 'chain_signature']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy pair_scope on %I using (app_sees(pair_id)) with check (app_sees(pair_id))', t);
  end loop;
end $$;
--> statement-breakpoint
-- Not forced on its owner: find_exchanges runs as the owner, since no index on words is used behind row-level security
-- (the operator @@ is not leakproof). It asks app_sees itself.
alter table exchange enable row level security;
--> statement-breakpoint
create policy pair_scope on exchange using (app_sees(pair_id)) with check (app_sees(pair_id));
--> statement-breakpoint
-- Ids of entries of one pair whose words match, the latest document first. Dynamic, so that each query is planned for its words.
create function find_exchanges(pair integer, query tsquery, most integer) returns setof integer
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not app_sees(pair) then
    return;
  end if;
  return query execute
    'select id from exchange where pair_id = $1 and words @@ $2 order by document_day desc, id desc limit $3'
    using pair, query, most;
end $$;
--> statement-breakpoint
alter table exchange add constraint secret_mail_bears_no_text
  check (channel <> 'secret_mail' or (subject is null and symbol is null and doc_type is null));
--> statement-breakpoint
alter table exchange add constraint answer_due_has_a_source
  check ((answer_due_at is null) = (answer_due_source is null));
--> statement-breakpoint
alter table exchange_step add constraint step_is_of_one_thing
  check ((exchange_id is null) <> (slot_id is null));
--> statement-breakpoint
alter table duty_slot add foreign key (pair_id, met_by) references exchange (pair_id, id);
--> statement-breakpoint
-- R7: what was logged stays. Receipt, answer, successor and state are set beside it; retention may take the subject away (C8).
create function keep_exchange() returns trigger language plpgsql as $$
declare settable text[] := array['state', 'crosses_at', 'receipt', 'receipt_by', 'receipt_at', 'answered_by_id',
  'answered_at', 'superseded_by_id', 'subject', 'folded', 'words'];
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - settable) is distinct from (to_jsonb(old) - settable)
    or (new.subject is distinct from old.subject and new.subject is not null) then
    raise exception 'exchange is append-only' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger exchange_append_only before update or delete on exchange
  for each row execute function keep_exchange();
--> statement-breakpoint
create trigger chain_signature_append_only before update or delete on chain_signature
  for each row execute function refuse_change();
