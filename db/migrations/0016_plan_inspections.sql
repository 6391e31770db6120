ALTER TABLE "plan_finding" ADD COLUMN "version_id" integer;--> statement-breakpoint
ALTER TABLE "plan_finding" ADD CONSTRAINT "plan_finding_pair_id_version_id_inspection_version_pair_id_id_fk" FOREIGN KEY ("pair_id","version_id") REFERENCES "public"."inspection_version"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "plan_finding_inspection" ON "plan_finding" USING btree ("pair_id","item_id","version_id") WHERE version_id is not null;--> statement-breakpoint
alter table plan_finding drop constraint finding_names_its_cause;
--> statement-breakpoint
alter table plan_finding add constraint finding_names_its_cause check (
  case kind when 'overlap' then target_id is null and item_id is not null
      and ((other_id is not null and item_id < other_id and version_id is null) or (other_id is null and version_id is not null))
    else target_id is not null and item_id is null and other_id is null and version_id is null end);
