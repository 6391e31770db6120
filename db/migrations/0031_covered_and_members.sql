ALTER TABLE "inspection_version" ADD COLUMN "member_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "inspection_version" ADD COLUMN "is_of_members" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "inspection_version" ADD COLUMN "covered_from" date;--> statement-breakpoint
ALTER TABLE "inspection_version" ADD COLUMN "covered_to" date;