CREATE TABLE "update_in_hand" (
	"bot_id" bigint NOT NULL,
	"update_id" bigint NOT NULL,
	"starts" integer NOT NULL,
	"failures" integer NOT NULL,
	"taken_at" timestamptz(3) NOT NULL,
	"passed_at" timestamptz(3),
	"chat_id" bigint,
	"user_id" bigint,
	"is_group" boolean NOT NULL,
	"locale" text NOT NULL,
	CONSTRAINT "update_in_hand_bot_id_update_id_pk" PRIMARY KEY("bot_id","update_id")
);
--> statement-breakpoint
DROP TABLE "update_failure" CASCADE;