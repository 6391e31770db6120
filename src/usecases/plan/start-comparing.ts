import { and, eq, lte, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { yearPlan, yearPlanSide } from '../../../db/schema/index.ts';
import { audit } from '../audit.ts';
import { peopleOf } from '../inspection/roster.ts';
import type { Work } from '../work.ts';
import { comparePlan } from './compare-plan.ts';
import { hasExchanged, loadPlan } from './load-plan.ts';
import { tellOfPlan } from './tell-plan.ts';

/** Plans whose both parts have crossed and that nobody has compared yet. */
export async function plansToCompare(work: Work): Promise<number[]> {
  const other = alias(yearPlanSide, 'other');
  const rows = await work.tx
    .select({ id: yearPlan.id })
    .from(yearPlan)
    .innerJoin(
      yearPlanSide,
      and(
        eq(yearPlanSide.pairId, yearPlan.pairId),
        eq(yearPlanSide.planId, yearPlan.id),
        sql`${yearPlanSide.side} = 'a'`,
      ),
    )
    .innerJoin(
      other,
      and(eq(other.pairId, yearPlan.pairId), eq(other.planId, yearPlan.id), sql`${other.side} = 'b'`),
    )
    .where(
      and(
        eq(yearPlan.state, 'drafting'),
        lte(yearPlanSide.exchangedAt, work.now),
        lte(other.exchangedAt, work.now),
      ),
    )
    .orderBy(yearPlan.id);
  return rows.map((row) => row.id);
}

/** Once both parts have crossed: compared, and both sides' đầu mối are told, one message each (R15). False: not yet, or done already. */
export async function startComparing(work: Work, planId: number): Promise<boolean> {
  const planned = await loadPlan(work, planId, { lock: true });
  if (planned?.plan.state !== 'drafting') return false;
  const { plan, sides } = planned;
  if (!hasExchanged(sides.a, work.now) || !hasExchanged(sides.b, work.now)) return false;
  await work.tx
    .update(yearPlan)
    .set({ state: 'comparing', comparedAt: work.now })
    .where(eq(yearPlan.id, planId));
  await comparePlan(work, planId);
  const people = [
    ...(await peopleOf(work, plan.pairId, 'a', ['secretary'])),
    ...(await peopleOf(work, plan.pairId, 'b', ['secretary'])),
  ];
  await tellOfPlan(work, planned, people, { kind: 'plan', note: 'compared' });
  await audit(work, {
    pairId: plan.pairId,
    type: 'plan.compared',
    facts: { plan: planId, year: plan.year },
  });
  return true;
}
