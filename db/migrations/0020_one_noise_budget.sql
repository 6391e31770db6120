DROP INDEX "outbox_pushes";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "says" text DEFAULT 'asks' NOT NULL;--> statement-breakpoint
-- What had a sound before has used one up; what was to go without one, or is an answer, stays so.
update outbox set says = case when lane = 0 then 'answer' when silent then 'informs' else 'asks' end
where lane = 0 or silent;
--> statement-breakpoint
CREATE INDEX "outbox_sounds" ON "outbox" USING btree ("person_id","sent_at") WHERE says = 'asks' and not silent;
--> statement-breakpoint
alter table outbox add constraint outbox_says check (says in ('answer', 'urgent', 'asks', 'informs'));
--> statement-breakpoint
alter table outbox add constraint outbox_news_is_silent check (says <> 'informs' or silent);
