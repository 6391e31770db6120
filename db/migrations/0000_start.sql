CREATE TABLE "audit_chain" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_chain_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer,
	"name" text NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_chain_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"chain_id" integer NOT NULL,
	"seq" bigint NOT NULL,
	"pair_id" integer,
	"inspection_id" integer,
	"at" text NOT NULL,
	"type" text NOT NULL,
	"body" text NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_entry_chain_id_seq_pk" PRIMARY KEY("chain_id","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_value" (
	"chain_id" integer NOT NULL,
	"seq" bigint NOT NULL,
	"field" text NOT NULL,
	"salt" text NOT NULL,
	"value" text NOT NULL,
	"person_id" integer,
	CONSTRAINT "audit_value_chain_id_seq_field_pk" PRIMARY KEY("chain_id","seq","field")
);
--> statement-breakpoint
CREATE TABLE "rate_bucket" (
	"key" text PRIMARY KEY NOT NULL,
	"tat_us" bigint NOT NULL,
	"born_us" bigint NOT NULL,
	"until_us" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "form" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "form_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" integer NOT NULL,
	"pair_id" integer,
	"chat_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"step" text NOT NULL,
	"data" jsonb NOT NULL,
	"state" text NOT NULL,
	"changed_at" timestamptz(3) NOT NULL,
	"expires_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inspection" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inspection_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"code" text,
	"state" text NOT NULL,
	"side" text NOT NULL,
	"drafted_by" integer NOT NULL,
	"version_id" integer,
	"crosses_at" timestamptz(3),
	"created_at" timestamptz(3) NOT NULL,
	"changed_at" timestamptz(3) NOT NULL,
	CONSTRAINT "inspection_pair_id" UNIQUE("pair_id","id"),
	CONSTRAINT "inspection_pair_code" UNIQUE("pair_id","code")
);
--> statement-breakpoint
CREATE TABLE "inspection_session" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inspection_session_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"version_id" integer NOT NULL,
	"kind" text NOT NULL,
	"starts_at" timestamptz(3) NOT NULL,
	"place" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inspection_symbol" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inspection_symbol_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"inspection_id" integer NOT NULL,
	"use" text NOT NULL,
	"symbol" text NOT NULL,
	"folded" text NOT NULL,
	"document_day" date NOT NULL,
	"side" text NOT NULL,
	"by_person" integer NOT NULL,
	"insisted" boolean DEFAULT false NOT NULL,
	"at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inspection_team" (
	"pair_id" integer NOT NULL,
	"inspection_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"side" text NOT NULL,
	"is_head" boolean DEFAULT false NOT NULL,
	CONSTRAINT "inspection_team_pair_id_inspection_id_person_id_pk" PRIMARY KEY("pair_id","inspection_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "inspection_version" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inspection_version_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"inspection_id" integer NOT NULL,
	"n" integer NOT NULL,
	"round" integer NOT NULL,
	"target_id" integer NOT NULL,
	"kind" text NOT NULL,
	"subject_body" text NOT NULL,
	"subject" text,
	"lead_side" text NOT NULL,
	"mode" text NOT NULL,
	"window_from" date NOT NULL,
	"window_to" date NOT NULL,
	"made_by" integer NOT NULL,
	"made_side" text NOT NULL,
	"made_at" timestamptz(3) NOT NULL,
	"reason" text,
	"reason_text" text,
	"confirmed_by" integer,
	"confirmed_at" timestamptz(3),
	"refused_at" timestamptz(3),
	CONSTRAINT "inspection_version_pair_id" UNIQUE("pair_id","id"),
	CONSTRAINT "inspection_version_round" UNIQUE("pair_id","inspection_id","n","round")
);
--> statement-breakpoint
CREATE TABLE "overlap_settled" (
	"pair_id" integer NOT NULL,
	"inspection_id" integer NOT NULL,
	"other_id" integer NOT NULL,
	"reason_text" text NOT NULL,
	"by_person" integer NOT NULL,
	"at" timestamptz(3) NOT NULL,
	CONSTRAINT "overlap_settled_pair_id_inspection_id_other_id_pk" PRIMARY KEY("pair_id","inspection_id","other_id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"pair_id" integer,
	"person_id" integer,
	"chat_id" bigint NOT NULL,
	"is_group" boolean DEFAULT false NOT NULL,
	"lane" smallint NOT NULL,
	"kind" text NOT NULL,
	"ref" jsonb NOT NULL,
	"silent" boolean DEFAULT false NOT NULL,
	"edit_message_id" bigint,
	"coalesce_key" text,
	"state" text DEFAULT 'pending' NOT NULL,
	"reason" text,
	"not_before" timestamptz(3) NOT NULL,
	"retry_at" timestamptz(3),
	"attempts" smallint DEFAULT 0 NOT NULL,
	"resent" boolean DEFAULT false NOT NULL,
	"owner" text,
	"lease_until" timestamptz(3),
	"message_id" bigint,
	"created_at" timestamptz(3) NOT NULL,
	"sent_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "code_counter" (
	"pair_id" integer NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "code_counter_pair_id_year_pk" PRIMARY KEY("pair_id","year")
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "invitation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" integer,
	"made_at" timestamptz(3) NOT NULL,
	"expires_at" timestamptz(3) NOT NULL,
	"used_at" timestamptz(3),
	"revoked_at" timestamptz(3),
	CONSTRAINT "invitation_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitation_pair_id" UNIQUE("pair_id","id")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "membership_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"side" text NOT NULL,
	"committee_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"role" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	CONSTRAINT "membership_pair_id" UNIQUE("pair_id","id"),
	CONSTRAINT "membership_pair_person" UNIQUE("pair_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "pair" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pair_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"name" text NOT NULL,
	"committee_a" integer NOT NULL,
	"committee_b" integer NOT NULL,
	"relation" text NOT NULL,
	"policy" jsonb NOT NULL,
	CONSTRAINT "pair_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "side_setting" (
	"pair_id" integer NOT NULL,
	"side" text NOT NULL,
	"leader_approves" boolean NOT NULL,
	CONSTRAINT "side_setting_pair_id_side_pk" PRIMARY KEY("pair_id","side")
);
--> statement-breakpoint
CREATE TABLE "target" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "target_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"folded" text NOT NULL,
	"parent_id" integer,
	"successor_id" integer,
	"from_day" date,
	"to_day" date,
	CONSTRAINT "target_pair_id" UNIQUE("pair_id","id"),
	CONSTRAINT "target_pair_key" UNIQUE("pair_id","key")
);
--> statement-breakpoint
CREATE TABLE "target_alias" (
	"pair_id" integer NOT NULL,
	"target_id" integer NOT NULL,
	"alias" text NOT NULL,
	"folded" text NOT NULL,
	CONSTRAINT "target_alias_pair_id_target_id_alias_pk" PRIMARY KEY("pair_id","target_id","alias")
);
--> statement-breakpoint
CREATE TABLE "target_person" (
	"pair_id" integer NOT NULL,
	"target_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"tie" text NOT NULL,
	CONSTRAINT "target_person_pair_id_target_id_person_id_tie_pk" PRIMARY KEY("pair_id","target_id","person_id","tie")
);
--> statement-breakpoint
CREATE TABLE "calendar_day" (
	"day" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"provisional" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clock" (
	"id" integer PRIMARY KEY NOT NULL,
	"offset_ms" bigint NOT NULL,
	CONSTRAINT "clock_one_row" CHECK ("clock"."id" = 1),
	CONSTRAINT "clock_forward" CHECK ("clock"."offset_ms" >= 0)
);
--> statement-breakpoint
CREATE TABLE "committee" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "committee_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	CONSTRAINT "committee_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "consent_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" integer NOT NULL,
	"text_version" text NOT NULL,
	"given_at" timestamptz(3) NOT NULL,
	"withdrawn_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "group_chat" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "group_chat_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"chat_id" bigint NOT NULL,
	"thread_id" bigint,
	"title" text NOT NULL,
	"committee_id" integer NOT NULL,
	"bound_by" integer,
	"bound_at" timestamptz(3) NOT NULL,
	"left_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "person_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"name" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"locale" text DEFAULT 'vi' NOT NULL,
	"erased_at" timestamptz(3),
	CONSTRAINT "person_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "telegram_account" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "telegram_account_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" integer NOT NULL,
	"invitation_id" integer,
	"user_id" bigint NOT NULL,
	"chat_id" bigint NOT NULL,
	"shown_name" text NOT NULL,
	"state" text NOT NULL,
	"unreachable_at" timestamptz(3),
	"created_at" timestamptz(3) NOT NULL,
	"active_at" timestamptz(3),
	"revoked_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "answer" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "answer_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"request_id" integer NOT NULL,
	"recipient_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"version_id" integer NOT NULL,
	"answer" text NOT NULL,
	"reason" text,
	"reason_text" text,
	"via" text NOT NULL,
	"recorded_by" integer,
	"at" timestamptz(3) NOT NULL,
	"voided_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "due_step" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "due_step_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"request_id" integer NOT NULL,
	"recipient_id" integer,
	"kind" text NOT NULL,
	"due_at" timestamptz(3) NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"reason" text,
	"done_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "recipient" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "recipient_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"request_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"side" text NOT NULL,
	"capacity" text NOT NULL,
	"delivered_at" timestamptz(3),
	"opened_at" timestamptz(3),
	"answered_at" timestamptz(3),
	"answer" text,
	"settled_at" timestamptz(3),
	"substitute_of" integer,
	"replaced_by" integer,
	CONSTRAINT "recipient_pair_id" UNIQUE("pair_id","id"),
	CONSTRAINT "recipient_once" UNIQUE("request_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "request" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "request_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pair_id" integer NOT NULL,
	"inspection_id" integer NOT NULL,
	"version_id" integer NOT NULL,
	"kind" text NOT NULL,
	"side" text,
	"state" text NOT NULL,
	"asked_at" timestamptz(3) NOT NULL,
	"due_at" timestamptz(3) NOT NULL,
	"due_source" text NOT NULL,
	"urgent" boolean DEFAULT false NOT NULL,
	"urgent_reason" text,
	"policy" jsonb NOT NULL,
	"closed_at" timestamptz(3),
	CONSTRAINT "request_pair_id" UNIQUE("pair_id","id")
);
--> statement-breakpoint
CREATE TABLE "update_failure" (
	"bot_id" bigint NOT NULL,
	"update_id" bigint NOT NULL,
	"times" integer NOT NULL,
	"last_at" timestamptz(3) NOT NULL,
	CONSTRAINT "update_failure_bot_id_update_id_pk" PRIMARY KEY("bot_id","update_id")
);
--> statement-breakpoint
CREATE TABLE "update_seen" (
	"bot_id" bigint NOT NULL,
	"update_id" bigint NOT NULL,
	"seen_at" timestamptz(3) NOT NULL,
	"outcome" text NOT NULL,
	CONSTRAINT "update_seen_bot_id_update_id_pk" PRIMARY KEY("bot_id","update_id")
);
--> statement-breakpoint
ALTER TABLE "audit_chain" ADD CONSTRAINT "audit_chain_pair_id_pair_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."pair"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_chain_id_audit_chain_id_fk" FOREIGN KEY ("chain_id") REFERENCES "public"."audit_chain"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_pair_id_pair_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."pair"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_value" ADD CONSTRAINT "audit_value_chain_id_seq_audit_entry_chain_id_seq_fk" FOREIGN KEY ("chain_id","seq") REFERENCES "public"."audit_entry"("chain_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form" ADD CONSTRAINT "form_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form" ADD CONSTRAINT "form_pair_id_pair_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."pair"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_pair_id_pair_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."pair"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_drafted_by_person_id_fk" FOREIGN KEY ("drafted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_session" ADD CONSTRAINT "inspection_session_pair_id_version_id_inspection_version_pair_id_id_fk" FOREIGN KEY ("pair_id","version_id") REFERENCES "public"."inspection_version"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_symbol" ADD CONSTRAINT "inspection_symbol_by_person_person_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_symbol" ADD CONSTRAINT "inspection_symbol_pair_id_inspection_id_inspection_pair_id_id_fk" FOREIGN KEY ("pair_id","inspection_id") REFERENCES "public"."inspection"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_team" ADD CONSTRAINT "inspection_team_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_team" ADD CONSTRAINT "inspection_team_pair_id_inspection_id_inspection_pair_id_id_fk" FOREIGN KEY ("pair_id","inspection_id") REFERENCES "public"."inspection"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_version" ADD CONSTRAINT "inspection_version_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_version" ADD CONSTRAINT "inspection_version_confirmed_by_person_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_version" ADD CONSTRAINT "inspection_version_pair_id_inspection_id_inspection_pair_id_id_fk" FOREIGN KEY ("pair_id","inspection_id") REFERENCES "public"."inspection"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_version" ADD CONSTRAINT "inspection_version_pair_id_target_id_target_pair_id_id_fk" FOREIGN KEY ("pair_id","target_id") REFERENCES "public"."target"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overlap_settled" ADD CONSTRAINT "overlap_settled_by_person_person_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overlap_settled" ADD CONSTRAINT "overlap_settled_pair_id_inspection_id_inspection_pair_id_id_fk" FOREIGN KEY ("pair_id","inspection_id") REFERENCES "public"."inspection"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overlap_settled" ADD CONSTRAINT "overlap_settled_pair_id_other_id_inspection_pair_id_id_fk" FOREIGN KEY ("pair_id","other_id") REFERENCES "public"."inspection"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_pair_id_pair_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."pair"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "code_counter" ADD CONSTRAINT "code_counter_pair_id_pair_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."pair"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_pair_id_pair_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."pair"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_person_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_pair_id_pair_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."pair"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_committee_id_committee_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."committee"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair" ADD CONSTRAINT "pair_committee_a_committee_id_fk" FOREIGN KEY ("committee_a") REFERENCES "public"."committee"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair" ADD CONSTRAINT "pair_committee_b_committee_id_fk" FOREIGN KEY ("committee_b") REFERENCES "public"."committee"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "side_setting" ADD CONSTRAINT "side_setting_pair_id_pair_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."pair"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_pair_id_pair_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."pair"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_pair_id_parent_id_target_pair_id_id_fk" FOREIGN KEY ("pair_id","parent_id") REFERENCES "public"."target"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_pair_id_successor_id_target_pair_id_id_fk" FOREIGN KEY ("pair_id","successor_id") REFERENCES "public"."target"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_alias" ADD CONSTRAINT "target_alias_pair_id_target_id_target_pair_id_id_fk" FOREIGN KEY ("pair_id","target_id") REFERENCES "public"."target"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_person" ADD CONSTRAINT "target_person_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_person" ADD CONSTRAINT "target_person_pair_id_target_id_target_pair_id_id_fk" FOREIGN KEY ("pair_id","target_id") REFERENCES "public"."target"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_chat" ADD CONSTRAINT "group_chat_committee_id_committee_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."committee"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_chat" ADD CONSTRAINT "group_chat_bound_by_person_id_fk" FOREIGN KEY ("bound_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "telegram_account" ADD CONSTRAINT "telegram_account_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_recorded_by_person_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_pair_id_request_id_request_pair_id_id_fk" FOREIGN KEY ("pair_id","request_id") REFERENCES "public"."request"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_pair_id_recipient_id_recipient_pair_id_id_fk" FOREIGN KEY ("pair_id","recipient_id") REFERENCES "public"."recipient"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "due_step" ADD CONSTRAINT "due_step_pair_id_request_id_request_pair_id_id_fk" FOREIGN KEY ("pair_id","request_id") REFERENCES "public"."request"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "due_step" ADD CONSTRAINT "due_step_pair_id_recipient_id_recipient_pair_id_id_fk" FOREIGN KEY ("pair_id","recipient_id") REFERENCES "public"."recipient"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recipient" ADD CONSTRAINT "recipient_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recipient" ADD CONSTRAINT "recipient_pair_id_request_id_request_pair_id_id_fk" FOREIGN KEY ("pair_id","request_id") REFERENCES "public"."request"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_pair_id_inspection_id_inspection_pair_id_id_fk" FOREIGN KEY ("pair_id","inspection_id") REFERENCES "public"."inspection"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_pair_id_version_id_inspection_version_pair_id_id_fk" FOREIGN KEY ("pair_id","version_id") REFERENCES "public"."inspection_version"("pair_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_chain_pair" ON "audit_chain" USING btree ("pair_id") WHERE pair_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_chain_system" ON "audit_chain" USING btree ("name") WHERE pair_id is null;--> statement-breakpoint
CREATE INDEX "audit_entry_by_inspection" ON "audit_entry" USING btree ("pair_id","inspection_id");--> statement-breakpoint
CREATE INDEX "audit_value_by_person" ON "audit_value" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "form_one_open" ON "form" USING btree ("person_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "form_expiring" ON "form" USING btree ("expires_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "inspection_by_pair_state" ON "inspection" USING btree ("pair_id","state");--> statement-breakpoint
CREATE INDEX "inspection_session_by_version" ON "inspection_session" USING btree ("pair_id","version_id");--> statement-breakpoint
CREATE INDEX "inspection_session_by_start" ON "inspection_session" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "inspection_symbol_by_inspection" ON "inspection_symbol" USING btree ("pair_id","inspection_id");--> statement-breakpoint
CREATE UNIQUE INDEX "inspection_symbol_once" ON "inspection_symbol" USING btree ("pair_id","inspection_id","use","symbol");--> statement-breakpoint
CREATE INDEX "inspection_team_by_person" ON "inspection_team" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "inspection_version_by_target" ON "inspection_version" USING btree ("pair_id","target_id","window_from");--> statement-breakpoint
CREATE INDEX "outbox_pending" ON "outbox" USING btree ("lane","id") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "outbox_chat_live" ON "outbox" USING btree ("chat_id","id") WHERE state in ('pending','claimed','sending');--> statement-breakpoint
CREATE INDEX "outbox_leased" ON "outbox" USING btree ("lease_until") WHERE state in ('claimed','sending');--> statement-breakpoint
CREATE INDEX "outbox_by_message" ON "outbox" USING btree ("chat_id","message_id");--> statement-breakpoint
CREATE INDEX "outbox_coalesce" ON "outbox" USING btree ("coalesce_key") WHERE state = 'pending' and coalesce_key is not null;--> statement-breakpoint
CREATE INDEX "outbox_pushes" ON "outbox" USING btree ("person_id","sent_at") WHERE lane = 1;--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_one_open" ON "invitation" USING btree ("person_id") WHERE used_at is null and revoked_at is null;--> statement-breakpoint
CREATE INDEX "membership_by_person" ON "membership" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "group_chat_live" ON "group_chat" USING btree ("chat_id") WHERE left_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "telegram_account_one_active_person" ON "telegram_account" USING btree ("person_id") WHERE state = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX "telegram_account_one_live_user" ON "telegram_account" USING btree ("user_id") WHERE state <> 'revoked';--> statement-breakpoint
CREATE UNIQUE INDEX "telegram_account_active_chat" ON "telegram_account" USING btree ("chat_id") WHERE state <> 'revoked';--> statement-breakpoint
CREATE INDEX "answer_by_recipient" ON "answer" USING btree ("pair_id","recipient_id");--> statement-breakpoint
CREATE INDEX "due_step_pending" ON "due_step" USING btree ("due_at") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "due_step_by_request" ON "due_step" USING btree ("pair_id","request_id");--> statement-breakpoint
CREATE INDEX "recipient_by_person" ON "recipient" USING btree ("person_id","answered_at");--> statement-breakpoint
CREATE INDEX "request_by_inspection" ON "request" USING btree ("pair_id","inspection_id");--> statement-breakpoint
CREATE UNIQUE INDEX "request_one_open" ON "request" USING btree ("pair_id","inspection_id","kind") WHERE state = 'open' and kind <> 'notice';--> statement-breakpoint
CREATE INDEX "update_seen_by_age" ON "update_seen" USING btree ("seen_at");