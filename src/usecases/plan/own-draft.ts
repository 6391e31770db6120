import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { isDraft, type Planned, planFor } from './load-plan.ts';

/** The plan while the actor's own side still drafts its part; looked at again at every step, since it may cross meanwhile (R4). */
export async function ownDraft(work: Work, actor: Actor, planId: number): Promise<Planned | Refused> {
  const allowed = await planFor(work, actor, planId, 'plan.edit');
  if (isRefused(allowed)) return allowed;
  const { planned, member } = allowed;
  return isDraft(planned, member.side) ? planned : refuse('plan-locked');
}
