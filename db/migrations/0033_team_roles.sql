ALTER TABLE "inspection_team" ADD COLUMN "role" text DEFAULT 'member' NOT NULL;--> statement-breakpoint
-- Who was head stays it: one, of the side that leads.
update inspection_team t set role = 'head' from inspection i join inspection_version v on v.id = i.version_id
  where i.id = t.inspection_id and t.is_head and t.side = v.lead_side and not exists (
    select from inspection_team o where o.inspection_id = t.inspection_id and o.is_head and o.side = t.side and o.person_id < t.person_id);
--> statement-breakpoint
ALTER TABLE "inspection_team" DROP COLUMN "is_head";--> statement-breakpoint
CREATE UNIQUE INDEX "inspection_team_one_head" ON "inspection_team" USING btree ("pair_id","inspection_id") WHERE role = 'head';
