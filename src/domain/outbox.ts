import type { DigestKind } from './digest.ts';
import type { Wait } from './exchange.ts';
import type { FeedDetails } from './feed.ts';
import type { LetterKind } from './letter.ts';
import type { Message } from './message.ts';

/** What an outbox row speaks of: ids, composed again at sending; or a finished message (answers to typing). */
export type OutboxRef = {
  message?: Message;
  inspectionId?: number;
  versionId?: number;
  requestId?: number;
  recipientId?: number;
  stepId?: number;
  exchangeId?: number;
  slotId?: number;
  accountId?: number;
  formId?: number;
  headId?: number;
  planId?: number;
  note?: string;
  /** Which file a row of kind `file` brings; its bytes are made when it goes out. */
  make?: string;
  letter?: LetterKind;
  /** Which part of a log: the group and the period by their numbers. */
  log?: [group: number, period: number];
  /** Whose calendar, a committee's or (0) the person's own, and how much of it. */
  feed?: [committeeId: number, details: FeedDetails];
  /** Which report: the pair (0: all of the reader's) and its days, `to` excluded. */
  report?: { choice: number; from: string; to: string };
  /** Which page of a picture of several, from 0. */
  page?: number;
  /** What was said to a stranger, or that there was too much: by this it is not said again too soon. */
  told?: string;
  /** The language of someone who has no account yet. */
  locale?: 'vi' | 'en';
  /** What fell due for the same person together with the first: one message speaks of all (R14). */
  also?: StepRef[];
  /** A digest: its kind, the instant of its slot, and whether it goes out late. */
  digest?: { kind: DigestKind; of: string; isLate: boolean };
  /** A digest handed out at the same time says it too: where that makes a sound, this makes none. */
  inDigest?: boolean;
  /** Steps of the exchange ledger that fell due together. */
  ledger?: LedgerRef[];
  /** The topic of a group in which an answer belongs; absent: the topic that the group was bound in. */
  threadId?: number;
  /** The outbox row whose message is edited, while that message has no id yet. */
  editOf?: number;
  /** Held while its person is away: the absence. */
  awayId?: number;
  /** What was held for a person, said in one message when they are back. */
  held?: HeldRef[];
  /** Told to a colleague who stands in for this person. */
  insteadOf?: number;
};

/** A held message: what it would have said by itself. */
export type HeldRef = { kind: string; pairId: number | null; ref: OutboxRef };

/** A step of a request as a message speaks of it. */
export type StepRef = {
  kind: 'reminder' | 'own-leader' | 'across' | 'day-before';
  inspectionId: number;
  requestId: number;
  recipientId?: number;
};

/** A step of an entry or of a duty's slot as a message speaks of it. */
export type LedgerRef = {
  step: 'reminder' | 'own_leader' | 'across';
  of: Wait;
  exchangeId?: number;
  slotId?: number;
};

/** So many held messages are shown in the one that speaks of all; within seven lines with its title and what is left out. */
export const MOST_SHOWN = 5;
