ALTER TABLE "duty_slot" DROP CONSTRAINT "duty_slot_once";--> statement-breakpoint
ALTER TABLE "duty" ALTER COLUMN "period" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "duty" ALTER COLUMN "due_working_days" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "duty" ADD COLUMN "event" text;--> statement-breakpoint
ALTER TABLE "duty" ADD COLUMN "since" text;--> statement-breakpoint
ALTER TABLE "duty" ADD COLUMN "due_days" integer;--> statement-breakpoint
ALTER TABLE "duty" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "duty_slot" ADD COLUMN "event_key" text;--> statement-breakpoint
ALTER TABLE "duty_slot" ADD COLUMN "inspection_id" integer;--> statement-breakpoint
ALTER TABLE "duty_slot" ADD COLUMN "due_source" text;--> statement-breakpoint
ALTER TABLE "duty_slot" ADD CONSTRAINT "duty_slot_pair_id_inspection_id_inspection_pair_id_id_fk" FOREIGN KEY ("pair_id","inspection_id") REFERENCES "public"."inspection"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "duty_slot_once_a_period" ON "duty_slot" USING btree ("pair_id","duty_id","side","period_from") WHERE event_key is null;--> statement-breakpoint
CREATE UNIQUE INDEX "duty_slot_once_an_event" ON "duty_slot" USING btree ("pair_id","duty_id","side","event_key") WHERE event_key is not null;--> statement-breakpoint
-- A duty comes round by period or is counted from an event; its deadline is given in one unit.
alter table duty add constraint duty_is_of_one_kind check ((period is null) <> (event is null));
--> statement-breakpoint
alter table duty add constraint duty_event_has_words check ((event is null) = (since is null));
--> statement-breakpoint
alter table duty add constraint duty_is_due_in_one_unit
  check ((due_days is null) <> (due_working_days is null) and (period is null or due_working_days is not null));
