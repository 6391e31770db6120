CREATE TABLE "chain_head" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "chain_head_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"chain_id" integer NOT NULL,
	"month" date NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	"shown_at" timestamptz(3) NOT NULL,
	CONSTRAINT "chain_head_pair_id" UNIQUE("pair_id","id"),
	CONSTRAINT "chain_head_once" UNIQUE("pair_id","month")
);
--> statement-breakpoint
CREATE TABLE "chain_signature" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "chain_signature_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"head_id" integer NOT NULL,
	"side" text NOT NULL,
	"person_id" integer NOT NULL,
	"at" timestamptz(3) NOT NULL,
	CONSTRAINT "chain_signature_once" UNIQUE("pair_id","head_id","side")
);
--> statement-breakpoint
CREATE TABLE "duty" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "duty_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"period" text NOT NULL,
	"side" text,
	"due_working_days" integer NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	CONSTRAINT "duty_pair_id" UNIQUE("pair_id","id"),
	CONSTRAINT "duty_pair_key" UNIQUE("pair_id","key")
);
--> statement-breakpoint
CREATE TABLE "duty_slot" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "duty_slot_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"duty_id" integer NOT NULL,
	"side" text NOT NULL,
	"period_from" date NOT NULL,
	"period_to" date NOT NULL,
	"opened_at" timestamptz(3) NOT NULL,
	"due_at" timestamptz(3) NOT NULL,
	"policy" jsonb NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"met_by" integer,
	"closed_by" integer,
	"closed_at" timestamptz(3),
	CONSTRAINT "duty_slot_pair_id" UNIQUE("pair_id","id"),
	CONSTRAINT "duty_slot_once" UNIQUE("pair_id","duty_id","side","period_from")
);
--> statement-breakpoint
CREATE TABLE "exchange" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "exchange_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"code" text NOT NULL,
	"from_side" text NOT NULL,
	"logged_side" text NOT NULL,
	"logged_by" integer NOT NULL,
	"logged_at" timestamptz(3) NOT NULL,
	"nature" text NOT NULL,
	"channel" text NOT NULL,
	"doc_type" text,
	"symbol" text,
	"symbol_key" text,
	"insisted" boolean DEFAULT false NOT NULL,
	"document_day" date NOT NULL,
	"subject" text,
	"folded" text NOT NULL,
	"words" "tsvector" NOT NULL,
	"inspection_id" integer,
	"target_id" integer,
	"answer_due_at" timestamptz(3),
	"answer_due_source" text,
	"answers_id" integer,
	"slot_id" integer,
	"supersedes_id" integer,
	"policy" jsonb NOT NULL,
	"crosses_at" timestamptz(3) NOT NULL,
	"state" text NOT NULL,
	"receipt" text,
	"receipt_by" integer,
	"receipt_at" timestamptz(3),
	"answered_by_id" integer,
	"answered_at" timestamptz(3),
	"superseded_by_id" integer,
	CONSTRAINT "exchange_pair_id" UNIQUE("pair_id","id"),
	CONSTRAINT "exchange_pair_code" UNIQUE("pair_id","code")
);
--> statement-breakpoint
CREATE TABLE "exchange_counter" (
	"pair_id" integer NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "exchange_counter_once" UNIQUE("pair_id","year")
);
--> statement-breakpoint
CREATE TABLE "exchange_step" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "exchange_step_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"exchange_id" integer,
	"slot_id" integer,
	"kind" text NOT NULL,
	"of" text NOT NULL,
	"due_at" timestamptz(3) NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"reason" text,
	"done_at" timestamptz(3)
);
--> statement-breakpoint
ALTER TABLE "audit_entry" ADD COLUMN "exchange_id" integer;--> statement-breakpoint
ALTER TABLE "chain_head" ADD CONSTRAINT "chain_head_pair_id_pair_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."pair"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chain_head" ADD CONSTRAINT "chain_head_chain_id_audit_chain_id_fk" FOREIGN KEY ("chain_id") REFERENCES "public"."audit_chain"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chain_signature" ADD CONSTRAINT "chain_signature_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chain_signature" ADD CONSTRAINT "chain_signature_pair_id_head_id_chain_head_pair_id_id_fk" FOREIGN KEY ("pair_id","head_id") REFERENCES "public"."chain_head"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty" ADD CONSTRAINT "duty_pair_id_pair_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."pair"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_slot" ADD CONSTRAINT "duty_slot_closed_by_person_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_slot" ADD CONSTRAINT "duty_slot_pair_id_duty_id_duty_pair_id_id_fk" FOREIGN KEY ("pair_id","duty_id") REFERENCES "public"."duty"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange" ADD CONSTRAINT "exchange_pair_id_pair_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."pair"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange" ADD CONSTRAINT "exchange_logged_by_person_id_fk" FOREIGN KEY ("logged_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange" ADD CONSTRAINT "exchange_receipt_by_person_id_fk" FOREIGN KEY ("receipt_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange" ADD CONSTRAINT "exchange_pair_id_inspection_id_inspection_pair_id_id_fk" FOREIGN KEY ("pair_id","inspection_id") REFERENCES "public"."inspection"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange" ADD CONSTRAINT "exchange_pair_id_target_id_target_pair_id_id_fk" FOREIGN KEY ("pair_id","target_id") REFERENCES "public"."target"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange" ADD CONSTRAINT "exchange_pair_id_answers_id_exchange_pair_id_id_fk" FOREIGN KEY ("pair_id","answers_id") REFERENCES "public"."exchange"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange" ADD CONSTRAINT "exchange_pair_id_supersedes_id_exchange_pair_id_id_fk" FOREIGN KEY ("pair_id","supersedes_id") REFERENCES "public"."exchange"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange" ADD CONSTRAINT "exchange_pair_id_answered_by_id_exchange_pair_id_id_fk" FOREIGN KEY ("pair_id","answered_by_id") REFERENCES "public"."exchange"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange" ADD CONSTRAINT "exchange_pair_id_superseded_by_id_exchange_pair_id_id_fk" FOREIGN KEY ("pair_id","superseded_by_id") REFERENCES "public"."exchange"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange" ADD CONSTRAINT "exchange_pair_id_slot_id_duty_slot_pair_id_id_fk" FOREIGN KEY ("pair_id","slot_id") REFERENCES "public"."duty_slot"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_counter" ADD CONSTRAINT "exchange_counter_pair_id_pair_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."pair"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_step" ADD CONSTRAINT "exchange_step_pair_id_exchange_id_exchange_pair_id_id_fk" FOREIGN KEY ("pair_id","exchange_id") REFERENCES "public"."exchange"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_step" ADD CONSTRAINT "exchange_step_pair_id_slot_id_duty_slot_pair_id_id_fk" FOREIGN KEY ("pair_id","slot_id") REFERENCES "public"."duty_slot"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "duty_slot_open" ON "duty_slot" USING btree ("pair_id","due_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "exchange_by_day" ON "exchange" USING btree ("pair_id","document_day","id");--> statement-breakpoint
CREATE UNIQUE INDEX "exchange_one_document" ON "exchange" USING btree ("pair_id","from_side","symbol_key","document_day") WHERE symbol_key is not null and state in ('waiting', 'open');--> statement-breakpoint
CREATE INDEX "exchange_by_inspection" ON "exchange" USING btree ("pair_id","inspection_id") WHERE inspection_id is not null;--> statement-breakpoint
CREATE INDEX "exchange_unreceived" ON "exchange" USING btree ("pair_id","logged_side","document_day") WHERE state = 'open' and receipt is distinct from 'received';--> statement-breakpoint
CREATE INDEX "exchange_unanswered" ON "exchange" USING btree ("pair_id","answer_due_at") WHERE state = 'open' and answer_due_at is not null and answered_at is null;--> statement-breakpoint
CREATE INDEX "exchange_words" ON "exchange" USING gin ("words");--> statement-breakpoint
CREATE INDEX "exchange_step_pending" ON "exchange_step" USING btree ("due_at") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "exchange_step_by_exchange" ON "exchange_step" USING btree ("pair_id","exchange_id");--> statement-breakpoint
CREATE INDEX "exchange_step_by_slot" ON "exchange_step" USING btree ("pair_id","slot_id");--> statement-breakpoint
CREATE INDEX "audit_entry_by_exchange" ON "audit_entry" USING btree ("pair_id","exchange_id") WHERE exchange_id is not null;