import { bigint, pgTable, text } from 'drizzle-orm/pg-core';

/** The rate budget's memory when there is no Redis: arrival times in µs since 1970 by bucket; born and until on `bot` only. */
export const rateBucket = pgTable('rate_bucket', {
  key: text('key').primaryKey(),
  tatUs: bigint('tat_us', { mode: 'number' }).notNull(),
  bornUs: bigint('born_us', { mode: 'number' }).notNull(),
  untilUs: bigint('until_us', { mode: 'number' }).notNull(),
});
