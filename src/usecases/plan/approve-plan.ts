import type { Reason } from '../../domain/inspection.ts';
import { isLeader } from '../../domain/permission.ts';
import type { Via } from '../../domain/request.ts';
import { audit } from '../audit.ts';
import { peopleOf } from '../inspection/roster.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Member, Work } from '../work.ts';
import { cross, setSide } from './exchange-plan.ts';
import { awaitsLeader, loadPlan, type Planned, planFor } from './load-plan.ts';
import { tellOfPlan } from './tell-plan.ts';

/** A leader's word on the part that is to cross; the đầu mối may record it with the way it came. */
export type PlanWord = { isApproved: true; via?: Via | undefined } | { isApproved: false; reason: Reason };

/**
 * One's own leader's word before a part crosses: approved, it crosses after the time for recall; sent back with a reason, it is
 * drafted on. Of two words the first counts; the đầu mối hear of it.
 */
export async function approvePlan(
  work: Work,
  actor: Actor,
  planId: number,
  word: PlanWord,
): Promise<{ planned: Planned } | Refused> {
  const allowed = await planFor(work, actor, planId, 'plan.approve', { lock: true });
  if (isRefused(allowed)) return allowed;
  const { member, planned } = allowed;
  if (!awaitsLeader(planned.sides[member.side])) return refuse('plan-not-asked');
  if (word.isApproved && !isLeader(member.role) && !word.via) return refuse('refused-leader-only');
  await note(work, actor, member, planned, word);
  const secretaries = await peopleOf(work, planned.plan.pairId, member.side, ['secretary']);
  await tellOfPlan(
    work,
    planned,
    secretaries.filter((one) => one !== actor.personId),
    { kind: 'plan', note: word.isApproved ? 'approved' : 'returned' },
  );
  if (word.isApproved) return cross(work, actor, member, planned);
  await setSide(work, planned, member.side, { askedAt: null, askedBy: null, returnedReason: word.reason });
  return { planned: (await loadPlan(work, planId))! };
}

async function note(
  work: Work,
  actor: Actor,
  { side }: Member,
  { plan }: Planned,
  word: PlanWord,
): Promise<void> {
  await audit(work, {
    pairId: plan.pairId,
    type: word.isApproved ? 'plan.approved' : 'plan.returned',
    by: actor.personId,
    facts: {
      ...{ plan: plan.id, year: plan.year, side },
      word: word.isApproved ? (word.via ?? 'tap') : word.reason,
    },
  });
}
