DROP INDEX "inspection_session_by_version";--> statement-breakpoint
CREATE INDEX "inspection_session_by_version" ON "inspection_session" USING btree ("version_id","starts_at");