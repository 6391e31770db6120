import { bigint, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bigId, instant } from '../columns.ts';

/** An update whose effect is committed: (bot, update_id) enters in the effect's own transaction. No texts. */
export const updateSeen = pgTable(
  'update_seen',
  {
    botId: bigId('bot_id').notNull(),
    updateId: bigint('update_id', { mode: 'number' }).notNull(),
    seenAt: instant('seen_at').notNull(),
    outcome: text({ enum: ['done', 'failed'] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.botId, t.updateId] }), index('update_seen_by_age').on(t.seenAt)],
);

/** How often an update has failed by a bug; after the third time it is set aside and the person is told. */
export const updateFailure = pgTable(
  'update_failure',
  {
    botId: bigId('bot_id').notNull(),
    updateId: bigint('update_id', { mode: 'number' }).notNull(),
    times: integer().notNull(),
    lastAt: instant('last_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.botId, t.updateId] })],
);
