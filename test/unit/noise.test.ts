import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import {
  isUrgentNow,
  type Limits,
  limitsOf,
  mayBeUrgent,
  SAYS,
  soundOf,
  type Told,
} from '../../src/domain/noise.ts';
import { hasFlag, saysOf } from '../../src/usecases/outbox/kinds.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const at = (text: string) => DateTime.fromISO(text, { zone: ZONE });
const MEMBER = limitsOf(['member'], 2);
const SECRETARY = limitsOf(['secretary'], 2);

// Thursday 26/11/2026, 10h00; the week began on Monday 23/11.
const NOW = at('2026-11-26T10:00');
const asked = (given: Partial<Told> = {}): Told => ({
  says: 'asks',
  at: NOW,
  isOutOfHours: false,
  isInDigest: false,
  yields: false,
  ...given,
});
const onDays = (...days: string[]) => days.map((day) => at(`2026-11-${day}`));

describe('a sound, and why', () => {
  test.each<[string, Partial<Told>, string[], Limits, string]>([
    ['the first of the day', {}, [], MEMBER, 'asks'],
    ['the second', {}, ['26T08:00'], MEMBER, 'asks'],
    ['no third on a day', {}, ['26T07:30', '26T08:00'], MEMBER, 'the day is full'],
    ['the day begins at midnight, local', {}, ['26T00:00', '25T23:59'], MEMBER, 'asks'],
    ['a sound of midnight is of the new day', {}, ['26T00:00', '26T08:00'], MEMBER, 'the day is full'],
    ["no fourth in a member's week", {}, ['23T08:00', '24T08:00', '25T08:00'], MEMBER, 'the week is full'],
    ['the week begins on Monday', {}, ['22T23:59', '24T08:00', '25T08:00'], MEMBER, 'asks'],
    ['a đầu mối has eight', {}, ['23T08:00', '24T08:00', '25T08:00'], SECRETARY, 'asks'],
    [
      'and no ninth',
      {},
      ['23T08:00', '23T09:00', '24T08:00', '24T09:00', '25T08:00', '25T09:00', '23T10:00', '24T10:00'],
      SECRETARY,
      'the week is full',
    ],
    ['news makes none, although there is room', { says: 'informs' }, [], SECRETARY, 'it only informs'],
    [
      'Khẩn sounds over both limits',
      { says: 'urgent' },
      ['26T07:30', '26T08:00', '25T08:00'],
      MEMBER,
      'urgent',
    ],
    ['Khẩn sounds at night', { says: 'urgent', isOutOfHours: true }, [], MEMBER, 'urgent'],
    ['an answer to a tap is apart', { says: 'answer' }, ['26T07:30', '26T08:00'], MEMBER, 'answer'],
    ['nothing outside working time', { isOutOfHours: true }, [], MEMBER, 'outside working time'],
    ['the day before is heard first', { yields: true }, ['25T08:00'], MEMBER, 'asks'],
    ['and leaves the last of a day', { yields: true }, ['26T07:30'], SECRETARY, 'the day is full'],
    ['and of a week', { yields: true }, ['23T08:00', '24T08:00'], MEMBER, 'the week is full'],
    ['what a digest has just said', { isInDigest: true }, ['26T07:30'], MEMBER, 'a digest says it'],
  ])('%s', (_name, told, heard, limits, reason) => {
    const sound = soundOf(asked(told), onDays(...heard), limits);
    expect(sound).toEqual({ isLoud: ['asks', 'urgent', 'answer'].includes(reason), reason });
  });

  test('the days and weeks are those of Việt Nam, wherever the instant was read', () => {
    // 23h30 on Sunday by Greenwich is Monday morning here.
    const heard = onDays('20T08:00', '21T08:00', '22T08:00');
    const sound = soundOf(
      asked({ at: DateTime.fromISO('2026-11-22T23:30Z', { zone: 'utc' }) }),
      heard,
      MEMBER,
    );
    expect(sound).toEqual({ isLoud: true, reason: 'asks' });
  });
});

test.each([
  [['secretary'], 8],
  [['member'], 3],
  [['chair'], 3],
  [['vice'], 3],
  [['observer'], 3],
  [[], 3],
  [['member', 'secretary'], 8],
] as const)('of whoever is %j: %i a week', (roles, aWeek) => {
  expect(limitsOf(roles, 2)).toEqual({ aDay: 2, aWeek });
});

