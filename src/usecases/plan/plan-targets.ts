import { and, asc, eq, sql } from 'drizzle-orm';
import { target, targetAlias } from '../../../db/schema/index.ts';
import { yearWindow } from '../../domain/plan-policy.ts';
import type { PlanTarget } from '../../domain/plan-target.ts';
import { shutTargets } from '../view/visible.ts';
import type { Actor, Work } from '../work.ts';
import type { Planned } from './load-plan.ts';

/** A target of a plan, with the days from which and to which (excluded) it stands; null: open. */
export type OpenTarget = PlanTarget & { name: string; fromDay: string | null; toDay: string | null };

/** The targets of a pair by id, for one person: none that they belong to. Ended ones are those that end before the plan's year. */
export async function planTargets(
  work: Work,
  actor: Actor,
  { plan }: Planned,
): Promise<Map<number, OpenTarget>> {
  const rows = await work.tx
    .select()
    .from(target)
    .where(and(eq(target.pairId, plan.pairId), sql`${target.id} not in ${shutTargets(actor)}`))
    .orderBy(asc(target.id));
  const names = new Map<number, string[]>();
  const aliases = await work.tx.select().from(targetAlias).where(eq(targetAlias.pairId, plan.pairId));
  for (const { targetId, folded } of aliases) names.set(targetId, [...(names.get(targetId) ?? []), folded]);
  const [start] = yearWindow(plan.year);
  return new Map(
    rows.map(({ id, key, name, folded, fromDay, toDay, successorId }) => [
      id,
      {
        ...{ id, key, name, folded, fromDay, toDay, successorId },
        aliases: names.get(id) ?? [],
        endedOn: toDay !== null && toDay <= start ? toDay : null,
      },
    ]),
  );
}
