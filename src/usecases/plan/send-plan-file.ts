import { isRefused, type Refused } from '../said.ts';
import { sendFile } from '../send-file.ts';
import type { Actor, Work } from '../work.ts';
import { planFor } from './load-plan.ts';

/** Sends a person the plan as they see it, as XLSX; made when it goes out. */
export async function sendPlanFile(work: Work, actor: Actor, planId: number): Promise<Refused | undefined> {
  const allowed = await planFor(work, actor, planId, 'plan.view');
  if (isRefused(allowed)) return allowed;
  await sendFile(work, actor, allowed.planned.plan.pairId, { make: 'plan-xlsx', planId });
  return undefined;
}
