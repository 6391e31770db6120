import type { DateTime } from 'luxon';

export type Push = { isSilent: boolean };

/** In a week that has had so many with a sound, the day before, which asks for nothing, is said without one (R15). */
export const LOUD_A_WEEK = 3;

/** Khẩn is for what begins within this time. */
export const URGENT_HOURS = 24;

/** Whether one more push may go to a person today (R15): silent messages do not count; Khẩn always goes. */
export function mayPush(today: Push[], limit: { maxADay: number; isUrgent: boolean }): boolean {
  return limit.isUrgent || today.filter((push) => !push.isSilent).length < limit.maxADay;
}

/** Whether something may be called urgent now (R15): it begins within 24 hours and has not begun. */
export function mayBeUrgent(now: DateTime, eventAt: DateTime): 'yes' | 'too early' | 'begun' {
  if (eventAt <= now) return 'begun';
  return eventAt.diff(now).as('hours') < URGENT_HOURS ? 'yes' : 'too early';
}

/** Whether a request counts as Khẩn now: marked so with a reason, and within 24 hours of the event. */
export function isUrgentNow(
  asked: { urgent: boolean; urgentReason: string | null },
  now: DateTime,
  eventAt: DateTime | undefined,
): boolean {
  return asked.urgent && !!asked.urgentReason && !!eventAt && mayBeUrgent(now, eventAt) === 'yes';
}
