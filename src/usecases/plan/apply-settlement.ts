import { and, inArray, isNull } from 'drizzle-orm';
import { planItem } from '../../../db/schema/index.ts';
import type { PlanItemEnd } from '../../domain/plan.ts';
import type { Work } from '../work.ts';
import { answering, type Opened, type SettlementRow } from './load-finding.ts';
import type { Item } from './visible-items.ts';

type Row = typeof planItem.$inferSelect;

/**
 * What both sides agreed becomes lines: a merge ends both and makes a joint one, of the organisation, kind and subject of whoever
 * leads, or of the inspection that the line would repeat, which is the joint line from then on; a shift ends the line and makes it anew. A line never changes (R4), so what was settled about the old one ends with it.
 */
export async function applySettlement(work: Work, found: Opened, settlement: SettlementRow): Promise<void> {
  const { lines } = found;
  const window = { windowFrom: settlement.windowFrom!, windowTo: settlement.windowTo! };
  if (settlement.how === 'merge' && answering(found)) {
    await answerLine(work, found, settlement);
  } else if (settlement.how === 'merge') {
    const lead = settlement.leadSide!;
    const base = lines.find((line) => line.side === lead)!;
    const joint = { ...wordsOf(base), ...window, leadSide: lead, mode: settlement.mode!, side: null };
    await replace(work, settlement, lines, 'merged', { ...joint, source: 'merge' });
  }
  if (settlement.how === 'shift') {
    const base = lines.find((line) => line.id === settlement.itemId)!;
    const source = base.side === null ? 'merge' : 'shift';
    await replace(work, settlement, [base], 'shifted', { ...wordsOf(base), ...window, source });
  }
}

/** The line ends, and the line of the inspection stands in its place: one that is there, or a new one. */
async function answerLine(work: Work, { lines, held }: Opened, settlement: SettlementRow): Promise<void> {
  const ended = lines.filter((line) => line.inspectionId === null);
  const made = lines.find((line) => line.inspectionId !== null);
  if (made) return end(work, ended, 'merged', made.id);
  const { pairId, planId } = ended[0]!;
  const { targetId, kind, subject, leadSide, mode, windowFrom, windowTo, inspectionId } = held!;
  const words = { targetId, kind, subject, leadSide, mode, windowFrom, windowTo, inspectionId };
  await replace(work, settlement, ended, 'merged', {
    ...{ pairId, planId, side: null, source: 'merge' },
    ...words,
  });
}

type Words = Omit<typeof planItem.$inferInsert, 'madeBy' | 'madeAt'>;

const wordsOf = ({ pairId, planId, side, targetId, kind, subject, leadSide, mode }: Row) => ({
  ...{ pairId, planId, side, targetId, kind, subject, leadSide, mode },
});

async function replace(
  work: Work,
  { byPerson: madeBy }: SettlementRow,
  ended: Item[],
  how: PlanItemEnd,
  words: Words,
): Promise<void> {
  const [made] = await work.tx
    .insert(planItem)
    .values({ ...words, madeBy, madeAt: work.now })
    .returning({ id: planItem.id });
  await end(work, ended, how, made!.id);
}

async function end(work: Work, ended: Item[], how: PlanItemEnd, replacedById: number): Promise<void> {
  const ids = ended.map((line) => line.id);
  const gone = await work.tx
    .update(planItem)
    .set({ ended: how, endedAt: work.now, replacedById })
    .where(and(inArray(planItem.id, ids), isNull(planItem.ended)))
    .returning({ id: planItem.id });
  // An open finding stands on lines that stand: comparing closes it with them.
  if (gone.length !== ids.length) throw new Error('a line of an open finding had ended');
}
