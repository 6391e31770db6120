import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { bigId, instant } from '../columns.ts';
import { pair } from './pair.ts';
import { person } from './person.ts';

/** A step-by-step form as a state row: survives a restart, ends after a day; ended ones lose their data. */
export const form = pgTable(
  'form',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    pairId: integer('pair_id').references(() => pair.id),
    chatId: bigId('chat_id').notNull(),
    kind: text().notNull(),
    step: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    /** The questions that led here; null: of before they were kept. */
    trail: jsonb().$type<string[]>(),
    state: text({ enum: ['open', 'done', 'cancelled', 'expired'] }).notNull(),
    changedAt: instant('changed_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    uniqueIndex('form_one_open').on(t.personId).where(sql`state = 'open'`),
    index('form_expiring').on(t.expiresAt).where(sql`state = 'open'`),
  ],
);
