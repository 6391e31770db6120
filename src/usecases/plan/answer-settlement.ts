import { type AnyColumn, and, eq, type SQL, sql } from 'drizzle-orm';
import { planFinding, planSettlement } from '../../../db/schema/index.ts';
import { audit } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { applySettlement } from './apply-settlement.ts';
import { comparePlan } from './compare-plan.ts';
import { findingOfSettlement, type Opened, type SettlementRow } from './load-finding.ts';
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
  if (settlement.state !== 'open') return refuse('refused-answered-already');
  // What has not crossed does not exist for this side, nor does a line for a gap, which asks nobody.
  if (found.settlement?.id !== settlementId) return refuse('refused-not-found');
  await closeSettlements(work, actor, [settlement], isConfirmed);
  await audit(work, {
    pairId: settlement.pairId,
    type: isConfirmed ? 'plan.settlement-confirmed' : 'plan.settlement-refused',
    by: actor.personId,
    facts: { finding: found.finding.id, settlement: settlementId, how: settlement.how },
  });
  if (isConfirmed) {
    await applySettlement(work, found, settlement);
    await comparePlan(work, found.planned.plan.id);
  }
  await tellOfFindings(work, found.planned, { side: settlement.side, note: 'answered' });
  return { found, settlement, isConfirmed };
}

const isClosed = ({ refused }: Refused): boolean => refused.key === 'planfind-closed';

/** Writes one answer to any number of proposals; confirmed, their findings are settled. */
export async function closeSettlements(
  work: Work,
  actor: Actor,
  settlements: SettlementRow[],
  isConfirmed: boolean,
): Promise<void> {
  const state = isConfirmed ? 'confirmed' : 'refused';
  await work.tx
    .update(planSettlement)
    .set({ state, answeredBy: actor.personId, answeredAt: work.now })
    .where(
      and(
        isOneOf(
          planSettlement.id,
          settlements.map(({ id }) => id),
        ),
        eq(planSettlement.state, 'open'),
      ),
    );
  if (!isConfirmed) return;
  await work.tx
    .update(planFinding)
    .set({ state: 'settled', closedAt: work.now })
    .where(
      isOneOf(
        planFinding.id,
        settlements.map(({ findingId }) => findingId),
      ),
    );
}

/** One parameter however many: a parameter an id is slow, and Postgres takes no more than 65,535. */
const isOneOf = (column: AnyColumn, ids: number[]): SQL => sql`${column} = any(${`{${ids.join()}}`}::int[])`;
