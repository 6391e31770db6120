import { isSensitiveKind } from '../../domain/kinds.ts';
import type { Message } from '../../domain/message.ts';
import { mayDo } from '../../domain/permission.ts';
import { answering, couldJoin } from '../plan/load-finding.ts';
import { loadPlan } from '../plan/load-plan.ts';
import { openToSettle } from '../plan/propose-settlement.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { openForm } from './open-form.ts';
import type { SettleData } from './plan-settle-data.ts';
import { planSettleForm } from './plan-settle-form.ts';
import { movable } from './plan-settle-steps.ts';

/** Opens the questions of one way to settle a finding, unless something is put forward already; the use case checks all of it again. */
export async function openSettle(
  work: Work,
  actor: Actor,
  findingId: number,
  how: SettleData['how'],
): Promise<Message | Refused> {
  const found = await openToSettle(work, actor, findingId);
  if (isRefused(found)) return found;
  if (found.settlement) return refuse('planfind-proposed-already');
  if ((how === 'fill') !== (found.finding.kind === 'gap') && how !== 'keep')
    return refuse('planfind-no-merge');
  const answer = how === 'merge' ? answering(found) : undefined;
  if (how === 'merge' && !answer && !couldJoin(found)) return refuse('planfind-no-merge');
  const own = movable(found);
  if (how === 'shift' && own.length === 0) return refuse('planfind-not-own');
  const data: SettleData = {
    findingId,
    how,
    isBare: found.lines.some((line) => isSensitiveKind(line.kind)),
    ...(answer && {
      isAnswered: true,
      leadSide: answer.leadSide,
      mode: answer.mode,
      windowFrom: answer.windowFrom,
      windowTo: answer.windowTo,
    }),
    ...(how === 'shift' && own.length === 1 ? { itemId: own[0]!.id, isOnlyLine: true } : {}),
  };
  return openForm(work, actor, planSettleForm, data, { pairId: found.member.pairId });
}

/** Opens the question why all organisations that are left stay without a line this year. */
export async function openKeepGaps(work: Work, actor: Actor, planId: number): Promise<Message | Refused> {
  const planned = await loadPlan(work, planId);
  const member = planned && memberIn(actor, planned.plan.pairId);
  if (!planned || !member) return refuse('refused-not-found');
  if (!mayDo(member, 'plan.settle')) return refuse('refused-not-allowed');
  if (planned.plan.state !== 'comparing') return refuse('planfind-not-comparing');
  const data: SettleData = { findingId: 0, how: 'gaps', planId };
  return openForm(work, actor, planSettleForm, data, { pairId: member.pairId });
}
