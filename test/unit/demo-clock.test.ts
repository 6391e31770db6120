import { expect, test } from 'vitest';
import { defaultCalendarDays, isWorkingDay, knowsYear, makeCalendar } from '../../src/domain/calendar.ts';
import { addDays } from '../../src/domain/calendar-day.ts';
import { unsureYear } from '../../src/domain/digest.ts';
import { FIRST_MORNING } from '../simulator/demo-clock.ts';

const calendar = makeCalendar(defaultCalendarDays);

test('the demo begins on a Monday while plans are exchanged, and two weeks are worked', () => {
  expect(FIRST_MORNING.weekday).toBe(1);
  expect(FIRST_MORNING.toFormat('MM-dd') <= '01-15').toBe(true);
  for (const days of [0, 1, 2, 3, 4, 7, 8, 9, 10, 11])
    expect(isWorkingDay(calendar, addDays(FIRST_MORNING.toISODate()!, days))).toBe(true);
});

test('its calendar does not end, nor is there anything to say of it, while somebody plays', () => {
  for (const years of [0, 1, 2]) expect(knowsYear(calendar, FIRST_MORNING.year + years)).toBe(true);
  expect(unsureYear(calendar, FIRST_MORNING)).toBeUndefined();
});
