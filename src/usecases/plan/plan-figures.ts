import type { Text } from '../../domain/message.ts';
import { coverTargets, type PlanCoverage } from '../../domain/plan-cover.ts';
import { planPolicyOf, yearWindow } from '../../domain/plan-policy.ts';
import { checkQuota, emptyMonths, type PlanQuota, type QuotaState } from '../../domain/plan-quota.ts';
import { otherSide } from '../../domain/side.ts';
import { text } from '../said.ts';
import { joined } from '../view/paged.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { targetsFor, turnsFor } from './held-turns.ts';
import { hasExchanged, type Planned } from './load-plan.ts';
import { type Quota, visibleQuotas } from './load-quotas.ts';
import { type Item, visibleItems } from './visible-items.ts';

/** What a whole plan leaves open, as one person may see it (R3). */
export type PlanFigures = {
  /** Of the year. */
  coverage: PlanCoverage;
  /** Months, 1–12, without a line. */
  months: number[];
  quotas: (Quota & { state: QuotaState | undefined })[];
  /** The other side's part has not crossed: the figures are of one's own (R4). */
  isOwnOnly: boolean;
  check(quota: PlanQuota): QuotaState | undefined;
};

/** The figures of a plan: its quotas, its empty months, organisations and turns of the year. `seen`: the lines that the person sees, where they are known. */
export async function planFigures(
  work: Work,
  actor: Actor,
  planned: Planned,
  seen?: Item[],
): Promise<PlanFigures> {
  const { plan, sides, pair } = planned;
  const { side } = memberIn(actor, plan.pairId)!;
  const [from, to] = yearWindow(plan.year);
  const { termFrom } = planPolicyOf(pair.policy);
  const targets = await targetsFor(work, actor, plan.pairId);
  const items = seen ?? (await visibleItems(work, actor, planned));
  const since = termFrom !== null && termFrom < from ? termFrom : from;
  const turns = await turnsFor(work, actor, plan.pairId, items, since);
  const today = work.now.toISODate()!;
  const check = (quota: PlanQuota) => checkQuota(quota, { targets, turns, year: plan.year, termFrom, today });
  const quotas = await visibleQuotas(work, planned, side);
  return {
    coverage: coverTargets(targets, turns, { from, to, today }),
    months: emptyMonths(turns, plan.year),
    quotas: quotas.map((quota) => ({ ...quota, state: check(quota.row) })),
    isOwnOnly: !hasExchanged(sides[otherSide(side)], work.now),
    check,
  };
}

/** "Chỉ tiêu đạt: 1/2 · Tháng chưa có cuộc nào: 4, 8 (2/12)"; undefined: no quota, and no month is empty. */
export function figuresLine({ quotas, months }: PlanFigures): Text | undefined {
  const held = quotas.filter(({ row }) => row.state !== 'open');
  const met = held.filter(({ state }) => state?.missing === 0).length;
  const parts = [
    held.length > 0 && text('planquota-met', { n: met, of: held.length }),
    // Of a plan without a line there is nothing to say yet.
    months.length > 0 && months.length < 12 && monthsText(months),
  ].filter((part) => !!part);
  return parts.length > 0 ? joined(parts) : undefined;
}

/** The months without a line, n of 12 (R10). */
export function monthsText(months: number[]): Text {
  if (months.length === 0) return text('planquota-months-none');
  if (months.length === 12) return text('planquota-months-all');
  return text('planquota-months', { months: months.join(', '), n: months.length });
}
