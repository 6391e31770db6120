CREATE TABLE "absence" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "absence_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" integer NOT NULL,
	"kind" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"redirect_to" integer,
	"by_person" integer NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"ended_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "handover" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "handover_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"side" text NOT NULL,
	"from_person" integer NOT NULL,
	"to_person" integer NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"asked_by" integer NOT NULL,
	"asked_at" timestamptz(3) NOT NULL,
	"closed_at" timestamptz(3),
	CONSTRAINT "handover_pair_id" UNIQUE("pair_id","id")
);
--> statement-breakpoint
CREATE TABLE "calendar_feed" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "calendar_feed_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"token_hash" text NOT NULL,
	"person_id" integer NOT NULL,
	"committee_id" integer,
	"details" text NOT NULL,
	"made_at" timestamptz(3) NOT NULL,
	"revoked_at" timestamptz(3),
	CONSTRAINT "calendar_feed_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "digest_setting" (
	"person_id" integer NOT NULL,
	"kind" text NOT NULL,
	"is_on" boolean NOT NULL,
	CONSTRAINT "digest_setting_person_id_kind_pk" PRIMARY KEY("person_id","kind")
);
--> statement-breakpoint
CREATE TABLE "digest_slot" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "digest_slot_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" integer NOT NULL,
	"kind" text NOT NULL,
	"due_at" timestamptz(3) NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"reason" text,
	"done_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "task_board" (
	"person_id" integer PRIMARY KEY NOT NULL,
	"outbox_id" bigint NOT NULL,
	"seen" bigint NOT NULL,
	"shown_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outcome" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outcome_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"origin" text NOT NULL,
	"inspection_id" integer,
	"period_from" date NOT NULL,
	"period_to" date NOT NULL,
	"organisations" integer NOT NULL,
	"org_reprimand" integer NOT NULL,
	"org_warning" integer NOT NULL,
	"org_dissolution" integer NOT NULL,
	"members" integer NOT NULL,
	"member_reprimand" integer NOT NULL,
	"member_warning" integer NOT NULL,
	"member_dismissal" integer NOT NULL,
	"member_expulsion" integer NOT NULL,
	"side" text NOT NULL,
	"by_person" integer NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"superseded_by_id" integer,
	CONSTRAINT "outcome_pair_id" UNIQUE("pair_id","id")
);
--> statement-breakpoint
CREATE TABLE "recommendation" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "recommendation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"inspection_id" integer NOT NULL,
	"n" integer NOT NULL,
	"words" text,
	"due_day" date,
	"state" text DEFAULT 'open' NOT NULL,
	"side" text NOT NULL,
	"by_person" integer NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"done_day" date,
	"done_symbol" text,
	"done_by" integer,
	"done_at" timestamptz(3),
	CONSTRAINT "recommendation_pair_id" UNIQUE("pair_id","id"),
	CONSTRAINT "recommendation_n" UNIQUE("pair_id","inspection_id","n")
);
--> statement-breakpoint
DROP INDEX "outbox_pushes";--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_redirect_to_person_id_fk" FOREIGN KEY ("redirect_to") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_by_person_person_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_pair_id_pair_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."pair"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_from_person_person_id_fk" FOREIGN KEY ("from_person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_to_person_person_id_fk" FOREIGN KEY ("to_person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_committee_id_committee_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."committee"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_setting" ADD CONSTRAINT "digest_setting_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_slot" ADD CONSTRAINT "digest_slot_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_board" ADD CONSTRAINT "task_board_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_pair_id_pair_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."pair"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_by_person_person_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_pair_id_inspection_id_inspection_pair_id_id_fk" FOREIGN KEY ("pair_id","inspection_id") REFERENCES "public"."inspection"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_pair_id_superseded_by_id_outcome_pair_id_id_fk" FOREIGN KEY ("pair_id","superseded_by_id") REFERENCES "public"."outcome"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_pair_id_pair_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."pair"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_by_person_person_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_done_by_person_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_pair_id_inspection_id_inspection_pair_id_id_fk" FOREIGN KEY ("pair_id","inspection_id") REFERENCES "public"."inspection"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absence_by_person" ON "absence" USING btree ("person_id","to_day") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "handover_one_asked" ON "handover" USING btree ("pair_id","from_person") WHERE state = 'asked';--> statement-breakpoint
CREATE INDEX "calendar_feed_by_person" ON "calendar_feed" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feed_one_own" ON "calendar_feed" USING btree ("person_id") WHERE revoked_at is null and committee_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feed_one_of_committee" ON "calendar_feed" USING btree ("committee_id") WHERE revoked_at is null and committee_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "digest_slot_once" ON "digest_slot" USING btree ("person_id","kind","due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "digest_slot_one_waiting" ON "digest_slot" USING btree ("person_id","kind") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "digest_slot_pending" ON "digest_slot" USING btree ("due_at") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "digest_slot_done" ON "digest_slot" USING btree ("done_at");--> statement-breakpoint
CREATE UNIQUE INDEX "outcome_one_live" ON "outcome" USING btree ("pair_id","inspection_id") WHERE superseded_by_id is null and inspection_id is not null;--> statement-breakpoint
CREATE INDEX "outcome_by_period" ON "outcome" USING btree ("pair_id","period_from");--> statement-breakpoint
CREATE INDEX "recommendation_open" ON "recommendation" USING btree ("pair_id","due_day") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "outbox_pushes" ON "outbox" USING btree ("person_id","sent_at") WHERE lane > 0 and not silent;