import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { defaultCalendarDays, makeCalendar } from '../../src/domain/calendar.ts';
import { headDueAt, isHeadTime, monthOf, nextHeadDueAt } from '../../src/domain/head-due.ts';

const at = (iso: string) => DateTime.fromISO(iso, { zone: 'Asia/Ho_Chi_Minh' });
const calendar = makeCalendar(defaultCalendarDays);
const shown = (instant: DateTime) => instant.toFormat("yyyy-MM-dd HH'h'mm");

describe('the head of a month falls due', () => {
  test.each([
    ['a Tuesday that is worked', '2026-12-15T10:00', '2026-12-01 07h30'],
    ['a Sunday', '2026-11-20T10:00', '2026-11-02 07h30'],
    ['1/1 and the Friday swapped with a Saturday that is worked', '2026-01-05T10:00', '2026-01-05 07h30'],
    ['30/4 and 1/5 and a weekend', '2026-05-20T10:00', '2026-05-04 07h30'],
  ])('on the first working day after %s', (_, now, due) => {
    expect(shown(headDueAt(calendar, at(now)))).toBe(due);
  });

  test('next time in this month or the next', () => {
    expect(shown(nextHeadDueAt(calendar, at('2026-12-01T07:29')))).toBe('2026-12-01 07h30');
    expect(shown(nextHeadDueAt(calendar, at('2026-12-01T07:30')))).toBe('2027-01-04 07h30');
  });
});

test('heads go out in working time only, from the due instant to the end of the month', () => {
  expect(isHeadTime(calendar, at('2026-12-01T07:29'))).toBe(false);
  expect(isHeadTime(calendar, at('2026-12-01T07:30'))).toBe(true);
  expect(isHeadTime(calendar, at('2026-12-01T12:00'))).toBe(false);
  expect(isHeadTime(calendar, at('2026-12-31T16:59'))).toBe(true);
  expect(monthOf(at('2026-12-31T16:59'))).toBe('2026-12-01');
});
