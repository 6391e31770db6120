CREATE INDEX "telegram_account_pending" ON "telegram_account" USING btree ("person_id") WHERE state = 'pending';
--> statement-breakpoint
-- R5: who confirmed or refused a version, and when, is said once; retention may take the words of its reason away (C8).
create or replace function keep_version() returns trigger language plpgsql as $$
declare said_once text[] := array['confirmed_by', 'confirmed_at', 'refused_at'];
declare was jsonb := to_jsonb(old);
declare becomes jsonb := to_jsonb(new);
begin
  if (becomes - said_once - 'reason_text') is distinct from (was - said_once - 'reason_text')
    or exists (select from unnest(said_once) as name where was ->> name is not null and becomes ->> name is distinct from was ->> name)
    or (new.reason_text is not null and new.reason_text is distinct from old.reason_text) then
    raise exception 'inspection_version is immutable' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
