import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { defaultCalendarDays, isWorkingDay, makeCalendar } from '../../src/domain/calendar.ts';
import {
  addWorkingMinutes,
  dueAfterWorkingDays,
  halfway,
  isWorkingTime,
  lastMorning,
  nextWorkingInstant,
  pauseOneWorkingDay,
  tMinusDays,
  workingMinutesBetween,
  ZONE,
} from '../../src/domain/working-time.ts';

const cal = makeCalendar(defaultCalendarDays);

const at = (text: string): DateTime => DateTime.fromISO(text, { zone: ZONE });

const shown = (instant: DateTime): string => instant.setZone(ZONE).toFormat("yyyy-MM-dd'T'HH:mm");

const START = at('2026-01-01T00:00').toMillis();
const SECONDS_OF_14_MONTHS = 425 * 86_400;

const anyInstant = fc
  .integer({ min: 0, max: SECONDS_OF_14_MONTHS })
  .map((seconds) => DateTime.fromMillis(START + seconds * 1_000, { zone: ZONE }));

const anyPair = fc
  .tuple(anyInstant, anyInstant)
  .map(([a, b]) => (a <= b ? [a, b] : [b, a]) as [DateTime, DateTime]);

const SECOND = 1 / 60;

describe('working time', () => {
  it.each([
    ['2026-11-25T07:29', false],
    ['2026-11-25T07:30', true],
    ['2026-11-25T11:30', false],
    ['2026-11-25T13:30', true],
    ['2026-11-25T16:59', true],
    ['2026-11-25T17:00', false],
    ['2026-11-24T09:00', false],
    ['2026-11-28T09:00', false],
    ['2026-08-22T09:00', true],
  ])('%s: %s', (text, expected) => {
    expect(isWorkingTime(cal, at(text))).toBe(expected);
  });

  it('is reckoned in Asia/Ho_Chi_Minh whatever the zone of the instant', () => {
    expect(isWorkingTime(cal, DateTime.fromISO('2026-11-25T01:00Z', { zone: 'utc' }))).toBe(true);
    expect(isWorkingTime(cal, DateTime.fromISO('2026-11-25T11:00Z', { zone: 'utc' }))).toBe(false);
  });

  it('may be set otherwise', () => {
    const night = makeCalendar([], [['18:00', '24:00']]);
    expect(isWorkingTime(night, at('2026-11-25T23:59'))).toBe(true);
    expect(shown(dueAfterWorkingDays(night, at('2026-11-25T19:00'), 1))).toBe('2026-11-27T00:00');
  });

  it.each([
    ['2026-11-25T09:12', '2026-11-25T09:12'],
    ['2026-11-25T05:00', '2026-11-25T07:30'],
    ['2026-11-25T12:00', '2026-11-25T13:30'],
    ['2026-11-25T17:00', '2026-11-26T07:30'],
    ['2026-11-23T18:00', '2026-11-25T07:30'],
    ['2026-11-27T20:00', '2026-11-30T07:30'],
    ['2027-02-03T17:00', '2027-02-11T07:30'],
  ])('what comes at %s is held to %s', (text, expected) => {
    expect(shown(nextWorkingInstant(cal, at(text)))).toBe(expected);
  });
});

describe('working minutes', () => {
  it.each([
    ['2026-11-25T08:00', '2026-11-25T09:00', 60],
    ['2026-11-25T11:00', '2026-11-25T14:00', 60],
    ['2026-11-25T16:30', '2026-11-26T08:00', 60],
    ['2026-11-27T17:00', '2026-11-30T07:30', 0],
    ['2026-11-25T00:00', '2026-11-26T00:00', 450],
    ['2026-11-25T09:00', '2026-11-25T08:00', 0],
  ])('between %s and %s are %i', (a, b, minutes) => {
    expect(workingMinutesBetween(cal, at(a), at(b))).toBe(minutes);
  });

  it('added are the ones counted back', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 0, max: 6_000 * 60 }), (start, seconds) => {
        const end = addWorkingMinutes(cal, start, seconds * SECOND);
        expect(workingMinutesBetween(cal, start, end)).toBeCloseTo(seconds * SECOND, 6);
        expect(isWorkingTime(cal, end)).toBe(true);
      }),
    );
  });

  it('counted from one working instant to another, and added, lead back to it', () => {
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
        const end = nextWorkingInstant(cal, b);
        expect(addWorkingMinutes(cal, a, workingMinutesBetween(cal, a, end)).toMillis()).toBe(end.toMillis());
      }),
      { numRuns: 60 },
    );
  });

  it('added later, or more of them, never end earlier', () => {
    fc.assert(
      fc.property(anyPair, fc.nat(3_000), fc.nat(500), ([a, b], minutes, more) => {
        expect(addWorkingMinutes(cal, a, minutes) <= addWorkingMinutes(cal, b, minutes)).toBe(true);
        expect(addWorkingMinutes(cal, a, minutes) <= addWorkingMinutes(cal, a, minutes + more)).toBe(true);
      }),
    );
  });

  it('below zero are a mistake of the caller', () => {
    expect(() => addWorkingMinutes(cal, at('2026-11-25T08:00'), -1)).toThrow(RangeError);
  });
});

