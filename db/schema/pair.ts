import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Policy } from '../../src/domain/policy.ts';
import { day, instant } from '../columns.ts';
import { committee, person } from './person.ts';

/** Two committees under one agreement (quy chế phối hợp): side a and side b. */
export const pair = pgTable('pair', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  key: text().notNull().unique(),
  name: text().notNull(),
  committeeA: integer('committee_a')
    .notNull()
    .references(() => committee.id),
  committeeB: integer('committee_b')
    .notNull()
    .references(() => committee.id),
  relation: text({ enum: ['peers', 'a_above', 'b_above'] }).notNull(),
  policy: jsonb().$type<Policy>().notNull(),
  /** The agreement as a document, "05-QC/UBKTTU" and its day; both or none. Who issued it stands where that is not both committees. */
  agreementSymbol: text('agreement_symbol'),
  agreementDay: day('agreement_day'),
  agreementIssuers: text('agreement_issuers'),
});

/** One person's role on one side of one pair; `toDay` excluded. */
export const membership = pgTable(
  'membership',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id')
      .notNull()
      .references(() => pair.id),
    side: text({ enum: ['a', 'b'] }).notNull(),
    committeeId: integer('committee_id')
      .notNull()
      .references(() => committee.id),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    role: text({ enum: ['secretary', 'member', 'chair', 'vice', 'observer'] }).notNull(),
    fromDay: day('from_day').notNull(),
    toDay: day('to_day'),
  },
  (t) => [
    unique('membership_pair_id').on(t.pairId, t.id),
    unique('membership_pair_person').on(t.pairId, t.personId),
    index('membership_by_person').on(t.personId),
  ],
);

/** A party organisation that is inspected (tổ chức đảng được kiểm tra, giám sát). Ended ones stay readable (R9). */
export const target = pgTable(
  'target',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id')
      .notNull()
      .references(() => pair.id),
    key: text().notNull(),
    name: text().notNull(),
    folded: text().notNull(),
    parentId: integer('parent_id'),
    successorId: integer('successor_id'),
    fromDay: day('from_day'),
    toDay: day('to_day'),
  },
  (t) => [
    unique('target_pair_id').on(t.pairId, t.id),
    unique('target_pair_key').on(t.pairId, t.key),
    foreignKey({ columns: [t.pairId, t.parentId], foreignColumns: [t.pairId, t.id] }),
    foreignKey({ columns: [t.pairId, t.successorId], foreignColumns: [t.pairId, t.id] }),
  ],
);

export const targetAlias = pgTable(
  'target_alias',
  {
    pairId: integer('pair_id').notNull(),
    targetId: integer('target_id').notNull(),
    alias: text().notNull(),
    folded: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.pairId, t.targetId, t.alias] }),
    foreignKey({ columns: [t.pairId, t.targetId], foreignColumns: [target.pairId, target.id] }),
  ],
);

/** The member in charge of an area (phụ trách địa bàn), and people who belong to the target themselves. */
export const targetPerson = pgTable(
  'target_person',
  {
    pairId: integer('pair_id').notNull(),
    targetId: integer('target_id').notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    tie: text({ enum: ['in_charge', 'belongs'] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.pairId, t.targetId, t.personId, t.tie] }),
    foreignKey({ columns: [t.pairId, t.targetId], foreignColumns: [target.pairId, target.id] }),
  ],
);

/** A one-time invitation: only the token's SHA-256 is kept (C6). `invitedBy` null: the operator. */
export const invitation = pgTable(
  'invitation',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id')
      .notNull()
      .references(() => pair.id),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    tokenHash: text('token_hash').notNull().unique(),
    invitedBy: integer('invited_by').references(() => person.id),
    madeAt: instant('made_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    unique('invitation_pair_id').on(t.pairId, t.id),
    uniqueIndex('invitation_one_open').on(t.personId).where(sql`used_at is null and revoked_at is null`),
  ],
);

/** The last number given to an inspection code, by pair and year; gaps allowed, never reused. */
export const codeCounter = pgTable(
  'code_counter',
  {
    pairId: integer('pair_id')
      .notNull()
      .references(() => pair.id),
    year: integer().notNull(),
    last: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.pairId, t.year] })],
);

/** Whether a side's own leader must approve what crosses to the other side. */
export const sideSetting = pgTable(
  'side_setting',
  {
    pairId: integer('pair_id')
      .notNull()
      .references(() => pair.id),
    side: text({ enum: ['a', 'b'] }).notNull(),
    leaderApproves: boolean('leader_approves').notNull(),
  },
  (t) => [primaryKey({ columns: [t.pairId, t.side] })],
);
