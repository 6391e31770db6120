import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { defaultCalendarDays, makeCalendar } from '../../src/domain/calendar.ts';
import { periodOf, planSlotSteps, slotsAt } from '../../src/domain/duty.ts';
import type { DutyPeriod } from '../../src/domain/exchange.ts';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';

const calendar = makeCalendar(defaultCalendarDays);
const at = (text: string) => DateTime.fromISO(text, { zone: 'Asia/Ho_Chi_Minh' });

describe('the period that holds a day', () => {
  test.each<[DutyPeriod, string, string, string]>([
    ['month', '2026-12-31', '2026-12-01', '2027-01-01'],
    ['month', '2028-02-29', '2028-02-01', '2028-03-01'],
    ['quarter', '2026-10-01', '2026-10-01', '2027-01-01'],
    ['quarter', '2026-09-30', '2026-07-01', '2026-10-01'],
    ['half_year', '2026-06-30', '2026-01-01', '2026-07-01'],
    ['half_year', '2026-07-01', '2026-07-01', '2027-01-01'],
    ['year', '2026-01-01', '2026-01-01', '2027-01-01'],
    ['year', '2026-12-31', '2026-01-01', '2027-01-01'],
  ])('%s, %s: [%s, %s)', (period, day, from, to) => {
    expect(periodOf(period, day)).toEqual({ from, to });
  });
});

type Given = Partial<Parameters<typeof slotsAt>[1]>;
const slots = (now: string, given: Given = {}) =>
  slotsAt(
    calendar,
    { period: 'quarter', dueWorkingDays: 5, fromDay: '2020-01-01', toDay: null, ...given },
    at(now),
  ).map((slot) => `${slot.from} due ${slot.dueAt.toFormat('dd/MM/yyyy HH:mm')}`);

describe('the slots that are open', () => {
  const THIRD = '2026-07-01 due 07/10/2026 17:00';
  const FOURTH = '2026-10-01 due 08/01/2027 17:00';

  test('in the middle of a period only the one before it', () => {
    expect(slots('2026-11-15T09:00')).toEqual([THIRD]);
  });

  test('ten days before its end the period itself opens, in working time', () => {
    expect(slots('2026-12-22T07:29')).toEqual([THIRD]);
    expect(slots('2026-12-22T07:30')).toEqual([THIRD, FOURTH]);
  });

  test('after the turn of the year it is still the one to meet', () => {
    expect(slots('2027-01-01T00:00')).toEqual([FOURTH]);
    expect(slots('2026-12-31T23:59')).toEqual([THIRD, FOURTH]);
  });

  test('an opening on a Saturday waits for Monday', () => {
    const month = (now: string) => slots(now, { period: 'month' }).at(-1);
    expect(month('2026-11-21T09:00')).toMatch(/^2026-10-01/);
    expect(month('2026-11-23T07:30')).toMatch(/^2026-11-01/);
  });
});

describe('when a slot is due', () => {
  const due = (period: DutyPeriod, now: string, dueWorkingDays: number) =>
    slots(now, { period, dueWorkingDays }).at(-1)!.slice(11);

  test.each<[string, DutyPeriod, string, number, string]>([
    ['the first of January is no working day', 'year', '2026-12-28T09:00', 1, 'due 04/01/2027 17:00'],
    ['no days more are the closing of its last day', 'year', '2026-12-28T09:00', 0, 'due 31/12/2026 17:00'],
    ['a last day on a Sunday counts as Monday', 'month', '2027-01-25T09:00', 0, 'due 01/02/2027 17:00'],
    ['Tết lies between', 'month', '2027-01-25T09:00', 3, 'due 11/02/2027 17:00'],
    ['Tết lies behind', 'month', '2027-02-25T09:00', 5, 'due 08/03/2027 17:00'],
  ])('%s', (_what, period, now, days, told) => {
    expect(due(period, now, days)).toBe(told);
  });
});

describe('a duty that begins or ends inside a period', () => {
  const IN_JANUARY = '2027-01-04T09:00';

  test('owes the period in which it begins, and none before', () => {
    expect(slots(IN_JANUARY, { fromDay: '2026-12-31' })).toHaveLength(1);
    expect(slots(IN_JANUARY, { fromDay: '2027-01-01' })).toEqual([]);
    expect(slots('2026-12-28T09:00', { fromDay: '2026-10-01' })).toEqual(['2026-10-01 due 08/01/2027 17:00']);
  });

  test('does not owe the period in which it ends, but those before', () => {
    expect(slots('2026-12-28T09:00', { toDay: '2026-12-30' })).toEqual(['2026-07-01 due 07/10/2026 17:00']);
    expect(slots(IN_JANUARY, { toDay: '2027-01-01' })).toHaveLength(1);
    expect(slots(IN_JANUARY, { toDay: '2026-12-31' })).toEqual([]);
  });
});

describe('what a slot brings', () => {
  const steps = (asked: string, policy = {}) =>
    planSlotSteps(calendar, {
      askedAt: at(asked),
      dueAt: at('2027-01-08T17:00'),
      policy: { ...DEFAULT_POLICY, ...policy },
    }).map((step) => `${step.kind} ${step.dueAt.toFormat('dd/MM HH:mm')}`);

  test('one reminder on the last morning, then the own leader, then across', () => {
    expect(steps('2026-12-22T07:30')).toEqual([
      'last_morning 08/01 07:30',
      'own_leader 11/01 07:30',
      'across 12/01 07:30',
    ]);
  });

  test('opened on the last day itself, it is asked for at once', () => {
    expect(steps('2027-01-08T10:00')).toEqual([
      'again 08/01 10:00',
      'own_leader 11/01 07:30',
      'across 12/01 07:30',
    ]);
  });

  test('opened overdue, it is asked for at once and the leader hears after another working day', () => {
    expect(steps('2027-01-13T10:00')).toEqual([
      'again 13/01 10:00',
      'own_leader 15/01 07:30',
      'across 18/01 07:30',
    ]);
  });

  test('an agreement without that reminder has none then either', () => {
    expect(steps('2027-01-13T10:00', { remindOnLastMorning: false })).toEqual([
      'own_leader 15/01 07:30',
      'across 18/01 07:30',
    ]);
  });
});
