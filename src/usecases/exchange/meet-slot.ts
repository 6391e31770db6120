import { and, eq } from 'drizzle-orm';
import { dutySlot } from '../../../db/schema/index.ts';
import { audit } from '../audit.ts';
import type { Work } from '../work.ts';
import type { Entry } from './load-exchange.ts';

/** An entry that has crossed meets a slot of its side's duties; one that is settled already stays as it is. */
export async function meetSlot(work: Work, entry: Entry, slotId: number, by: number): Promise<void> {
  const rows = await work.tx
    .update(dutySlot)
    .set({ state: 'met', metBy: entry.id, closedBy: by, closedAt: work.now })
    .where(and(eq(dutySlot.id, slotId), eq(dutySlot.state, 'open')))
    .returning({ id: dutySlot.id });
  if (rows.length === 0) return;
  await audit(work, {
    pairId: entry.pairId,
    type: 'duty.met',
    by,
    exchangeId: entry.id,
    facts: { slot: slotId, side: entry.fromSide },
  });
}
