import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  type CalendarDay,
  defaultCalendarDays,
  isProvisional,
  isWorkingDay,
  knowsYear,
  makeCalendar,
  nextWorkingDay,
  workedBefore,
  workingDayFrom,
  workingDayUpTo,
} from '../../src/domain/calendar.ts';
import { addDays, dayFrom, daysBetween, weekdayOf } from '../../src/domain/calendar-day.ts';
import { lunarDay } from '../support/lunar-day.ts';

const cal = makeCalendar(defaultCalendarDays);
const COMPUTED = [2027, 2028, 2029, 2030];

const anyDay = fc.integer({ min: 0, max: 1_400 }).map((n) => addDays('2025-06-01', n));

const offWeekdaysOf = (year: string): string[] =>
  Array.from({ length: 366 }, (_, n) => addDays(`${year}-01-01`, n)).filter(
    (day) => day.startsWith(year) && weekdayOf(day) <= 5 && !isWorkingDay(cal, day),
  );

it('counts in bulk as it does day by day', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (start, count) => {
      const days = Array.from({ length: count }, (_, n) => addDays(start, n));
      const worked = days.map((day) => isWorkingDay(cal, day));
      expect(workedBefore(cal, start, count)).toEqual(
        [0, ...days].map((_, n) => worked.slice(0, n).filter(Boolean).length),
      );
    }),
    { numRuns: 50 },
  );
});

describe('the calendar of 2026 and 2027', () => {
  it('keeps the weekdays off of 2026 as announced', () => {
    expect(offWeekdaysOf('2026')).toEqual([
      ...['2026-01-01', '2026-01-02'],
      ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
      ...['2026-04-27', '2026-04-30', '2026-05-01'],
      ...['2026-08-31', '2026-09-01', '2026-09-02', '2026-11-24'],
    ]);
  });

  it('works on the two swapped Saturdays of 2026 and on no other weekend day', () => {
    const worked = Array.from({ length: 365 }, (_, n) => addDays('2026-01-01', n)).filter(
      (day) => weekdayOf(day) > 5 && isWorkingDay(cal, day),
    );
    expect(worked).toEqual(['2026-01-10', '2026-08-22']);
  });

  it('gives 2027 a Tết of seven days with both weekend days made up for, and the rest as computed', () => {
    expect(offWeekdaysOf('2027')).toEqual([
      '2027-01-01',
      ...['2027-02-04', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10'],
      ...['2027-04-16', '2027-04-30', '2027-05-03', '2027-09-02', '2027-09-03', '2027-11-24'],
    ]);
  });

  it('says that 2027 to 2030 are provisional, that 2026 is not, and that 2031 is not known', () => {
    expect([2026, ...COMPUTED, 2031].map((year) => isProvisional(cal, year))).toEqual([
      ...[false, true, true, true, true, false],
    ]);
    expect([2026, ...COMPUTED, 2031].map((year) => knowsYear(cal, year))).toEqual([
      ...[true, true, true, true, true, false],
    ]);
  });

  it('falls back to weekends alone in a year without a list', () => {
    expect(isWorkingDay(cal, '2031-01-01')).toBe(true);
    expect(isWorkingDay(cal, '2031-01-04')).toBe(false);
  });
});

describe('the computed years', () => {
  it.each(COMPUTED)('%i has twelve weekdays off, and each day off on a weekend is made up for', (year) => {
    expect(offWeekdaysOf(String(year))).toHaveLength(12);
  });

  it.each(COMPUTED)('%i has Tết and Giỗ Tổ where the new moons at UTC+7 put them', (year) => {
    const labelled = (label: string) =>
      defaultCalendarDays.filter((one) => one.label === label && one.day.startsWith(String(year)));
    expect(labelled('Tết Nguyên đán (mùng 1)').map(({ day }) => day)).toEqual([lunarDay(year, 1, 1)]);
    expect(labelled('Giỗ Tổ Hùng Vương').map(({ day }) => day)).toEqual([lunarDay(year, 3, 10)]);
  });

  it.each(COMPUTED)('%i has five days of Tết in a row, the first of the lunar year among them', (year) => {
    const days = defaultCalendarDays
      .filter(({ day, label }) => day.startsWith(String(year)) && label.startsWith('Tết Nguyên đán'))
      .map(({ day }) => day);
    expect(days).toEqual(Array.from({ length: 5 }, (_, n) => addDays(days[0]!, n)));
    expect(days).toContain(lunarDay(year, 1, 1));
  });

  it('gives Vietnam the Tết of 2030 a day before China', () => {
    expect(lunarDay(2030, 1, 1)).toBe('2030-02-02');
    expect(lunarDay(2030, 1, 1, 8)).toBe('2030-02-03');
  });
});

describe('counting working days', () => {
  it.each([
    ['2026-11-23', 1, '2026-11-25'],
    ['2026-11-25', 5, '2026-12-02'],
    ['2026-08-21', 1, '2026-08-22'],
    ['2026-08-22', 1, '2026-08-24'],
    ['2026-08-28', 1, '2026-09-03'],
    ['2026-12-07', -5, '2026-11-30'],
    ['2026-11-28', 0, '2026-11-30'],
    ['2026-11-27', 0, '2026-11-27'],
    ['2027-02-03', 1, '2027-02-11'],
  ])('from %s, %i on, is %s', (day, n, expected) => {
    expect(addWorkingDays(cal, day, n)).toBe(expected);
  });

  it('finds the working day itself, the one after, and the one before', () => {
    expect(workingDayFrom(cal, '2026-11-28')).toBe('2026-11-30');
    expect(workingDayUpTo(cal, '2026-11-28')).toBe('2026-11-27');
    expect(nextWorkingDay(cal, '2026-11-27')).toBe('2026-11-30');
    expect(workingDayFrom(cal, '2026-11-27')).toBe('2026-11-27');
  });

  it('steps back what it stepped forward, always onto working days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (day, n) => {
        const start = workingDayFrom(cal, day);
        const end = addWorkingDays(cal, start, n);
        expect(isWorkingDay(cal, end)).toBe(true);
        expect(addWorkingDays(cal, end, -n)).toBe(start);
        expect(addWorkingDays(cal, end, 1)).toBe(addWorkingDays(cal, start, n + 1));
      }),
    );
  });
});

