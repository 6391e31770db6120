import { eq } from 'drizzle-orm';
import { yearPlan } from '../../../db/schema/index.ts';
import { eventKey } from '../../domain/duty-event.ts';
import { insistedSymbol, parseSymbol } from '../../domain/symbol.ts';
import { audit } from '../audit.ts';
import { announceEvent } from '../exchange/open-event-slot.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { loadPlan, type Planned, planFor } from './load-plan.ts';

/** The document that carries the plan; `insisted`: a person stood by a symbol that looked wrong. */
export type PlanDocument = { symbol: string; day: string; insisted: boolean };

/** Freezes an agreed plan on its document: from now on changes go through the inspections themselves. Once, by either đầu mối. */
export async function freezePlan(
  work: Work,
  actor: Actor,
  planId: number,
  { symbol, day, insisted }: PlanDocument,
): Promise<{ planned: Planned } | Refused> {
  const allowed = await planFor(work, actor, planId, 'plan.freeze', { lock: true });
  if (isRefused(allowed)) return allowed;
  const { member, planned } = allowed;
  if (planned.plan.state === 'frozen') return refuse('plan-frozen-already');
  if (planned.plan.state !== 'agreed') return refuse('plan-not-agreed');
  const isSymbol = insisted ? insistedSymbol(symbol) !== undefined : parseSymbol(symbol).kind === 'ok';
  if (!isSymbol) return refuse('form-symbol-impossible');
  await work.tx
    .update(yearPlan)
    .set({
      state: 'frozen',
      frozenSymbol: symbol,
      frozenDay: day,
      frozenBy: actor.personId,
      frozenAt: work.now,
    })
    .where(eq(yearPlan.id, planId));
  const { pairId, year } = planned.plan;
  await audit(work, {
    pairId,
    type: 'plan.frozen',
    by: actor.personId,
    facts: { plan: planId, year, side: member.side, day, insisted },
    values: { symbol: { value: symbol } },
  });
  await announceEvent(work, { pairId, event: 'plan', day, key: eventKey.plan(planId) });
  return { planned: (await loadPlan(work, planId))! };
}
