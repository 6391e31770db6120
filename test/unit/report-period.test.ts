import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { PERIODS, periodData, periodFrom, periodNamed } from '../../src/domain/report-period.ts';

const at = (day: string) => DateTime.fromISO(`${day}T09:00:00`, { zone: 'Asia/Ho_Chi_Minh' });
const NOW = at('2026-11-23');

describe('what is offered is what is handed in about now', () => {
  test.each([
    ['2026-11-23', 'month', '2026-11-01', '2026-12-01'],
    ['2026-12-02', 'month', '2026-11-01', '2026-12-01'],
    ['2027-01-04', 'month', '2026-12-01', '2027-01-01'],
    ['2026-11-23', 'quarter', '2026-10-01', '2027-01-01'],
    ['2026-10-05', 'quarter', '2026-07-01', '2026-10-01'],
    ['2027-01-04', 'quarter', '2026-10-01', '2027-01-01'],
    ['2026-11-23', 'half', '2026-01-01', '2026-07-01'],
    ['2027-01-04', 'half', '2026-01-01', '2026-07-01'],
    ['2027-05-20', 'half', '2027-01-01', '2027-07-01'],
    ['2026-11-23', 'nine_months', '2026-01-01', '2026-10-01'],
    ['2027-06-15', 'nine_months', '2026-01-01', '2026-10-01'],
    ['2026-11-23', 'year', '2026-01-01', '2027-01-01'],
    ['2026-11-23', 'last_year', '2025-01-01', '2026-01-01'],
  ] as const)('on %s the button %s is %s to %s, excluded', (today, name, from, to) => {
    expect(periodNamed(name, at(today))).toEqual({ from, to });
  });
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
