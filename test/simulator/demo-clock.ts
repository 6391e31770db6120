import type { DateTime } from 'luxon';
import { type Calendar, isWorkingDay } from '../../src/domain/calendar.ts';
import { addDays } from '../../src/domain/calendar-day.ts';
import { ZONE } from '../../src/domain/working-time.ts';

/** Days in a row that must be worked from the first on, so that the story's "+1 day" is a working day too. */
const DAYS_WORKED = 5;

/** 08h00 on the first Monday after `now` whose whole week is worked. */
export function firstMorning(calendar: Calendar, now: DateTime): DateTime {
  let monday = now.setZone(ZONE).startOf('week').plus({ weeks: 1 });
  while (!isWholeWeek(calendar, monday.toISODate()!)) monday = monday.plus({ weeks: 1 });
  return monday.set({ hour: 8 });
}

const isWholeWeek = (calendar: Calendar, monday: string): boolean =>
  Array.from({ length: DAYS_WORKED }, (_, i) => addDays(monday, i)).every((day) =>
    isWorkingDay(calendar, day),
  );
