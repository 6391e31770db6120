import { and, eq } from 'drizzle-orm';
import { planFinding, planSettlement } from '../../../db/schema/index.ts';
import { record } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { applySettlement } from './apply-settlement.ts';
import { comparePlan } from './compare-plan.ts';
import { findingOfSettlement, hasCrossed, type Opened, type SettlementRow } from './load-finding.ts';
import { openToSettle } from './propose-settlement.ts';
import { tellOfFindings } from './tell-finding.ts';

export type AnsweredSettlement = { found: Opened; settlement: SettlementRow; isConfirmed: boolean };

/**
 * The other side's word on how a finding be settled (R4): confirmed, the lines change and the plan is compared again; refused, the
 * finding stays open. Of two taps the first counts.
 */
export async function answerSettlement(
  work: Work,
  actor: Actor,
  settlementId: number,
  isConfirmed: boolean,
): Promise<AnsweredSettlement | Refused> {
  const findingId = await findingOfSettlement(work, settlementId);
  const found = findingId === undefined ? undefined : await openToSettle(work, actor, findingId);
  if (!found) return refuse('refused-not-found');
  if (isRefused(found)) return isClosed(found) ? refuse('refused-answered-already') : found;
  // Read under the plan's lock: what was answered or recalled meanwhile is no longer open.
  const [settlement] = await work.tx.select().from(planSettlement).where(eq(planSettlement.id, settlementId));
  if (!settlement) return refuse('refused-not-found');
  if (settlement.side === found.member.side) return refuse('refused-not-allowed');
  if (!hasCrossed(work, found.planned, settlement)) return refuse('refused-not-found');
  if (settlement.state !== 'open') return refuse('refused-answered-already');
  await closeSettlement(work, actor, settlement, isConfirmed);
  if (isConfirmed) {
    await applySettlement(work, found, settlement);
    await comparePlan(work, found.planned.plan.id);
  }
  await tellOfFindings(work, found.planned, { side: settlement.side, note: 'answered' });
  return { found, settlement, isConfirmed };
}

const isClosed = ({ refused }: Refused): boolean => refused.key === 'planfind-closed';

/** Writes the answer; a confirmed one settles its finding. */
export async function closeSettlement(
  work: Work,
  actor: Actor,
  settlement: SettlementRow,
  isConfirmed: boolean,
): Promise<void> {
  const { id, pairId, findingId, how } = settlement;
  await work.tx
    .update(planSettlement)
    .set({
      state: isConfirmed ? 'confirmed' : 'refused',
      answeredBy: actor.personId,
      answeredAt: work.now,
    })
    .where(and(eq(planSettlement.id, id), eq(planSettlement.state, 'open')));
  if (isConfirmed)
    await work.tx
      .update(planFinding)
      .set({ state: 'settled', closedAt: work.now })
      .where(eq(planFinding.id, findingId));
  await record(work, {
    pairId,
    type: isConfirmed ? 'plan.settlement-confirmed' : 'plan.settlement-refused',
    by: actor.personId,
    facts: { finding: findingId, settlement: id, how },
  });
}
