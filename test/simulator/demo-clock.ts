import type { DateTime } from 'luxon';
import { type Calendar, isWorkingDay } from '../../src/domain/calendar.ts';
import { addDays } from '../../src/domain/calendar-day.ts';
import { ZONE } from '../../src/domain/working-time.ts';

/** Mondays later than this one are too late: plans are exchanged until 15/01. */
const LAST_MONDAY = '01-12';
/** Monday to Friday of two weeks must be worked: the story's notice goes out seven working days before its inspection. */
const DAYS_WORKED = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11];

/**
 * 08h00 on the first Monday of a January after `now` whose week and the next are worked: the days in which both sides exchange
 * their plans for the year that has begun, so that nobody in the demo is late and what is planned is near.
 */
export function firstMorning(calendar: Calendar, now: DateTime): DateTime {
  let monday = now.setZone(ZONE).startOf('week').plus({ weeks: 1 });
  while (!isSeason(monday) || !areWorked(calendar, monday.toISODate()!)) monday = monday.plus({ weeks: 1 });
  return monday.set({ hour: 8 });
}

const isSeason = (monday: DateTime): boolean => monday.toFormat('MM-dd') <= LAST_MONDAY;

const areWorked = (calendar: Calendar, monday: string): boolean =>
  DAYS_WORKED.every((days) => isWorkingDay(calendar, addDays(monday, days)));
