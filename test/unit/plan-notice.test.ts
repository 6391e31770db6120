import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { defaultCalendarDays, makeCalendar } from '../../src/domain/calendar.ts';
import { plannedNoticeAt } from '../../src/domain/plan-notice.ts';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';

const calendar = makeCalendar(defaultCalendarDays);
const at = (iso: string) => DateTime.fromISO(iso, { zone: 'Asia/Ho_Chi_Minh' });

test.each([
  // [begins, working days before, of them to answer, notice]
  ['2026-12-14T08:00', 5, 2, '2026-12-03T07:30'],
  ['2026-12-14', 5, 2, '2026-12-03T07:30'],
  // A weekend's session is counted from its day.
  ['2026-12-12T08:00', 1, 0, '2026-12-11T07:30'],
  // 24/11 is off.
  ['2026-11-25T08:00', 1, 0, '2026-11-23T07:30'],
  ['2026-12-14T08:00', 0, 0, '2026-12-14T07:30'],
])('what begins %s, %i days before and %i to answer, is notified %s', (event, before, answer, wanted) => {
  const policy = { ...DEFAULT_POLICY, noticeBeforeWorkingDays: before, answerWorkingDays: answer };
  expect(plannedNoticeAt(calendar, policy, at(event)).toMillis()).toBe(at(wanted).toMillis());
});

test('by the working hours of the agreement', () => {
  const policy = { ...DEFAULT_POLICY, workingHours: [['08:00', '12:00']] as [string, string][] };
  expect(plannedNoticeAt(calendar, policy, at('2026-12-14T08:00')).toISO()).toContain('T08:00');
});
