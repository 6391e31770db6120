import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import {
  INSPECTION_STATES,
  MODES,
  REASONS,
  SESSION_KINDS,
  SUBJECT_BODIES,
  SYMBOL_USES,
} from '../../src/domain/inspection.ts';
import { KIND_KEYS } from '../../src/domain/kinds.ts';
import { TEAM_ROLES } from '../../src/domain/team.ts';
import { day, instant } from '../columns.ts';
import { pair, target } from './pair.ts';
import { person } from './person.ts';

/** An inspection (cuộc kiểm tra, giám sát). Its content is in the version named by `versionId` (R1, R5). */
export const inspection = pgTable(
  'inspection',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id')
      .notNull()
      .references(() => pair.id),
    code: text(),
    state: text({ enum: INSPECTION_STATES }).notNull(),
    /** The side that proposed: it owns the entry (R4). */
    side: text({ enum: ['a', 'b'] }).notNull(),
    draftedBy: integer('drafted_by')
      .notNull()
      .references(() => person.id),
    versionId: integer('version_id'),
    /** The other side sees it from this instant; null: never crossed. */
    crossesAt: instant('crosses_at'),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    unique('inspection_pair_id').on(t.pairId, t.id),
    unique('inspection_pair_code').on(t.pairId, t.code),
    index('inspection_by_pair_state').on(t.pairId, t.state),
    index('inspection_by_version').on(t.versionId),
  ],
);

/** Immutable content. n = 0 until agreement, then "Điều chỉnh lần n"; `round` counts proposals of the same n. */
export const inspectionVersion = pgTable(
  'inspection_version',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id').notNull(),
    inspectionId: integer('inspection_id').notNull(),
    n: integer().notNull(),
    round: integer().notNull(),
    targetId: integer('target_id').notNull(),
    /** So many of its members are inspected, a number and no names; `isOfMembers`: they alone, not the organisation. */
    memberCount: integer('member_count').notNull().default(0),
    isOfMembers: boolean('is_of_members').notNull().default(false),
    kind: text({ enum: KIND_KEYS }).notNull(),
    subjectBody: text('subject_body', { enum: SUBJECT_BODIES }).notNull(),
    /** Null for sensitive kinds (C4). */
    subject: text(),
    leadSide: text('lead_side', { enum: ['a', 'b'] }).notNull(),
    mode: text({ enum: MODES }).notNull(),
    windowFrom: day('window_from').notNull(),
    /** Excluded. */
    windowTo: day('window_to').notNull(),
    /** The period that is looked into (mốc thời gian), null: not said; `coveredTo` excluded, null beside a first day: up to when it is held. */
    coveredFrom: day('covered_from'),
    coveredTo: day('covered_to'),
    madeBy: integer('made_by')
      .notNull()
      .references(() => person.id),
    madeSide: text('made_side', { enum: ['a', 'b'] }).notNull(),
    madeAt: instant('made_at').notNull(),
    reason: text({ enum: REASONS }),
    reasonText: text('reason_text'),
    confirmedBy: integer('confirmed_by').references(() => person.id),
    confirmedAt: instant('confirmed_at'),
    refusedAt: instant('refused_at'),
  },
  (t) => [
    unique('inspection_version_pair_id').on(t.pairId, t.id),
    unique('inspection_version_round').on(t.pairId, t.inspectionId, t.n, t.round),
    foreignKey({ columns: [t.pairId, t.inspectionId], foreignColumns: [inspection.pairId, inspection.id] }),
    foreignKey({ columns: [t.pairId, t.targetId], foreignColumns: [target.pairId, target.id] }),
    index('inspection_version_by_target').on(t.pairId, t.targetId, t.windowFrom),
    index('inspection_version_by_end').on(t.windowTo),
  ],
);

/**
 * A session (buổi) of one version: hour and place. `addedAt`: said later by the lead, which makes no version of it; null: made with the
 * version. `supersededAt`: since when another place is said, in a row of its own. What somebody answered was what stood at that instant.
 */
export const inspectionSession = pgTable(
  'inspection_session',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id').notNull(),
    versionId: integer('version_id').notNull(),
    kind: text({ enum: SESSION_KINDS }).notNull(),
    startsAt: instant('starts_at').notNull(),
    place: text().notNull(),
    addedAt: instant('added_at'),
    addedBy: integer('added_by').references(() => person.id),
    supersededAt: instant('superseded_at'),
  },
  (t) => [
    foreignKey({
      columns: [t.pairId, t.versionId],
      foreignColumns: [inspectionVersion.pairId, inspectionVersion.id],
    }),
    index('inspection_session_by_version').on(t.versionId, t.startsAt),
    index('inspection_session_by_start').on(t.startsAt),
  ],
);

/** The team (đoàn): each side names its own people (R4); one head at most, of the side that leads. */
export const inspectionTeam = pgTable(
  'inspection_team',
  {
    pairId: integer('pair_id').notNull(),
    inspectionId: integer('inspection_id').notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    side: text({ enum: ['a', 'b'] }).notNull(),
    role: text({ enum: TEAM_ROLES }).notNull().default('member'),
  },
  (t) => [
    primaryKey({ columns: [t.pairId, t.inspectionId, t.personId] }),
    uniqueIndex('inspection_team_one_head').on(t.pairId, t.inspectionId).where(sql`role = 'head'`),
    foreignKey({ columns: [t.pairId, t.inspectionId], foreignColumns: [inspection.pairId, inspection.id] }),
    index('inspection_team_by_person').on(t.personId),
  ],
);

/** A document symbol attached to the card; not material (no new version). */
export const inspectionSymbol = pgTable(
  'inspection_symbol',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id').notNull(),
    inspectionId: integer('inspection_id').notNull(),
    use: text({ enum: SYMBOL_USES }).notNull(),
    symbol: text().notNull(),
    folded: text().notNull(),
    documentDay: day('document_day').notNull(),
    side: text({ enum: ['a', 'b'] }).notNull(),
    byPerson: integer('by_person')
      .notNull()
      .references(() => person.id),
    insisted: boolean().notNull().default(false),
    at: instant('at').notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.pairId, t.inspectionId], foreignColumns: [inspection.pairId, inspection.id] }),
    index('inspection_symbol_by_inspection').on(t.pairId, t.inspectionId),
    uniqueIndex('inspection_symbol_once').on(t.pairId, t.inspectionId, t.use, t.symbol),
  ],
);

/** How a found overlap was settled by a person (R2): kept with a reason. */
export const overlapSettled = pgTable(
  'overlap_settled',
  {
    pairId: integer('pair_id').notNull(),
    inspectionId: integer('inspection_id').notNull(),
    otherId: integer('other_id').notNull(),
    reasonText: text('reason_text').notNull(),
    byPerson: integer('by_person')
      .notNull()
      .references(() => person.id),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.pairId, t.inspectionId, t.otherId] }),
    foreignKey({ columns: [t.pairId, t.inspectionId], foreignColumns: [inspection.pairId, inspection.id] }),
    foreignKey({ columns: [t.pairId, t.otherId], foreignColumns: [inspection.pairId, inspection.id] }),
  ],
);
