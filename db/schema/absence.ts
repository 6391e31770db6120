import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { ABSENCE_KINDS, HANDOVER_STATES } from '../../src/domain/absence.ts';
import { day, instant } from '../columns.ts';
import { pair } from './pair.ts';
import { person } from './person.ts';

/** Days on which a person is away, over all their pairs; `toDay` excluded. What is due is held, or goes to `redirectTo`. */
export const absence = pgTable(
  'absence',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    kind: text({ enum: ABSENCE_KINDS }).notNull(),
    fromDay: day('from_day').notNull(),
    toDay: day('to_day').notNull(),
    redirectTo: integer('redirect_to').references(() => person.id),
    byPerson: integer('by_person')
      .notNull()
      .references(() => person.id),
    at: instant('at').notNull(),
    /** Taken back, or ended early. */
    endedAt: instant('ended_at'),
  },
  (t) => [index('absence_by_person').on(t.personId, t.toDay).where(sql`ended_at is null`)],
);

/** The duties of a đầu mối in one pair pass to a successor, in one step that the successor confirms. */
export const handover = pgTable(
  'handover',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id')
      .notNull()
      .references(() => pair.id),
    side: text({ enum: ['a', 'b'] }).notNull(),
    fromPerson: integer('from_person')
      .notNull()
      .references(() => person.id),
    toPerson: integer('to_person')
      .notNull()
      .references(() => person.id),
    /** The former đầu mối leaves the side with it; else they stay as a member. */
    leaves: boolean().notNull().default(false),
    state: text({ enum: HANDOVER_STATES }).notNull().default('asked'),
    askedBy: integer('asked_by')
      .notNull()
      .references(() => person.id),
    askedAt: instant('asked_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (t) => [
    unique('handover_pair_id').on(t.pairId, t.id),
    uniqueIndex('handover_one_asked').on(t.pairId, t.fromPerson).where(sql`state = 'asked'`),
  ],
);
