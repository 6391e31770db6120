import {
  planFinding,
  planItem,
  planQuota,
  planSettlement,
  yearPlan,
  yearPlanSide,
} from '../../db/schema/index.ts';
import type { PlanState } from '../../src/domain/plan.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import type { Work } from '../../src/usecases/work.ts';
import type { SeededPair } from './seed.ts';
import type { States } from './seed-states.ts';

export type PlanName =
  | 'plan'
  | 'plan_asked'
  | 'plan_crossing'
  | 'plan_comparing'
  | 'plan_agreed'
  | 'plan_frozen'
  | 'plan_filling'
  | 'plan_quotas';

type Seeding = { year: number; state: PlanState; exchanged: 'none' | 'asked' | 'crossing' | 'both' };

const SEEDED: Record<PlanName, Seeding> = {
  plan: { year: 2027, state: 'drafting', exchanged: 'none' },
  plan_asked: { year: 2030, state: 'drafting', exchanged: 'asked' },
  plan_crossing: { year: 2031, state: 'drafting', exchanged: 'crossing' },
  plan_comparing: { year: 2032, state: 'comparing', exchanged: 'both' },
  plan_agreed: { year: 2033, state: 'agreed', exchanged: 'both' },
  plan_frozen: { year: 2034, state: 'frozen', exchanged: 'both' },
  plan_filling: { year: 2035, state: 'comparing', exchanged: 'both' },
  plan_quotas: { year: 2036, state: 'comparing', exchanged: 'both' },
};

/**
 * A plan in each state, of years apart, with one line of side a (`item`); `plan_asked`: side a's part waits for its leader;
 * `plan_crossing`: it can still be recalled; `plan_filling`: one gap is open, a line of side a for the other (`filling`) can still
 * be recalled; `plan_quotas`: a quota holds (`held`), side b is asked about another (`asked`), and one of side a can still be recalled (`fresh`).
 */
export async function seedPlans(office: Office, seeded: SeededPair): Promise<States<PlanName>> {
  return office.work({ pairs: 'all' }, async (work) => {
    const made = {} as States<PlanName>;
    for (const [name, seeding] of Object.entries(SEEDED) as [PlanName, Seeding][]) {
      const id = await seedPlan(work, seeded, seeding);
      const item = await seedItem(work, seeded, id, seeding.year);
      made[name] = { id, requests: { pair: seeded.pairId, item } };
    }
    Object.assign(made.plan_filling.requests, await seedFilling(work, seeded, made.plan_filling.id));
    Object.assign(made.plan_quotas.requests, await seedQuotas(work, seeded));
    return made;
  });
}

async function seedFilling(
  { tx, now }: Work,
  { pairId, targets, cast }: SeededPair,
  planId: number,
): Promise<Record<string, number>> {
  const gap = (targetId: number) => ({
    ...{ pairId, planId, targetId, kind: 'gap' as const, reasons: ['none_this_year'], foundAt: now },
  });
  const rows = await tx
    .insert(planFinding)
    .values([gap(targets.y!), gap(targets.z!)])
    .returning({ id: planFinding.id });
  const [filling, open] = rows.map(({ id }) => id);
  await tx.insert(planSettlement).values({
    ...{ pairId, findingId: filling!, how: 'fill', kind: 'compliance', side: 'a', at: now },
    ...{ windowFrom: '2035-03-05', windowTo: '2035-03-10', byPerson: cast['a-secretary']!.id },
  });
  return { filling: filling!, gap: open! };
}

async function seedPlan({ tx, now }: Work, seeded: SeededPair, seeding: Seeding): Promise<number> {
  const { pairId, cast } = seeded;
  const { year, state, exchanged } = seeding;
  const isFrozen = state === 'frozen';
  const [made] = await tx
    .insert(yearPlan)
    .values({
      ...{ pairId, year, state, openedAt: now },
      exchangeDue: `${year}-01-15`,
      agreeDue: `${year}-02-15`,
      frozenSymbol: isFrozen ? '05-KH/UBKTTU' : null,
      frozenDay: isFrozen ? '2026-11-20' : null,
    })
    .returning({ id: yearPlan.id });
  const planId = made!.id;
  const at = { none: null, asked: null, crossing: now.plus({ minutes: 1 }), both: now.minus({ hours: 1 }) }[
    exchanged
  ];
  await tx.insert(yearPlanSide).values(
    (['a', 'b'] as const).map((side) => ({
      ...{ pairId, planId, side },
      askedAt: exchanged === 'asked' && side === 'a' ? now : null,
      exchangedAt: exchanged === 'crossing' && side === 'b' ? null : at,
      exchangedBy: cast[`${side}-secretary`]!.id,
    })),
  );
  return planId;
}

async function seedItem(
  { tx, now }: Work,
  { pairId, targets, cast }: SeededPair,
  planId: number,
  year: number,
): Promise<number> {
  const [item] = await tx
    .insert(planItem)
    .values({
      ...{
        pairId,
        planId,
        side: 'a',
        leadSide: 'a',
        kind: 'compliance',
        mode: 'coordinate',
        source: 'typed',
      },
      targetId: targets.z!,
      windowFrom: `${year}-09-06`,
      windowTo: `${year}-09-11`,
      madeBy: cast['a-secretary']!.id,
      madeAt: now.minus({ hours: 2 }),
    })
    .returning({ id: planItem.id });
  return item!.id;
}

async function seedQuotas({ tx, now }: Work, { pairId, cast }: SeededPair): Promise<Record<string, number>> {
  const by = (key: string) => cast[key]!.id;
  const quota = { pairId, span: 'year', measure: 'turns', side: 'a', byPerson: by('a-secretary') } as const;
  const [at, before] = [now, now.minus({ hours: 1 })];
  const rows = await tx
    .insert(planQuota)
    .values([
      {
        ...{ ...quota, kind: 'compliance', least: 2, at: before },
        ...{ state: 'holds', answeredBy: by('b-secretary'), answeredAt: before },
      },
      { ...quota, kind: 'party_finance', least: 3, at: before },
      { ...quota, kind: 'inspection_work', least: 4, at },
    ])
    .returning({ id: planQuota.id });
  const [held, asked, fresh] = rows.map(({ id }) => id);
  return { held: held!, asked: asked!, fresh: fresh! };
}
