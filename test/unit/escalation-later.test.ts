import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { defaultCalendarDays, makeCalendar } from '../../src/domain/calendar.ts';
import { laterAt } from '../../src/domain/escalation-later.ts';
import { isWorkingTime } from '../../src/domain/working-time.ts';

const calendar = makeCalendar(defaultCalendarDays);
const at = (text: string) => DateTime.fromISO(text, { zone: 'Asia/Ho_Chi_Minh' });

test.each([
  ['in the morning: this afternoon', '2026-11-25T08:00', '2026-11-27T17:00', '25/11 13:30'],
  ['before the morning: this afternoon too', '2026-11-25T06:00', '2026-11-27T17:00', '25/11 13:30'],
  ['at noon: this afternoon', '2026-11-25T12:30', '2026-11-27T17:00', '25/11 13:30'],
  ['in the afternoon: the next working morning', '2026-11-25T14:00', '2026-11-27T17:00', '26/11 07:30'],
  ['on Friday afternoon: Monday', '2026-11-27T14:00', '2026-12-01T17:00', '30/11 07:30'],
  ['the deadline comes first: an hour before it', '2026-11-25T14:00', '2026-11-25T17:00', '25/11 16:00'],
  ['an hour and a half left: half of it', '2026-11-25T15:30', '2026-11-25T17:00', '25/11 16:15'],
])('%s', (_name, now, due, wanted) => {
  expect(laterAt(calendar, at(now), at(due))?.toFormat('dd/MM HH:mm')).toBe(wanted);
});

test.each([
  ['half an hour before the deadline', '2026-11-25T16:30', '2026-11-25T17:00'],
  ['after the deadline', '2026-11-26T08:00', '2026-11-25T17:00'],
])('not %s', (_name, now, due) => {
  expect(laterAt(calendar, at(now), at(due))).toBeUndefined();
});

test('a later reminder is always later, in working time, and before the deadline', () => {
  const minutes = fc.integer({ min: 0, max: 14 * 24 * 60 });
  fc.assert(
    fc.property(minutes, minutes, (start, ahead) => {
      const now = at('2026-11-16T00:00').plus({ minutes: start });
      const dueAt = now.plus({ minutes: ahead });
      const later = laterAt(calendar, now, dueAt);
      return !later || (later > now && later < dueAt && isWorkingTime(calendar, later));
    }),
  );
});
