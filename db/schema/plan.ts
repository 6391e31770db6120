import { sql } from 'drizzle-orm';
import {
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { MODES, REASONS } from '../../src/domain/inspection.ts';
import { KIND_KEYS } from '../../src/domain/kinds.ts';
import {
  FINDING_KINDS,
  FINDING_STATES,
  PLAN_ITEM_ENDS,
  PLAN_ITEM_SOURCES,
  PLAN_STATES,
  SETTLEMENT_STATES,
  SETTLEMENTS,
} from '../../src/domain/plan.ts';
import { VIAS } from '../../src/domain/request.ts';
import { day, instant } from '../columns.ts';
import { inspection, inspectionVersion } from './inspection.ts';
import { pair, target } from './pair.ts';
import { person } from './person.ts';

/** The plan of one pair for one year. The days of its steps are frozen when it is opened; days to count to, included. */
export const yearPlan = pgTable(
  'year_plan',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id')
      .notNull()
      .references(() => pair.id),
    year: integer().notNull(),
    state: text({ enum: PLAN_STATES }).notNull().default('drafting'),
    exchangeDue: day('exchange_due').notNull(),
    agreeDue: day('agree_due').notNull(),
    openedAt: instant('opened_at').notNull(),
    comparedAt: instant('compared_at'),
    agreedAt: instant('agreed_at'),
    frozenSymbol: text('frozen_symbol'),
    frozenDay: day('frozen_day'),
    frozenBy: integer('frozen_by').references(() => person.id),
    frozenAt: instant('frozen_at'),
  },
  (t) => [unique('year_plan_pair_id').on(t.pairId, t.id), unique('year_plan_year').on(t.pairId, t.year)],
);

/** What a side has done with its part: given it to the other (locked), agreed to the whole. Its leader's word, or recorded from it. */
export const yearPlanSide = pgTable(
  'year_plan_side',
  {
    pairId: integer('pair_id').notNull(),
    planId: integer('plan_id').notNull(),
    side: text({ enum: ['a', 'b'] }).notNull(),
    /** Its own leader was asked whether it may cross; locked from then on, until it is sent back with a reason. */
    askedAt: instant('asked_at'),
    askedBy: integer('asked_by').references(() => person.id),
    returnedReason: text('returned_reason', { enum: REASONS }),
    exchangedAt: instant('exchanged_at'),
    exchangedBy: integer('exchanged_by').references(() => person.id),
    agreedAt: instant('agreed_at'),
    agreedBy: integer('agreed_by').references(() => person.id),
    agreedVia: text('agreed_via', { enum: VIAS }),
  },
  (t) => [
    primaryKey({ columns: [t.pairId, t.planId, t.side] }),
    foreignKey({ columns: [t.pairId, t.planId], foreignColumns: [yearPlan.pairId, yearPlan.id] }),
  ],
);

/**
 * A line of a plan. What it says never changes: a new window is a new line that `replacedById` names, so that what was settled
 * about the old one does not pass for the new one. `side` null: a joint line of both sides, made by merging two.
 */
export const planItem = pgTable(
  'plan_item',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id').notNull(),
    planId: integer('plan_id').notNull(),
    /** The side that owns it (R4). */
    side: text({ enum: ['a', 'b'] }),
    targetId: integer('target_id').notNull(),
    kind: text({ enum: KIND_KEYS }).notNull(),
    /** Null for sensitive kinds (C4). */
    subject: text(),
    leadSide: text('lead_side', { enum: ['a', 'b'] }).notNull(),
    mode: text({ enum: MODES }).notNull(),
    windowFrom: day('window_from').notNull(),
    /** Excluded. */
    windowTo: day('window_to').notNull(),
    source: text({ enum: PLAN_ITEM_SOURCES }).notNull(),
    madeBy: integer('made_by')
      .notNull()
      .references(() => person.id),
    madeAt: instant('made_at').notNull(),
    ended: text({ enum: PLAN_ITEM_ENDS }),
    endedAt: instant('ended_at'),
    replacedById: integer('replaced_by_id'),
    /** The inspection that was made of it. */
    inspectionId: integer('inspection_id'),
  },
  (t) => [
    unique('plan_item_pair_id').on(t.pairId, t.id),
    foreignKey({ columns: [t.pairId, t.planId], foreignColumns: [yearPlan.pairId, yearPlan.id] }),
    foreignKey({ columns: [t.pairId, t.targetId], foreignColumns: [target.pairId, target.id] }),
    foreignKey({ columns: [t.pairId, t.replacedById], foreignColumns: [t.pairId, t.id] }),
    foreignKey({ columns: [t.pairId, t.inspectionId], foreignColumns: [inspection.pairId, inspection.id] }),
    index('plan_item_by_plan').on(t.pairId, t.planId, t.windowFrom, t.id),
    index('plan_item_by_target').on(t.pairId, t.targetId),
    uniqueIndex('plan_item_inspection').on(t.pairId, t.inspectionId).where(sql`inspection_id is not null`),
  ],
);

