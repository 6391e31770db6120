import { eq } from 'drizzle-orm';
import { duty, dutySlot } from '../../db/schema/index.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import { logExchange } from '../../src/usecases/exchange/log-exchange.ts';
import { openDutySlots } from '../../src/usecases/exchange/open-duty-slots.ts';
import { sendExchangeNow } from '../../src/usecases/exchange/recall-exchange.ts';
import { sayEvent } from '../../src/usecases/exchange/say-event.ts';
import { findActor } from '../../src/usecases/find-actor.ts';
import { isRefused } from '../../src/usecases/said.ts';
import type { SeededPair } from './seed.ts';
import type { States } from './seed-states.ts';

export type EntryName = 'entry_waiting' | 'entry' | 'slot' | 'event_duty' | 'event_slot';

/**
 * Documents of side a in the ledger, one that has crossed and one that has not, and duties of side a: an open slot of one that comes round by
 * month, one that an event brings, and its slot after that happened today.
 */
export async function seedEntries(office: Office, seeded: SeededPair): Promise<States<EntryName>> {
  const entry = await logAsA(office, seeded, '05-BC/UBKTTU');
  const slot = await openSlot(office, seeded);
  const event = await openEvent(office, seeded);
  await crossNow(office, seeded, entry);
  const waiting = await logAsA(office, seeded, '06-BC/UBKTTU');
  return {
    entry: { id: entry, requests: {} },
    entry_waiting: { id: waiting, requests: {} },
    slot: { id: slot, requests: { pair: seeded.pairId } },
    event_duty: { id: event.duty, requests: { pair: seeded.pairId } },
    event_slot: { id: event.slot, requests: { pair: seeded.pairId } },
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

const openEvent = (office: Office, { pairId, cast }: SeededPair) =>
  office.work({ pairs: 'all' }, async (work) => {
    const [made] = await work.tx
      .insert(duty)
      .values({
        ...{ pairId, key: 'nhan-su', name: 'Thông báo thay đổi nhân sự', event: 'other', side: 'a' },
        ...{ since: 'có quyết định về nhân sự', dueDays: 5, fromDay: '2026-01-01' },
      })
      .returning();
    const actor = (await findActor(work, cast['a-secretary']!.userId))!;
    const said = await sayEvent(work, actor, made!.id, { day: work.now.toISODate()!, nth: 1 });
    if (isRefused(said)) throw new Error(said.refused.key);
    return { duty: made!.id, slot: said.slot.id };
  });
