import { z } from 'zod';
import { DIGEST_KINDS } from '../../domain/digest.ts';
import { RECEIPTS } from '../../domain/exchange.ts';
import type { Message } from '../../domain/message.ts';
import type { OutboxKind } from '../../domain/outbox-kind.ts';
import {
  AROUND,
  deferredRef,
  FILE,
  id,
  ledgerRef,
  OUTCOME_NOTES,
  type OutcomeNote,
  REQUEST_REF,
  type StepRef,
  stepRef,
} from './refs.ts';

/** How a kind is told. */
type Flags = {
  /** Whether one asks something of its reader (to answer, decide, confirm, put right, come, or not come) or informs (R15). */
  says: 'asks' | 'informs';
  /** Notes that say otherwise than the kind. */
  but?: readonly string[];
  /** Outside of working time it goes without a sound (R14); the others are said when somebody has acted, at any hour. */
  isOfHours: boolean;
  /** It asks for no answer by itself: the last sound of a day and of a week is left to what does (R15). */
  yields?: true;
  /** It asks something of its reader, or reminds of it: told to the colleague who stands in as well. The rest is news for the person alone. */
  toStandIn?: true;
  /** It shows the person's own doing, or is a file they asked for: never put off while they are away. */
  isOwnDoing?: true;
  /** Finished or a file: it goes by itself and not in the one message of what was deferred. */
  goesAlone?: true;
  /** It is said again and again of the same thing: of several that wait, each keeps what no later one says. */
  repeats?: true;
  /** It speaks of everyone asked; the others load only their own recipient, so that a broadcast stays cheap. */
  ofAll?: true;
  /** It is for whoever holds the role, and passes to a successor with it. */
  ofRole?: true;
};

const kind = <Ref extends z.ZodType>(ref: Ref, flags: Flags) => ({ ref, ...flags });
const of = <Shape extends z.ZodRawShape>(shape: Shape) => z.object({ ...shape, ...AROUND });

const STEP = of({ ...REQUEST_REF, also: z.array(stepRef).optional() });

/**
 * Each kind of message once: what it refers to, parsed when a row is read, and how it is told. Composed again at sending, from
 * ids; only `said` is finished (answers to typing).
 */
export const KINDS = {
  said: kind(
    of({
      message: z.custom<Message>((given) => typeof given === 'object' && given !== null && 'lines' in given),
      note: z.enum(['confirm-account', 'handover-offered', 'unreachable', 'returned']).optional(),
      /** What was said to a stranger, or that there was too much: by this it is not said again too soon. */
      told: z.string().optional(),
      /** The language of someone who has no account yet. */
      locale: z.enum(['vi', 'en']).optional(),
      /** The topic of a group in which an answer belongs; absent: the topic that the group was bound in. */
      threadId: z.int().optional(),
    }),
    {
      says: 'informs',
      but: ['confirm-account', 'handover-offered', 'unreachable'],
      isOfHours: false,
      goesAlone: true,
    },
  ),
  proposal: kind(of(REQUEST_REF), { says: 'asks', isOfHours: false, toStandIn: true, ofRole: true }),
  decision: kind(of(REQUEST_REF), { says: 'asks', isOfHours: false, toStandIn: true, ofRole: true }),
  approval: kind(of(REQUEST_REF), { says: 'asks', isOfHours: false, toStandIn: true, ofRole: true }),
  push: kind(of(REQUEST_REF), { says: 'asks', isOfHours: true, toStandIn: true }),
  reminder: kind(STEP, { says: 'asks', isOfHours: true, toStandIn: true, repeats: true }),
  'own-leader': kind(STEP, {
    says: 'asks',
    isOfHours: true,
    toStandIn: true,
    repeats: true,
    ofAll: true,
    ofRole: true,
  }),
  across: kind(STEP, {
    says: 'asks',
    isOfHours: true,
    toStandIn: true,
    repeats: true,
    ofAll: true,
    ofRole: true,
  }),
  'day-before': kind(STEP, {
    says: 'asks',
    isOfHours: true,
    yields: true,
    toStandIn: true,
    repeats: true,
  }),
  change: kind(of(REQUEST_REF), { says: 'asks', isOfHours: false, toStandIn: true, ofRole: true }),
  outcome: kind(
    of({
      inspectionId: id,
      requestId: id.optional(),
      recipientId: id.optional(),
      note: z.enum(OUTCOME_NOTES),
    }),
    {
      says: 'informs',
      but: [
        'countered',
        'declined',
        'not_approved',
        'opinion',
        'substitute_asked',
        'unreached',
        'change_refused',
        'stop_refused',
        'not_held_refused',
        'stopped',
      ] satisfies OutcomeNote[],
      isOfHours: false,
      ofAll: true,
      ofRole: true,
    },
  ),
  'group-event': kind(of({ inspectionId: id, requestId: id }), {
    says: 'informs',
    isOfHours: true,
    ofAll: true,
  }),
  'group-tally': kind(of({ inspectionId: id, requestId: id }), {
    says: 'informs',
    isOfHours: true,
    ofAll: true,
  }),
  /** `noted`: a document of the other side's that was logged for it. */
  exchange: kind(of({ exchangeId: id, note: z.enum(['noted']).optional() }), {
    says: 'asks',
    but: ['noted'],
    isOfHours: true,
    toStandIn: true,
    ofRole: true,
  }),
  'exchange-state': kind(of({ exchangeId: id }), { says: 'informs', isOfHours: true, isOwnDoing: true }),
  'exchange-news': kind(of({ exchangeId: id, note: z.enum(RECEIPTS).optional() }), {
    says: 'asks',
    isOfHours: false,
    ofRole: true,
  }),
  'exchange-step': kind(of({ ledger: z.array(ledgerRef) }), {
    says: 'asks',
    isOfHours: true,
    toStandIn: true,
    repeats: true,
    ofRole: true,
  }),
  plan: kind(of({ planId: id, note: z.enum(['approve', 'approved', 'returned', 'exchanged', 'compared']) }), {
    says: 'asks',
    but: ['approved'],
    isOfHours: true,
    ofRole: true,
  }),
  'plan-finding': kind(of({ planId: id, note: z.enum(['asked', 'answered']) }), {
    says: 'asks',
    but: ['answered'],
    isOfHours: true,
  }),
  file: kind(FILE.and(z.object(AROUND)), {
    says: 'informs',
    isOfHours: true,
    isOwnDoing: true,
    goesAlone: true,
  }),
  'chain-head': kind(of({ headId: id }), { says: 'asks', isOfHours: false, ofRole: true }),
  /** The instant of its slot, and whether it goes out late. */
  digest: kind(
    of({ digest: z.object({ kind: z.enum(DIGEST_KINDS), of: z.string(), isLate: z.boolean() }) }),
    { says: 'asks', isOfHours: true, yields: true, repeats: true },
  ),
  board: kind(of({}), { says: 'informs', isOfHours: true }),
  /** What was deferred for a person, said in one message when they are back. */
  'while-away': kind(of({ held: z.array(deferredRef) }), { says: 'asks', isOfHours: true, goesAlone: true }),
} satisfies Record<OutboxKind, Flags & { ref: z.ZodType }>;

