CREATE INDEX "inspection_by_version" ON "inspection" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "inspection_version_by_end" ON "inspection_version" USING btree ("window_to");--> statement-breakpoint
CREATE INDEX "recipient_to_settle" ON "recipient" USING btree ("pair_id","request_id") WHERE answer in ('substitute_asked', 'opinion') and settled_at is null and replaced_by is null;--> statement-breakpoint
CREATE INDEX "request_open_notice" ON "request" USING btree ("pair_id","inspection_id") WHERE kind = 'notice' and state = 'open';