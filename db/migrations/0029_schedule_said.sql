ALTER TABLE "inspection_session" ADD COLUMN "added_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "inspection_session" ADD COLUMN "added_by" integer;--> statement-breakpoint
ALTER TABLE "inspection_session" ADD COLUMN "superseded_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "inspection_session" ADD CONSTRAINT "inspection_session_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
alter table inspection_session add constraint session_is_added_by_somebody check ((added_at is null) = (added_by is null));
--> statement-breakpoint
-- R5: a session stays what somebody answered to. That another place is said in its stead is noted, once.
create function keep_session() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'superseded_at') is distinct from (to_jsonb(old) - 'superseded_at')
    or (old.superseded_at is not null and new.superseded_at is distinct from old.superseded_at) then
    raise exception 'inspection_session is immutable' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger inspection_session_immutable before update on inspection_session
  for each row execute function keep_session();
