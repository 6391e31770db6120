import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import {
  ANSWER_DUE_SOURCES,
  CHANNELS,
  DUTY_EVENTS,
  DUTY_PERIODS,
  EXCHANGE_STATES,
  EXCHANGE_STEP_KINDS,
  NATURES,
  RECEIPTS,
  SLOT_DUE_SOURCES,
  SLOT_STATES,
  WAITS,
} from '../../src/domain/exchange.ts';
import type { Policy } from '../../src/domain/policy.ts';
import { bigId, day, instant } from '../columns.ts';
import { auditChain } from './audit.ts';
import { inspection } from './inspection.ts';
import { pair, target } from './pair.ts';
import { person } from './person.ts';

/** Lexemes "<pair>.<word>"; written by the use case, searched by `find_exchanges`. */
const words = customType<{ data: string; driverData: string }>({ dataType: () => 'tsvector' });

/**
 * An information duty of the agreement: by period ("each quarter both sides exchange …") or by event ("within 5 days of …"). Of `period` and
 * `event` one is set.
 */
export const duty = pgTable(
  'duty',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id')
      .notNull()
      .references(() => pair.id),
    key: text().notNull(),
    name: text().notNull(),
    period: text({ enum: DUTY_PERIODS }),
    event: text({ enum: DUTY_EVENTS }),
    /** The event in words, as they follow "kể từ khi". */
    since: text(),
    /** The side that owes it; null: both. */
    side: text({ enum: ['a', 'b'] }),
    /** Due so many working days after the end of the period, or after the day of the event. */
    dueWorkingDays: integer('due_working_days'),
    /** Due so many days after the day of the event. */
    dueDays: integer('due_days'),
    /** Where the deadline is written (R8). */
    source: text(),
    fromDay: day('from_day').notNull(),
    /** Excluded. */
    toDay: day('to_day'),
  },
  (t) => [unique('duty_pair_id').on(t.pairId, t.id), unique('duty_pair_key').on(t.pairId, t.key)],
);

/** One period of a duty for one side, or one event: then its day. `periodTo` excluded. */
export const dutySlot = pgTable(
  'duty_slot',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id').notNull(),
    dutyId: integer('duty_id').notNull(),
    side: text({ enum: ['a', 'b'] }).notNull(),
    periodFrom: day('period_from').notNull(),
    periodTo: day('period_to').notNull(),
    /** What tells an event of the duty from the others; null: a period. */
    eventKey: text('event_key'),
    /** The inspection that was concluded. */
    inspectionId: integer('inspection_id'),
    openedAt: instant('opened_at').notNull(),
    dueAt: instant('due_at').notNull(),
    /** Null: working days. */
    dueSource: text('due_source', { enum: SLOT_DUE_SOURCES }),
    policy: jsonb().$type<Policy>().notNull(),
    state: text({ enum: SLOT_STATES }).notNull().default('open'),
    metBy: integer('met_by'),
    closedBy: integer('closed_by').references(() => person.id),
    closedAt: instant('closed_at'),
  },
  (t) => [
    unique('duty_slot_pair_id').on(t.pairId, t.id),
    uniqueIndex('duty_slot_once_a_period')
      .on(t.pairId, t.dutyId, t.side, t.periodFrom)
      .where(sql`event_key is null`),
    uniqueIndex('duty_slot_once_an_event')
      .on(t.pairId, t.dutyId, t.side, t.eventKey)
      .where(sql`event_key is not null`),
    foreignKey({ columns: [t.pairId, t.dutyId], foreignColumns: [duty.pairId, duty.id] }),
    foreignKey({ columns: [t.pairId, t.inspectionId], foreignColumns: [inspection.pairId, inspection.id] }),
    index('duty_slot_open').on(t.pairId, t.dueAt).where(sql`state = 'open'`),
  ],
);

/**
 * One entry of the exchange ledger (sổ trao đổi). What was logged never changes (R7): only the receipt, the answer, the join and
 * the successor are set later.
 */
