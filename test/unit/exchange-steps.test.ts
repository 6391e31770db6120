import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { defaultCalendarDays, makeCalendar } from '../../src/domain/calendar.ts';
import type { Wait } from '../../src/domain/exchange.ts';
import {
  decideExchangeStep,
  type ExchangeStepSituation,
  planExchangeSteps,
} from '../../src/domain/exchange-steps.ts';
import { DEFAULT_POLICY, type Policy } from '../../src/domain/policy.ts';
import { isWorkingTime } from '../../src/domain/working-time.ts';

const calendar = makeCalendar(defaultCalendarDays);
const at = (text: string) => DateTime.fromISO(text, { zone: 'Asia/Ho_Chi_Minh' });

const plan = (of: Wait, asked: string, due: string, policy: Partial<Policy> = {}) =>
  planExchangeSteps(calendar, {
    of,
    askedAt: at(asked),
    dueAt: at(due),
    policy: { ...DEFAULT_POLICY, ...policy },
  }).map((step) => `${step.of} ${step.kind} ${step.dueAt.toFormat('dd/MM HH:mm')}`);

describe('what is planned', () => {
  test.each(['receipt', 'duty'] as const)('a %s is reminded of once, on the last morning', (of) => {
    expect(plan(of, '2026-11-25T09:00', '2026-11-27T17:00')).toEqual([
      `${of} last_morning 27/11 07:30`,
      `${of} own_leader 30/11 07:30`,
      `${of} across 01/12 07:30`,
    ]);
  });

  test('an answer is reminded of at half of the time as well', () => {
    expect(plan('answer', '2026-11-25T09:00', '2026-11-27T17:00')).toEqual([
      'answer half 26/11 14:00',
      'answer last_morning 27/11 07:30',
      'answer own_leader 30/11 07:30',
      'answer across 01/12 07:30',
    ]);
  });

  test('the agreement may want no reminders, and longer patience', () => {
    const policy = {
      remindAtHalf: false,
      remindOnLastMorning: false,
      ownLeaderAfterWorkingDays: 1,
      acrossAfterWorkingDays: 2,
    };
    expect(plan('answer', '2026-11-25T09:00', '2026-11-27T17:00', policy)).toEqual([
      'answer own_leader 01/12 07:30',
      'answer across 03/12 07:30',
    ]);
  });

  test('before Tết: the leader hears on the first morning after it', () => {
    expect(plan('receipt', '2027-02-01T09:00', '2027-02-03T17:00')).toEqual([
      'receipt last_morning 03/02 07:30',
      'receipt own_leader 11/02 07:30',
      'receipt across 12/02 07:30',
    ]);
  });
});

describe('what is decided', () => {
  const WORKED = at('2026-11-25T09:00');
  const fine: ExchangeStepSituation = {
    kind: 'last_morning',
    isWaiting: false,
    isGone: false,
    isSettled: false,
    isUnreached: false,
    isOvertaken: false,
  };
  const decide = (given: Partial<ExchangeStepSituation>, now = WORKED) => {
    const decision = decideExchangeStep(calendar, { ...fine, ...given }, now);
    if (decision.kind === 'skip') return decision.reason;
    return decision.kind === 'defer' ? `defer ${decision.until.toFormat('dd/MM HH:mm')}` : decision.kind;
  };

  test.each<[string, Partial<ExchangeStepSituation>, string]>([
    ['what is waited for in working time goes', {}, 'act'],
    ['what was recalled or corrected', { isGone: true }, 'recalled or corrected'],
    [
      'a crossing of what was recalled',
      { kind: 'cross', isGone: true, isWaiting: true },
      'recalled or corrected',
    ],
    ['a crossing whose time has come goes', { kind: 'cross', isWaiting: true }, 'act'],
    ['a crossing that somebody hurried', { kind: 'cross' }, 'crossed already'],
    ['a reminder of what has not crossed', { isWaiting: true }, 'defer 25/11 09:01'],
    ['what is received, answered or met', { isSettled: true }, 'settled'],
    ['a leader’s message about what is settled', { kind: 'own_leader', isSettled: true }, 'settled'],
    ['a reminder that a later one overtook', { kind: 'half', isOvertaken: true }, 'a later step is due'],
    ['what is settled and overtaken', { isSettled: true, isOvertaken: true }, 'settled'],
  ])('%s', (_what, given, decided) => {
    expect(decide(given)).toBe(decided);
  });

  test.each([
    ['2026-11-25T06:00', 'defer 25/11 07:30'],
    ['2026-11-25T11:30', 'defer 25/11 13:30'],
    ['2026-11-25T17:00', 'defer 26/11 07:30'],
    ['2026-11-28T09:00', 'defer 30/11 07:30'],
    ['2027-02-06T09:00', 'defer 11/02 07:30'],
  ])('outside working time, at %s, it is held', (now, decided) => {
    expect(decide({}, at(now))).toBe(decided);
  });

  test('a crossing does not wait for working time', () => {
    expect(decide({ kind: 'cross', isWaiting: true }, at('2026-11-28T22:00'))).toBe('act');
  });

  test('whatever the facts, nobody is told of what is settled, gone or still on its way, nor outside working time', () => {
    const facts = fc.record({
      kind: fc.constantFrom('half' as const, 'last_morning', 'again', 'own_leader', 'across'),
      isWaiting: fc.boolean(),
      isGone: fc.boolean(),
      isSettled: fc.boolean(),
      isOvertaken: fc.boolean(),
      isUnreached: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 60 * 24 * 60 }), (given, minutes) => {
        const now = at('2026-12-15T00:00').plus({ minutes });
        if (decideExchangeStep(calendar, given, now).kind !== 'act') return;
        expect([given.isGone, given.isSettled, given.isWaiting, given.isUnreached]).not.toContain(true);
        expect(isWorkingTime(calendar, now)).toBe(true);
      }),
    );
  });
});
