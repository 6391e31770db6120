import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { defaultCalendarDays, isWorkingDay, makeCalendar } from '../../src/domain/calendar.ts';
import {
  DIGEST_KINDS,
  decideSlot,
  kindsOf,
  latestSlot,
  nextSlot,
  unsureYear,
  weekEnd,
} from '../../src/domain/digest.ts';
import { isWorkingTime } from '../../src/domain/working-time.ts';

const cal = makeCalendar(defaultCalendarDays);
const at = (iso: string) => DateTime.fromISO(`${iso}+07:00`, { zone: 'Asia/Ho_Chi_Minh' });
const shown = (slot: DateTime) => slot.toFormat("yyyy-MM-dd'T'HH:mm");

describe('the slots of a digest', () => {
  test.each([
    ['daily', '2026-11-20T07:29', '2026-11-20T07:30'],
    ['daily', '2026-11-20T07:30', '2026-11-23T07:30'],
    // 24/11 is a day off from 2026 on.
    ['daily', '2026-11-23T12:00', '2026-11-25T07:30'],
    ['weekly', '2026-11-23T07:30', '2026-11-30T07:30'],
    ['weekly', '2026-11-22T23:00', '2026-11-23T07:30'],
    // 31/8/2026, 1/9 and 2/9 are off: the week begins on Thursday.
    ['weekly', '2026-08-29T09:00', '2026-09-03T07:30'],
    // Tết: 16–20/2/2026 is a week without a working day.
    ['weekly', '2026-02-15T09:00', '2026-02-23T07:30'],
    ['monthly', '2026-12-15T09:00', '2027-01-04T07:30'],
  ] as const)('the %s one after %s is at %s', (kind, now, expected) => {
    expect(shown(nextSlot(kind, cal, at(now)))).toBe(expected);
  });

  test.each([
    ['daily', '2026-11-23T07:29', '2026-11-20T07:30'],
    ['daily', '2026-11-23T07:30', '2026-11-23T07:30'],
    ['weekly', '2026-11-27T16:00', '2026-11-23T07:30'],
    ['weekly', '2026-02-18T16:00', '2026-02-09T07:30'],
    ['monthly', '2027-01-03T10:00', '2026-12-01T07:30'],
  ] as const)('the last %s one at %s was at %s', (kind, now, expected) => {
    expect(shown(latestSlot(kind, cal, at(now)))).toBe(expected);
  });

  test('they are starts of working days, ascend, and the last one before the next is the one that was', () => {
    const minutes = fc.integer({ min: 0, max: 700 * 24 * 60 });
    fc.assert(
      fc.property(fc.constantFrom(...DIGEST_KINDS), minutes, (kind, offset) => {
        const now = at('2026-01-03T00:00').plus({ minutes: offset });
        const next = nextSlot(kind, cal, now);
        expect(next > now).toBe(true);
        expect(isWorkingDay(cal, next.toISODate()!)).toBe(true);
        expect(next.toFormat('HH:mm')).toBe('07:30');
        expect(+latestSlot(kind, cal, next)).toBe(+next);
        expect(+nextSlot(kind, cal, latestSlot(kind, cal, now))).toBe(+next);
      }),
    );
  });
});

describe('what becomes of a slot that is due', () => {
  const monday = at('2026-11-23T07:30');
  const decide = (kind: 'daily' | 'weekly' | 'monthly', now: string, given = {}) =>
    decideSlot({ kind }, { isOn: true, dueTogether: [kind], ...given }, cal, at(now));

  test('it goes', () => {
    expect(decide('weekly', '2026-11-23T07:30')).toEqual({ do: 'tell', of: monday, isLate: false });
  });
  test('out of working time it is held, and looked at again', () => {
    expect(decide('daily', '2026-11-23T12:00')).toEqual({ do: 'defer' });
    expect(decide('daily', '2026-11-24T09:00')).toEqual({ do: 'defer' });
  });
  test('more than half an hour after its slot it says that it is late', () => {
    expect(decide('daily', '2026-11-23T08:00')).toMatchObject({ isLate: false });
    expect(decide('daily', '2026-11-23T08:01')).toMatchObject({ isLate: true });
  });
  test('after a downtime the latest slot takes the place of those missed', () => {
    const decision = decide('daily', '2026-11-27T09:00');
    expect(decision).toMatchObject({ do: 'tell', isLate: true });
    expect(shown((decision as { of: DateTime }).of)).toBe('2026-11-27T07:30');
  });
  test('one goes of those that are due together, and it is the larger one', () => {
    const dueTogether = ['daily', 'weekly'];
    expect(decide('daily', '2026-11-23T07:30', { dueTogether })).toEqual({
      do: 'skip',
      reason: 'in another digest',
    });
    expect(decide('weekly', '2026-11-23T07:30', { dueTogether })).toMatchObject({ do: 'tell' });
  });
  test('one that was turned off does not go, whatever the hour', () => {
    expect(decide('weekly', '2026-11-22T07:30', { isOn: false })).toEqual({
      do: 'skip',
      reason: 'turned off',
    });
  });
  test('whenever one goes, it is working time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 60 }), (offset) => {
        const now = monday.plus({ minutes: offset });
        const decision = decideSlot({ kind: 'daily' }, { isOn: true, dueTogether: [] }, cal, now);
        expect(decision.do === 'tell').toBe(isWorkingTime(cal, now));
      }),
    );
  });
});

test('a đầu mối has the day and the week, a member and an observer the week, leaders the month', () => {
  expect(kindsOf('secretary')).toEqual(['daily', 'weekly']);
  expect([kindsOf('member'), kindsOf('observer')]).toEqual([['weekly'], ['weekly']]);
  expect([kindsOf('chair'), kindsOf('vice')]).toEqual([['monthly'], ['monthly']]);
});

test('the next year is named while its days off are missing, from October, or only computed, from December', () => {
  const without = makeCalendar(defaultCalendarDays.filter((one) => one.day < '2027'));
  const announced = makeCalendar(defaultCalendarDays.map((one) => ({ ...one, provisional: false })));
  expect(unsureYear(without, at('2026-10-01T08:00'))).toEqual({ year: 2027, is: 'missing' });
  expect(unsureYear(without, at('2026-09-30T08:00'))).toBeUndefined();
  expect(unsureYear(cal, at('2026-12-01T08:00'))).toEqual({ year: 2027, is: 'provisional' });
  expect(unsureYear(cal, at('2026-11-30T08:00'))).toBeUndefined();
  expect(unsureYear(announced, at('2026-12-01T08:00'))).toBeUndefined();
});

test('a week ends with its last working day', () => {
  expect(weekEnd(cal, '2026-11-23')).toBe('2026-11-27');
  // The Saturday 22/8/2026 is worked.
  expect(weekEnd(cal, '2026-08-17')).toBe('2026-08-22');
});
