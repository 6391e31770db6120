import { and, asc, eq, getTableColumns, isNull, or, type SQL, sql } from 'drizzle-orm';
import { planItem, target } from '../../../db/schema/index.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import { mayDo } from '../../domain/permission.ts';
import { otherSide } from '../../domain/side.ts';
import { shutTargets } from '../view/visible.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { hasExchanged, type Planned } from './load-plan.ts';

/** A live line as one person may read it. `targetName` null: a sensitive kind, whose name is not for them (C4). */
export type Item = typeof planItem.$inferSelect & { targetName: string | null };

/**
 * The live lines that a person may see, in order of their windows: own ones always, the other side's once that side has exchanged
 * (R4); never those of organisations that the person belongs to.
 */
export async function visibleItems(work: Work, actor: Actor, planned: Planned): Promise<Item[]> {
  const member = memberIn(actor, planned.plan.pairId);
  if (!member) return [];
  const rows = await work.tx
    .select({ ...getTableColumns(planItem), name: target.name })
    .from(planItem)
    .innerJoin(target, and(eq(target.pairId, planItem.pairId), eq(target.id, planItem.targetId)))
    .where(and(seenBy(work, actor, member, planned), isNull(planItem.ended)))
    .orderBy(asc(planItem.windowFrom), asc(planItem.id));
  return rows.map(({ name, ...row }) => ({ ...row, targetName: isNamed(row, member) ? name : null }));
}

function seenBy(work: Work, actor: Actor, member: Member, { plan, sides }: Planned): SQL {
  const isOpen = hasExchanged(sides[otherSide(member.side)], work.now);
  const own = or(isNull(planItem.side), eq(planItem.side, member.side));
  return and(
    eq(planItem.planId, plan.id),
    isOpen ? undefined : own,
    sql`${planItem.targetId} not in ${shutTargets(actor)}`,
  )!;
}

/** The target of a sensitive kind is named to its own side's đầu mối and leaders only (C4). */
export function isNamed(item: typeof planItem.$inferSelect, member: Member): boolean {
  if (!isSensitiveKind(item.kind)) return true;
  return (item.side ?? member.side) === member.side && mayDo(member, 'plan.agree');
}
