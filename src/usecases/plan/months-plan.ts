import { and, desc, eq, gt, gte, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { membership, planItem, yearPlan } from '../../../db/schema/index.ts';
import { shutTargets } from '../view/visible.ts';
import type { Actor, Work } from '../work.ts';

/** Plans whose both parts have crossed, of the running year on: what a month's picture may be of. */
const isShared = (work: Work) => and(ne(yearPlan.state, 'drafting'), gte(yearPlan.year, work.now.year));

/** Those of these people in one of whose pairs there is such a plan today. */
export async function peopleWithPlan(work: Work, people: number[]): Promise<Set<number>> {
  if (people.length === 0) return new Set();
  const today = work.now.toISODate()!;
  const rows = await work.tx
    .selectDistinct({ personId: membership.personId })
    .from(membership)
    .innerJoin(yearPlan, and(eq(yearPlan.pairId, membership.pairId), isShared(work)))
    .where(
      and(
        inArray(membership.personId, people),
        lte(membership.fromDay, today),
        or(isNull(membership.toDay), gt(membership.toDay, today)),
      ),
    );
  return new Set(rows.map((row) => row.personId));
}

/**
 * The plan of which most lies ahead for a person, over all their pairs, and among how many it was chosen; undefined: none has a
 * line ahead that they may see.
 */
export async function planAhead(
  work: Work,
  actor: Actor,
): Promise<{ planId: number; plans: number } | undefined> {
  const pairs = actor.members.map(({ pairId }) => pairId);
  if (pairs.length === 0) return undefined;
  const ahead = sql<number>`count(*)`;
  const rows = await work.tx
    .select({ planId: yearPlan.id })
    .from(yearPlan)
    .innerJoin(planItem, and(eq(planItem.pairId, yearPlan.pairId), eq(planItem.planId, yearPlan.id)))
    .where(
      and(
        inArray(yearPlan.pairId, pairs),
        isShared(work),
        isNull(planItem.ended),
        gt(planItem.windowTo, work.now.toISODate()!),
        sql`${planItem.targetId} not in ${shutTargets(actor)}`,
      ),
    )
    .groupBy(yearPlan.id)
    .orderBy(desc(ahead), yearPlan.id);
  const [first] = rows;
  return first && { planId: first.planId, plans: rows.length };
}