/** What a row of a kind refers to. */
export type RefOf<Kind extends OutboxKind> = z.output<(typeof KINDS)[Kind]['ref']>;

/** A kind with what it refers to. */
export type Told<Kind extends OutboxKind = OutboxKind> = {
  [One in Kind]: { kind: One; ref: RefOf<One> };
}[Kind];

const flagsOf = (one: OutboxKind): Flags => KINDS[one];

/** The kinds of which a flag holds. */
export const kindsWith = (flag: 'goesAlone' | 'repeats' | 'ofRole'): OutboxKind[] =>
  (Object.keys(KINDS) as OutboxKind[]).filter((one) => flagsOf(one)[flag]);

export const hasFlag = (one: OutboxKind, flag: Exclude<keyof Flags, 'says' | 'but'>): boolean =>
  flagsOf(one)[flag] === true;

/** Whether what is said asks or informs, by its kind and note (R15). What it holds when it goes out may ask nothing any more. */
export function saysOf({ kind: one, ref }: { kind: OutboxKind; ref: object }): 'asks' | 'informs' {
  const { says, but = [] } = flagsOf(one);
  if (!('note' in ref) || !but.includes(String(ref.note))) return says;
  return says === 'asks' ? 'informs' : 'asks';
}

/** What goes out together in the order in which it takes the sounds: a digest before what it says too, what asks for no answer last. */
export function inOrderOfSounds<R extends { kind: OutboxKind }>(rows: readonly R[]): R[] {
  const rank = ({ kind: one }: R) => (one === 'digest' ? 0 : hasFlag(one, 'yields') ? 2 : 1);
  return rows.toSorted((a, b) => rank(a) - rank(b));
}

/** A reference as it was written, by this version or one before; undefined: it is none of its kind. */
export function readTold(one: string, ref: unknown): Told | undefined {
  if (!Object.hasOwn(KINDS, one)) return undefined;
  const read = KINDS[one as OutboxKind].ref.safeParse(ref);
  return read.success ? ({ kind: one, ref: read.data } as Told) : undefined;
}

/** The steps that one message speaks of, its own first (R14). */
export function stepsOf({ kind, ref }: Told<StepRef['kind']>): StepRef[] {
  const { inspectionId, requestId, recipientId, also = [] } = ref;
  const own = { kind, inspectionId, requestId };
  return [recipientId === undefined ? own : { ...own, recipientId }, ...also];
}

type Thing = {
  /** Of a step that goes out together with another. */
  kind?: StepRef['kind'];
  inspectionId?: number;
  requestId?: number;
  recipientId?: number;
  exchangeId?: number;
  slotId?: number;
  headId?: number;
};

/** The rows that a reference names: its own, and those of what goes out together with it. */
export function thingsIn(ref: RefOf<OutboxKind>): Thing[] {
  const together: Thing[] = [
    ...('also' in ref ? (ref.also ?? []) : []),
    ...('ledger' in ref ? ref.ledger : []),
  ];
  return [ref as Thing, ...together];
}

/** So many deferred messages are shown in the one that speaks of all; within seven lines with its title and what is left out. */
export const MOST_SHOWN = 5;
