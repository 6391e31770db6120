import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/calendar-day.ts';
import {
  showDay,
  showInstant,
  showInstantDated,
  showInstantShort,
  showWindow,
  showWindowShort,
} from '../../src/domain/date-text.ts';
import { parseDateVi } from '../../src/domain/dates-vi.ts';
import { ZONE } from '../../src/domain/working-time.ts';

const at = (text: string): DateTime => DateTime.fromISO(text, { zone: ZONE });

const now = at('2026-11-25T08:00');

describe('an instant is shown', () => {
  it('with hour, weekday and date in both languages', () => {
    expect(showInstant(at('2026-11-25T17:00'), 'vi')).toBe('17h00 thứ Tư 25/11/2026');
    expect(showInstant(at('2026-11-25T17:00'), 'en')).toBe('17:00 Wed 25/11/2026');
    expect(showInstant(at('2026-12-06T08:05'), 'vi')).toBe('08h05 Chủ nhật 06/12/2026');
  });

  it('in Asia/Ho_Chi_Minh whatever its zone', () => {
    const utc = DateTime.fromISO('2026-11-25T18:30Z', { zone: 'utc' });
    expect(showInstant(utc, 'vi')).toBe('01h30 thứ Năm 26/11/2026');
    expect(showInstantShort(utc, now.toUTC(), 'vi')).toBe('01h30 ngày mai');
  });

  it.each([
    ['2026-11-25T17:00', '17h00 hôm nay', '17:00 today'],
    ['2026-11-26T17:00', '17h00 ngày mai', '17:00 tomorrow'],
    ['2026-11-20T17:00', '17h00 thứ Sáu 20/11', '17:00 Fri 20/11'],
    ['2026-11-24T17:00', '17h00 thứ Ba 24/11', '17:00 Tue 24/11'],
    ['2027-01-04T07:30', '07h30 thứ Hai 04/01/2027', '07:30 Mon 04/01/2027'],
  ])('%s, seen from 25/11/2026, as "%s" or "%s"', (text, vi, en) => {
    expect(showInstantShort(at(text), now, 'vi')).toBe(vi);
    expect(showInstantShort(at(text), now, 'en')).toBe(en);
  });
});

it('an instant that may be read on another day names its day, near as it is', () => {
  expect(showInstantDated(at('2026-11-26T17:00'), now, 'vi')).toBe('17h00 thứ Năm 26/11');
  expect(showInstantDated(at('2026-11-25T17:00'), now, 'en')).toBe('17:00 Wed 25/11');
  expect(showInstantDated(at('2027-01-04T07:30'), now, 'vi')).toBe('07h30 thứ Hai 04/01/2027');
});

describe('a window is shown', () => {
  it.each([
    ['2026-12-07', '2026-12-11', 'thứ Hai 07/12 – thứ Sáu 11/12/2026', '07/12 – 11/12/2026'],
    ['2026-12-28', '2027-01-03', 'thứ Hai 28/12/2026 – Chủ nhật 03/01/2027', '28/12/2026 – 03/01/2027'],
    ['2026-12-07', '2026-12-07', 'thứ Hai 07/12/2026', '07/12/2026'],
    ['2027-03-01', '2027-03-31', 'tháng 3/2027', 'tháng 3/2027'],
    ['2028-02-01', '2028-02-29', 'tháng 2/2028', 'tháng 2/2028'],
    ['2027-01-01', '2027-03-31', 'quý I/2027', 'quý I/2027'],
    ['2026-10-01', '2026-12-31', 'quý IV/2026', 'quý IV/2026'],
    ['2027-01-01', '2027-12-31', 'năm 2027', 'năm 2027'],
    ['2027-02-01', '2027-04-30', 'tháng 2-4/2027', 'tháng 2-4/2027'],
    ['2027-04-01', '2027-09-30', 'quý II-III/2027', 'quý II-III/2027'],
    ['2027-02-02', '2027-04-30', 'thứ Ba 02/02 – thứ Sáu 30/04/2027', '02/02 – 30/04/2027'],
    ['2027-03-01', '2027-03-30', 'thứ Hai 01/03 – thứ Ba 30/03/2027', '01/03 – 30/03/2027'],
  ])('%s to %s as "%s", short "%s"', (from, to, long, short) => {
    expect(showWindow(from, to, 'vi')).toBe(long);
    expect(showWindowShort(from, to, 'vi')).toBe(short);
  });

  it('in English', () => {
    expect(showDay('2026-12-07', 'en')).toBe('Mon 07/12/2026');
    expect(showDay('2026-12-07', 'vi')).toBe('thứ Hai 07/12/2026');
    expect(showWindow('2026-12-07', '2026-12-11', 'en')).toBe('Mon 07/12 – Fri 11/12/2026');
    expect(showWindow('2027-03-01', '2027-03-31', 'en')).toBe('March 2027');
    expect(showWindow('2027-01-01', '2027-03-31', 'en')).toBe('Q1 2027');
  });

  it('never backwards, and never from what is not a day', () => {
    expect(() => showWindow('2026-12-11', '2026-12-07', 'vi')).toThrow(/before its start/);
    expect(() => showDay('2026-02-30', 'vi')).toThrow(/2026-02-30/);
  });
});

const anyLocale = fc.constantFrom('vi' as const, 'en' as const);
const anyDay = fc.integer({ min: 0, max: 2_000 }).map((n) => addDays('2024-01-01', n));

describe('what is shown can be typed back', () => {
  it('every day and instant means itself', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(1_439), anyLocale, (day, minute, locale) => {
        const instant = at(day).plus({ minutes: minute });
        expect(parseDateVi(showDay(day, locale), now)).toEqual({ kind: 'day', day });
        const read = parseDateVi(showInstant(instant, locale), now);
        expect(read.kind === 'instant' && read.at.toMillis()).toBe(instant.toMillis());
      }),
    );
  });

  it('an instant of the days around means itself in its short form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 60 }), anyLocale, (minutes, locale) => {
        const instant = now.plus({ minutes });
        const read = parseDateVi(showInstantShort(instant, now, locale), now);
        expect(read.kind === 'instant' && read.at.toMillis()).toBe(instant.toMillis());
      }),
    );
  });

  it('every window means itself, long and short', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 180 }), anyLocale, (from, length, locale) => {
        const range = { kind: 'range', from, to: addDays(from, length) };
        expect(parseDateVi(showWindow(range.from, range.to, locale), now)).toEqual(range);
        expect(parseDateVi(showWindowShort(range.from, range.to, locale), now)).toEqual(range);
      }),
    );
  });

  it('whole months, quarters and years mean themselves', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
        anyLocale,
        (months, unit, locale) => {
          const start = at('2024-01-01').plus({ months }).startOf(unit);
          const from = start.toFormat('yyyy-MM-dd');
          const to = start.endOf(unit).toFormat('yyyy-MM-dd');
          expect(parseDateVi(showWindow(from, to, locale), now)).toEqual({ kind: 'range', from, to });
        },
      ),
    );
  });
});
