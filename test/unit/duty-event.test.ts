import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { defaultCalendarDays, makeCalendar } from '../../src/domain/calendar.ts';
import { checkEventDay, type EventTerm, eventDue, eventKey, wasSaid } from '../../src/domain/duty-event.ts';
import { DUTY_PRESETS, type DutyPreset } from '../../src/domain/duty-presets.ts';

const calendar = makeCalendar(defaultCalendarDays);
const days = (dueDays: number): EventTerm => ({ dueDays, dueWorkingDays: null });
const workingDays = (dueWorkingDays: number): EventTerm => ({ dueDays: null, dueWorkingDays });
const due = (day: string, term: EventTerm) => {
  const { dueAt, dueSource } = eventDue(calendar, day, term);
  return `${dueAt.toFormat('dd/MM/yyyy HH:mm')} ${dueSource}`;
};

describe('by when what an event brings is due', () => {
  test.each<[string, string, EventTerm, string]>([
    ['the day of the event is not counted', '2026-12-01', workingDays(5), '08/12/2026 17:00 working_days'],
    ['days are calendar days', '2026-12-01', days(3), '04/12/2026 17:00 days'],
    ['days that end on a Sunday end on Monday', '2026-12-01', days(5), '07/12/2026 17:00 days'],
    [
      'what happens on a Saturday counts as Monday',
      '2026-11-28',
      workingDays(1),
      '01/12/2026 17:00 working_days',
    ],
    ['Tết lies between', '2027-02-02', workingDays(5), '16/02/2027 17:00 working_days'],
    ['no days more are the closing of the day itself', '2026-12-01', days(0), '01/12/2026 17:00 days'],
  ])('%s', (_what, day, term, told) => {
    expect(due(day, term)).toBe(told);
  });

  test('a later event is never due earlier, and none is due before its day ends', () => {
    const term = fc.record({ n: fc.integer({ min: 0, max: 60 }), isWorking: fc.boolean() });
    const offset = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(offset, offset, term, (one, other, { n, isWorking }) => {
        const at = (plus: number) => DateTime.fromISO('2026-01-01').plus({ days: plus }).toISODate()!;
        const dueAt = (plus: number) =>
          eventDue(calendar, at(plus), isWorking ? workingDays(n) : days(n)).dueAt;
        const [first, last] = [Math.min(one, other), Math.max(one, other)];
        expect(+dueAt(first)).toBeLessThanOrEqual(+dueAt(last));
        expect(dueAt(first).toISODate()! >= at(first)).toBe(true);
      }),
    );
  });
});

test('an event is of today or earlier, and not of before its duty', () => {
  const check = (day: string) => checkEventDay({ fromDay: '2026-11-01' }, day, '2026-11-23');
  expect(check('2026-11-23')).toBeUndefined();
  expect(check('2026-11-01')).toBeUndefined();
  expect(check('2026-11-24')).toBe('ahead');
  expect(check('2026-10-31')).toBe('before');
});

test('only what a person said is told from what the product saw', () => {
  expect(wasSaid(eventKey.said('2026-11-23', 1))).toBe(true);
  expect([eventKey.conclusion(1), eventKey.plan(1), null].map(wasSaid)).toEqual([false, false, false]);
});

test.each(Object.entries<DutyPreset>(DUTY_PRESETS))(
  'the preset %s says where its period is written and where that was read',
  (_, { source, readIn, dueDays, dueWorkingDays }) => {
    expect(source).toMatch(/Quy định|Hướng dẫn|Quy chế|Điều lệ/);
    expect(readIn).toMatch(/^https:\/\//);
    expect((dueDays === null) !== (dueWorkingDays === null)).toBe(true);
  },
);
