import { DateTime } from 'luxon';
import type { Calendar } from './calendar.ts';
import { calendarOf } from './escalation.ts';
import type { DutyPeriod } from './exchange.ts';
import { isExchangeReminder, type PlannedExchangeStep, planExchangeSteps } from './exchange-steps.ts';
import type { Policy } from './policy.ts';
import { dueAfterWorkingDays, nextWorkingInstant, ZONE } from './working-time.ts';

/** One period of a duty; `to` excluded. It is offered from `opensAt` and due at `dueAt`. */
export type PlannedSlot = { from: string; to: string; opensAt: DateTime; dueAt: DateTime };

const MONTHS: Record<DutyPeriod, number> = { month: 1, quarter: 3, half_year: 6, year: 12 };

/** A period is offered this many days before it ends, so that it can be met early. */
const OPEN_BEFORE_DAYS = 10;

/** The period that holds a day, 'YYYY-MM-DD'. */
export function periodOf(period: DutyPeriod, day: string): { from: string; to: string } {
  const at = DateTime.fromISO(day, { zone: ZONE });
  const months = MONTHS[period];
  const from = at.startOf('year').plus({ months: Math.floor((at.month - 1) / months) * months });
  return { from: from.toISODate()!, to: from.plus({ months }).toISODate()! };
}

/**
 * The slots of a duty that are to be open at `now` (R8): the period under way once its end is near, and the one before it. Due so
 * many working days after the period's end. The period in which a duty begins is owed, the one in which it ends is not.
 */
export function slotsAt(
  calendar: Calendar,
  duty: { period: DutyPeriod; dueWorkingDays: number; fromDay: string; toDay: string | null },
  now: DateTime,
): PlannedSlot[] {
  const current = periodOf(duty.period, now.setZone(ZONE).toISODate()!);
  const before = periodOf(duty.period, dayBefore(current.from));
  return [before, current]
    .filter(({ to }) => to > duty.fromDay && (duty.toDay === null || to <= duty.toDay))
    .map(({ from, to }) => ({ from, to, ...instantsOf(calendar, to, duty.dueWorkingDays) }))
    .filter((slot) => slot.opensAt <= now);
}

/**
 * What is done while a slot is open (R6). One that is opened after its last morning is asked for when it opens; one that is
 * overdue by then has a working day from there before anyone else is told: nobody is chased who was never asked.
 */
export function planSlotSteps(
  calendar: Calendar,
  { askedAt, dueAt, policy }: { askedAt: DateTime; dueAt: DateTime; policy: Policy },
): PlannedExchangeStep[] {
  const isLate = dueAt <= askedAt;
  const until = isLate ? dueAfterWorkingDays(calendarOf(calendar, policy), askedAt, 1) : dueAt;
  const steps = planExchangeSteps(calendar, { of: 'duty', askedAt, dueAt: until, policy });
  const reminders = steps.filter((step) => isExchangeReminder(step.kind));
  if (!policy.remindOnLastMorning || (reminders.length > 0 && !isLate)) return steps;
  const asked: PlannedExchangeStep = { kind: 'again', of: 'duty', dueAt: askedAt };
  return [asked, ...steps.filter((step) => !reminders.includes(step))];
}

/** The last day of a period that ends before `to`: it counts as the day of sending, which is not counted (R14). */
export const lastDayOf = (to: string): DateTime => DateTime.fromISO(to, { zone: ZONE }).minus({ days: 1 });

function instantsOf(calendar: Calendar, to: string, dueWorkingDays: number) {
  const end = DateTime.fromISO(to, { zone: ZONE });
  return {
    opensAt: nextWorkingInstant(calendar, end.minus({ days: OPEN_BEFORE_DAYS })),
    dueAt: dueAfterWorkingDays(calendar, lastDayOf(to), dueWorkingDays),
  };
}

const dayBefore = (day: string): string =>
  DateTime.fromISO(day, { zone: ZONE }).minus({ days: 1 }).toISODate()!;
