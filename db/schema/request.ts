import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { REASONS } from '../../src/domain/inspection.ts';
import type { Policy } from '../../src/domain/policy.ts';
import {
  ANSWERS,
  CAPACITIES,
  REQUEST_KINDS,
  REQUEST_STATES,
  STEP_KINDS,
  VIAS,
} from '../../src/domain/request.ts';
import { instant } from '../columns.ts';
import { inspection, inspectionVersion } from './inspection.ts';
import { person } from './person.ts';

/** Something asked of people, with a deadline and the policy frozen when it was made. */
export const request = pgTable(
  'request',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id').notNull(),
    inspectionId: integer('inspection_id').notNull(),
    versionId: integer('version_id').notNull(),
    kind: text({ enum: REQUEST_KINDS }).notNull(),
    /** The side that is asked; null: both (a notice). */
    side: text({ enum: ['a', 'b'] }),
    state: text({ enum: REQUEST_STATES }).notNull(),
    askedAt: instant('asked_at').notNull(),
    dueAt: instant('due_at').notNull(),
    /** Where the deadline comes from (R8): 'policy' | 'person' | 'paused' | 'short' | 'late'. */
    dueSource: text('due_source', { enum: ['policy', 'person', 'paused', 'short', 'late'] }).notNull(),
    urgent: boolean().notNull().default(false),
    urgentReason: text('urgent_reason'),
    policy: jsonb().$type<Policy>().notNull(),
    closedAt: instant('closed_at'),
  },
  (t) => [
    unique('request_pair_id').on(t.pairId, t.id),
    foreignKey({ columns: [t.pairId, t.inspectionId], foreignColumns: [inspection.pairId, inspection.id] }),
    foreignKey({
      columns: [t.pairId, t.versionId],
      foreignColumns: [inspectionVersion.pairId, inspectionVersion.id],
    }),
    index('request_by_inspection').on(t.pairId, t.inspectionId),
    // Whole, since a row is wide with its policy: a year's report reads the notices of thousands of inspections.
    index('request_notice')
      .on(t.inspectionId, t.id, t.pairId, t.versionId, t.askedAt, t.dueAt)
      .where(sql`kind = 'notice' and state <> 'void'`),
    index('request_open_notice').on(t.pairId, t.inspectionId).where(sql`kind = 'notice' and state = 'open'`),
    uniqueIndex('request_one_open')
      .on(t.pairId, t.inspectionId, t.kind)
      .where(sql`state = 'open' and kind <> 'notice'`),
  ],
);

/** Who is asked. Delivered, opened and answered are kept apart (R5); `substituteOf` names the asker replaced. */
export const recipient = pgTable(
  'recipient',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id').notNull(),
    requestId: integer('request_id').notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    side: text({ enum: ['a', 'b'] }).notNull(),
    capacity: text({ enum: CAPACITIES }).notNull(),
    deliveredAt: instant('delivered_at'),
    openedAt: instant('opened_at'),
    answeredAt: instant('answered_at'),
    /** The answer that stands now; its history is in `answer`. */
    answer: text({ enum: ANSWERS }),
    settledAt: instant('settled_at'),
    substituteOf: integer('substitute_of'),
    replacedBy: integer('replaced_by'),
  },
  (t) => [
    unique('recipient_pair_id').on(t.pairId, t.id),
    unique('recipient_once').on(t.requestId, t.personId),
    foreignKey({ columns: [t.pairId, t.requestId], foreignColumns: [request.pairId, request.id] }),
    index('recipient_by_person').on(t.personId, t.answeredAt),
    index('recipient_to_settle')
      .on(t.pairId, t.requestId)
      .where(sql`answer in ('substitute_asked', 'opinion') and settled_at is null and replaced_by is null`),
  ],
);

/** Append-only: every answer with who, side, version, when and how it came (R5). */
export const answer = pgTable(
  'answer',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id').notNull(),
    requestId: integer('request_id').notNull(),
    recipientId: integer('recipient_id').notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    versionId: integer('version_id').notNull(),
    answer: text({ enum: ANSWERS }).notNull(),
    reason: text({ enum: REASONS }),
    reasonText: text('reason_text'),
    via: text({ enum: VIAS }).notNull(),
    /** Who recorded it for the person; null: the person's own tap. */
    recordedBy: integer('recorded_by').references(() => person.id),
    at: instant('at').notNull(),
    voidedAt: instant('voided_at'),
  },
  (t) => [
    foreignKey({ columns: [t.pairId, t.requestId], foreignColumns: [request.pairId, request.id] }),
    foreignKey({ columns: [t.pairId, t.recipientId], foreignColumns: [recipient.pairId, recipient.id] }),
    index('answer_by_recipient').on(t.pairId, t.recipientId),
  ],
);

/** An obligation with its due instant: a reminder, an escalation, the day before. Swept, never a delayed job. */
export const dueStep = pgTable(
  'due_step',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id').notNull(),
    requestId: integer('request_id').notNull(),
    recipientId: integer('recipient_id'),
    kind: text({ enum: STEP_KINDS }).notNull(),
    dueAt: instant('due_at').notNull(),
    state: text({ enum: ['pending', 'done', 'skipped'] })
      .notNull()
      .default('pending'),
    reason: text(),
    doneAt: instant('done_at'),
  },
  (t) => [
    foreignKey({ columns: [t.pairId, t.requestId], foreignColumns: [request.pairId, request.id] }),
    foreignKey({ columns: [t.pairId, t.recipientId], foreignColumns: [recipient.pairId, recipient.id] }),
    index('due_step_pending').on(t.dueAt).where(sql`state = 'pending'`),
    index('due_step_by_request').on(t.pairId, t.requestId),
  ],
);
