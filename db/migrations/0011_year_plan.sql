CREATE TABLE "plan_finding" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "plan_finding_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"plan_id" integer NOT NULL,
	"kind" text NOT NULL,
	"item_id" integer,
	"other_id" integer,
	"target_id" integer,
	"reasons" text[] NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"found_at" timestamptz(3) NOT NULL,
	"closed_at" timestamptz(3),
	CONSTRAINT "plan_finding_pair_id" UNIQUE("pair_id","id")
);
--> statement-breakpoint
CREATE TABLE "plan_item" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "plan_item_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"plan_id" integer NOT NULL,
	"side" text,
	"target_id" integer NOT NULL,
	"kind" text NOT NULL,
	"subject" text,
	"lead_side" text NOT NULL,
	"mode" text NOT NULL,
	"window_from" date NOT NULL,
	"window_to" date NOT NULL,
	"source" text NOT NULL,
	"made_by" integer NOT NULL,
	"made_at" timestamptz(3) NOT NULL,
	"ended" text,
	"ended_at" timestamptz(3),
	"replaced_by_id" integer,
	"inspection_id" integer,
	CONSTRAINT "plan_item_pair_id" UNIQUE("pair_id","id")
);
--> statement-breakpoint
CREATE TABLE "plan_settlement" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "plan_settlement_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"finding_id" integer NOT NULL,
	"how" text NOT NULL,
	"item_id" integer,
	"window_from" date,
	"window_to" date,
	"lead_side" text,
	"mode" text,
	"reason" text,
	"reason_text" text,
	"state" text DEFAULT 'open' NOT NULL,
	"side" text NOT NULL,
	"by_person" integer NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"answered_by" integer,
	"answered_at" timestamptz(3),
	CONSTRAINT "plan_settlement_pair_id" UNIQUE("pair_id","id")
);
--> statement-breakpoint
CREATE TABLE "year_plan" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "year_plan_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"year" integer NOT NULL,
	"state" text DEFAULT 'drafting' NOT NULL,
	"exchange_due" date NOT NULL,
	"agree_due" date NOT NULL,
	"opened_at" timestamptz(3) NOT NULL,
	"compared_at" timestamptz(3),
	"agreed_at" timestamptz(3),
	"frozen_symbol" text,
	"frozen_day" date,
	"frozen_by" integer,
	"frozen_at" timestamptz(3),
	CONSTRAINT "year_plan_pair_id" UNIQUE("pair_id","id"),
	CONSTRAINT "year_plan_year" UNIQUE("pair_id","year")
);
--> statement-breakpoint
CREATE TABLE "year_plan_side" (
	"pair_id" integer NOT NULL,
	"plan_id" integer NOT NULL,
	"side" text NOT NULL,
	"exchanged_at" timestamptz(3),
	"exchanged_by" integer,
	"agreed_at" timestamptz(3),
	"agreed_by" integer,
	"agreed_via" text,
	CONSTRAINT "year_plan_side_pair_id_plan_id_side_pk" PRIMARY KEY("pair_id","plan_id","side")
);
--> statement-breakpoint
ALTER TABLE "plan_finding" ADD CONSTRAINT "plan_finding_pair_id_plan_id_year_plan_pair_id_id_fk" FOREIGN KEY ("pair_id","plan_id") REFERENCES "public"."year_plan"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_finding" ADD CONSTRAINT "plan_finding_pair_id_item_id_plan_item_pair_id_id_fk" FOREIGN KEY ("pair_id","item_id") REFERENCES "public"."plan_item"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_finding" ADD CONSTRAINT "plan_finding_pair_id_other_id_plan_item_pair_id_id_fk" FOREIGN KEY ("pair_id","other_id") REFERENCES "public"."plan_item"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_finding" ADD CONSTRAINT "plan_finding_pair_id_target_id_target_pair_id_id_fk" FOREIGN KEY ("pair_id","target_id") REFERENCES "public"."target"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_item" ADD CONSTRAINT "plan_item_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_item" ADD CONSTRAINT "plan_item_pair_id_plan_id_year_plan_pair_id_id_fk" FOREIGN KEY ("pair_id","plan_id") REFERENCES "public"."year_plan"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_item" ADD CONSTRAINT "plan_item_pair_id_target_id_target_pair_id_id_fk" FOREIGN KEY ("pair_id","target_id") REFERENCES "public"."target"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_item" ADD CONSTRAINT "plan_item_pair_id_replaced_by_id_plan_item_pair_id_id_fk" FOREIGN KEY ("pair_id","replaced_by_id") REFERENCES "public"."plan_item"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_item" ADD CONSTRAINT "plan_item_pair_id_inspection_id_inspection_pair_id_id_fk" FOREIGN KEY ("pair_id","inspection_id") REFERENCES "public"."inspection"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_settlement" ADD CONSTRAINT "plan_settlement_by_person_person_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_settlement" ADD CONSTRAINT "plan_settlement_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_settlement" ADD CONSTRAINT "plan_settlement_pair_id_finding_id_plan_finding_pair_id_id_fk" FOREIGN KEY ("pair_id","finding_id") REFERENCES "public"."plan_finding"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_settlement" ADD CONSTRAINT "plan_settlement_pair_id_item_id_plan_item_pair_id_id_fk" FOREIGN KEY ("pair_id","item_id") REFERENCES "public"."plan_item"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_plan" ADD CONSTRAINT "year_plan_pair_id_pair_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."pair"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_plan" ADD CONSTRAINT "year_plan_frozen_by_person_id_fk" FOREIGN KEY ("frozen_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_plan_side" ADD CONSTRAINT "year_plan_side_exchanged_by_person_id_fk" FOREIGN KEY ("exchanged_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_plan_side" ADD CONSTRAINT "year_plan_side_agreed_by_person_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_plan_side" ADD CONSTRAINT "year_plan_side_pair_id_plan_id_year_plan_pair_id_id_fk" FOREIGN KEY ("pair_id","plan_id") REFERENCES "public"."year_plan"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "plan_finding_overlap" ON "plan_finding" USING btree ("pair_id","item_id","other_id") WHERE kind = 'overlap';--> statement-breakpoint
CREATE UNIQUE INDEX "plan_finding_gap" ON "plan_finding" USING btree ("pair_id","plan_id","target_id") WHERE kind = 'gap';--> statement-breakpoint
CREATE INDEX "plan_finding_open" ON "plan_finding" USING btree ("pair_id","plan_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "plan_item_by_plan" ON "plan_item" USING btree ("pair_id","plan_id","window_from","id");--> statement-breakpoint
CREATE INDEX "plan_item_by_target" ON "plan_item" USING btree ("pair_id","target_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_item_inspection" ON "plan_item" USING btree ("pair_id","inspection_id") WHERE inspection_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "plan_settlement_one_open" ON "plan_settlement" USING btree ("pair_id","finding_id") WHERE state = 'open';