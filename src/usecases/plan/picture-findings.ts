import { and, asc, eq, sql } from 'drizzle-orm';
import { planFinding, target } from '../../../db/schema/index.ts';
import type { PlanGapReason } from '../../domain/plan.ts';
import { shutTargets } from '../view/visible.ts';
import type { Actor, Work } from '../work.ts';
import type { Planned } from './load-plan.ts';
import type { Item } from './visible-items.ts';

/** `reason`: since when at the longest. */
export type OpenGap = { targetId: number; name: string; reason: PlanGapReason };
export type OpenFindings = { overlaps: { itemId: number; otherId: number }[]; gaps: OpenGap[] };

/**
 * The open findings that a reader's picture may show: overlaps of two lines that are both named to them, since an overlap with a
 * named line would name the other (C4); gaps of organisations that they do not belong to.
 */
export async function openFindingsFor(
  work: Work,
  actor: Actor,
  { plan }: Planned,
  items: readonly Item[],
): Promise<OpenFindings> {
  const rows = await work.tx
    .select({
      itemId: planFinding.itemId,
      otherId: planFinding.otherId,
      targetId: planFinding.targetId,
      reasons: planFinding.reasons,
      name: target.name,
      isShut: sql<boolean>`coalesce(${target.id} in ${shutTargets(actor)}, false)`,
    })
    .from(planFinding)
    .leftJoin(target, and(eq(target.pairId, planFinding.pairId), eq(target.id, planFinding.targetId)))
    .where(and(eq(planFinding.planId, plan.id), eq(planFinding.state, 'open')))
    .orderBy(asc(target.folded), asc(planFinding.id));
  const named = new Set(items.flatMap(({ id, targetName }) => (targetName === null ? [] : [id])));
  return {
    overlaps: rows.flatMap(({ itemId, otherId }) =>
      itemId !== null && otherId !== null && named.has(itemId) && named.has(otherId)
        ? [{ itemId, otherId }]
        : [],
    ),
    gaps: rows.flatMap(({ targetId, name, reasons, isShut }) =>
      targetId === null || name === null || isShut ? [] : [{ targetId, name, reason: longestOf(reasons) }],
    ),
  };
}

function longestOf(reasons: readonly string[]): PlanGapReason {
  if (reasons.includes('none_for_years')) return 'none_for_years';
  return reasons.includes('none_this_term') ? 'none_this_term' : 'none_this_year';
}
