ALTER TABLE "chain_head" DROP CONSTRAINT "chain_head_once";--> statement-breakpoint
ALTER TABLE "audit_entry" ADD COLUMN "salt" text;--> statement-breakpoint
ALTER TABLE "chain_head" ADD COLUMN "kind" text DEFAULT 'month' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "chain_head_monthly" ON "chain_head" USING btree ("pair_id","month") WHERE kind = 'month';--> statement-breakpoint
create trigger chain_head_append_only before update or delete on chain_head
  for each row execute function refuse_change();
