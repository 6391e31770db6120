import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { PERIODS, parsePeriod, periodData, periodFrom, periodNamed } from '../../src/domain/report-period.ts';

const NOW = DateTime.fromISO('2026-11-23T09:00:00', { zone: 'Asia/Ho_Chi_Minh' });

test.each([
  ['month', '2026-11-01', '2026-12-01'],
  ['quarter', '2026-10-01', '2027-01-01'],
  ['half', '2026-01-01', '2026-07-01'],
  ['year', '2026-01-01', '2027-01-01'],
  ['last_year', '2025-01-01', '2026-01-01'],
] as const)('the button %s is %s to %s, excluded', (name, from, to) => {
  expect(periodNamed(name, NOW)).toEqual({ from, to });
});

describe('typed in words, the last that has begun', () => {
  test.each([
    ['năm 2026', '2026-01-01', '2027-01-01'],
    ['năm nay', '2026-01-01', '2027-01-01'],
    ['năm trước', '2025-01-01', '2026-01-01'],
    ['quý III', '2026-07-01', '2026-10-01'],
    ['quý IV', '2026-10-01', '2027-01-01'],
    ['quý I/2027', '2027-01-01', '2027-04-01'],
    ['quý này', '2026-10-01', '2027-01-01'],
    ['tháng 9', '2026-09-01', '2026-10-01'],
    ['tháng 12', '2025-12-01', '2026-01-01'],
    ['tháng trước', '2026-10-01', '2026-11-01'],
    ['6 tháng đầu năm', '2026-01-01', '2026-07-01'],
    ['sáu tháng cuối năm 2025', '2025-07-01', '2026-01-01'],
    ['first half of 2026', '2026-01-01', '2026-07-01'],
    ['last year', '2025-01-01', '2026-01-01'],
    ['01/6/2022 - 31/12/2025', '2022-06-01', '2026-01-01'],
    ['20/11/2026', '2026-11-20', '2026-11-21'],
  ])('%s is %s to %s', (typed, from, to) => {
    expect(parsePeriod(typed, NOW)).toEqual({ from, to });
  });

  test.each(['quý V', 'hôm nay 8h', '31/02/2026', '6 tháng đầu năm 1950', '01/01/1950 - 01/01/2026', ''])(
    '%j is asked back',
    (typed) => {
      expect(parsePeriod(typed, NOW)).toMatchObject({ kind: 'ask' });
    },
  );
});

describe('periods in button data', () => {
  test('come back as they went', () => {
    for (const name of PERIODS) {
      const period = periodNamed(name, NOW);
      const { from, to } = periodData(period);
      expect(periodFrom(from, to)).toEqual(period);
    }
  });

  test.each([
    ['20269901', '20270101'],
    ['20270101', '20260101'],
    ['20260101', '20260101'],
    ['19000101', '20260101'],
    ['20010101', '20990101'],
    ['2026', undefined],
    [undefined, undefined],
  ])('%s to %s is none', (from, to) => {
    expect(periodFrom(from, to)).toBeUndefined();
  });
});
