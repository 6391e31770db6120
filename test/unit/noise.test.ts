import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { isUrgentNow, mayBeUrgent, mayPush } from '../../src/domain/noise.ts';

const at = (text: string) => DateTime.fromISO(text, { zone: 'Asia/Ho_Chi_Minh' });
const loud = { isSilent: false };
const silent = { isSilent: true };

test.each([
  ['the first', [], false, true],
  ['the second', [loud], false, true],
  ['no third', [loud, loud], false, false],
  ['silent ones do not count', [loud, silent, silent], false, true],
  ['Khẩn goes over the limit', [loud, loud, loud], true, true],
])('two pushes a day: %s', (_name, today, isUrgent, wanted) => {
  expect(mayPush(today, { maxADay: 2, isUrgent })).toBe(wanted);
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
