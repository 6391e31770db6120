import { DateTime } from 'luxon';
import type { Calendar } from './calendar.ts';
import { dueAfterWorkingDays, ZONE } from './working-time.ts';

/** How long after its event a duty is due; one of the two is a number. */
export type EventTerm = { dueDays: number | null; dueWorkingDays: number | null };

export type EventDue = { dueAt: DateTime; dueSource: 'days' | 'working_days' };

/** By when what an event brings is due (R8): its day, 'YYYY-MM-DD', is not counted, and the end is the closing of a working day (R14). */
export function eventDue(calendar: Calendar, day: string, { dueDays, dueWorkingDays }: EventTerm): EventDue {
  const happened = DateTime.fromISO(day, { zone: ZONE });
  return dueDays === null
    ? { dueAt: dueAfterWorkingDays(calendar, happened, dueWorkingDays ?? 0), dueSource: 'working_days' }
    : { dueAt: dueAfterWorkingDays(calendar, happened.plus({ days: dueDays }), 0), dueSource: 'days' };
}

/** Why a day cannot be that of an event: it has not come, or the duty did not exist then. */
export function checkEventDay(
  { fromDay }: { fromDay: string },
  day: string,
  today: string,
): 'ahead' | 'before' | undefined {
  if (day > today) return 'ahead';
  return day < fromDay ? 'before' : undefined;
}

/**
 * What tells one event of a duty from every other, whatever its day is corrected to; of what people say it is the day, and which of that
 * day it is, from 1. `saidOf`: what people say of something that the product will see itself under `key`, and how often they have said it.
 */
export const eventKey = {
  conclusion: (inspectionId: number) => `conclusion ${inspectionId}`,
  plan: (planId: number) => `plan ${planId}`,
  said: (day: string, nth: number) => `said ${day} ${nth}`,
  saidOf: (key: string, nth: number) => `said ${key} ${nth}`,
};

/** Whether a person said that it happened; what the product saw itself is no slip of a tap. */
export const wasSaid = (key: string | null): boolean => key?.startsWith('said ') ?? false;
