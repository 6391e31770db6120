import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { defaultCalendarDays, makeCalendar } from '../../src/domain/calendar.ts';
import { deadline, planSteps, planUrgent } from '../../src/domain/escalation.ts';
import { DEFAULT_POLICY, type Policy } from '../../src/domain/policy.ts';
import type { RequestKind } from '../../src/domain/request.ts';
import { isWorkingTime } from '../../src/domain/working-time.ts';

const calendar = makeCalendar(defaultCalendarDays);
const at = (text: string) => DateTime.fromISO(text, { zone: 'Asia/Ho_Chi_Minh' });
const shown = (instant: DateTime) => instant.toFormat('dd/MM HH:mm');

function plan(given: {
  kind?: RequestKind;
  asked: string;
  due: string;
  event?: string;
  policy?: Partial<Policy>;
}) {
  const steps = planSteps(calendar, {
    kind: given.kind ?? 'notice',
    askedAt: at(given.asked),
    dueAt: at(given.due),
    policy: { ...DEFAULT_POLICY, ...given.policy },
    eventAt: given.event === undefined ? undefined : at(given.event),
  });
  return steps.map((step) => `${step.kind} ${shown(step.dueAt)}`);
}

describe('planSteps', () => {
  test('a notice is reminded of at half and on the last morning, then the leader, then across, then the day before', () => {
    expect(plan({ asked: '2026-11-25T09:00', due: '2026-11-27T17:00', event: '2026-12-07T08:00' })).toEqual([
      'half 26/11 14:00',
      'last_morning 27/11 07:30',
      'own_leader 30/11 07:30',
      'across 01/12 07:30',
      'day_before 07/12 07:30',
    ]);
  });

  test('half is half of the working minutes: a weekend and a day off between do not count', () => {
    expect(plan({ asked: '2026-11-20T15:00', due: '2026-11-25T17:00' })[0]).toBe('half 23/11 16:00');
  });

  test('a deadline of one day has one reminder, not two within the hour', () => {
    expect(plan({ asked: '2026-12-01T16:30', due: '2026-12-02T17:00' }).slice(0, 2)).toEqual([
      'last_morning 02/12 07:30',
      'own_leader 03/12 07:30',
    ]);
  });

  test('a deadline of the same day keeps its half', () => {
    expect(plan({ asked: '2026-12-01T08:00', due: '2026-12-01T17:00' })[0]).toBe('half 01/12 13:30');
  });

  test('the policy may leave reminders out and wait with the leader', () => {
    const policy = { remindAtHalf: false, remindOnLastMorning: false, ownLeaderAfterWorkingDays: 1 };
    expect(plan({ asked: '2026-12-01T08:00', due: '2026-12-03T17:00', policy })).toEqual([
      'own_leader 07/12 07:30',
      'across 08/12 07:30',
    ]);
  });

  test('escalation that would miss the event is pulled in before it', () => {
    expect(plan({ asked: '2026-12-07T08:00', due: '2026-12-07T13:45', event: '2026-12-08T08:00' })).toEqual([
      'half 07/12 09:52',
      'own_leader 07/12 13:46',
      'across 07/12 15:38',
    ]);
  });

  test('without working time before the event nothing is planned after the deadline', () => {
    expect(plan({ asked: '2026-12-04T18:00', due: '2026-12-07T05:30', event: '2026-12-07T07:30' })).toEqual(
      [],
    );
  });

  test('a decision escalates with its proposal; an approval stays on its own side', () => {
    const days = { asked: '2026-12-01T08:00', due: '2026-12-03T17:00' };
    const kinds = (kind: RequestKind) => plan({ kind, ...days }).map((line) => line.split(' ')[0]);
    expect(kinds('decision')).toEqual(['half', 'last_morning']);
    expect(kinds('approval')).toEqual(['half', 'last_morning', 'own_leader']);
    expect(kinds('proposal')).toEqual(['half', 'last_morning', 'own_leader', 'across']);
  });

  test('the working hours are those of the policy', () => {
    const workingHours: Policy['workingHours'] = [
      ['08:00', '12:00'],
      ['13:00', '17:00'],
    ];
    expect(plan({ asked: '2026-12-01T08:00', due: '2026-12-03T17:00', policy: { workingHours } })).toContain(
      'last_morning 03/12 08:00',
    );
  });
});

