import { and, asc, eq, gte, inArray, lt, lte, sql } from 'drizzle-orm';
import { inspectionVersion, planQuota, yearPlan } from '../../../db/schema/index.ts';
import { addDays } from '../../domain/calendar-day.ts';
import type { Turn } from '../../domain/plan-gaps.ts';
import { checkQuota, type StandingQuota } from '../../domain/plan-quota.ts';
import { heldTurnsOf, targetsOf } from '../plan/held-turns.ts';
import { heldAt } from '../plan/load-quotas.ts';
import { shutTargets } from '../view/visible.ts';
import type { Work } from '../work.ts';
import type { Terms } from './load-terms.ts';
import type { ReportScope } from './report-scope.ts';

/**
 * The quotas of the plans whose year touches the period, and how far each is by the agreed inspections that begin before the period ends (R3).
 * What is only planned does not count. One statement where there are none, three where there are.
 */
export async function loadStanding(work: Work, scope: ReportScope, terms: Terms): Promise<StandingQuota[]> {
  const rows = await quotasOf(work, scope);
  const pairIds = [...new Set(rows.map(({ pairId }) => pairId))];
  if (pairIds.length === 0) return [];
  const { actor, period } = scope;
  const targets = await targetsOf(work, actor, pairIds);
  const begun = and(
    lt(inspectionVersion.windowFrom, period.to),
    sql`${inspectionVersion.targetId} not in ${shutTargets(actor)}`,
  );
  const turns = await heldTurnsOf(work, pairIds, begun);
  const [today] = [work.now.toISODate()!, addDays(period.to, -1)].toSorted();
  return rows.map(({ year, ...quota }) => {
    const ofPair = <T extends { pairId: number }>(all: T[]): T[] =>
      all.filter(({ pairId }) => pairId === quota.pairId);
    const own: Turn[] = ofPair(turns);
    const termFrom = terms.get(quota.pairId)?.from ?? null;
    const asked = { targets: ofPair(targets), turns: own, year, termFrom, today: today! };
    return { ...quota, year, state: checkQuota(quota, asked) };
  });
}

/** By agreement, year and the order in which they were agreed; of an agreed plan those of its day. */
const quotasOf = (work: Work, { members, period }: ReportScope) => {
  const { pairId, kind, span, measure, least } = planQuota;
  const at = sql`coalesce(${yearPlan.agreedAt}, ${work.now.toISO()})`;
  return work.tx
    .select({ pairId, year: yearPlan.year, kind, span, measure, least })
    .from(planQuota)
    .innerJoin(yearPlan, eq(yearPlan.pairId, planQuota.pairId))
    .where(
      and(
        inArray(
          planQuota.pairId,
          members.map((member) => member.pairId),
        ),
        gte(yearPlan.year, yearOf(period.from)),
        lte(yearPlan.year, yearOf(addDays(period.to, -1))),
        heldAt(at),
      ),
    )
    .orderBy(asc(planQuota.pairId), asc(yearPlan.year), asc(planQuota.id));
};

const yearOf = (day: string): number => Number(day.slice(0, 4));
