import { and, eq } from 'drizzle-orm';
import { yearPlan, yearPlanSide } from '../../../db/schema/index.ts';
import { mayDo } from '../../domain/permission.ts';
import { planDays, planPolicyOf, planYearOf } from '../../domain/plan-policy.ts';
import { audit } from '../audit.ts';
import { type Refused, refuse } from '../said.ts';
import { loadPair } from '../view/load-pair.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { loadPlan, type Planned } from './load-plan.ts';

/**
 * The pair's plan of a year (left out: the coming year from September on, the running one before). Its row is made when it is first
 * wanted, with the days of its steps (R8); only the running year and the coming one are made, others are read where they exist.
 */
export async function openPlan(
  work: Work,
  actor: Actor,
  pairId: number,
  year?: number,
): Promise<Planned | Refused> {
  const member = memberIn(actor, pairId);
  if (!member || !mayDo(member, 'plan.view')) return refuse('refused-not-found');
  const usual = planYearOf(work.now.toISODate()!);
  const wanted = year ?? usual;
  const found =
    (await findPlan(work, pairId, wanted)) ?? (await makePlan(work, actor, pairId, wanted, usual));
  return found === undefined ? refuse('refused-not-found') : (await loadPlan(work, found))!;
}

async function findPlan(work: Work, pairId: number, year: number): Promise<number | undefined> {
  const [row] = await work.tx
    .select({ id: yearPlan.id })
    .from(yearPlan)
    .where(and(eq(yearPlan.pairId, pairId), eq(yearPlan.year, year)));
  return row?.id;
}

async function makePlan(
  work: Work,
  actor: Actor,
  pairId: number,
  year: number,
  usual: number,
): Promise<number | undefined> {
  if (year !== usual && year !== work.now.year) return undefined;
  const { pair } = await loadPair(work, pairId);
  const { exchangeDue, agreeDue } = planDays(planPolicyOf(pair.policy), year);
  const [made] = await work.tx
    .insert(yearPlan)
    .values({ pairId, year, exchangeDue, agreeDue, openedAt: work.now })
    .onConflictDoNothing()
    .returning({ id: yearPlan.id });
  // No row: someone else opened it at the same moment.
  if (!made) return findPlan(work, pairId, year);
  await work.tx
    .insert(yearPlanSide)
    .values((['a', 'b'] as const).map((side) => ({ pairId, planId: made.id, side })));
  const facts = { plan: made.id, year, exchangeDue, agreeDue };
  await audit(work, { pairId, type: 'plan.opened', by: actor.personId, facts });
  return made.id;
}
