import type { target, yearPlan } from '../../../db/schema/index.ts';
import type { PlanLine } from '../../domain/plan.ts';
import { findGaps, type PlanGap } from '../../domain/plan-gaps.ts';
import { planPolicyOf } from '../../domain/plan-policy.ts';
import { loadPair } from '../view/load-pair.ts';
import type { Work } from '../work.ts';
import { heldTurns } from './held-turns.ts';

/** The organisations of a pair that neither these lines nor an inspection of the year reaches, with the reasons (R3). */
export async function planGaps(
  work: Work,
  { pairId, year }: typeof yearPlan.$inferSelect,
  lines: readonly PlanLine[],
  targets: readonly (typeof target.$inferSelect)[],
): Promise<PlanGap[]> {
  const { pair } = await loadPair(work, pairId);
  const { termFrom, gapYears: years } = planPolicyOf(pair.policy);
  const turns = await heldTurns(work, pairId);
  return findGaps({
    ...{ targets, lines, year, years, turns, termFrom },
    knownFrom: turns.map(({ windowFrom }) => windowFrom).toSorted()[0] ?? `${year}-01-01`,
    today: work.now.toISODate()!,
  });
}
