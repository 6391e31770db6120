import type { DateTime } from 'luxon';
import { addWorkingDays } from './calendar.ts';
import { calendarOf } from './escalation.ts';
import type { Policy } from './policy.ts';
import { nextWorkingInstant, ZONE } from './working-time.ts';

type Given = Parameters<typeof calendarOf>[0];
type Periods = Pick<Policy, 'noticeBeforeWorkingDays' | 'answerWorkingDays' | 'workingHours'>;

/**
 * When the notice of what the plan holds goes out: the first working hour of the day so many working days before it begins
 * that the answers are in before the notice's own period (R8, R14).
 */
export function plannedNoticeAt(calendar: Given, policy: Periods, eventAt: DateTime): DateTime {
  const days = policy.noticeBeforeWorkingDays + policy.answerWorkingDays;
  const cal = calendarOf(calendar, policy);
  const day = addWorkingDays(cal, eventAt.setZone(ZONE).toISODate()!, -days);
  return nextWorkingInstant(cal, eventAt.setZone(ZONE).set(dayParts(day)).startOf('day'));
}

function dayParts(day: string): { year: number; month: number; day: number } {
  const [year, month, date] = day.split('-').map(Number);
  return { year: year!, month: month!, day: date! };
}
