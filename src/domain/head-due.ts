import type { DateTime } from 'luxon';
import type { Calendar } from './calendar.ts';
import { isWorkingTime, nextWorkingInstant, ZONE } from './working-time.ts';

/** The first day of the month of an instant. */
export const monthOf = (at: DateTime): string => at.setZone(ZONE).startOf('month').toISODate()!;

/** When the month's head of a chain falls due: the start of working time on the first working day of the month of `at` (R14). */
export const headDueAt = (cal: Calendar, at: DateTime): DateTime =>
  nextWorkingInstant(cal, at.setZone(ZONE).startOf('month'));

/** The first such instant after `now`. */
export function nextHeadDueAt(cal: Calendar, now: DateTime): DateTime {
  const own = headDueAt(cal, now);
  return own > now ? own : headDueAt(cal, now.setZone(ZONE).startOf('month').plus({ months: 1 }));
}

/** Whether heads go out now: the month's has fallen due, and it is working time. What a downtime left undone is made good later. */
export const isHeadTime = (cal: Calendar, now: DateTime): boolean =>
  now >= headDueAt(cal, now) && isWorkingTime(cal, now);
