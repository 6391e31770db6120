import { and, asc, eq } from 'drizzle-orm';
import { planFinding, planItem, planSettlement, yearPlan, yearPlanSide } from '../../db/schema/index.ts';
import { answerSettlement } from '../../src/usecases/plan/answer-settlement.ts';
import { comparePlan } from '../../src/usecases/plan/compare-plan.ts';
import { type NewSettlement, proposeSettlement } from '../../src/usecases/plan/propose-settlement.ts';
import { isRefused } from '../../src/usecases/said.ts';
import { outcome } from './change-desk.ts';
import type { SeededPair } from './seed.ts';
import { openStepDesk } from './step-desk.ts';

/** A line by short names: side, target and days of 2027, both included. */
export type ShortLine = {
  side: 'a' | 'b' | null;
  target: string;
  from: string;
  to: string;
  kind?: typeof planItem.$inferInsert.kind;
};

export type PlanDesk = Awaited<ReturnType<typeof openPlanDesk>>;

/** A desk on which a plan of 2027 is compared and settled; five organisations in the first pair: y, z, u, v, w. */
export async function openPlanDesk(given: { digests?: boolean } = {}) {
  const desk = await openStepDesk(given);
  for (const key of ['u', 'v', 'w']) await addTarget(desk.one, key);

  async function addTarget(seeded: SeededPair, key: string, parent?: string): Promise<void> {
    const name = `Chi bộ ${key.toUpperCase()}, Đảng bộ Công an tỉnh`;
    const [row] = await desk.base.ownerSql<{ id: number }[]>`
      insert into target (pair_id, key, name, folded, parent_id) values (${seeded.pairId}, ${key}, ${name},
        ${name.toLowerCase()}, ${parent ? seeded.targets[parent]! : null}) returning id`;
    seeded.targets[key] = row!.id;
  }

  /** A plan of 2027 whose sides have exchanged; its lines in the order given. */
  async function exchanged(lines: ShortLine[], seeded = desk.one): Promise<number> {
    const planId = await desk.all(async (work) => {
      const [plan] = await work.tx
        .insert(yearPlan)
        .values({
          pairId: seeded.pairId,
          year: 2027,
          state: 'comparing',
          exchangeDue: '2027-01-15',
          agreeDue: '2027-02-15',
          openedAt: work.now,
          comparedAt: work.now,
        })
        .returning();
      await work.tx.insert(yearPlanSide).values(
        (['a', 'b'] as const).map((side) => ({
          pairId: seeded.pairId,
          planId: plan!.id,
          side,
          exchangedAt: work.now,
        })),
      );
      return plan!.id;
    });
    for (const line of lines) await addLine(planId, line, seeded);
    await compare(planId);
    return planId;
  }

  const addLine = (planId: number, line: ShortLine, seeded = desk.one): Promise<number> =>
    desk.all(async (work) => {
      const side = line.side ?? 'a';
      const [row] = await work.tx
        .insert(planItem)
        .values({
          pairId: seeded.pairId,
          planId,
          side: line.side,
          targetId: seeded.targets[line.target]!,
          kind: line.kind ?? (side === 'a' ? 'compliance' : 'thematic_supervision'),
          leadSide: side,
          mode: 'coordinate',
          windowFrom: `2027-${line.from}`,
          windowTo: work.now.set(dayOf(line.to)).plus({ days: 1 }).toISODate()!,
          source: line.side === null ? 'merge' : 'typed',
          madeBy: seeded.cast[`${side}-secretary`]!.id,
          madeAt: work.now,
        })
        .returning();
      return row!.id;
    });

  const compare = (planId: number) => desk.all((work) => comparePlan(work, planId));

  const findings = (planId: number) =>
    desk.all((work) =>
      work.tx
        .select()
        .from(planFinding)
        .where(eq(planFinding.planId, planId))
        .orderBy(asc(planFinding.itemId), asc(planFinding.otherId), asc(planFinding.id)),
    );

  const propose = (key: string, findingId: number, how: NewSettlement, seeded = desk.one) =>
    desk.by(
      key,
      async (work, actor) => {
        const proposed = await proposeSettlement(work, actor, findingId, how);
        return isRefused(proposed) ? proposed.refused.key : proposed.settlementId;
      },
      seeded,
    );

  const answer = (key: string, settlementId: number, isConfirmed: boolean, seeded = desk.one) =>
    desk.by(
      key,
      async (work, actor) => outcome(await answerSettlement(work, actor, settlementId, isConfirmed)),
      seeded,
    );

  return {
    ...desk,
    addTarget,
    exchanged,
    addLine,
    compare,
    findings,
    propose,
    answer,
    /** The open finding between two lines, or of a gap. */
    openOf: async (planId: number, key: string): Promise<number> => {
      const targetId = desk.one.targets[key]!;
      const items = await desk.all((work) =>
        work.tx
          .select({ id: planItem.id })
          .from(planItem)
          .where(and(eq(planItem.planId, planId), eq(planItem.targetId, targetId))),
      );
      const ids = items.map((item) => item.id);
      const found = (await findings(planId)).find(
        (one) => one.state === 'open' && (one.targetId === targetId || ids.includes(one.itemId ?? 0)),
      );
      if (!found) throw new Error(`nothing is open about ${key}`);
      return found.id;
    },
    /** Proposed by one đầu mối, crossed, and answered by the other. */
    settled: async (findingId: number, how: NewSettlement, by: 'a' | 'b' = 'a'): Promise<void> => {
      const made = await propose(`${by}-secretary`, findingId, how);
      if (typeof made === 'string') throw new Error(made);
      await desk.pass(2);
      const said = await answer(`${by === 'a' ? 'b' : 'a'}-secretary`, made, true);
      if (said !== 'done') throw new Error(said);
    },
    lines: (planId: number) =>
      desk.all((work) =>
        work.tx.select().from(planItem).where(eq(planItem.planId, planId)).orderBy(asc(planItem.id)),
      ),
    settlements: (findingId: number) =>
      desk.all((work) =>
        work.tx
          .select()
          .from(planSettlement)
          .where(eq(planSettlement.findingId, findingId))
          .orderBy(asc(planSettlement.id)),
      ),
  };
}

function dayOf(text: string): { year: number; month: number; day: number } {
  const [month, day] = text.split('-').map(Number);
  return { year: 2027, month: month!, day: day! };
}
