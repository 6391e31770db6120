import { mayDo } from '../../domain/permission.ts';
import { otherSide } from '../../domain/side.ts';
import type { Claimed } from '../outbox/claim.ts';
import { openFindings } from '../plan/agree-plan.ts';
import { hasExchanged, loadPlan } from '../plan/load-plan.ts';
import { button, message, text } from '../said.ts';
import type { Work } from '../work.ts';
import { type Facts, sideOfReader } from './facts.ts';
import type { Composed } from './index.ts';

/**
 * The two messages of a year's plan (R15): the other side has given its part, and both have. A year, a count and a button (C7);
 * what was recalled, or is overtaken by the second, is not said.
 */
export async function composePlan(facts: Facts, row: Claimed, work: Work): Promise<Composed> {
  const planned = await loadPlan(work, row.ref.planId ?? 0);
  const reader = planned && sideOfReader(facts, row.personId, planned.plan.pairId);
  if (!planned || !reader || !mayDo(reader, 'plan.exchange')) return { skip: 'gone' };
  const { plan, sides, committees } = planned;
  const other = otherSide(reader.side);
  const args = { year: String(plan.year), other: committees[other].shortName };
  const open = [button('button-plan-open', `plan.show.${plan.id}`)];
  if (row.ref.note === 'compared') {
    if (plan.state !== 'comparing') return { skip: 'overtaken' };
    const findings = await openFindings(work, plan.id);
    return { message: message([text('plan-told-compared', { ...args, count: findings })], open) };
  }
  if (!hasExchanged(sides[other], work.now)) return { skip: 'recalled' };
  if (hasExchanged(sides[reader.side], work.now)) return { skip: 'both have exchanged' };
  return {
    message: message([text('plan-told-exchanged', { ...args, due: { day: plan.exchangeDue } })], open),
  };
}
