-- A table is a record unless it is named here: nothing is removed from it, neither by the program nor, without taking a trigger away
-- first, by the owner. Named are those that the program deletes from; values beside the audit chain are among them (C8).
-- A later table gets the right in its own migration, or this guard.
create function refuse_removal() returns trigger language plpgsql as $$
begin
  raise exception 'nothing is removed from %', tg_table_name using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
do $$
declare
  t text;
  erasable text[] := array['absence', 'audit_value', 'bot_pause', 'calendar_day', 'digest_slot', 'form', 'inspection_team', 'outbox',
    'rate_bucket', 'target_alias', 'target_person', 'task_board', 'telegram_account', 'update_in_hand', 'update_seen'];
begin
  for t in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
  loop
    if t = any (erasable) then
      execute format('grant select, insert, update, delete on %I to phoihop_app', t);
      continue;
    end if;
    execute format('revoke delete, truncate on %I from phoihop_app', t);
    execute format('create trigger stays_whole before truncate on %I execute function refuse_removal()', t);
    -- The clock's row goes while nothing has happened, and has a guard of its own.
    if t <> 'clock' then
      execute format('create trigger stays before delete on %I execute function refuse_removal()', t);
    end if;
  end loop;
end $$;
--> statement-breakpoint
-- R5: what was answered stays. A change of what it was about voids it, once; retention may take the words away (C8).
create function keep_answer() returns trigger language plpgsql as $$
declare settable text[] := array['voided_at', 'reason_text'];
begin
  if (to_jsonb(new) - settable) is distinct from (to_jsonb(old) - settable)
    or (old.voided_at is not null and new.voided_at is distinct from old.voided_at)
    or (new.reason_text is not null and new.reason_text is distinct from old.reason_text) then
    raise exception 'answer is append-only' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger answer_append_only before update on answer for each row execute function keep_answer();