describe('a calendar that cannot be right is refused', () => {
  const off = (day: string): CalendarDay => ({ day, kind: 'off', label: '', provisional: false });

  it.each([
    ['a day twice', () => makeCalendar([off('2026-01-01'), off('2026-01-01')]), /twice/],
    ['a day that does not exist', () => makeCalendar([off('2026-02-30')]), /2026-02-30/],
    ['an hour that does not exist', () => makeCalendar([], [['07:30', '25:00']]), /25:00/],
    ['minutes past 24:00', () => makeCalendar([], [['07:30', '24:30']]), /24:30/],
    [
      'overlapping hours',
      () =>
        makeCalendar(
          [],
          [
            ['07:30', '12:00'],
            ['11:00', '17:00'],
          ],
        ),
      /ascend/,
    ],
    ['hours that end before they begin', () => makeCalendar([], [['17:00', '07:30']]), /ascend/],
    ['no hours', () => makeCalendar([], []), /at least one/],
    ['part of a working day', () => addWorkingDays(cal, '2026-11-25', 1.5), /whole/],
  ])('%s', (_name, act, message) => {
    expect(act).toThrow(message);
  });

  it('months without a working day stop the search instead of hanging it', () => {
    const closed = Array.from({ length: 120 }, (_, n) => off(addDays('2026-01-01', n)));
    expect(() => nextWorkingDay(makeCalendar(closed), '2026-01-01')).toThrow(/no working day/);
  });
});

describe('days', () => {
  it('are counted over months and leap years', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(daysBetween('2026-12-31', '2027-01-02')).toBe(2);
    expect(weekdayOf('2026-11-25')).toBe(3);
  });

  it('that do not exist are undefined, or thrown when written', () => {
    expect(dayFrom(2027, 2, 31)).toBeUndefined();
    expect(dayFrom(2028, 2, 29)).toBe('2028-02-29');
    expect(() => addDays('2026-1-5', 1)).toThrow(/YYYY-MM-DD/);
  });
});