describe('what asks and what informs', () => {
  test.each([
    ['push', undefined, 'asks'],
    ['day-before', undefined, 'asks'],
    ['outcome', 'approved', 'informs'],
    ['outcome', 'agreed', 'informs'],
    ['outcome', 'received', 'informs'],
    ['outcome', 'countered', 'asks'],
    ['outcome', 'opinion', 'asks'],
    ['exchange', undefined, 'asks'],
    ['exchange', 'noted', 'informs'],
    ['plan', 'approve', 'asks'],
    ['plan', 'approved', 'informs'],
    ['plan-finding', 'asked', 'asks'],
    ['plan-finding', 'answered', 'informs'],
    ['said', undefined, 'informs'],
    ['said', 'confirm-account', 'asks'],
    ['group-event', undefined, 'informs'],
  ] as const)('%s %s %s', (kind, note, wanted) => {
    expect(saysOf({ kind, ref: { note } })).toBe(wanted);
  });

  test('a notice is of working time, a proposal of any hour', () => {
    expect([hasFlag('push', 'isOfHours'), hasFlag('proposal', 'isOfHours')]).toEqual([true, false]);
  });
});

/** A fortnight of whatever is told to one person, in order. */
const fortnight = fc
  .array(
    fc.record({
      minute: fc.integer({ min: 0, max: 14 * 24 * 60 - 1 }),
      says: fc.constantFrom(...SAYS),
      isOutOfHours: fc.boolean(),
      isInDigest: fc.boolean(),
      yields: fc.boolean(),
    }),
    { maxLength: 120 },
  )
  .map((told) => told.toSorted((a, b) => a.minute - b.minute));

test('whatever is told: within both limits, no news heard, Khẩn always, and room that there is is used', () => {
  fc.assert(
    fc.property(fortnight, fc.constantFrom(MEMBER, SECRETARY), fc.nat(400), (told, limits, offset) => {
      const start = at('2026-01-01T00:00').plus({ days: offset });
      const heard: DateTime[] = [];
      for (const one of told) {
        const when = start.plus({ minutes: one.minute });
        const today = heard.filter((sound) => sound.toISODate() === when.toISODate()).length;
        const week = heard.filter((sound) => sound.toFormat('kkkk-WW') === when.toFormat('kkkk-WW')).length;
        const { isLoud } = soundOf({ ...one, at: when }, heard, limits);
        const isApart = one.says === 'urgent' || one.says === 'answer';
        const kept = one.yields ? 1 : 0;
        const isHeldBack = one.says === 'informs' || one.isOutOfHours || one.isInDigest;
        expect(isLoud).toBe(
          isApart || (!isHeldBack && today + kept < limits.aDay && week + kept < limits.aWeek),
        );
        if (isLoud && !isApart) heard.push(when);
      }
    }),
  );
});

test.each([
  ['a day and a minute before', '2026-12-06T07:59', 'too early'],
  ['exactly a day before', '2026-12-06T08:00', 'too early'],
  ['within the day', '2026-12-06T08:01', 'yes'],
  ['a minute before', '2026-12-07T07:59', 'yes'],
  ['when it begins', '2026-12-07T08:00', 'begun'],
] as const)('urgent %s', (_name, now, wanted) => {
  expect(mayBeUrgent(at(now), at('2026-12-07T08:00'))).toBe(wanted);
});

test('Khẩn needs the mark, a reason and an event within the day', () => {
  const event = at('2026-12-07T08:00');
  const now = at('2026-12-06T20:00');
  expect(isUrgentNow({ urgent: true, urgentReason: 'absent' }, now, event)).toBe(true);
  expect(isUrgentNow({ urgent: false, urgentReason: 'absent' }, now, event)).toBe(false);
  expect(isUrgentNow({ urgent: true, urgentReason: null }, now, event)).toBe(false);
  expect(isUrgentNow({ urgent: true, urgentReason: 'absent' }, now, undefined)).toBe(false);
  expect(isUrgentNow({ urgent: true, urgentReason: 'absent' }, now.minus({ days: 1 }), event)).toBe(false);
});
