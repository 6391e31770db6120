import { and, eq, getTableColumns, inArray } from 'drizzle-orm';
import { inspection, inspectionVersion, type target, type yearPlan } from '../../../db/schema/index.ts';
import type { PlanLine } from '../../domain/plan.ts';
import { findGaps, type PlanGap, type Turn } from '../../domain/plan-gaps.ts';
import { planPolicyOf } from '../../domain/plan-policy.ts';
import { loadPair } from '../view/load-pair.ts';
import type { Work } from '../work.ts';

/** The organisations of a pair that neither these lines nor an inspection of the year reaches, with the reasons (R3). */
export async function planGaps(
  work: Work,
  { pairId, year }: typeof yearPlan.$inferSelect,
  lines: readonly PlanLine[],
  targets: readonly (typeof target.$inferSelect)[],
): Promise<PlanGap[]> {
  const { pair } = await loadPair(work, pairId);
  const { termFrom, gapYears: years } = planPolicyOf(pair.policy);
  return findGaps({
    ...{ targets, lines, year, years },
    turns: await turnsOf(work, pairId),
    today: work.now.toISODate()!,
    // Where nobody has said when the term began, nothing is said of it.
    termFrom: termFrom ?? `${year}-01-01`,
  }).map((gap) =>
    termFrom === null
      ? { ...gap, reasons: gap.reasons.filter((reason) => reason !== 'none_this_term') }
      : gap,
  );
}

const HELD = ['agreed', 'official', 'under_way', 'concluded'] as const;

/** Inspections of a pair that were held or are agreed, by the version that holds. */
const turnsOf = (work: Work, pairId: number): Promise<Turn[]> => {
  const { targetId, kind, windowFrom, windowTo } = getTableColumns(inspectionVersion);
  return work.tx
    .select({ targetId, kind, windowFrom, windowTo })
    .from(inspection)
    .innerJoin(
      inspectionVersion,
      and(eq(inspectionVersion.pairId, inspection.pairId), eq(inspectionVersion.id, inspection.versionId)),
    )
    .where(and(eq(inspection.pairId, pairId), inArray(inspection.state, [...HELD])));
};
