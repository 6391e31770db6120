import { and, asc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { planQuota, yearPlan, yearPlanSide } from '../../../db/schema/index.ts';
import type { Side } from '../../domain/side.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { hasCrossed } from './finding-sight.ts';
import { loadPlan, type Planned } from './load-plan.ts';

export type QuotaRow = typeof planQuota.$inferSelect;

/** A quota that holds with what is put forward about it, or a new one that is put forward; what has not crossed is its side's own (R4). */
export type Quota = { row: QuotaRow; change: QuotaRow | undefined };

/** A quota, and the plan at which it is read. */
export type QuotaIds = { planId: number; quotaId: number };

/** A quota in its plan, and the membership it is read from. */
export type OpenedQuota = Quota & { planned: Planned; member: Member };

/** Whether a proposal has passed its time for recall, in a query over plan_quota. */
const isQuotaAcross = (work: Work): SQL => hasCrossed(work, sql`${planQuota.at}`, sql`${planQuota.pairId}`);

/** How many proposals wait for a side's word, as a column of a query over year_plan and that side's year_plan_side. */
export const waitingQuotas = (work: Work): SQL<number> =>
  sql`(select count(*)::int from ${planQuota} where ${planQuota.pairId} = ${yearPlan.pairId}
    and ${planQuota.state} = 'open' and ${planQuota.side} <> ${yearPlanSide.side} and ${isQuotaAcross(work)})`;

/** Whether a quota held at an instant, in a query over plan_quota. */
export const heldAt = (at: DateTime | SQL): SQL =>
  and(
    inArray(planQuota.state, ['holds', 'ended']),
    lte(planQuota.answeredAt, at),
    or(isNull(planQuota.endedAt), gt(planQuota.endedAt, at)),
  )!;

/** The quotas of a plan in the order in which they were agreed: those of now, or of an agreed plan those of its day; then new ones. */
export async function visibleQuotas(work: Work, planned: Planned, side: Side): Promise<Quota[]> {
  const { plan } = planned;
  const held = heldAt(plan.agreedAt ?? work.now);
  const open = and(eq(planQuota.state, 'open'), or(eq(planQuota.side, side), isQuotaAcross(work)));
  const rows = await work.tx
    .select()
    .from(planQuota)
    .where(and(eq(planQuota.pairId, plan.pairId), takesQuotas(planned) ? or(held, open) : held))
    .orderBy(sql`${planQuota.state} = 'open'`, asc(planQuota.id));
  const changes = rows.filter((row) => row.state === 'open' && row.replacesId !== null);
  return rows
    .filter((row) => !changes.includes(row))
    .map((row) => ({
      row,
      change: row.state === 'open' ? row : changes.find((one) => one.replacesId === row.id),
    }));
}

/** One quota as it stands at a plan; `lock` takes the plan's row first. Undefined: not there, or not theirs to see. */
export async function openQuota(
  work: Work,
  actor: Actor,
  ids: QuotaIds,
  options: { lock?: boolean } = {},
): Promise<OpenedQuota | undefined> {
  const planned = await loadPlan(work, ids.planId, options);
  const member = planned && memberIn(actor, planned.plan.pairId);
  if (!planned || !member) return undefined;
  const quotas = await visibleQuotas(work, planned, member.side);
  const quota = quotas.find(({ row, change }) => row.id === ids.quotaId || change?.id === ids.quotaId);
  return quota && { ...quota, planned, member };
}

/** Whether quotas may be set at a plan: until both leaders have agreed to it. */
export const takesQuotas = ({ plan }: Planned): boolean =>
  plan.state === 'drafting' || plan.state === 'comparing';
