import type { Message } from '../../domain/message.ts';
import { act } from '../actions/index.ts';
import { PLAN_PAPERS, type PlanPaper } from '../actions/plan.ts';
import { button, details, isRefused, type Refused, text } from '../said.ts';
import { sendFile } from '../send-file.ts';
import type { Actor, Work } from '../work.ts';
import { planFor } from './load-plan.ts';

const MAKES = { docx: 'plan-annex-docx', xlsx: 'plan-annex-xlsx', table: 'plan-xlsx' } as const;

/** Asks whoever may see a plan what they want it as: to be printed, or to be read in again. */
export async function choosePlanFile(work: Work, actor: Actor, planId: number): Promise<Message | Refused> {
  const allowed = await planFor(work, actor, planId, 'plan.view');
  if (isRefused(allowed)) return allowed;
  return details(
    [
      text('plan-out-which', { year: String(allowed.planned.plan.year) }),
      text('plan-out-annex'),
      text('plan-out-table'),
    ],
    [
      ...PLAN_PAPERS.map((as) => button(`button-plan-out-${as}`, act('planout', { id: planId, as }))),
      button('button-plan-open', act('plan.show', { id: planId })),
    ],
  );
}

/** Sends a person the plan as they see it; made when it goes out. */
export async function sendPlanFile(
  work: Work,
  actor: Actor,
  planId: number,
  as: PlanPaper,
): Promise<Refused | undefined> {
  const allowed = await planFor(work, actor, planId, 'plan.view');
  if (isRefused(allowed)) return allowed;
  await sendFile(work, actor, allowed.planned.plan.pairId, { make: MAKES[as], planId });
  return undefined;
}
