import { COMMITTEE_REASONS, type Reason } from '../../domain/inspection.ts';
import type { Message } from '../../domain/message.ts';
import { isLeader } from '../../domain/permission.ts';
import { otherSide } from '../../domain/side.ts';
import { act } from '../actions/index.ts';
import { WORDS, type Word } from '../actions/plan.ts';
import { button, details, isRefused, type Refused, refuse, text } from '../said.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { agreePlan } from './agree-plan.ts';
import { approvePlan } from './approve-plan.ts';
import type { Given } from './exchange-plan.ts';
import { awaitsLeader, type Planned, planFor } from './load-plan.ts';
import { planMessage } from './plan-message.ts';

/** After one's own part was given: that its leader is asked first, or how long it can be recalled. */
export function givenMessage(actor: Actor, given: Exclude<Given, Refused>): Message {
  const { planned, seconds } = given;
  const { plan, committees } = planned;
  if (given.kind === 'asked')
    return details(
      [text('plan-asked', { year: String(plan.year) })],
      [
        button('button-recall', act('plan.recall', { id: plan.id }), 'danger'),
        button('button-plan-open', act('plan.show', { id: plan.id })),
      ],
    );
  const other = committees[otherSide(memberIn(actor, plan.pairId)!.side)].shortName;
  return details(
    [text('plan-given', { year: String(plan.year), other, seconds })],
    [
      button('button-recall', act('plan.recall', { id: plan.id }), 'danger'),
      button('button-send-now', act('plan.now', { id: plan.id })),
      button('button-plan-open', act('plan.show', { id: plan.id })),
    ],
  );
}

/** A leader's tap agrees; a đầu mối is asked how the leader's word came. */
export async function agreeOrAsk(work: Work, actor: Actor, planId: number): Promise<Message | Refused> {
  const allowed = await planFor(work, actor, planId, 'plan.agree');
  if (isRefused(allowed)) return allowed;
  if (isLeader(allowed.member.role)) return shown(work, actor, await agreePlan(work, actor, planId));
  return askVia(planId, 'plan.word');
}

/** How the leader's word came. */
const askVia = (id: number, does: 'plan.word' | 'plan.approved'): Message =>
  details(
    [text('form-via')],
    [
      ...WORDS.map((via) => button(`via-${via}`, act(does, { id, via }))),
      button('button-plan-open', act('plan.show', { id })),
    ],
  );

/** A leader's tap lets the side's part cross; a đầu mối is asked how the leader's word came. */
export async function approveOrAsk(work: Work, actor: Actor, planId: number): Promise<Message | Refused> {
  const allowed = await planFor(work, actor, planId, 'plan.approve');
  if (isRefused(allowed)) return allowed;
  if (!awaitsLeader(allowed.planned.sides[allowed.member.side])) return refuse('plan-not-asked');
  if (!isLeader(allowed.member.role)) return askVia(planId, 'plan.approved');
  return shown(work, actor, await approvePlan(work, actor, planId, { isApproved: true }));
}

/** The leader's approval as the đầu mối heard it. */
export async function recordApproval(
  work: Work,
  actor: Actor,
  planId: number,
  via: Word,
): Promise<Message | Refused> {
  return shown(work, actor, await approvePlan(work, actor, planId, { isApproved: true, via }));
}

/** Why the leader sends it back: a reason from the list. */
export async function askReturn(work: Work, actor: Actor, planId: number): Promise<Message | Refused> {
  const allowed = await planFor(work, actor, planId, 'plan.approve');
  if (isRefused(allowed)) return allowed;
  if (!awaitsLeader(allowed.planned.sides[allowed.member.side])) return refuse('plan-not-asked');
  return details(
    [text('plan-return-why')],
    [
      ...COMMITTEE_REASONS.map((one) =>
        button(`reason-${one}`, act('plan.returned', { id: planId, reason: one })),
      ),
      button('button-plan-open', act('plan.show', { id: planId })),
    ],
  );
}

/** It goes back to be drafted on. */
export async function returnPlan(
  work: Work,
  actor: Actor,
  planId: number,
  reason: Reason,
): Promise<Message | Refused> {
  return shown(work, actor, await approvePlan(work, actor, planId, { isApproved: false, reason }));
}

/** The leader's word as the đầu mối heard it. */
export async function recordWord(
  work: Work,
  actor: Actor,
  planId: number,
  via: Word,
): Promise<Message | Refused> {
  return shown(work, actor, await agreePlan(work, actor, planId, via));
}

async function shown(
  work: Work,
  actor: Actor,
  agreed: { planned: Planned } | Refused,
): Promise<Message | Refused> {
  return isRefused(agreed) ? agreed : planMessage(work, actor, agreed.planned);
}
