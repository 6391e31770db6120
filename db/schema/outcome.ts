import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { OUTCOME_ORIGINS, RECOMMENDATION_STATES } from '../../src/domain/outcome.ts';
import { day, instant } from '../columns.ts';
import { inspection } from './inspection.ts';
import { pair } from './pair.ts';
import { person } from './person.ts';

/**
 * Counts of discipline by form, never names (R11). Append-only: a correction supersedes. Of one inspection, or of a period apart
 * from inspections; the parts sum to the totals (R10). `periodTo` excluded.
 */
export const outcome = pgTable(
  'outcome',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id')
      .notNull()
      .references(() => pair.id),
    origin: text({ enum: OUTCOME_ORIGINS }).notNull(),
    inspectionId: integer('inspection_id'),
    /** Of an inspection: the day of its conclusion and the day after. */
    periodFrom: day('period_from').notNull(),
    periodTo: day('period_to').notNull(),
    organisations: integer().notNull(),
    orgReprimand: integer('org_reprimand').notNull(),
    orgWarning: integer('org_warning').notNull(),
    orgDissolution: integer('org_dissolution').notNull(),
    members: integer().notNull(),
    memberReprimand: integer('member_reprimand').notNull(),
    memberWarning: integer('member_warning').notNull(),
    memberDismissal: integer('member_dismissal').notNull(),
    memberExpulsion: integer('member_expulsion').notNull(),
    /** The side that recorded it: it owns the entry (R4). */
    side: text({ enum: ['a', 'b'] }).notNull(),
    byPerson: integer('by_person')
      .notNull()
      .references(() => person.id),
    at: instant('at').notNull(),
    supersededById: integer('superseded_by_id'),
  },
  (t) => [
    unique('outcome_pair_id').on(t.pairId, t.id),
    foreignKey({ columns: [t.pairId, t.inspectionId], foreignColumns: [inspection.pairId, inspection.id] }),
    foreignKey({ columns: [t.pairId, t.supersededById], foreignColumns: [t.pairId, t.id] }),
    uniqueIndex('outcome_one_live')
      .on(t.pairId, t.inspectionId)
      .where(sql`superseded_by_id is null and inspection_id is not null`),
    index('outcome_by_period').on(t.pairId, t.periodFrom),
  ],
);

/** What a conclusion asked for (kiến nghị, yêu cầu), and whether it is done. */
export const recommendation = pgTable(
  'recommendation',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id')
      .notNull()
      .references(() => pair.id),
    inspectionId: integer('inspection_id').notNull(),
    n: integer().notNull(),
    /** Null for sensitive kinds (C4). */
    words: text(),
    dueDay: day('due_day'),
    state: text({ enum: RECOMMENDATION_STATES }).notNull().default('open'),
    side: text({ enum: ['a', 'b'] }).notNull(),
    byPerson: integer('by_person')
      .notNull()
      .references(() => person.id),
    at: instant('at').notNull(),
    doneDay: day('done_day'),
    doneSymbol: text('done_symbol'),
    doneBy: integer('done_by').references(() => person.id),
    doneAt: instant('done_at'),
  },
  (t) => [
    unique('recommendation_pair_id').on(t.pairId, t.id),
    unique('recommendation_n').on(t.pairId, t.inspectionId, t.n),
    foreignKey({ columns: [t.pairId, t.inspectionId], foreignColumns: [inspection.pairId, inspection.id] }),
    index('recommendation_open').on(t.pairId, t.dueDay).where(sql`state = 'open'`),
  ],
);
