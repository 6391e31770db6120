import { and, count, eq } from 'drizzle-orm';
import { planFinding, yearPlan, yearPlanSide } from '../../../db/schema/index.ts';
import { isLeader } from '../../domain/permission.ts';
import type { Via } from '../../domain/request.ts';
import { otherSide } from '../../domain/side.ts';
import { audit } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Member, Work } from '../work.ts';
import { loadPlan, type Planned, planFor } from './load-plan.ts';
import { makeJointInspections } from './make-joint.ts';

/** How many findings of a plan nobody has settled. */
export async function openFindings(work: Work, planId: number): Promise<number> {
  const [row] = await work.tx
    .select({ open: count() })
    .from(planFinding)
    .where(and(eq(planFinding.planId, planId), eq(planFinding.state, 'open')));
  return row!.open;
}

/**
 * A side's word on the whole plan: its leader's own tap, or the đầu mối recording it with the way it came. Not while findings are
 * open. With both words the plan is agreed and its joint inspections are made.
 */
export async function agreePlan(
  work: Work,
  actor: Actor,
  planId: number,
  via?: Exclude<Via, 'tap'>,
): Promise<{ planned: Planned } | Refused> {
  const allowed = await planFor(work, actor, planId, 'plan.agree', { lock: true });
  if (isRefused(allowed)) return allowed;
  const { member, planned } = allowed;
  const refused = await whyNotAgree(work, member, planned, via);
  if (refused) return refused;
  const agreedVia = isLeader(member.role) ? 'tap' : via!;
  await work.tx
    .update(yearPlanSide)
    .set({ agreedAt: work.now, agreedBy: actor.personId, agreedVia })
    .where(and(eq(yearPlanSide.planId, planId), eq(yearPlanSide.side, member.side)));
  const { pairId, year } = planned.plan;
  const facts = { plan: planId, year, side: member.side, via: agreedVia };
  await audit(work, { pairId, type: 'plan.side-agreed', by: actor.personId, facts });
  if (planned.sides[otherSide(member.side)].agreedAt !== null) await finish(work, planned);
  return { planned: (await loadPlan(work, planId))! };
}

async function whyNotAgree(
  work: Work,
  { role, side }: Member,
  { plan, sides }: Planned,
  via: Via | undefined,
): Promise<Refused | undefined> {
  if (plan.state === 'drafting') return refuse('plan-not-compared');
  if (plan.state !== 'comparing' || sides[side].agreedAt !== null) return refuse('plan-agreed-already');
  if (!isLeader(role) && via === undefined) return refuse('refused-leader-only');
  const open = await openFindings(work, plan.id);
  return open > 0 ? refuse('plan-findings-open', { count: open }) : undefined;
}

async function finish(work: Work, { plan: { id, pairId, year } }: Planned): Promise<void> {
  await work.tx.update(yearPlan).set({ state: 'agreed', agreedAt: work.now }).where(eq(yearPlan.id, id));
  await audit(work, { pairId, type: 'plan.agreed', facts: { plan: id, year } });
  await makeJointInspections(work, id);
}
