import { type SQL, sql } from 'drizzle-orm';
import { addDays } from '../../domain/calendar-day.ts';
import { spreadOf, sumOf } from '../../domain/report.ts';
import {
  type AnswerCount,
  answersOf,
  type CaseCount,
  type Cases,
  type Coverage,
  casesOf,
  type Notices,
} from '../../domain/report-figures.ts';
import type { Work } from '../work.ts';
import { replyNamed, replyNumber } from './reply-sql.ts';
import { casesOfPeriod, inScope, isOwn, isShown, PARTY, partyOf, type ReportScope } from './report-scope.ts';
import { tenthsOf, type WorkingSql } from './working-sql.ts';

/** Of the targets there at the end of the period (now, when that is earlier), and of those inspected in it. */
export type PairCoverage = Coverage & { pairId: number };

export type TargetLeft = { pairId: number; name: string };

type Found = {
  cases: CaseCount[] | null;
  pairs: { pairId: number; part: number; whole: number; concluded: number; turns: number }[] | null;
  apart: { pairId: number; unnamed: number; members: number }[] | null;
  leads: { value: number | null; count: number }[] | null;
  answers: AnswerCount[] | null;
  left: TargetLeft[] | null;
};

/** The inspections of the period, their targets, and the notices of them that stand: one statement, since all of it is about the same rows. */
export async function loadInspections(
  work: Work,
  scope: ReportScope,
  working: WorkingSql,
  mostLeft: number,
): Promise<{ cases: Cases; pairs: PairCoverage[]; notices: Notices; left: TargetLeft[] }> {
  const [found] = await work.tx.execute<Found>(sql`
    with ${casesOfPeriod(scope)}, ${targetsOfPeriod(work, scope)}, ${noticesOf(working)}
    select ${list(casesBy(scope))} as cases, ${list(TARGETS)} as pairs, ${list(APART)} as apart,
      ${list(leadsBy(working))} as leads, ${list(answersBy(work, scope, working))} as answers,
      ${list(targetsLeft(mostLeft))} as "left"`);
  const leads = found!.leads ?? [];
  return {
    left: found!.left ?? [],
    cases: casesOf(found!.cases ?? []),
    pairs: scope.members.map(({ pairId }) => coverageOf(pairId, found!)),
    notices: {
      issued: sumOf(leads, ({ count }) => count),
      leadDays: spreadOf(leads.flatMap(({ value, count }) => (value === null ? [] : [{ value, count }]))),
      answers: answersOf(found!.answers ?? []),
    },
  };
}

const list = (rows: SQL): SQL => sql`(select json_agg(row) from (${rows}) as row)`;

function coverageOf(pairId: number, found: Found): PairCoverage {
  const row = found.pairs?.find((one) => one.pairId === pairId);
  const apart = found.apart?.find((one) => one.pairId === pairId);
  return {
    pairId,
    covered: { part: row?.part ?? 0, whole: row?.whole ?? 0 },
    concluded: row?.concluded ?? 0,
    turns: row?.turns ?? 0,
    unnamedTurns: apart?.unnamed ?? 0,
    members: apart?.members ?? 0,
  };
}

const casesBy = (scope: ReportScope): SQL => sql`
  select kind, ${partyOf(scope, sql`pair_id`, sql`lead_side`)} as lead, subject_body as body, state, count(*)::int as count
  from cases group by 1, 2, 3, 4`;

const TARGETS = sql`
  select pair_id as "pairId", count(*) filter (where turns > 0)::int as part, count(*)::int as whole,
    count(*) filter (where concluded > 0)::int as concluded, sum(turns)::int as turns
  from counted group by 1`;

/** What counts for no organisation: turns that name none, and members, a number of the whole period of which no one can be told. */
const APART = sql`
  select pair_id as "pairId", count(*) filter (where is_unnamed)::int as unnamed, sum(member_count)::int as members
  from cases where state <> 'stopped' group by 1`;

const noticesOf = (working: WorkingSql): SQL => sql`
  notices as materialized (
    select r.pair_id, r.id, r.asked_at, r.due_at, r.version_id, cases.window_from,
      ${working.minutesAt(sql`r.asked_at`, sql`r.pair_id`)} as asked_minutes
    from cases join request r on r.inspection_id = cases.id where r.kind = 'notice' and r.state <> 'void')`;

/** From the sending to the first session, or to the window where there is none. */
const leadsBy = (working: WorkingSql): SQL => sql`
  select ${working.daysBetween(sql`asked_at`, sql`begins`)} as value, count(*)::int as count
  from (select asked_at, coalesce((select min(s.starts_at) from inspection_session s where s.version_id = notices.version_id),
      window_from::timestamp at time zone 'Asia/Ho_Chi_Minh') as begins
    from notices offset 0) as starts
  group by 1`;

/**
 * Who stands in for another was asked later than the notice says: counted, but not timed. What tells the answers apart is packed
 * into one number for the sort, which was the most of the work: timed minutes and one more (0: not timed), reply, side.
 */
function answersBy(work: Work, scope: ReportScope, working: WorkingSql): SQL {
  const minutes = sql`${working.minutesAt(sql`a.answered_at`, sql`a.pair_id`)} - asked_minutes`;
  const timed = sql`case when a.capacity <> 'substitute' and a.answered_at is not null then greatest(${minutes}, 0) + 1 else 0 end`;
  const reply = replyNumber(work, sql`notices.due_at`, sql`a.answered_at`);
  return sql`
    select ${PARTY} as party, ${replyNamed(sql`reply`)} as reply, ${tenthsOf(sql`minutes`)} as tenths, count
    from (select packed % 2 = 1 as is_own, packed / 2 % 8 as reply, nullif(packed / 16, 0) - 1 as minutes, count
      from (select packed, count(*)::int as count
        from (select (${timed}) * 16 + (${reply}) * 2 + (${isOwn(scope, sql`a.pair_id`, sql`a.side`)})::int as packed
          from notices join recipient a on a.request_id = notices.id
          where a.replaced_by is null) as answered
        group by 1) as grouped) as told`;
}

/** Targets that nobody inspected in the period, by pair and name; the first `most` of them. */
const targetsLeft = (most: number): SQL =>
  sql`select pair_id as "pairId", name from counted where turns = 0 order by pair_id, folded limit ${most}`;

/** A CTE `counted`: targets with their turns; ended ones only where they were inspected (R9). Needs `cases`. */
function targetsOfPeriod(work: Work, scope: ReportScope): SQL {
  const today = work.now.toISODate()!;
  const [asOf] = [addDays(scope.period.to, -1), today].toSorted();
  return sql`
    turned as (
      select target_id, count(*)::int as turns, count(*) filter (where state = 'concluded')::int as concluded
      from cases where state <> 'stopped' and not is_unnamed and not is_of_members group by 1),
    counted as (
      select t.pair_id, t.name, t.folded, coalesce(turned.turns, 0) as turns, coalesce(turned.concluded, 0) as concluded
      from target t left join turned on turned.target_id = t.id
      where ${inScope(scope, sql`t.pair_id`)} and ${isShown(scope, sql`t.id`)}
        and (turned.turns > 0 or (coalesce(t.from_day, ${asOf}::date) <= ${asOf}::date and coalesce(t.to_day > ${asOf}::date, true))))`;
}
