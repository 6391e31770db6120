CREATE TABLE "bot_pause" (
	"id" integer PRIMARY KEY NOT NULL,
	"since" timestamptz(3) NOT NULL,
	"probe_at" timestamptz(3) NOT NULL,
	"probes" smallint NOT NULL,
	CONSTRAINT "bot_pause_one_row" CHECK ("bot_pause"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE "group_chat" ADD COLUMN "muted_at" timestamptz(3);