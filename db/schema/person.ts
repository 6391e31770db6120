import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { bigId, instant } from '../columns.ts';

/** A committee (Uỷ ban Kiểm tra). `key` is its name in org.yaml; it may stand in many pairs. */
export const committee = pgTable('committee', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  key: text().notNull().unique(),
  name: text().notNull(),
  shortName: text('short_name').notNull(),
});

/** A person. Names and titles leave the row at erasure (C8); the id stays, so that records keep their sense. */
export const person = pgTable('person', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  key: text().notNull().unique(),
  name: text().notNull(),
  title: text().notNull().default(''),
  locale: text({ enum: ['vi', 'en'] })
    .notNull()
    .default('vi'),
  erasedAt: instant('erased_at'),
});

/** A Telegram account offered by or linked to a person. One active account a person (C6). */
export const telegramAccount = pgTable(
  'telegram_account',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    invitationId: integer('invitation_id'),
    userId: bigId('user_id').notNull(),
    chatId: bigId('chat_id').notNull(),
    shownName: text('shown_name').notNull(),
    state: text({ enum: ['consenting', 'practising', 'pending', 'active', 'revoked'] }).notNull(),
    unreachableAt: instant('unreachable_at'),
    createdAt: instant('created_at').notNull(),
    activeAt: instant('active_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    uniqueIndex('telegram_account_one_active_person').on(t.personId).where(sql`state = 'active'`),
    uniqueIndex('telegram_account_one_live_user').on(t.userId).where(sql`state <> 'revoked'`),
    uniqueIndex('telegram_account_active_chat').on(t.chatId).where(sql`state <> 'revoked'`),
    index('telegram_account_pending').on(t.personId).where(sql`state = 'pending'`),
  ],
);

/** What a person agreed to at linking (C8). `textVersion` names the text that was shown. */
export const consent = pgTable('consent', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  personId: integer('person_id')
    .notNull()
    .references(() => person.id),
  textVersion: text('text_version').notNull(),
  givenAt: instant('given_at').notNull(),
  withdrawnAt: instant('withdrawn_at'),
});

/** A group chat bound to a committee: one message an event, tallies by silent edits. */
export const groupChat = pgTable(
  'group_chat',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    chatId: bigId('chat_id').notNull(),
    threadId: bigint('thread_id', { mode: 'number' }),
    title: text().notNull(),
    committeeId: integer('committee_id')
      .notNull()
      .references(() => committee.id),
    boundBy: integer('bound_by').references(() => person.id),
    boundAt: instant('bound_at').notNull(),
    leftAt: instant('left_at'),
    /** Since when the bot may not write there; its đầu mối have been told. */
    mutedAt: instant('muted_at'),
  },
  (t) => [uniqueIndex('group_chat_live').on(t.chatId).where(sql`left_at is null`)],
);

/** A day that differs from Monday–Friday work; `provisional` until the year's notice is imported. */
export const calendarDay = pgTable('calendar_day', {
  day: text().primaryKey(),
  kind: text({ enum: ['off', 'work'] }).notNull(),
  label: text().notNull(),
  provisional: boolean().notNull().default(false),
});

/** Business time = wall time + this offset; forward only, except while nothing has happened yet; one row. */
export const clock = pgTable(
  'clock',
  { id: integer().primaryKey(), offsetMs: bigint('offset_ms', { mode: 'number' }).notNull() },
  (t) => [check('clock_one_row', sql`${t.id} = 1`)],
);
