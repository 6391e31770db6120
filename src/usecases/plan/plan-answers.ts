import type { Message } from '../../domain/message.ts';
import { isLeader } from '../../domain/permission.ts';
import type { Via } from '../../domain/request.ts';
import { otherSide } from '../../domain/side.ts';
import { button, details, isRefused, type Refused, refuse, text } from '../said.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { agreePlan } from './agree-plan.ts';
import { authorisePlan, loadPlan, type Planned } from './load-plan.ts';
import { planMessage } from './plan-message.ts';

/** How a leader's word can have come to the đầu mối. */
const WORDS = ['in_person', 'phone', 'note'] as const satisfies Via[];

/** After one's own part was given: how long it can be recalled. */
export function givenMessage(actor: Actor, { plan, committees }: Planned, seconds: number): Message {
  const other = committees[otherSide(memberIn(actor, plan.pairId)!.side)].shortName;
  return details(
    [text('plan-given', { year: String(plan.year), other, seconds })],
    [
      button('button-recall', `plan.recall.${plan.id}`, 'danger'),
      button('button-send-now', `plan.now.${plan.id}`),
      button('button-plan-open', `plan.show.${plan.id}`),
    ],
  );
}

/** A leader's tap agrees; a đầu mối is asked how the leader's word came. */
export async function agreeOrAsk(work: Work, actor: Actor, planId: number): Promise<Message | Refused> {
  const allowed = authorisePlan(await loadPlan(work, planId), actor, 'plan.agree');
  if (isRefused(allowed)) return allowed;
  if (isLeader(allowed.member.role)) return shown(work, actor, await agreePlan(work, actor, planId));
  return details(
    [text('form-via')],
    [
      ...WORDS.map((via) => button(`via-${via}`, `plan.word.${planId}.${via}`)),
      button('button-plan-open', `plan.show.${planId}`),
    ],
  );
}

/** The leader's word as the đầu mối heard it; a way that is none of the list, such as the leader's own tap, is forged. */
export async function recordWord(
  work: Work,
  actor: Actor,
  planId: number,
  given: string | undefined,
): Promise<Message | Refused> {
  const via = WORDS.find((one) => one === given);
  if (!via) return refuse('toast-stale-button');
  return shown(work, actor, await agreePlan(work, actor, planId, via));
}

async function shown(
  work: Work,
  actor: Actor,
  agreed: { planned: Planned } | Refused,
): Promise<Message | Refused> {
  return isRefused(agreed) ? agreed : planMessage(work, actor, agreed.planned);
}
