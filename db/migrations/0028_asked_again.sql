ALTER TABLE "exchange" ADD COLUMN "asked_again_at" timestamptz(3);
--> statement-breakpoint
-- R7, as before; and since when an entry is asked for anew may be set.
create or replace function keep_exchange() returns trigger language plpgsql as $$
declare settable text[] := array['state', 'crosses_at', 'asked_again_at', 'receipt', 'receipt_by', 'receipt_at', 'answered_by_id',
  'answered_at', 'superseded_by_id', 'subject', 'folded', 'words'];
begin
  if old.answer_due_source = 'working_days' and new.answer_due_at is not null then
    settable := settable || 'answer_due_at'::text;
  end if;
  if tg_op = 'DELETE' or (to_jsonb(new) - settable) is distinct from (to_jsonb(old) - settable)
    or (new.subject is distinct from old.subject and new.subject is not null) then
    raise exception 'exchange is append-only' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
