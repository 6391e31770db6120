import { inArray, type SQL, sql } from 'drizzle-orm';
import { pair } from '../../../db/schema/index.ts';
import { makeCalendar, workedBefore } from '../../domain/calendar.ts';
import { addDays, daysBetween } from '../../domain/calendar-day.ts';
import type { Work } from '../work.ts';
import type { ReportScope } from './report-scope.ts';

/** Notices and proposals lie within this of the period; what does not is not measured. */
const DAYS_AROUND = 1100;

/** Working time between two instants as SQL; null where one of them is; never below zero. */
export type WorkingSql = {
  /** Worked days, the first day not counted (R14). */
  daysBetween(from: SQL, to: SQL): SQL;
  /** Working minutes from long ago up to the instant, by the hours of the pair. */
  minutesAt(instant: SQL, pairId: SQL): SQL;
};

/** The calendar around the period and the hours of the scope's pairs, for statements that count working time. */
export async function workingSql(work: Work, scope: ReportScope): Promise<WorkingSql> {
  const today = work.now.toISODate()!;
  const start = addDays(scope.period.from, -DAYS_AROUND);
  const end = addDays([scope.period.to, today].toSorted()[1]!, DAYS_AROUND);
  const before = `{${workedBefore(work.calendar, start, daysBetween(start, end)).join(',')}}`;
  const first = daysBetween('1970-01-01', start);
  // One literal that Postgres folds into a constant: a join with a table of days is walked for each row.
  const upTo = (instant: SQL, days: number): SQL =>
    sql`(${before}::int[])[(${seconds(instant)} / 86400)::int - ${first - 1 - days}::int]`;
  const hours = await hoursOf(work, scope);
  const minutes = (instant: SQL, intervals: Intervals): SQL =>
    sql`(${upTo(instant, 0)} * ${minutesOf(intervals)}::int
      + (${upTo(instant, 1)} - ${upTo(instant, 0)}) * ${withinDay(instant, intervals)})`;
  const between = (from: SQL, to: SQL, length: SQL): SQL =>
    sql`case when ${from} is not null and ${to} is not null then greatest(${length}, 0) end`;
  return {
    daysBetween: (from, to) => between(from, to, sql`${upTo(to, 1)} - ${upTo(from, 1)}`),
    minutesAt: (instant, pairId) => byHours(hours, pairId, (intervals) => minutes(instant, intervals)),
  };
}

/** Tenths of an hour of so many minutes, rounded, never below zero; null of null. */
export const tenthsOf = (minutes: SQL): SQL =>
  sql`case when ${minutes} is not null then (greatest(${minutes}, 0) + 3) / 6 end`;

/** Since 1970 in Việt Nam, whose clocks have not changed since then; whole numbers are many times quicker than time zones. */
const seconds = (instant: SQL): SQL => sql`(date_part('epoch', ${instant})::bigint + 25200)`;

type Intervals = readonly { from: number; to: number }[];
type Hours = { pairs: number[]; intervals: Intervals };

/** Pairs by their working hours; nearly always one group. */
async function hoursOf(work: Work, { members }: ReportScope): Promise<Hours[]> {
  const ids = members.map(({ pairId }) => pairId);
  const rows = await work.tx
    .select({ id: pair.id, policy: pair.policy })
    .from(pair)
    .where(inArray(pair.id, ids));
  const groups = new Map<string, Hours>();
  for (const { id, policy } of rows) {
    const key = JSON.stringify(policy.workingHours);
    const { intervals } = makeCalendar([], policy.workingHours);
    groups.set(key, { intervals, pairs: [...(groups.get(key)?.pairs ?? []), id] });
  }
  return [...groups.values()];
}

function byHours(hours: Hours[], pairId: SQL, of: (intervals: Intervals) => SQL): SQL {
  const [first, ...others] = hours;
  if (others.length === 0) return of(first!.intervals);
  const cases = others.map(({ pairs, intervals }) => sql`when ${pairId} in ${pairs} then ${of(intervals)}`);
  return sql`case ${sql.join(cases, sql` `)} else ${of(first!.intervals)} end`;
}

const minutesOf = (intervals: Intervals): number =>
  intervals.reduce((sum, { from, to }) => sum + to - from, 0);

/** Working minutes of the day before the instant. */
function withinDay(instant: SQL, intervals: Intervals): SQL {
  const parts = intervals.map(
    ({ from, to }) =>
      sql`least(greatest(${seconds(instant)} % 86400 / 60 - ${from}::int, 0), ${to - from}::int)`,
  );
  return sql`(${sql.join(parts, sql` + `)})`;
}
