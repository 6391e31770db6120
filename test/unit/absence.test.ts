import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { type Absence, shareDays, whereTo, whyNotInstead } from '../../src/domain/absence.ts';
import { makeCalendar } from '../../src/domain/calendar.ts';

const calendar = makeCalendar([]);
const at = (iso: string) => DateTime.fromISO(iso, { zone: 'Asia/Ho_Chi_Minh' });
const [A, B] = [1, 2];

const away = (
  personId: number,
  fromDay: string,
  toDay: string,
  redirectTo: number | null = null,
): Absence => ({
  id: personId * 10,
  personId,
  kind: 'leave',
  fromDay,
  toDay,
  redirectTo,
});

/** From Monday 23/11 to Friday 27/11/2026; the last day is excluded. */
const week = (personId: number, redirectTo: number | null = null) =>
  away(personId, '2026-11-23', '2026-11-28', redirectTo);

describe('where a message goes', () => {
  const rows: [string, Absence[], string, string][] = [
    ['nobody is away', [], '2026-11-24T09:00', 'here: not away'],
    ['the day before', [week(A)], '2026-11-22T23:59', 'here: not away'],
    ['the first day', [week(A)], '2026-11-23T00:00', 'defer until 2026-11-30T07:30: away'],
    ['the last day', [week(A)], '2026-11-27T23:59', 'defer until 2026-11-30T07:30: away'],
    ['the day after', [week(A)], '2026-11-28T00:00', 'here: not away'],
    ['a colleague stands in', [week(A, B)], '2026-11-24T09:00', 'redirect to 2: a colleague stands in'],
    ['the colleague is held', [week(A, B), week(B)], '2026-11-24T09:00', 'here: the colleague is away too'],
    ['a circle', [week(A, B), week(B, A)], '2026-11-24T09:00', 'here: the colleague is away too'],
    [
      'the colleague comes back within',
      [week(A, B), away(B, '2026-11-23', '2026-11-25')],
      '2026-11-25T09:00',
      'redirect to 2: a colleague stands in',
    ],
    [
      'one absence after another, over the weekend',
      [week(A), away(A, '2026-11-30', '2026-12-02')],
      '2026-11-24T09:00',
      'defer until 2026-12-02T07:30: away',
    ],
    ['somebody else is away', [week(B)], '2026-11-24T09:00', 'here: not away'],
  ];

  test.each(rows)('%s', (_, absences, iso, said) => {
    const where = whereTo(absences, A, at(iso), calendar);
    const more = {
      here: () => '',
      defer: () => ('until' in where ? ` until ${where.until.toFormat("yyyy-MM-dd'T'HH:mm")}` : ''),
      redirect: () => ('to' in where ? ` to ${where.to}` : ''),
    };
    expect(`${where.kind}${more[where.kind]()}: ${where.reason}`).toBe(said);
  });

  test('is held over days off, to a working morning', () => {
    const withHoliday = makeCalendar([{ day: '2026-11-30', kind: 'off', label: 'x', provisional: false }]);
    const where = whereTo([week(A)], A, at('2026-11-24T09:00'), withHoliday);
    expect('until' in where && where.until.toISO()).toBe('2026-12-01T07:30:00.000+07:00');
  });
});

describe('who may stand in', () => {
  const days = { fromDay: '2026-11-23', toDay: '2026-11-28' };

  test.each([
    ['nobody for themselves', [], A, 'self'],
    ['nobody who is away on one of the days', [away(B, '2026-11-27', '2026-12-01')], B, 'away'],
    ['nobody whose own messages would come back', [week(B, A)], B, 'away'],
    ['whoever is back on the first day', [away(B, '2026-11-20', '2026-11-23')], B, undefined],
  ] as const)('%s', (_, absences, colleague, why) => {
    expect(whyNotInstead(absences, A, colleague, days)).toBe(why);
  });

  test('spans that only touch share no day', () => {
    expect(shareDays(days, { fromDay: '2026-11-28', toDay: '2026-11-29' })).toBe(false);
    expect(shareDays(days, { fromDay: '2026-11-27', toDay: '2026-11-29' })).toBe(true);
  });
});
