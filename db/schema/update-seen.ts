import { bigint, boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
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

/**
 * An update that has been begun and is not settled: entered before anything of it is handled, deleted with its effect. `starts`: in how many
 * lives of the process it was begun, each but the last of which ended meanwhile; `failures`: by a bug. `passed_at`: Telegram was told
 * that it need not give it again; if the process ends now, its sender must be told. No texts.
 */
export const updateInHand = pgTable(
  'update_in_hand',
  {
    botId: bigId('bot_id').notNull(),
    updateId: bigint('update_id', { mode: 'number' }).notNull(),
    starts: integer().notNull(),
    failures: integer().notNull(),
    takenAt: instant('taken_at').notNull(),
    passedAt: instant('passed_at'),
    chatId: bigId('chat_id'),
    userId: bigId('user_id'),
    isGroup: boolean('is_group').notNull(),
    /** The language of their Telegram. */
    locale: text({ enum: ['vi', 'en'] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.botId, t.updateId] })],
);
