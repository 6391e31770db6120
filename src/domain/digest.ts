import type { DateTime } from 'luxon';
import { type Calendar, isProvisional, knowsYear, workingDayFrom } from './calendar.ts';
import { addDays } from './calendar-day.ts';
import type { Role } from './side.ts';
import { isWorkingTime, nextWorkingInstant, ZONE } from './working-time.ts';

/** In this order: of slots that fall due together the last one says what the others would have said. */
export const DIGEST_KINDS = ['daily', 'weekly', 'monthly'] as const;
export type DigestKind = (typeof DIGEST_KINDS)[number];

/** `told`: handed to the outbox; `skipped`: a later slot took its place, or it was turned off. */
export const DIGEST_SLOT_STATES = ['pending', 'told', 'skipped'] as const;

/** A digest that goes out so long after its slot says so. */
const LATE_AFTER_MINUTES = 30;
/** From this month on, days off that are missing for the next year are worth saying. */
const NEXT_YEAR_FROM_MONTH = 10;
/** The notice of the next year's days off is out in November as a rule; before that there is none to import. */
const NOTICE_OUT_BY_MONTH = 12;

const STEP_DAYS: Record<DigestKind, (day: DateTime) => DateTime> = {
  daily: (day) => day.plus({ days: 1 }),
  weekly: (day) => day.plus({ weeks: 1 }),
  monthly: (day) => day.plus({ months: 1 }),
};

const UNIT = { daily: 'day', weekly: 'week', monthly: 'month' } as const;

/** The kinds that a role brings: the day for a đầu mối, the week for who takes part, the month for leaders. */
export function kindsOf(role: Role): DigestKind[] {
  if (role === 'secretary') return ['daily', 'weekly'];
  return role === 'chair' || role === 'vice' ? ['monthly'] : ['weekly'];
}

/** The start of working time on the first working day of the day, week (from Monday) or month that `at` lies in (R14). */
const slotOf = (kind: DigestKind, cal: Calendar, at: DateTime): DateTime =>
  nextWorkingInstant(cal, at.setZone(ZONE).startOf(UNIT[kind]));

/** The first slot of a kind after an instant; a week without a working day has the slot of the next. */
export function nextSlot(kind: DigestKind, cal: Calendar, after: DateTime): DateTime {
  let at = after;
  while (slotOf(kind, cal, at) <= after) at = STEP_DAYS[kind](at.setZone(ZONE).startOf(UNIT[kind]));
  return slotOf(kind, cal, at);
}

/** The last slot of a kind up to an instant. */
export function latestSlot(kind: DigestKind, cal: Calendar, now: DateTime): DateTime {
  let back = now.setZone(ZONE).startOf(UNIT[kind]);
  while (slotOf(kind, cal, back) > now) back = back.minus({ days: 1 }).startOf(UNIT[kind]);
  return slotOf(kind, cal, back);
}

export type SlotDecision =
  | { do: 'defer' }
  | { do: 'skip'; reason: 'turned off' | 'in another digest' }
  /** `of`: the slot that it is of: the latest missed one, after a downtime. */
  | { do: 'tell'; of: DateTime; isLate: boolean };

/**
 * What becomes of a slot that is due, whenever it fell due. Digests go in working time only: what fell due while nothing ran goes
 * as its latest slot, marked late. Of one person's slots that are due together one goes.
 */
export function decideSlot(
  slot: { kind: DigestKind },
  { isOn, dueTogether }: { isOn: boolean; dueTogether: DigestKind[] },
  cal: Calendar,
  now: DateTime,
): SlotDecision {
  if (!isOn) return { do: 'skip', reason: 'turned off' };
  if (!isWorkingTime(cal, now)) return { do: 'defer' };
  const rank = DIGEST_KINDS.indexOf(slot.kind);
  if (dueTogether.some((other) => DIGEST_KINDS.indexOf(other) > rank))
    return { do: 'skip', reason: 'in another digest' };
  const of = latestSlot(slot.kind, cal, now);
  return { do: 'tell', of, isLate: now.diff(of).as('minutes') > LATE_AFTER_MINUTES };
}

/** The next year whose days off are not known, from October on; or known by computing only ("tạm tính"), from December on (R14). */
export function unsureYear(
  cal: Calendar,
  now: DateTime,
): { year: number; is: 'missing' | 'provisional' } | undefined {
  const { year, month } = now.setZone(ZONE);
  if (month < NEXT_YEAR_FROM_MONTH) return undefined;
  if (!knowsYear(cal, year + 1)) return { year: year + 1, is: 'missing' };
  return month >= NOTICE_OUT_BY_MONTH && isProvisional(cal, year + 1)
    ? { year: year + 1, is: 'provisional' }
    : undefined;
}

/** The last working day of the week of a day, 'YYYY-MM-DD', for the title; the day itself where the week has none. */
export function weekEnd(cal: Calendar, monday: string): string {
  let last = monday;
  for (let day = monday, n = 0; n < 7; n += 1, day = addDays(day, 1))
    if (workingDayFrom(cal, day) === day) last = day;
  return last;
}
