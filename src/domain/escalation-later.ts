import type { DateTime } from 'luxon';
import type { Calendar } from './calendar.ts';
import {
  addWorkingMinutes,
  isWorkingTime,
  nextWorkingInstant,
  workingMinutesBetween,
  ZONE,
} from './working-time.ts';

/** "Nhắc lại chiều nay" comes no sooner than this, and the deadline no sooner than this after it. */
const SOONEST_MINUTES = 30;
/** Before a deadline that the afternoon would miss: this many working minutes, or half of what is left. */
const BEFORE_DUE_MINUTES = 60;

/**
 * When a person who asks for it later is reminded: this afternoon, or the next working morning; when the deadline
 * comes first, shortly before it. Undefined: too close to the deadline, or past it.
 */
export function laterAt(calendar: Calendar, now: DateTime, dueAt: DateTime): DateTime | undefined {
  const next = nextHalfDay(calendar, now.plus({ minutes: SOONEST_MINUTES }));
  if (next.plus({ minutes: SOONEST_MINUTES }) <= dueAt) return next;
  const left = workingMinutesBetween(calendar, now, dueAt);
  if (left < 2 * SOONEST_MINUTES) return undefined;
  return addWorkingMinutes(calendar, now, left - Math.min(left / 2, BEFORE_DUE_MINUTES));
}

/** The afternoon of this working day when it is `from` or later, else the start of the next working day. */
function nextHalfDay(calendar: Calendar, from: DateTime): DateTime {
  const startOfDay = from.setZone(ZONE).startOf('day');
  const afternoon = startOfDay.plus({ minutes: calendar.intervals.at(-1)!.from });
  if (afternoon >= from && isWorkingTime(calendar, afternoon)) return afternoon;
  return nextWorkingInstant(calendar, startOfDay.plus({ days: 1 }));
}
