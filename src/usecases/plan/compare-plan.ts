import { and, eq, inArray } from 'drizzle-orm';
import { insertMany } from '../../../db/insert-many.ts';
import { planFinding, planSettlement, target, yearPlan } from '../../../db/schema/index.ts';
import type { FindingKind } from '../../domain/plan.ts';
import { findPlanOverlaps, type PlanOverlap } from '../../domain/plan-overlaps.ts';
import { audit } from '../audit.ts';
import type { Work } from '../work.ts';
import { heldInspections } from './held-inspections.ts';
import { type Finding, liveItems } from './load-finding.ts';
import { planGaps } from './plan-gaps.ts';

type Wanted = {
  kind: FindingKind;
  itemId: number | null;
  otherId: number | null;
  versionId: number | null;
  targetId: number | null;
  reasons: string[];
};

/**
 * Finds anew what clashes and what nobody inspects in a plan, by the lines that stand and what was agreed besides (R2, R3). New findings are open; an open
 * one whose cause is gone is `gone`; a settled overlap stays settled, a settled gap ends when a line fills it and opens again
 * when that line goes. Doing it twice changes nothing; the plan's row is locked.
 */
export async function comparePlan(work: Work, planId: number): Promise<void> {
  const [plan] = await work.tx.select().from(yearPlan).where(eq(yearPlan.id, planId)).for('update');
  if (!plan) return;
  const wanted = await wantedOf(work, plan);
  const stored = await work.tx.select().from(planFinding).where(eq(planFinding.planId, planId));
  const byKey = new Map(stored.map((row) => [keyOf(row), row]));
  const fresh = [...wanted.values()].filter((one) => !byKey.has(keyOf(one)));
  await insertFindings(work, plan, fresh);
  const again = stored.filter((row) => row.state === 'gone' && wanted.has(keyOf(row)));
  await setState(work, again, { state: 'open', foundAt: work.now, closedAt: null });
  const gone = stored.filter((row) => endsWithCause(row) && !wanted.has(keyOf(row)));
  await setState(work, gone, { state: 'gone', closedAt: work.now });
  await voidSettlements(work, gone);
  await updateReasons(work, stored, wanted);
  if (fresh.length + again.length + gone.length > 0)
    await audit(work, {
      pairId: plan.pairId,
      type: 'plan.found-anew',
      facts: { plan: planId, found: fresh.length + again.length, gone: gone.length },
    });
}

/** Compares the plans of a pair that are being compared: an inspection was agreed, changed or stopped. */
export async function comparePlansOf(work: Work, pairId: number): Promise<void> {
  const plans = await work.tx
    .select({ id: yearPlan.id })
    .from(yearPlan)
    .where(and(eq(yearPlan.pairId, pairId), eq(yearPlan.state, 'comparing')))
    .orderBy(yearPlan.id);
  for (const { id } of plans) await comparePlan(work, id);
}

type Plan = typeof yearPlan.$inferSelect;

const keyOf = ({ kind, itemId, otherId, versionId, targetId }: Omit<Wanted, 'reasons'>): string =>
  [kind, itemId, otherId, versionId, targetId].join(' ');

const endsWithCause = ({ state, kind }: Finding): boolean =>
  state === 'open' || (state === 'settled' && kind === 'gap');

async function wantedOf(work: Work, plan: Plan): Promise<Map<string, Wanted>> {
  const lines = await liveItems(work, plan.id);
  const targets = await work.tx.select().from(target).where(eq(target.pairId, plan.pairId));
  // Below the ids of lines, so that each stands first in what it is found with.
  const held = (await heldInspections(work, plan)).map((one) => ({ ...one, id: -one.versionId, side: null }));
  const overlaps = findPlanOverlaps([...lines, ...held], targets)
    .filter(({ otherId }) => otherId > 0)
    .map(overlapOf);
  const gaps = (await planGaps(work, plan, lines, targets)).map(
    ({ targetId, reasons }): Wanted => ({ ...NOBODY, kind: 'gap', targetId, reasons }),
  );
  return new Map([...overlaps, ...gaps].map((one) => [keyOf(one), one]));
}

const NOBODY = { itemId: null, otherId: null, versionId: null, targetId: null };

const overlapOf = ({ itemId, otherId, reasons }: PlanOverlap): Wanted =>
  itemId < 0
    ? { ...NOBODY, kind: 'overlap', itemId: otherId, versionId: -itemId, reasons }
    : { ...NOBODY, kind: 'overlap', itemId, otherId, reasons };

async function insertFindings(work: Work, { id: planId, pairId }: Plan, fresh: Wanted[]): Promise<void> {
  const rows = fresh.map((one) => ({ ...one, pairId, planId, foundAt: work.now }));
  await insertMany(work.tx, planFinding, rows);
}

async function setState(
  work: Work,
  rows: Finding[],
  to: Partial<Pick<Finding, 'state' | 'foundAt' | 'closedAt'>>,
): Promise<void> {
  if (rows.length === 0) return;
  await work.tx
    .update(planFinding)
    .set(to)
    .where(
      inArray(
        planFinding.id,
        rows.map((row) => row.id),
      ),
    );
}

/** What was put forward about a finding that is gone has nothing to settle any more. */
async function voidSettlements(work: Work, rows: Finding[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.id);
  await work.tx
    .update(planSettlement)
    .set({ state: 'void', answeredAt: work.now })
    .where(and(inArray(planSettlement.findingId, ids), eq(planSettlement.state, 'open')));
}

async function updateReasons(work: Work, stored: Finding[], wanted: Map<string, Wanted>): Promise<void> {
  for (const row of stored) {
    const reasons = wanted.get(keyOf(row))?.reasons;
    if (row.state === 'settled' || !reasons || reasons.join() === row.reasons.join()) continue;
    await work.tx.update(planFinding).set({ reasons }).where(eq(planFinding.id, row.id));
  }
}