/**
 * What comparing found: two lines (the lower id first), a line and what was agreed of an inspection, or an organisation that nobody
 * inspects. Once per pair of these.
 */
export const planFinding = pgTable(
  'plan_finding',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id').notNull(),
    planId: integer('plan_id').notNull(),
    kind: text({ enum: FINDING_KINDS }).notNull(),
    itemId: integer('item_id'),
    otherId: integer('other_id'),
    /** The version of an inspection that stood when it was found: another one is another finding (R5). */
    versionId: integer('version_id'),
    targetId: integer('target_id'),
    reasons: text().array().notNull(),
    state: text({ enum: FINDING_STATES }).notNull().default('open'),
    foundAt: instant('found_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (t) => [
    unique('plan_finding_pair_id').on(t.pairId, t.id),
    foreignKey({ columns: [t.pairId, t.planId], foreignColumns: [yearPlan.pairId, yearPlan.id] }),
    foreignKey({ columns: [t.pairId, t.itemId], foreignColumns: [planItem.pairId, planItem.id] }),
    foreignKey({ columns: [t.pairId, t.otherId], foreignColumns: [planItem.pairId, planItem.id] }),
    foreignKey({
      columns: [t.pairId, t.versionId],
      foreignColumns: [inspectionVersion.pairId, inspectionVersion.id],
    }),
    foreignKey({ columns: [t.pairId, t.targetId], foreignColumns: [target.pairId, target.id] }),
    uniqueIndex('plan_finding_overlap').on(t.pairId, t.itemId, t.otherId).where(sql`kind = 'overlap'`),
    uniqueIndex('plan_finding_inspection')
      .on(t.pairId, t.itemId, t.versionId)
      .where(sql`version_id is not null`),
    uniqueIndex('plan_finding_gap').on(t.pairId, t.planId, t.targetId).where(sql`kind = 'gap'`),
    index('plan_finding_open').on(t.pairId, t.planId).where(sql`state = 'open'`),
  ],
);

/** How one side wants a finding settled, and what the other said (R4). */
export const planSettlement = pgTable(
  'plan_settlement',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id').notNull(),
    findingId: integer('finding_id').notNull(),
    how: text({ enum: SETTLEMENTS }).notNull(),
    /** Of a shift: the line that moves. */
    itemId: integer('item_id'),
    /** Of a line that fills a gap. */
    kind: text({ enum: KIND_KEYS }),
    /** Of a merge, a shift and a line that fills a gap; `windowTo` excluded. */
    windowFrom: day('window_from'),
    windowTo: day('window_to'),
    /** Of a merge. */
    leadSide: text('lead_side', { enum: ['a', 'b'] }),
    mode: text({ enum: MODES }),
    reason: text({ enum: REASONS }),
    reasonText: text('reason_text'),
    state: text({ enum: SETTLEMENT_STATES }).notNull().default('open'),
    side: text({ enum: ['a', 'b'] }).notNull(),
    byPerson: integer('by_person')
      .notNull()
      .references(() => person.id),
    at: instant('at').notNull(),
    answeredBy: integer('answered_by').references(() => person.id),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    unique('plan_settlement_pair_id').on(t.pairId, t.id),
    foreignKey({ columns: [t.pairId, t.findingId], foreignColumns: [planFinding.pairId, planFinding.id] }),
    foreignKey({ columns: [t.pairId, t.itemId], foreignColumns: [planItem.pairId, planItem.id] }),
    uniqueIndex('plan_settlement_one_open').on(t.pairId, t.findingId).where(sql`state = 'open'`),
  ],
);
