import { inArray } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { dutySlot, pair } from '../../../db/schema/index.ts';
import { distinct } from '../../domain/distinct.ts';
import { type Logged, loadExchanges } from '../exchange/load-exchange.ts';
import { type DutySlot, slotsWithDuty } from '../exchange/slots-with-duty.ts';
import { receiptDue } from '../exchange/write-exchange-steps.ts';
import { type Case, committeesIn } from '../inspection/load-case.ts';
import type { Claimed } from '../outbox/claim.ts';
import { thingsIn } from '../outbox/kinds.ts';
import type { Work } from '../work.ts';

/** A slot of a duty with the committees that it lies between. */
export type SlotLoaded = DutySlot & { committees: Case['committees'] };

/** The entries and slots that a batch of rows speaks of. */
export async function loadLedgerOf(
  work: Work,
  rows: Claimed[],
): Promise<{
  exchanges: Map<number, Logged>;
  slots: Map<number, SlotLoaded>;
  receiptDue(entry: Logged['entry']): DateTime;
}> {
  const things = rows.flatMap(({ ref }) => thingsIn(ref));
  return {
    exchanges: await loadExchanges(work, distinct(things.map(({ exchangeId }) => exchangeId))),
    slots: await loadSlots(work, distinct(things.map(({ slotId }) => slotId))),
    receiptDue: (entry) => receiptDue(work, entry),
  };
}

async function loadSlots(work: Work, ids: number[]): Promise<Map<number, SlotLoaded>> {
  if (ids.length === 0) return new Map();
  const rows = await slotsWithDuty(work).where(inArray(dutySlot.id, ids));
  const pairs = await work.tx
    .select()
    .from(pair)
    .where(inArray(pair.id, distinct(rows.map(({ slot }) => slot.pairId))));
  const committeesOf = await committeesIn(work, pairs);
  const byId = new Map(pairs.map((one) => [one.id, committeesOf(one)]));
  return new Map(rows.map((row) => [row.slot.id, { ...row, committees: byId.get(row.slot.pairId)! }]));
}
