ALTER TABLE "year_plan_side" ADD COLUMN "asked_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "year_plan_side" ADD COLUMN "asked_by" integer;--> statement-breakpoint
ALTER TABLE "year_plan_side" ADD COLUMN "returned_reason" text;--> statement-breakpoint
ALTER TABLE "year_plan_side" ADD CONSTRAINT "year_plan_side_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;