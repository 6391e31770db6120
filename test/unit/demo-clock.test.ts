import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { defaultCalendarDays, isWorkingDay, makeCalendar } from '../../src/domain/calendar.ts';
import { addDays } from '../../src/domain/calendar-day.ts';
import { firstMorning } from '../simulator/demo-clock.ts';

const calendar = makeCalendar(defaultCalendarDays);
const at = (iso: string) => DateTime.fromISO(iso, { zone: 'Asia/Ho_Chi_Minh' });

describe('the demo begins while plans are exchanged', () => {
  test.each([
    ['2026-08-03T10:00', '2027-01-04T08:00'],
    ['2026-12-28T10:00', '2027-01-04T08:00'],
    ['2027-01-04T07:00', '2027-01-11T08:00'],
    ['2027-01-06T10:00', '2027-01-11T08:00'],
  ])('opened %s, it is %s', (now, morning) => {
    expect(firstMorning(calendar, at(now)).toFormat("yyyy-MM-dd'T'HH:mm")).toBe(morning);
  });

  test('never in the past, on a Monday after which two weeks are worked, in time for the exchange', () => {
    for (let day = '2025-11-01'; day < '2027-12-31'; day = addDays(day, 9)) {
      const morning = firstMorning(calendar, at(day));
      expect(morning > at(day)).toBe(true);
      expect(morning.weekday).toBe(1);
      expect(morning.toFormat('MM-dd') <= '01-15').toBe(true);
      for (const days of [0, 4, 7, 11])
        expect(isWorkingDay(calendar, addDays(morning.toISODate()!, days))).toBe(true);
    }
  });
});