export const exchange = pgTable(
  'exchange',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id')
      .notNull()
      .references(() => pair.id),
    code: text().notNull(),
    /** Whose document it is. */
    fromSide: text('from_side', { enum: ['a', 'b'] }).notNull(),
    /** The side that logged it: it owns the entry (R4). */
    loggedSide: text('logged_side', { enum: ['a', 'b'] }).notNull(),
    loggedBy: integer('logged_by')
      .notNull()
      .references(() => person.id),
    loggedAt: instant('logged_at').notNull(),
    nature: text({ enum: NATURES }).notNull(),
    channel: text({ enum: CHANNELS }).notNull(),
    docType: text('doc_type'),
    symbol: text(),
    /** The symbol as compared when both sides log one document. */
    symbolKey: text('symbol_key'),
    insisted: boolean().notNull().default(false),
    documentDay: day('document_day').notNull(),
    /** Trích yếu. Null for secret mail and for sensitive kinds (C4). */
    subject: text(),
    /** Code, symbol and subject as searched (R12). */
    folded: text().notNull(),
    words: words().notNull(),
    inspectionId: integer('inspection_id'),
    targetId: integer('target_id'),
    answerDueAt: instant('answer_due_at'),
    answerDueSource: text('answer_due_source', { enum: ANSWER_DUE_SOURCES }),
    /** The entry that this one answers. */
    answersId: integer('answers_id'),
    slotId: integer('slot_id'),
    supersedesId: integer('supersedes_id'),
    /** Frozen when it was logged (R8). */
    policy: jsonb().$type<Policy>().notNull(),
    /** The other side sees it from this instant. */
    crossesAt: instant('crosses_at').notNull(),
    /** What is done about it is counted from here, not from the crossing: by its deadline it had reached nobody. */
    askedAgainAt: instant('asked_again_at'),
    state: text({ enum: EXCHANGE_STATES }).notNull(),
    receipt: text({ enum: RECEIPTS }),
    receiptBy: integer('receipt_by').references((): AnyPgColumn => person.id),
    receiptAt: instant('receipt_at'),
    answeredById: integer('answered_by_id'),
    answeredAt: instant('answered_at'),
    supersededById: integer('superseded_by_id'),
  },
  (t) => [
    unique('exchange_pair_id').on(t.pairId, t.id),
    unique('exchange_pair_code').on(t.pairId, t.code),
    foreignKey({ columns: [t.pairId, t.inspectionId], foreignColumns: [inspection.pairId, inspection.id] }),
    foreignKey({ columns: [t.pairId, t.targetId], foreignColumns: [target.pairId, target.id] }),
    foreignKey({ columns: [t.pairId, t.answersId], foreignColumns: [t.pairId, t.id] }),
    foreignKey({ columns: [t.pairId, t.supersedesId], foreignColumns: [t.pairId, t.id] }),
    foreignKey({ columns: [t.pairId, t.answeredById], foreignColumns: [t.pairId, t.id] }),
    foreignKey({ columns: [t.pairId, t.supersededById], foreignColumns: [t.pairId, t.id] }),
    foreignKey({ columns: [t.pairId, t.slotId], foreignColumns: [dutySlot.pairId, dutySlot.id] }),
    index('exchange_by_day').on(t.pairId, t.documentDay, t.id),
    uniqueIndex('exchange_one_document')
      .on(t.pairId, t.fromSide, t.symbolKey, t.documentDay)
      .where(sql`symbol_key is not null and state in ('waiting', 'open')`),
    index('exchange_by_inspection').on(t.pairId, t.inspectionId).where(sql`inspection_id is not null`),
    // In the order in which the ledger is read, so that a page of few among many is still a short walk.
    index('exchange_unreceived')
      .on(t.pairId, t.documentDay, t.id)
      .where(sql`state in ('waiting', 'open') and receipt is distinct from 'received'`),
    index('exchange_unanswered')
      .on(t.pairId, t.documentDay, t.id)
      .where(sql`state in ('waiting', 'open') and answer_due_at is not null and answered_at is null`),
    // Without a list of pending entries, which each search would read to its end.
    index('exchange_words').using('gin', t.words).with({ fastupdate: false }),
  ],
);

/** An obligation of an exchange or of a duty's slot with its due instant; swept like `due_step`. */
export const exchangeStep = pgTable(
  'exchange_step',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id').notNull(),
    exchangeId: integer('exchange_id'),
    slotId: integer('slot_id'),
    kind: text({ enum: EXCHANGE_STEP_KINDS }).notNull(),
    /** What is waited for: the receipt, the answer, or the duty. */
    of: text({ enum: WAITS }).notNull(),
    dueAt: instant('due_at').notNull(),
    state: text({ enum: ['pending', 'done', 'skipped'] })
      .notNull()
      .default('pending'),
    reason: text(),
    doneAt: instant('done_at'),
  },
  (t) => [
    foreignKey({ columns: [t.pairId, t.exchangeId], foreignColumns: [exchange.pairId, exchange.id] }),
    foreignKey({ columns: [t.pairId, t.slotId], foreignColumns: [dutySlot.pairId, dutySlot.id] }),
    index('exchange_step_pending').on(t.dueAt).where(sql`state = 'pending'`),
    index('exchange_step_by_exchange').on(t.exchangeId).where(sql`exchange_id is not null`),
    index('exchange_step_by_slot').on(t.slotId).where(sql`slot_id is not null`),
  ],
);

/** The last number given to an exchange code, by pair and year. */
export const exchangeCounter = pgTable(
  'exchange_counter',
  {
    pairId: integer('pair_id')
      .notNull()
      .references(() => pair.id),
    year: integer().notNull(),
    last: integer().notNull(),
  },
  (t) => [unique('exchange_counter_once').on(t.pairId, t.year)],
);

/** Append-only: a head of the pair's audit chain that was put before both sides, by the clock once a month or by a đầu mối. */
export const chainHead = pgTable(
  'chain_head',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id')
      .notNull()
      .references(() => pair.id),
    chainId: integer('chain_id')
      .notNull()
      .references(() => auditChain.id),
    /** The first day of the month. */
    month: day('month').notNull(),
    kind: text({ enum: ['month', 'asked'] })
      .notNull()
      .default('month'),
    seq: bigId('seq').notNull(),
    hash: text().notNull(),
    shownAt: instant('shown_at').notNull(),
  },
  (t) => [
    unique('chain_head_pair_id').on(t.pairId, t.id),
    uniqueIndex('chain_head_monthly').on(t.pairId, t.month).where(sql`kind = 'month'`),
  ],
);

/** Append-only: one side's đầu mối confirmed a head. */
export const chainSignature = pgTable(
  'chain_signature',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    pairId: integer('pair_id').notNull(),
    headId: integer('head_id').notNull(),
    side: text({ enum: ['a', 'b'] }).notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    at: instant('at').notNull(),
  },
  (t) => [
    unique('chain_signature_once').on(t.pairId, t.headId, t.side),
    foreignKey({ columns: [t.pairId, t.headId], foreignColumns: [chainHead.pairId, chainHead.id] }),
  ],
);
