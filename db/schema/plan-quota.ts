import { type SQL, sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  foreignKey,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { KIND_KEYS } from '../../src/domain/kinds.ts';
import { QUOTA_MEASURES, QUOTA_SPANS, QUOTA_STATES } from '../../src/domain/plan-quota.ts';
import { instant } from '../columns.ts';
import { pair } from './pair.ts';
import { person } from './person.ts';

/**
 * What the two sides of a pair want to reach in a year or a term (R3), agreed by both (R4). A row never changes what it says: another number
 * is another row that `replacesId` names the old one by; `least` 0 of such a row: the old one is to go and nothing takes its place.
 */
export const planQuota = pgTable(
  'plan_quota',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id')
      .notNull()
      .references(() => pair.id),
    /** Null: all kinds. */
    kind: text({ enum: KIND_KEYS }),
    span: text({ enum: QUOTA_SPANS }).notNull(),
    measure: text({ enum: QUOTA_MEASURES }).notNull(),
    least: integer().notNull(),
    replacesId: integer('replaces_id'),
    state: text({ enum: QUOTA_STATES }).notNull().default('open'),
    side: text({ enum: ['a', 'b'] }).notNull(),
    byPerson: integer('by_person')
      .notNull()
      .references(() => person.id),
    at: instant('at').notNull(),
    answeredBy: integer('answered_by').references(() => person.id),
    answeredAt: instant('answered_at'),
    /** When another one, or none, took its place. */
    endedAt: instant('ended_at'),
  },
  (t) => [
    unique('plan_quota_pair_id').on(t.pairId, t.id),
    foreignKey({ columns: [t.pairId, t.replacesId], foreignColumns: [t.pairId, t.id] }),
    uniqueIndex('plan_quota_one_holds')
      .on(t.pairId, t.span, t.measure, kindKey(t.kind))
      .where(sql`state = 'holds'`),
    uniqueIndex('plan_quota_one_open')
      .on(t.pairId, t.span, t.measure, kindKey(t.kind))
      .where(sql`state = 'open'`),
  ],
);

/** Nulls differ in an index: two quotas of all kinds must not. */
function kindKey(kind: AnyPgColumn): SQL {
  return sql`coalesce(${kind}, '')`;
}
