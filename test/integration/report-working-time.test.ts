import { sql } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isWorkingDay } from '../../src/domain/calendar.ts';
import { addDays } from '../../src/domain/calendar-day.ts';
import { workingMinutesBetween } from '../../src/domain/working-time.ts';
import { openScope } from '../../src/usecases/report/report-scope.ts';
import { tenthsOf, workingSql } from '../../src/usecases/report/working-sql.ts';
import { isRefused } from '../../src/usecases/said.ts';
import type { Work } from '../../src/usecases/work.ts';
import { openViewDesk, type ViewDesk } from '../support/view-desk.ts';

let desk: ViewDesk;

beforeAll(async () => {
  desk = await openViewDesk();
  await desk.base
    .ownerSql`insert into calendar_day (day, kind, label) values ('2026-11-24', 'off', 'Ngày Văn hoá')
    on conflict do nothing`;
}, 60_000);
afterAll(() => desk.base.close());

const SPANS: [from: string, to: string][] = [
  ['2026-11-20T16:30:00+07:00', '2026-11-23T08:00:00+07:00'],
  ['2026-11-20T17:30:00+07:00', '2026-11-20T18:00:00+07:00'],
  ['2026-11-21T09:00:00+07:00', '2026-11-25T12:15:00+07:00'],
  ['2026-11-23T07:00:00+07:00', '2026-11-23T14:00:00+07:00'],
  ['2026-11-23T23:59:00+07:00', '2026-11-27T00:01:00+07:00'],
  ['2026-12-30T10:00:00+07:00', '2027-01-04T10:00:00+07:00'],
];

/** Worked days after the first up to the last. */
function daysAfter(work: Work, from: string, to: string): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkingDay(work.calendar, day)) count += 1;
  return count;
}

test.each(SPANS)('from %s to %s the database counts as the calendar does', async (from, to) => {
  await desk.as(desk.one.cast['a-chair']!.userId, async (work, actor) => {
    const scope = openScope(actor, desk.one.pairId, { from: '2026-01-01', to: '2027-01-01' });
    if (isRefused(scope)) throw new Error(scope.refused.key);
    const working = await workingSql(work, scope);
    const at = (iso: string) => sql`${iso}::timestamptz`;
    const minutes = (iso: string) => working.minutesAt(at(iso), sql`${desk.one.pairId}::int`);
    const [row] = await work.tx.execute<{ days: number; minutes: number; tenths: number; none: null }>(sql`
      select ${working.daysBetween(at(from), at(to))} as days, (${minutes(to)} - ${minutes(from)})::int as minutes,
        (${tenthsOf(sql`(${minutes(to)} - ${minutes(from)})`)})::int as tenths, ${tenthsOf(sql`null::int`)} as none`);
    const [first, last] = [from, to].map((iso) => DateTime.fromISO(iso, { zone: 'Asia/Ho_Chi_Minh' }));
    const expected = workingMinutesBetween(work.calendar, first!, last!);
    expect(row).toEqual({
      days: daysAfter(work, first!.toISODate()!, last!.toISODate()!),
      minutes: expected,
      tenths: Math.round(expected / 6),
      none: null,
    });
  });
});
