import { and, inArray, isNull } from 'drizzle-orm';
import { planItem } from '../../../db/schema/index.ts';
import type { PlanItemEnd } from '../../domain/plan.ts';
import type { Work } from '../work.ts';
import type { Found, SettlementRow } from './load-finding.ts';
import type { Item } from './visible-items.ts';

type Row = typeof planItem.$inferSelect;

/**
 * What both sides agreed becomes lines: a merge ends both and makes a joint one, of the organisation, kind and subject of whoever
 * leads; a shift ends the line and makes it anew. A line never changes (R4), so what was settled about the old one ends with it.
 */
export async function applySettlement(
  work: Work,
  { lines }: Pick<Found, 'lines'>,
  settlement: SettlementRow,
): Promise<void> {
  const window = { windowFrom: settlement.windowFrom!, windowTo: settlement.windowTo! };
  if (settlement.how === 'merge') {
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

type Words = Omit<typeof planItem.$inferInsert, 'madeBy' | 'madeAt'>;

const wordsOf = ({ pairId, planId, side, targetId, kind, subject, leadSide, mode }: Row) => ({
  ...{ pairId, planId, side, targetId, kind, subject, leadSide, mode },
});

async function replace(
  work: Work,
  { byPerson: madeBy }: SettlementRow,
  ended: Item[],
  end: PlanItemEnd,
  words: Words,
): Promise<void> {
  const [made] = await work.tx
    .insert(planItem)
    .values({ ...words, madeBy, madeAt: work.now })
    .returning({ id: planItem.id });
  const ids = ended.map((line) => line.id);
  const gone = await work.tx
    .update(planItem)
    .set({ ended: end, endedAt: work.now, replacedById: made!.id })
    .where(and(inArray(planItem.id, ids), isNull(planItem.ended)))
    .returning({ id: planItem.id });
  // An open finding stands on lines that stand: comparing closes it with them.
  if (gone.length !== ids.length) throw new Error('a line of an open finding had ended');
}
