import { DateTime } from 'luxon';
import type { Calendar } from './calendar.ts';
import { parseDateVi, parseDaysVi } from './dates-vi.ts';
import type { AnswerDueSource } from './exchange.ts';
import { fold } from './fold.ts';
import { dueAfterWorkingDays, ZONE } from './working-time.ts';

/** When a document is to be answered, and in which unit that was said (R8). */
export type AnswerDue = { dueAt: DateTime; source: AnswerDueSource };

export type AnswerDueFault = 'unclear' | 'past' | 'before-document';

const LONGEST_DAYS = 366;

/** Why it is no deadline; `choices`: days, 'YYYY-MM-DD', that may have been meant. */
export type NotDue = { fault: AnswerDueFault; choices: string[] };

/**
 * Reads "5 ngày làm việc", "10 ngày", "5 working days", "10 days" or a day as typed. Days are counted from `now`, the day of
 * sending not counted (R14); the end is the closing of a working day.
 */
export function parseAnswerDue(
  calendar: Calendar,
  typed: string,
  now: DateTime,
  documentDay: string,
): AnswerDue | NotDue {
  // Folding would drop the sign of "-5 ngày".
  const counted = /^\s*[-−–]/.test(typed) ? undefined : readCounted(calendar, fold(typed), now);
  const due = counted ?? readDay(calendar, typed, now);
  if ('choices' in due) return { fault: 'unclear', choices: due.choices };
  const wrong = checkAnswerDue(due, now, documentDay);
  return wrong ? { ...wrong, choices: [] } : due;
}

/** Why a deadline cannot stand: it has passed, or lies before the document itself. */
export function checkAnswerDue(
  due: AnswerDue,
  now: DateTime,
  documentDay: string,
): { fault: AnswerDueFault } | undefined {
  if (due.dueAt.setZone(ZONE).toISODate()! < documentDay) return { fault: 'before-document' };
  return due.dueAt <= now ? { fault: 'past' } : undefined;
}

function readCounted(calendar: Calendar, words: string, now: DateTime): AnswerDue | undefined {
  const found = /^(?:trong |within |in )?(\d{1,3}) (ngay lam viec|working days?|ngay|days?)$/.exec(words);
  const count = Number(found?.[1] ?? 0);
  if (!found || count < 1 || count > LONGEST_DAYS) return undefined;
  return /lam viec|working/.test(found[2]!)
    ? { dueAt: dueAfterWorkingDays(calendar, now, count), source: 'working_days' }
    : { dueAt: closingOf(calendar, now.setZone(ZONE).plus({ days: count })), source: 'days' };
}

/** An hour that is said holds; "sáng mai" is the closing of tomorrow. */
function readDay(calendar: Calendar, typed: string, now: DateTime): AnswerDue | { choices: string[] } {
  const parsed = parseDateVi(typed, now);
  if (parsed.kind === 'instant') return { dueAt: parsed.at, source: 'day' };
  const days = parsed.kind === 'ask' && parsed.why === 'no-hour' ? parseDaysVi(typed, now) : parsed;
  if (days.kind === 'day')
    return { dueAt: closingOf(calendar, DateTime.fromISO(days.day, { zone: ZONE })), source: 'day' };
  const choices = days.kind === 'ask' ? days.choices : [];
  return { choices: choices.flatMap((one) => (one.kind === 'day' ? [one.day] : [])) };
}

/** The closing of that day, or of the next working day. */
const closingOf = (calendar: Calendar, day: DateTime): DateTime =>
  dueAfterWorkingDays(calendar, day.startOf('day'), 0);
