import type { Message } from '../../domain/message.ts';
import { openQuota, type QuotaIds } from '../plan/load-quotas.ts';
import { openToQuota } from '../plan/propose-quota.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { openForm } from './open-form.ts';
import { planQuotaForm, type QuotaData } from './plan-quota-form.ts';

/** Opens the questions of a new quota. */
export async function openNewQuota(work: Work, actor: Actor, planId: number): Promise<Message | Refused> {
  const allowed = await openToQuota(work, actor, planId);
  if (isRefused(allowed)) return allowed;
  return openForm(work, actor, planQuotaForm, { planId }, { pairId: allowed.member.pairId });
}

/** Opens the question of another number, or the look before a quota goes. */
export async function openQuotaChange(
  work: Work,
  actor: Actor,
  ids: QuotaIds,
  isGoing: boolean,
): Promise<Message | Refused> {
  const allowed = await openToQuota(work, actor, ids.planId);
  if (isRefused(allowed)) return allowed;
  const found = await openQuota(work, actor, ids);
  if (found?.row.state !== 'holds') return refuse('refused-not-found');
  if (found.change) return refuse('planfind-proposed-already');
  const { kind, span, measure, least, id: quotaId } = found.row;
  const data: QuotaData = { planId: ids.planId, quotaId, isGoing, kind, span, measure, least };
  const at = isGoing ? {} : { step: 'least' };
  return openForm(work, actor, planQuotaForm, data, { pairId: found.member.pairId, ...at });
}