describe('deadline', () => {
  const due = (asked: string, days: number, event?: string) => {
    const { dueAt, source } = deadline(
      calendar,
      at(asked),
      days,
      event === undefined ? undefined : at(event),
    );
    return `${shown(dueAt)} ${source}`;
  };

  test.each([
    [
      'two working days, the day of sending not counted',
      '2026-12-01T09:00',
      2,
      undefined,
      '03/12 17:00 policy',
    ],
    ['after 17h00 counts as the next working day', '2026-12-01T17:30', 2, undefined, '04/12 17:00 policy'],
    ['an event far away changes nothing', '2026-12-01T09:00', 2, '2026-12-07T08:00', '03/12 17:00 policy'],
    [
      'half a working day is left before the event',
      '2026-12-01T09:00',
      2,
      '2026-12-04T07:30',
      '03/12 11:15 short',
    ],
    ['one working day before: the same day', '2026-12-07T08:00', 2, '2026-12-08T08:00', '07/12 13:45 short'],
    ['an hour before: half of it', '2026-12-07T08:00', 2, '2026-12-07T09:00', '07/12 08:30 short'],
    [
      'over a weekend: before the event all the same',
      '2026-12-04T18:00',
      2,
      '2026-12-07T07:30',
      '07/12 05:30 short',
    ],
    [
      'what has begun has the usual deadline',
      '2026-12-07T08:00',
      2,
      '2026-12-01T07:30',
      '09/12 17:00 policy',
    ],
  ])('%s', (_name, asked, days, event, wanted) => {
    expect(due(asked, days, event)).toBe(wanted);
  });
});

test('Khẩn: leader at a quarter, across at half of the time that is left', () => {
  const { ownLeaderAt, acrossAt } = planUrgent(at('2026-12-06T20:00'), at('2026-12-07T08:00'));
  expect([shown(ownLeaderAt), shown(acrossAt)]).toEqual(['06/12 23:00', '07/12 02:00']);
});

describe('whatever is asked, and whenever', () => {
  const minutes = (max: number) => fc.integer({ min: 0, max });
  const base = at('2026-01-01T00:00');
  const asked = minutes(330 * 24 * 60).map((later) => base.plus({ minutes: later }));
  const ahead = fc.option(minutes(20 * 24 * 60), { nil: undefined });
  const settings = fc.record({
    answerWorkingDays: fc.integer({ min: 1, max: 5 }),
    ownLeaderAfterWorkingDays: fc.integer({ min: 0, max: 2 }),
    acrossAfterWorkingDays: fc.integer({ min: 0, max: 2 }),
  });
  const cases = fc.record({ asked, ahead, settings });
  const build = (given: { asked: DateTime; ahead: number | undefined; settings: Partial<Policy> }) => {
    const policy = { ...DEFAULT_POLICY, ...given.settings };
    const eventAt = given.ahead === undefined ? undefined : given.asked.plus({ minutes: given.ahead + 1 });
    const { dueAt } = deadline(calendar, given.asked, policy.answerWorkingDays, eventAt);
    const steps = planSteps(calendar, { kind: 'notice', askedAt: given.asked, dueAt, policy, eventAt });
    return { eventAt, dueAt, steps };
  };

  test('a deadline lies after the asking and before the event', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { dueAt, eventAt } = build(given);
        return dueAt > given.asked && (!eventAt || dueAt < eventAt);
      }),
      { numRuns: 60 },
    );
  });

  test('every step lies after the asking, before the event, in working time', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { steps, eventAt } = build(given);
        return steps.every(
          (step) =>
            step.dueAt > given.asked &&
            (!eventAt || step.dueAt < eventAt) &&
            isWorkingTime(calendar, step.dueAt),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('reminders come before the deadline, the leader after it, across not before the leader', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { steps, dueAt } = build(given);
        const order = ['half', 'last_morning', 'own_leader', 'across'];
        const ladder = steps.filter((step) => step.kind !== 'day_before');
        const inOrder = ladder.every(
          (step, n) =>
            n === 0 ||
            (ladder[n - 1]!.dueAt <= step.dueAt &&
              order.indexOf(ladder[n - 1]!.kind) < order.indexOf(step.kind)),
        );
        const isReminder = (kind: string) => kind === 'half' || kind === 'last_morning';
        return (
          inOrder && ladder.every((step) => (isReminder(step.kind) ? step.dueAt < dueAt : step.dueAt > dueAt))
        );
      }),
      { numRuns: 60 },
    );
  });
});
