import { and, desc, eq, gt, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { outcome } from '../../../db/schema/index.ts';
import type { Discipline } from '../../domain/outcome.ts';
import { mayDo } from '../../domain/permission.ts';
import type { Side } from '../../domain/side.ts';
import { audit, lockChain } from '../audit.ts';
import { type Refused, refuse } from '../said.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { factsOf, type OutcomeRow, refuseCounts, writeOutcome } from './outcome-row.ts';

/** Days of a period, 'YYYY-MM-DD', `periodTo` excluded. */
export type Period = { periodFrom: string; periodTo: string };

/** Either side's đầu mối; another pair answers as what does not exist. */
export function mayRecordApart(actor: Actor, pairId: number): Member | Refused {
  const member = memberIn(actor, pairId);
  if (!member) return refuse('refused-not-found');
  return mayDo(member, 'outcome.apart') ? member : refuse('refused-not-allowed');
}

/**
 * Records what was disciplined in a period apart from the pair's inspections, which did not cause it (R11). Each side owns what it records
 * (R4); the same period again is a correction, and the first stays readable.
 */
export async function recordApart(
  work: Work,
  actor: Actor,
  pairId: number,
  period: Period,
  given: Discipline,
): Promise<{ row: OutcomeRow; isCorrection: boolean } | Refused> {
  const member = mayRecordApart(actor, pairId);
  if ('refused' in member) return member;
  const wrong = checkPeriod(work, period) ?? refuseCounts(given);
  if (wrong) return wrong;
  // Two at once: the second waits here, and finds what the first wrote.
  await lockChain(work, pairId);
  const corrected = await apartOf(work, pairId, member.side, period);
  const values = { pairId, origin: 'apart', ...period, side: member.side, byPerson: actor.personId } as const;
  const row = await writeOutcome(work, values, given, corrected);
  await audit(work, {
    pairId,
    type: corrected ? 'apart.corrected' : 'apart.recorded',
    by: actor.personId,
    facts: {
      side: member.side,
      outcome: row.id,
      from: period.periodFrom,
      to: period.periodTo,
      ...factsOf(given),
    },
  });
  return { row, isCorrection: corrected !== undefined };
}

/** A period that has begun and is not empty. */
export function checkPeriod(work: Work, { periodFrom, periodTo }: Period): Refused | undefined {
  const isRead = periodFrom < periodTo && periodFrom <= work.now.toISODate()!;
  return isRead ? undefined : refuse('result-period-ahead');
}

const liveApart = (pairId: number, ...more: SQL[]) =>
  and(eq(outcome.pairId, pairId), eq(outcome.origin, 'apart'), isNull(outcome.supersededById), ...more);

/** What a side has recorded for exactly this period. */
export async function apartOf(
  work: Work,
  pairId: number,
  side: Side,
  { periodFrom, periodTo }: Period,
): Promise<OutcomeRow | undefined> {
  const same = [eq(outcome.side, side), eq(outcome.periodFrom, periodFrom), eq(outcome.periodTo, periodTo)];
  const [row] = await work.tx
    .select()
    .from(outcome)
    .where(liveApart(pairId, ...same));
  return row;
}

/** Another period of a side that shares days with this one: the same discipline may stand in both. */
export async function apartOverlapping(
  work: Work,
  pairId: number,
  side: Side,
  { periodFrom, periodTo }: Period,
): Promise<OutcomeRow | undefined> {
  const isOther = sql`(${outcome.periodFrom}, ${outcome.periodTo}) <> (${periodFrom}::date, ${periodTo}::date)`;
  const [row] = await work.tx
    .select()
    .from(outcome)
    .where(
      liveApart(
        pairId,
        eq(outcome.side, side),
        lt(outcome.periodFrom, periodTo),
        gt(outcome.periodTo, periodFrom),
        isOther,
      ),
    )
    .limit(1);
  return row;
}

/** Everything recorded apart in a pair by both sides, the latest period first; corrected ones follow what corrects them. */
export const apartsOf = (work: Work, pairId: number): Promise<OutcomeRow[]> =>
  work.tx
    .select()
    .from(outcome)
    .where(and(eq(outcome.pairId, pairId), eq(outcome.origin, 'apart')))
    .orderBy(desc(outcome.periodFrom), desc(outcome.periodTo), outcome.side, desc(outcome.id));