describe('a deadline in working days', () => {
  it.each([
    ['the day of sending is not counted', '2026-11-25T08:00', 2, '2026-11-27T17:00'],
    ['before the day begins is that day', '2026-11-25T06:00', 2, '2026-11-27T17:00'],
    ['17h00 itself is still that day', '2026-11-25T17:00', 2, '2026-11-27T17:00'],
    ['after 17h00 is the next working day', '2026-11-25T17:01', 2, '2026-11-30T17:00'],
    ['Friday evening is Monday', '2026-11-27T18:00', 1, '2026-12-01T17:00'],
    ['a Saturday is Monday too', '2026-11-28T10:00', 1, '2026-12-01T17:00'],
    ['Monday morning falls due with them', '2026-11-30T09:00', 1, '2026-12-01T17:00'],
    ['a day off counts neither', '2026-11-23T09:00', 1, '2026-11-25T17:00'],
    ['a swapped Saturday does', '2026-08-21T09:00', 1, '2026-08-22T17:00'],
    ['five working days over Tết', '2027-02-02T09:00', 5, '2027-02-16T17:00'],
    ['none ends on the day of sending', '2026-11-25T08:00', 0, '2026-11-25T17:00'],
  ])('%s', (_name, sent, days, due) => {
    expect(shown(dueAfterWorkingDays(cal, at(sent), days))).toBe(due);
  });

  it('sent later never falls due earlier, nor before it was sent', () => {
    fc.assert(
      fc.property(anyPair, fc.integer({ min: 0, max: 12 }), ([a, b], days) => {
        const first = dueAfterWorkingDays(cal, a, days);
        expect(first <= dueAfterWorkingDays(cal, b, days)).toBe(true);
        expect(first >= a).toBe(true);
        expect(isWorkingDay(cal, first.toFormat('yyyy-MM-dd')) && first.toFormat('HH:mm') === '17:00').toBe(
          true,
        );
      }),
    );
  });
});

describe('half of the time', () => {
  it('is half of the working minutes', () => {
    expect(shown(halfway(cal, at('2026-11-25T07:30'), at('2026-11-26T17:00')))).toBe('2026-11-26T07:30');
    expect(shown(halfway(cal, at('2026-11-25T08:00'), at('2026-11-27T17:00')))).toBe('2026-11-26T13:30');
    expect(shown(halfway(cal, at('2026-11-27T15:00'), at('2026-11-30T09:30')))).toBe('2026-11-30T07:30');
  });

  it('is the due instant when no working time lies between', () => {
    expect(shown(halfway(cal, at('2026-11-28T08:00'), at('2026-11-29T17:00')))).toBe('2026-11-29T17:00');
  });

  it('lies in working time, between sending and due, with as much before it as after', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 10 }), (sent, days) => {
        const due = dueAfterWorkingDays(cal, sent, days);
        const half = halfway(cal, sent, due);
        expect(half >= sent && half < due && isWorkingTime(cal, half)).toBe(true);
        expect(workingMinutesBetween(cal, sent, half)).toBeCloseTo(workingMinutesBetween(cal, half, due), 3);
      }),
    );
  });
});

describe('the last morning', () => {
  it.each([
    ['2026-11-27T17:00', '2026-11-27T07:30'],
    ['2026-11-27T07:30', '2026-11-26T07:30'],
    ['2026-11-28T17:00', '2026-11-27T07:30'],
    ['2026-11-25T07:00', '2026-11-23T07:30'],
  ])('before %s is %s', (due, morning) => {
    expect(shown(lastMorning(cal, at(due)))).toBe(morning);
  });
});

describe('T-n', () => {
  it.each([
    ['the day before', '2026-11-27T08:00', 1, '2026-11-26T07:30'],
    ['held from Sunday to Monday, before the event', '2026-11-30T08:00', 1, '2026-11-30T07:30'],
    ['not held to the event itself', '2026-11-30T07:30', 1, '2026-11-27T07:30'],
    ['not held past an event on a Sunday', '2026-11-29T08:00', 1, '2026-11-27T07:30'],
    ['counted in calendar days', '2026-12-07T08:00', 7, '2026-11-30T07:30'],
    ['held over a day off', '2026-11-25T14:00', 1, '2026-11-25T07:30'],
    ['on the day, before the day begins', '2026-11-26T06:00', 0, '2026-11-25T07:30'],
  ])('%s', (_name, event, days, expected) => {
    expect(shown(tMinusDays(cal, at(event), days))).toBe(expected);
  });

  it('is a start of working time before the event, and never later for an earlier event', () => {
    fc.assert(
      fc.property(anyPair, fc.integer({ min: 0, max: 10 }), ([a, b], days) => {
        const before = tMinusDays(cal, a, days);
        expect(before < a && isWorkingTime(cal, before) && before.toFormat('HH:mm') === '07:30').toBe(true);
        expect(before <= tMinusDays(cal, b, days)).toBe(true);
      }),
    );
  });
});

describe('a pause of one working day', () => {
  it.each([
    ['2026-11-26T17:00', '2026-11-27T17:00'],
    ['2026-11-27T17:00', '2026-11-30T17:00'],
    ['2026-11-23T10:15', '2026-11-25T10:15'],
  ])('moves %s to %s', (due, later) => {
    expect(shown(pauseOneWorkingDay(cal, at(due)))).toBe(later);
  });
});
