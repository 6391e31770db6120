import { z } from 'zod';
import { WAITS } from '../../domain/exchange.ts';
import { FEED_DETAILS } from '../../domain/feed.ts';
import { LETTER_KINDS } from '../../domain/letter.ts';

// What rows of the outbox refer to, in parts that several kinds share. A row may wait across an upgrade: it is parsed when it is read.

/** The number of a row. */
export const id = z.int();

/** What any row may bear besides what it is about. */
export const AROUND = {
  /** Deferred while its person is away: the absence. */
  awayId: id.optional(),
  /** Told to a colleague who stands in for this person. */
  insteadOf: id.optional(),
  /** A digest handed out at the same time says it too: where that makes a sound, this makes none. */
  inDigest: z.boolean().optional(),
  /** The outbox row whose message is edited, while that message has no id yet. */
  editOf: id.optional(),
};

/** Of one request about an inspection; `recipientId`: as one of those it asks. */
export const REQUEST_REF = { inspectionId: id, requestId: id, recipientId: id.optional() };

const STEPS = ['reminder', 'own-leader', 'across', 'day-before'] as const;

/** A step of a request as a message speaks of it. */
export const stepRef = z.object({ kind: z.enum(STEPS), ...REQUEST_REF });
export type StepRef = z.output<typeof stepRef>;

/** A step of an entry or of a duty's slot as a message speaks of it. */
export const ledgerRef = z.object({
  step: z.enum(['reminder', 'own_leader', 'across']),
  of: z.enum(WAITS),
  exchangeId: id.optional(),
  slotId: id.optional(),
});
export type LedgerRef = z.output<typeof ledgerRef>;

/** A deferred message: what it would have said by itself. In rows their list bears the name "held". */
export const deferredRef = z.object({ kind: z.string(), pairId: id.nullable(), ref: z.unknown() });
export type DeferredRef = z.output<typeof deferredRef>;

/** What became of an inspection, as its đầu mối and leaders hear of it. */
export const OUTCOME_NOTES = [
  'crossed',
  'received',
  'direct_talk',
  'agreed',
  'countered',
  'declined',
  'official',
  'approved',
  'not_approved',
  'opinion',
  'change_confirmed',
  'scheduled',
  'change_refused',
  'stop_asked',
  'stopped',
  'stop_refused',
  'not_held_asked',
  'not_held',
  'not_held_refused',
  'started',
  'concluded',
  'result',
  'result_corrected',
  'substitute_asked',
  'substitute_set',
  'recorded',
  'team_role',
  'unreached',
] as const;
export type OutcomeNote = (typeof OUTCOME_NOTES)[number];

/** Files that are made when they go out, each with what it is made of. */
export const FILE = z.discriminatedUnion('make', [
  z.object({ make: z.literal('letter'), inspectionId: id, letter: z.enum(LETTER_KINDS) }),
  z.object({ make: z.literal('exchange-letter'), exchangeId: id }),
  // Which part of a log: the group and the period by their numbers.
  z.object({ make: z.enum(['log-csv', 'log-proof']), log: z.tuple([z.int(), z.int()]) }),
  z.object({ make: z.enum(['weeks', 'plan-month']) }),
  // Whose calendar, a committee's or (0) the person's own, and how much of it.
  z.object({ make: z.literal('calendar'), feed: z.tuple([z.int(), z.enum(FEED_DETAILS)]) }),
  z.object({ make: z.literal('card-calendar'), inspectionId: id }),
  // Which page of a picture of several, from 0.
  z.object({ make: z.enum(['plan-year', 'plan-cover']), planId: id, page: z.int().optional() }),
  z.object({
    make: z.enum(['plan-template', 'plan-xlsx', 'plan-annex-docx', 'plan-annex-xlsx']),
    planId: id,
  }),
  // Which report: the pair (0: all of the reader's) and its days, `to` excluded.
  z.object({
    make: z.enum(['report-xlsx', 'report-docx', 'report-csv', 'report-png']),
    report: z.object({ choice: z.int(), from: z.string(), to: z.string() }),
  }),
]);
export type FileRef = z.output<typeof FILE>;
export type FileKind = FileRef['make'];
/** What a file of a kind is made of. */
export type FileRefOf<Kind extends FileKind, Ref = FileRef> = Ref extends { make: infer Made }
  ? Kind extends Made
    ? Ref
    : never
  : never;
