import { DateTime } from 'luxon';
import { ZONE } from '../../src/domain/working-time.ts';
import { START } from '../support/start-day.ts';

/** Where the clock stops on a working day: after the digests, in the morning and the afternoon, and after hours. One is 09:00, when much begins. */
export const HOURS = ['07:31', '09:00', '11:00', '13:35', '16:00', '17:30'] as const;

/** An instant of business time, ms; a morning has all of its day before it. */
export type Stop = { at: number; isMorning: boolean };

/** The stops of so many working days from START, at these hours; nights and weekends are jumped over. */
export function stopsOf(days: number, hours: readonly string[]): Stop[] {
  const start = DateTime.fromISO(START, { zone: ZONE });
  const stops: Stop[] = [];
  for (let day = start.startOf('day'), left = days; left > 0; day = day.plus({ days: 1 })) {
    if (day.weekday > 5) continue;
    left -= 1;
    for (const hour of hours) {
      const at = DateTime.fromISO(`${day.toISODate()}T${hour}`, { zone: ZONE });
      if (at >= start) stops.push({ at: at.toMillis(), isMorning: hour === '09:00' });
    }
  }
  return stops;
}
