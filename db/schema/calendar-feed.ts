import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { FEED_DETAILS } from '../../src/domain/feed.ts';
import { instant } from '../columns.ts';
import { committee, person } from './person.ts';

/** A private address under which a calendar program reads inspections: of a person, or of a committee. Only the token's SHA-256 is kept. */
export const calendarFeed = pgTable(
  'calendar_feed',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    tokenHash: text('token_hash').notNull().unique(),
    /** Who made it; a feed of a person shows what they may see, and ends with them. */
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    /** Null: the person's own. */
    committeeId: integer('committee_id').references(() => committee.id),
    details: text({ enum: FEED_DETAILS }).notNull(),
    madeAt: instant('made_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    index('calendar_feed_by_person').on(t.personId),
    uniqueIndex('calendar_feed_one_own')
      .on(t.personId)
      .where(sql`revoked_at is null and committee_id is null`),
    uniqueIndex('calendar_feed_one_of_committee')
      .on(t.committeeId)
      .where(sql`revoked_at is null and committee_id is not null`),
  ],
);
