CREATE TABLE "plan_quota" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "plan_quota_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"kind" text,
	"span" text NOT NULL,
	"measure" text NOT NULL,
	"least" integer NOT NULL,
	"replaces_id" integer,
	"state" text DEFAULT 'open' NOT NULL,
	"side" text NOT NULL,
	"by_person" integer NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"answered_by" integer,
	"answered_at" timestamptz(3),
	"ended_at" timestamptz(3),
	CONSTRAINT "plan_quota_pair_id" UNIQUE("pair_id","id")
);
--> statement-breakpoint
ALTER TABLE "plan_settlement" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "plan_quota" ADD CONSTRAINT "plan_quota_pair_id_pair_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."pair"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_quota" ADD CONSTRAINT "plan_quota_by_person_person_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_quota" ADD CONSTRAINT "plan_quota_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_quota" ADD CONSTRAINT "plan_quota_pair_id_replaces_id_plan_quota_pair_id_id_fk" FOREIGN KEY ("pair_id","replaces_id") REFERENCES "public"."plan_quota"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "plan_quota_one_holds" ON "plan_quota" USING btree ("pair_id","span","measure",coalesce("kind", '')) WHERE state = 'holds';--> statement-breakpoint
CREATE UNIQUE INDEX "plan_quota_one_open" ON "plan_quota" USING btree ("pair_id","span","measure",coalesce("kind", '')) WHERE state = 'open';
--> statement-breakpoint
alter table plan_quota enable row level security;
--> statement-breakpoint
alter table plan_quota force row level security;
--> statement-breakpoint
create policy pair_scope on plan_quota using (app_sees(pair_id)) with check (app_sees(pair_id));
--> statement-breakpoint
-- None is "at least none" but one that takes another away, and such a one never holds.
alter table plan_quota add constraint quota_wants_something
  check (least >= 0 and (least > 0 or (replaces_id is not null and state <> 'holds')));
--> statement-breakpoint
-- C4: of a kind that bears no text turns are counted, no organisations.
alter table plan_quota add constraint sensitive_quota_counts_turns
  check (measure = 'turns' or kind not in ('signs_of_violation', 'denunciation', 'discipline_complaint'));
--> statement-breakpoint
alter table plan_settlement drop constraint settlement_says_what_it_needs;
--> statement-breakpoint
alter table plan_settlement add constraint settlement_says_what_it_needs check (
  case how when 'merge' then window_from < window_to and lead_side is not null and mode is not null
    when 'shift' then window_from < window_to and item_id is not null
    when 'fill' then window_from < window_to and kind is not null
    else reason is not null end);
