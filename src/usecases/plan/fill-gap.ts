import { and, asc, eq, getTableColumns } from 'drizzle-orm';
import { planFinding, planItem, planSettlement } from '../../../db/schema/index.ts';
import { otherSide } from '../../domain/side.ts';
import { audit } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { comparePlan } from './compare-plan.ts';
import { isAcross, settlement } from './finding-sight.ts';
import type { Finding, Opened, SettlementRow } from './load-finding.ts';
import { loadPlan, type Planned } from './load-plan.ts';
import { openToSettle } from './propose-settlement.ts';
import { tellOfFindings } from './tell-finding.ts';

/** Lines for gaps whose time for recall is over, the oldest first. */
export async function fillsToCross(work: Work): Promise<number[]> {
  const rows = await work.tx
    .select({ id: settlement.id })
    .from(settlement)
    .where(and(eq(settlement.how, 'fill'), eq(settlement.state, 'open'), isAcross(work)))
    .orderBy(asc(settlement.id));
  return rows.map((row) => row.id);
}

/**
 * A line that one side wants for a gap enters the plan once its time for recall is over (R4); what it clashes with is found at once. False:
 * it was recalled meanwhile, or entered already.
 */
export async function crossFill(work: Work, settlementId: number): Promise<boolean> {
  const before = await waiting(work, settlementId);
  const planned = before && (await loadPlan(work, before.finding.planId, { lock: true }));
  // Read again under the plan's lock: of two sweeps, or a sweep and a recall, one counts.
  const found = planned && (await waiting(work, settlementId));
  if (!found) return false;
  await fill(work, planned, found);
  return true;
}

/** The same before that time is over, by the tap of the side that wants it. */
export async function fillNow(
  work: Work,
  actor: Actor,
  findingId: number,
): Promise<{ found: Opened } | Refused> {
  const found = await openToSettle(work, actor, findingId);
  if (isRefused(found)) return found;
  const given = found.settlement;
  if (given?.how !== 'fill') return refuse('refused-answered-already');
  await fill(work, found.planned, { finding: found.finding, given });
  return { found };
}

type Waiting = { finding: Finding; given: SettlementRow };

async function waiting(work: Work, settlementId: number): Promise<Waiting | undefined> {
  const [row] = await work.tx
    .select({ finding: getTableColumns(planFinding), given: getTableColumns(planSettlement) })
    .from(planSettlement)
    .innerJoin(
      planFinding,
      and(eq(planFinding.pairId, planSettlement.pairId), eq(planFinding.id, planSettlement.findingId)),
    )
    .where(and(eq(planSettlement.id, settlementId), eq(planSettlement.state, 'open')));
  return row;
}

/** It leads, the other side coordinates; comparing ends the gap. The plan is locked. */
async function fill(work: Work, planned: Planned, { finding, given }: Waiting): Promise<void> {
  const { pairId, planId } = finding;
  const { side, windowFrom, windowTo } = given;
  const [made] = await work.tx
    .insert(planItem)
    .values({
      ...{ pairId, planId, side, leadSide: side, mode: 'coordinate', source: 'typed' },
      ...{ targetId: finding.targetId!, kind: given.kind! },
      ...{ windowFrom: windowFrom!, windowTo: windowTo!, madeBy: given.byPerson, madeAt: work.now },
    })
    .returning({ id: planItem.id });
  await work.tx
    .update(planSettlement)
    .set({ state: 'confirmed', answeredAt: work.now })
    .where(eq(planSettlement.id, given.id));
  await audit(work, {
    pairId,
    type: 'plan.gap-filled',
    by: given.byPerson,
    facts: { plan: planId, finding: finding.id, settlement: given.id, side, line: made!.id },
  });
  await comparePlan(work, planId);
  await tellOfFindings(work, planned, { side: otherSide(side), note: 'answered' });
}
