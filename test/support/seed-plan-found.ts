import { planItem, yearPlan } from '../../db/schema/index.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import { findActor } from '../../src/usecases/find-actor.ts';
import { comparePlan } from '../../src/usecases/plan/compare-plan.ts';
import { openFinding, visibleFindings } from '../../src/usecases/plan/load-finding.ts';
import { loadPlan } from '../../src/usecases/plan/load-plan.ts';
import { proposeSettlement } from '../../src/usecases/plan/propose-settlement.ts';
import { isRefused } from '../../src/usecases/said.ts';
import type { Actor, Work } from '../../src/usecases/work.ts';
import type { SeededPair } from './seed.ts';
import { passMinutes, type States } from './seed-states.ts';

export type PlanFoundName = 'plan_found';

/**
 * A plan of 2028 that is compared: an overlap of which nothing is put forward, one that side a wants kept, and a gap that it
 * wants left, both across since long.
 */
export async function seedPlanFound(office: Office, seeded: SeededPair): Promise<States<PlanFoundName>> {
  const { pairId, cast, targets } = seeded;
  const all = <T>(fn: (work: Work, actor: Actor) => Promise<T>) =>
    office.work({ pairs: 'all' }, async (work) =>
      fn(work, (await findActor(work, cast['a-secretary']!.userId))!),
    );
  const planId = await all(async (work) => {
    const dues = { exchangeDue: '2028-01-15', agreeDue: '2028-02-15' };
    const [plan] = await work.tx
      .insert(yearPlan)
      .values({ pairId, year: 2028, state: 'comparing', ...dues, openedAt: work.now })
      .returning();
    const line = (side: 'a' | 'b', month: string) => ({
      ...{
        pairId,
        planId: plan!.id,
        side,
        targetId: targets.y!,
        leadSide: side,
        madeBy: cast['a-secretary']!.id,
      },
      kind: side === 'a' ? ('compliance' as const) : ('party_finance' as const),
      mode: 'coordinate' as const,
      windowFrom: `2028-${month}-05`,
      windowTo: `2028-${month}-10`,
      source: 'typed' as const,
      madeAt: work.now,
    });
    await work.tx.insert(planItem).values([line('a', '03'), line('b', '03'), line('a', '09')]);
    await work.tx.insert(planItem).values({ ...line('b', '09'), kind: 'thematic_supervision' });
    await comparePlan(work, plan!.id);
    return plan!.id;
  });
  const found = await all(async (work, actor) =>
    visibleFindings(work, actor, (await loadPlan(work, planId))!),
  );
  const [overlap, asked] = found.filter((one) => one.finding.reasons.includes('window'));
  const gap = found.find((one) => one.finding.kind === 'gap')!;
  const keep = { how: 'keep', reason: 'no_staff' } as const;
  for (const one of [asked!, gap]) {
    const made = await all((work, actor) => proposeSettlement(work, actor, one.finding.id, keep));
    if (isRefused(made)) throw new Error(made.refused.key);
  }
  await passMinutes(office, 2);
  const settlement = (await all((work, actor) => openFinding(work, actor, asked!.finding.id)))!.settlement!;
  const requests = {
    overlap: overlap!.finding.id,
    asked: asked!.finding.id,
    settlement: settlement.id,
  };
  return { plan_found: { id: planId, requests } };
}
