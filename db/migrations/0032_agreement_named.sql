ALTER TABLE "pair" ADD COLUMN "agreement_symbol" text;--> statement-breakpoint
ALTER TABLE "pair" ADD COLUMN "agreement_day" date;--> statement-breakpoint
ALTER TABLE "pair" ADD COLUMN "agreement_issuers" text;