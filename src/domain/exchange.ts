import type { Side } from './side.ts';

/** Whether a document passes by a fixed period (định kỳ) or as something comes up (đột xuất). */
export const NATURES = ['ad_hoc', 'periodic'] as const;
export type Nature = (typeof NATURES)[number];

/** How it passed: by the clerk's office, in a talk, by telephone, by the secret-mail office (văn thư mật). */
export const CHANNELS = ['mail', 'in_person', 'phone', 'secret_mail'] as const;
export type Channel = (typeof CHANNELS)[number];

/** `waiting`: not crossed yet (recall). Corrected entries are `superseded` and stay readable (R7). */
export const EXCHANGE_STATES = ['waiting', 'open', 'recalled', 'superseded'] as const;

/** What the other side says of an entry. */
export const RECEIPTS = ['received', 'not_received', 'wrong_addressee'] as const;
export type Receipt = (typeof RECEIPTS)[number];

/** Where the deadline of an answer comes from (R8). */
export const ANSWER_DUE_SOURCES = ['day', 'days', 'working_days'] as const;
export type AnswerDueSource = (typeof ANSWER_DUE_SOURCES)[number];

/** What waits for an exchange or for a periodic duty. */
export const EXCHANGE_STEP_KINDS = [
  'cross',
  'half',
  'last_morning',
  'again',
  'own_leader',
  'across',
] as const;
export type ExchangeStepKind = (typeof EXCHANGE_STEP_KINDS)[number];

/** What is waited for: that it is confirmed as received, that it is answered, that a duty is met. */
export const WAITS = ['receipt', 'answer', 'duty'] as const;
export type Wait = (typeof WAITS)[number];

/** How often a duty comes round. */
export const DUTY_PERIODS = ['month', 'quarter', 'half_year', 'year'] as const;
export type DutyPeriod = (typeof DUTY_PERIODS)[number];

/**
 * What a duty by event is counted from: an inspection of the pair is concluded, a year's plan of it is frozen, or something that only
 * people know of.
 */
export const DUTY_EVENTS = ['conclusion', 'plan', 'other'] as const;
export type DutyEvent = (typeof DUTY_EVENTS)[number];

/** In which unit the deadline of a slot was counted (R8). */
export const SLOT_DUE_SOURCES = ['days', 'working_days'] as const satisfies readonly AnswerDueSource[];

export const SLOT_STATES = ['open', 'met', 'nothing', 'withdrawn'] as const;

/** A document goes to the other side, or came from it. */
export const DIRECTIONS = ['out', 'in'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Seen from the side that logged it. */
export const directionOf = (entry: { fromSide: Side; loggedSide: Side }): Direction =>
  entry.fromSide === entry.loggedSide ? 'out' : 'in';

/** Talks and calls have no document, so no symbol; secret mail keeps none (C4). */
export const hasSymbol = (channel: Channel): boolean => channel === 'mail';

/** Secret mail is a code, a side, a date and a deadline: no subject (C4). */
export const hasSubject = (channel: Channel): boolean => channel !== 'secret_mail';
