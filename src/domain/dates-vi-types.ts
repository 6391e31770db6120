import type { DateTime } from 'luxon';

/** What a text means when it means one thing: a day, an instant in Asia/Ho_Chi_Minh, or days from … to, both inclusive. */
export type DateFound =
  | { kind: 'day'; day: string }
  | { kind: 'instant'; at: DateTime }
  | { kind: 'range'; from: string; to: string };

/** Why a text is asked back instead of guessed. */
export type AskReason =
  | 'no-hour'
  | 'no-day'
  | 'no-such-date'
  | 'no-such-hour'
  | 'past-or-next-year'
  | 'far-ahead'
  | 'past'
  | 'weekday-mismatch'
  | 'end-before-start'
  | 'lunar'
  | 'ambiguous'
  | 'unclear';

/** `part`: the words in question, as typed; `choices`: the readings to offer as buttons, may be empty. */
export type DateAsk = { kind: 'ask'; why: AskReason; part: string; choices: DateFound[] };

export type DateParse = DateFound | DateAsk;

/** The same where only days are wanted. */
export type DaysFound = Exclude<DateFound, { kind: 'instant' }>;
export type DaysParse = DaysFound | (Omit<DateAsk, 'choices'> & { choices: DaysFound[] });

/** A part of the day; `vague` is "đầu giờ", "cuối buổi". */
export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night' | 'am' | 'pm' | 'vague';

/** A clock reading as typed; `padded` when the hour was written with two digits beginning with 0; `minus` for "kém". */
export type ClockRead = { hour: number; minute: number; minus: number; padded: boolean };

/**
 * Which week a weekday is in: `bare` no word, `near` "này", `coming` "tới" or "next", `first` the first after today, `maybe` "toi" (tới or
 * tối), else an offset in weeks.
 */
export type WeekWord = 'bare' | 'near' | 'coming' | 'first' | 'maybe' | number;

/** A day or a span of days as typed, before it is known against a calendar. */
export type Spec =
  | { t: 'date'; day: number; month?: number; year?: number; monthsAhead?: number }
  | { t: 'bare'; n: number }
  | { t: 'ahead'; n: number; unit: 'days' | 'weeks' | 'months' }
  | { t: 'weekday'; weekday: number; week: WeekWord }
  | { t: 'week'; offset: number }
  | { t: 'month'; month?: number; year?: number; offset?: number }
  | { t: 'quarter'; quarter?: number; year?: number; offset?: number }
  | { t: 'year'; year?: number; offset?: number; said: boolean };

/** One way to read what is asked: a day or a span, or its start and its end. */
export type Reading = readonly [start: Spec, end?: Spec];

/** Pieces read from the token at hand on, and the token after them. */
export type Found = { pieces: Piece[]; next: number };

/** One thing recognised in the text, with the words it came from. */
export type Piece = { part: string } & (
  | { k: 'clock'; clock: ClockRead }
  | { k: 'part-of-day'; dayPart: DayPart }
  | { k: 'later'; minutes: number }
  | { k: 'spec'; spec: Spec }
  | { k: 'to' }
  | { k: 'from' }
  | { k: 'skip' }
  | { k: 'lunar' }
  | { k: 'ask'; why: AskReason; readings?: Reading[] }
);
