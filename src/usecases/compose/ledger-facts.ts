import { inArray } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { dutySlot } from '../../../db/schema/index.ts';
import { distinct } from '../../domain/distinct.ts';
import { type Logged, loadExchange } from '../exchange/load-exchange.ts';
import { type DutySlot, slotsWithDuty } from '../exchange/slots-with-duty.ts';
import { receiptDue } from '../exchange/write-exchange-steps.ts';
import type { Case } from '../inspection/load-case.ts';
import type { Claimed } from '../outbox/claim.ts';
import { thingsIn } from '../outbox/kinds.ts';
import { loadPair } from '../view/load-pair.ts';
import type { Work } from '../work.ts';

/** A slot of a duty with the committees that it lies between. */
export type SlotFacts = DutySlot & { committees: Case['committees'] };

/** The entries and slots that a batch of rows speaks of. */
export async function loadLedgerFacts(
  work: Work,
  rows: Claimed[],
): Promise<{
  exchanges: Map<number, Logged>;
  slots: Map<number, SlotFacts>;
  receiptDue(entry: Logged['entry']): DateTime;
}> {
  const things = rows.flatMap(({ ref }) => thingsIn(ref));
  const exchanges = new Map<number, Logged>();
  for (const id of distinct(things.map(({ exchangeId }) => exchangeId))) {
    const logged = await loadExchange(work, id);
    if (logged) exchanges.set(logged.entry.id, logged);
  }
  return {
    exchanges,
    slots: await loadSlots(work, distinct(things.map(({ slotId }) => slotId))),
    receiptDue: (entry) => receiptDue(work, entry),
  };
}

async function loadSlots(work: Work, ids: number[]): Promise<Map<number, SlotFacts>> {
  const slots = new Map<number, SlotFacts>();
  if (ids.length === 0) return slots;
  const rows = await slotsWithDuty(work).where(inArray(dutySlot.id, ids));
  for (const row of rows) {
    const { committees } = await loadPair(work, row.slot.pairId);
    slots.set(row.slot.id, { ...row, committees });
  }
  return slots;
}
