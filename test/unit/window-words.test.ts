import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/domain/calendar-day.ts';
import { showWindow, showWindowShort } from '../../src/domain/date-text.ts';
import { readPlanWindow } from '../../src/domain/plan-window.ts';
import { wholePeriodName, wholePeriodOf, wholePeriodWords } from '../../src/domain/window-words.ts';

describe('whole months, quarters, halves and years are written as such', () => {
  test.each([
    ['2027-04-01', '2027-05-01', 'tháng 4/2027', 'April 2027'],
    ['2027-04-01', '2027-06-01', 'tháng 4-5/2027', 'April 2027 – May 2027'],
    ['2027-02-01', '2027-05-01', 'tháng 2-4/2027', 'February 2027 – April 2027'],
    ['2027-12-01', '2028-01-01', 'tháng 12/2027', 'December 2027'],
    ['2027-04-01', '2027-07-01', 'quý II/2027', 'Q2 2027'],
    ['2027-04-01', '2027-10-01', 'quý II-III/2027', 'Q2–Q3 2027'],
    ['2027-01-01', '2027-10-01', 'quý I-III/2027', 'Q1–Q3 2027'],
    ['2027-01-01', '2027-07-01', '6 tháng đầu năm 2027', 'Q1–Q2 2027'],
    ['2027-07-01', '2028-01-01', '6 tháng cuối năm 2027', 'Q3–Q4 2027'],
    ['2027-01-01', '2028-01-01', 'năm 2027', 'year 2027'],
  ])('%s to %s (excluded)', (from, to, vi, en) => {
    expect(wholePeriodWords(from, to, 'vi')).toBe(vi);
    expect(wholePeriodWords(from, to, 'en')).toBe(en);
  });

  test.each([
    ['2027-04-01', '2027-06-30'],
    ['2027-04-02', '2027-07-01'],
    ['2026-12-01', '2027-02-01'],
    ['2027-01-01', '2029-01-01'],
    ['2027-04-01', '2027-04-01'],
    ['2027-05-01', '2027-04-01'],
  ])('%s to %s (excluded) are days', (from, to) => expect(wholePeriodOf(from, to)).toBeUndefined());
});

describe('by themselves, beside a bar of their year, they begin in upper case and leave the year out', () => {
  test.each([
    ['2027-04-01', '2027-05-01', 'Tháng 4', 'April'],
    ['2027-04-01', '2027-06-01', 'Tháng 4-5', 'April – May'],
    ['2027-04-01', '2027-07-01', 'Quý II', 'Q2'],
    ['2027-04-01', '2027-10-01', 'Quý II-III', 'Q2–Q3'],
    ['2027-01-01', '2027-07-01', '6 tháng đầu năm', 'Q1–Q2'],
    ['2027-01-01', '2028-01-01', 'Cả năm', 'All year'],
    ['2027-03-08', '2027-03-13', undefined, undefined],
  ])('%s to %s (excluded)', (from, to, vi, en) => {
    expect(wholePeriodName(from, to, 'vi')).toBe(vi);
    expect(wholePeriodName(from, to, 'en')).toBe(en);
  });
});

const YEARS = fc.constantFrom(2026, 2027, 2028);
/** Any two days of a year, as often whole months. */
const windows = YEARS.chain((year) => {
  const [first, days] = [`${year}-01-01`, year % 4 === 0 ? 366 : 365];
  const anyDays = fc
    .tuple(fc.nat(days - 1), fc.integer({ min: 1, max: days }))
    .map(
      ([start, length]) => [addDays(first, start), addDays(first, Math.min(start + length, days))] as const,
    );
  const month = (n: number) => (n > 12 ? `${year + 1}-01-01` : `${year}-${String(n).padStart(2, '0')}-01`);
  const months = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
    .map(([start, length]) => [month(start), month(Math.min(start + length, 13))] as const);
  return fc.oneof(anyDays, months).map(([from, to]) => ({ year, from, to }));
});

test('a plan’s file reads back every window of a year that is shown, in both languages, long and short', () => {
  fc.assert(
    fc.property(windows, fc.constantFrom('vi' as const, 'en' as const), ({ year, from, to }, locale) => {
      const last = addDays(to, -1);
      for (const show of [showWindow, showWindowShort])
        expect(readPlanWindow(show(from, last, locale), year), show(from, last, locale)).toEqual({
          from,
          to,
        });
    }),
    { numRuns: 1_000 },
  );
});
