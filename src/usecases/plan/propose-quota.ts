import { planQuota } from '../../../db/schema/index.ts';
import { mayDo } from '../../domain/permission.ts';
import { planPolicyOf } from '../../domain/plan-policy.ts';
import { canMeasure, type PlanQuota } from '../../domain/plan-quota.ts';
import { audit } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { loadPlan, type Planned } from './load-plan.ts';
import { openQuota, type QuotaIds, type QuotaRow, takesQuotas, visibleQuotas } from './load-quotas.ts';

export type ProposedQuota = { planned: Planned; quotaId: number; seconds: number };

/** The plan, locked, when the actor may put quotas forward at it: until both leaders have agreed. */
export async function openToQuota(
  work: Work,
  actor: Actor,
  planId: number,
): Promise<{ planned: Planned; member: Member } | Refused> {
  const planned = await loadPlan(work, planId, { lock: true });
  const member = planned && memberIn(actor, planned.plan.pairId);
  if (!planned || !member) return refuse('refused-not-found');
  if (!mayDo(member, 'plan.settle')) return refuse('refused-not-allowed');
  return takesQuotas(planned) ? { planned, member } : refuse('planquota-closed');
}

/**
 * One side wants a quota (R3); the other side's đầu mối finds it in /viec after the time for recall, and it holds by its word (R4).
 */
export async function proposeQuota(
  work: Work,
  actor: Actor,
  planId: number,
  wanted: PlanQuota,
): Promise<ProposedQuota | Refused> {
  const allowed = await openToQuota(work, actor, planId);
  if (isRefused(allowed)) return allowed;
  const { planned, member } = allowed;
  if (!canMeasure(wanted.kind, wanted.measure) || !isWanted(wanted.least))
    return refuse('toast-stale-button');
  if (wanted.span === 'term' && planPolicyOf(planned.pair.policy).termFrom === null)
    return refuse('planquota-no-term');
  const standing = await visibleQuotas(work, planned, member.side);
  if (standing.some(({ row }) => row.state === 'holds' && isSame(row, wanted)))
    return refuse('planquota-exists');
  return put(work, actor, allowed, { ...wanted, replacesId: null });
}

/** Another number for a quota that holds, or 0 to do without it; put forward like a new one. */
export async function proposeChange(
  work: Work,
  actor: Actor,
  ids: QuotaIds,
  least: number,
): Promise<ProposedQuota | Refused> {
  const allowed = await openToQuota(work, actor, ids.planId);
  if (isRefused(allowed)) return allowed;
  const found = await openQuota(work, actor, ids);
  if (found?.row.state !== 'holds') return refuse('refused-not-found');
  if (least !== 0 && !isWanted(least)) return refuse('toast-stale-button');
  const { id, kind, span, measure } = found.row;
  if (least === found.row.least) return refuse('planquota-same');
  return put(work, actor, allowed, { kind, span, measure, least, replacesId: id });
}

/** Whether a number can be wanted; more than a thousand is a slip of the finger. */
export const isWanted = (least: number): boolean => Number.isInteger(least) && least > 0 && least <= 1000;

const isSame = (row: QuotaRow, { kind, span, measure }: PlanQuota): boolean =>
  row.kind === kind && row.span === span && row.measure === measure;

async function put(
  work: Work,
  actor: Actor,
  { planned, member: { pairId, side } }: { planned: Planned; member: Member },
  wanted: PlanQuota & { replacesId: number | null },
): Promise<ProposedQuota | Refused> {
  const { id: planId } = planned.plan;
  const [row] = await work.tx
    .insert(planQuota)
    .values({ ...wanted, pairId, side, byPerson: actor.personId, at: work.now })
    .onConflictDoNothing()
    .returning({ id: planQuota.id });
  // One proposal of a kind, span and measure at a time: of two at once the first stands.
  if (!row) return refuse('planfind-proposed-already');
  const facts = { ...wanted, plan: planId, quota: row.id, side };
  await audit(work, { pairId, type: 'plan.quota-proposed', by: actor.personId, facts });
  return { planned, quotaId: row.id, seconds: planned.pair.policy.recallSeconds };
}
