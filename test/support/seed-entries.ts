import { eq } from 'drizzle-orm';
import { duty, dutySlot } from '../../db/schema/index.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import { logExchange } from '../../src/usecases/exchange/log-exchange.ts';
import { openDutySlots } from '../../src/usecases/exchange/open-duty-slots.ts';
import { sendExchangeNow } from '../../src/usecases/exchange/recall-exchange.ts';
import { findActor } from '../../src/usecases/find-actor.ts';
import { isRefused } from '../../src/usecases/said.ts';
import type { SeededPair } from './seed.ts';
import type { States } from './seed-states.ts';

export type EntryName = 'entry_waiting' | 'entry' | 'slot';

/** Documents of side a in the ledger, one that has crossed and one that has not, and an open slot of a duty of side a. */
export async function seedEntries(office: Office, seeded: SeededPair): Promise<States<EntryName>> {
  const entry = await logAsA(office, seeded, '05-BC/UBKTTU');
  const slot = await openSlot(office, seeded);
  await crossNow(office, seeded, entry);
  const waiting = await logAsA(office, seeded, '06-BC/UBKTTU');
  return {
    entry: { id: entry, requests: {} },
    entry_waiting: { id: waiting, requests: {} },
    slot: { id: slot, requests: { pair: seeded.pairId } },
  };
}

const logAsA = (office: Office, seeded: SeededPair, symbol: string): Promise<number> =>
  office.work({ pairs: 'all' }, async (work) => {
    const actor = (await findActor(work, seeded.cast['a-secretary']!.userId))!;
    const logged = await logExchange(work, actor, seeded.pairId, {
      direction: 'out',
      channel: 'mail',
      nature: 'ad_hoc',
      symbol,
      documentDay: work.now.toISODate()!,
      subject: 'Báo cáo kết quả quý III',
    });
    if (isRefused(logged)) throw new Error(logged.refused.key);
    return logged.entry.id;
  });

const crossNow = (office: Office, seeded: SeededPair, id: number) =>
  office.work({ pairs: 'all' }, async (work) =>
    sendExchangeNow(work, (await findActor(work, seeded.cast['a-secretary']!.userId))!, id),
  );

/** A monthly duty since long ago: the slot of the month before is open whatever the day is. */
export const openSlot = (office: Office, { pairId }: SeededPair): Promise<number> =>
  office.work({ pairs: 'all' }, async (work) => {
    const name = 'Trao đổi tình hình tháng';
    const fromDay = '2026-01-01';
    const values = {
      pairId,
      key: 'thang',
      name,
      period: 'month',
      side: 'a',
      dueWorkingDays: 5,
      fromDay,
    } as const;
    await work.tx.insert(duty).values(values);
    await openDutySlots(work);
    const [row] = await work.tx
      .select({ id: dutySlot.id })
      .from(dutySlot)
      .where(eq(dutySlot.pairId, pairId))
      .orderBy(dutySlot.periodFrom);
    return row!.id;
  });
