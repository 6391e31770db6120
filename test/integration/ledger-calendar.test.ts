import { asc, eq } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditEntry, calendarDay, duty, dutySlot, exchange, exchangeStep } from '../../db/schema/index.ts';
import type { NewExchange } from '../../src/usecases/exchange/check-new-exchange.ts';
import { closeSlotWithNothing } from '../../src/usecases/exchange/close-slot.ts';
import { confirmExchange } from '../../src/usecases/exchange/confirm-exchange.ts';
import { recomputeExchangeDue } from '../../src/usecases/exchange/recompute-exchange-due.ts';
import { START } from '../support/change-desk.ts';
import { entryOf, letter, log } from '../support/exchange-desk.ts';
import { openStepDesk, type StepDesk } from '../support/step-desk.ts';

// Logged on Monday 23/11/2026 at 09h00: the receipt is due on Wednesday 25/11, an answer in five working days on Monday 30/11.
const CROSSED = '2026-11-23T09:02:00+07:00';

let desk: StepDesk;
beforeEach(async () => {
  desk = await openStepDesk();
});
afterEach(() => desk.base.close());

/** What the steps of the ledger say when an instant has come; other things fall due as well. */
const arriveAt = async (iso: string) =>
  (await desk.arriveAt(iso)).filter((one) => one.kind === 'exchange-step');

const at = (text: string) => DateTime.fromISO(text, { zone: 'Asia/Ho_Chi_Minh' });
const due = (source: 'day' | 'days' | 'working_days') => ({ dueAt: at('2026-11-30T17:00:00'), source });
const text = (instant: DateTime) => instant.toFormat('dd/MM HH:mm');

async function crossed(given: Partial<NewExchange> = {}) {
  desk.at(START);
  const entry = await log(desk, desk.one, 'a', letter(given));
  await arriveAt(CROSSED);
  return entry;
}

/** Imports days off as the operator does; how many deadlines moved. */
async function dayOff(...days: string[]): Promise<number> {
  const moved = await desk.all(async (work) => {
    await work.tx
      .insert(calendarDay)
      .values(days.map((day) => ({ day, kind: 'off' as const, label: 'Nghỉ', provisional: false })));
    return recomputeExchangeDue(work);
  });
  desk.office.forgetCalendar();
  return moved;
}

const pending = (where: ReturnType<typeof eq>) =>
  desk.all(async (work) => {
    const rows = await work.tx.select().from(exchangeStep).where(where).orderBy(asc(exchangeStep.id));
    return rows
      .filter((step) => step.state === 'pending')
      .map((step) => `${step.of} ${step.kind} ${text(step.dueAt)}`);
  });
const ofEntry = (id: number) => pending(eq(exchangeStep.exchangeId, id));
const recorded = (type: string) =>
  desk.all(async (work) =>
    (
      await work.tx.select().from(auditEntry).where(eq(auditEntry.type, type)).orderBy(asc(auditEntry.seq))
    ).map((entry) => JSON.parse(entry.body)),
  );

test('a receipt falls due by the new calendar, and so do its reminder and what follows; recorded', async () => {
  const entry = await crossed();
  expect(await dayOff('2026-11-24')).toBe(1);
  expect(await ofEntry(entry.id)).toEqual([
    'receipt last_morning 26/11 07:30',
    'receipt own_leader 27/11 07:30',
    'receipt across 30/11 07:30',
  ]);
  expect(await recorded('exchange.recomputed')).toMatchObject([
    { exchange: entry.id, of: 'receipt', from: '2026-11-25T10:00:00.000Z', to: '2026-11-26T10:00:00.000Z' },
  ]);
  expect(await arriveAt('2026-11-25T07:31:00+07:00')).toEqual([]);
  expect((await arriveAt('2026-11-26T07:31:00+07:00')).map((one) => one.text)).toEqual([
    `${entry.code}: đề nghị đồng chí xác nhận đã nhận trước 17h00 thứ Năm 26/11.`,
  ]);
});

test('an answer given in working days moves, and so do its reminders', async () => {
  const entry = await crossed({ answerDue: due('working_days') });
  await desk.by('b-secretary', (work, actor) => confirmExchange(work, actor, entry.id, 'received'));
  expect(await dayOff('2026-11-24', '2026-11-26')).toBe(1);
  expect(text((await entryOf(desk, entry.id)).answerDueAt!)).toBe('02/12 17:00');
  expect(await ofEntry(entry.id)).toEqual([
    'answer half 30/11 08:15',
    'answer last_morning 02/12 07:30',
    'answer own_leader 03/12 07:30',
    'answer across 04/12 07:30',
  ]);
});

test.each(['day', 'days'] as const)(
  'an answer given as a %s keeps its deadline and its steps',
  async (source) => {
    const entry = await crossed({ answerDue: due(source) });
    await desk.by('b-secretary', (work, actor) => confirmExchange(work, actor, entry.id, 'received'));
    const before = await ofEntry(entry.id);
    expect(before).toHaveLength(4);
    expect(await dayOff('2026-11-26')).toBe(0);
    expect(text((await entryOf(desk, entry.id)).answerDueAt!)).toBe('30/11 17:00');
    expect(await ofEntry(entry.id)).toEqual(before);
    expect(await recorded('exchange.recomputed')).toEqual([]);
    await expect(
      desk.all((work) =>
        work.tx.update(exchange).set({ answerDueAt: work.now }).where(eq(exchange.id, entry.id)),
      ),
    ).rejects.toThrow();
  },
);

test('what is received is not computed again, and what is done is not done again', async () => {
  const received = await crossed();
  await desk.by('b-secretary', (work, actor) => confirmExchange(work, actor, received.id, 'received'));
  const reminded = await crossed({ symbol: '06-BC/UBKTTU' });
  await arriveAt('2026-11-25T07:31:00+07:00');
  expect(await dayOff('2026-11-26')).toBe(1);
  expect(await ofEntry(received.id)).toEqual([]);
  expect(await ofEntry(reminded.id)).toEqual([
    'receipt own_leader 27/11 07:30',
    'receipt across 30/11 07:30',
  ]);
});

test('the slot of a duty falls due by the new calendar; one that is settled stays', async () => {
  const { pairId } = desk.one;
  await desk.all((work) =>
    work.tx.insert(duty).values({
      ...{ pairId, key: 'thang', name: 'Tháng', period: 'month', dueWorkingDays: 5, fromDay: '2026-11-01' },
    }),
  );
  await desk.sweep();
  const slots = () => desk.all((work) => work.tx.select().from(dutySlot).orderBy(asc(dutySlot.side)));
  const [a, b] = await slots();
  await desk.by('b-secretary', (work, actor) => closeSlotWithNothing(work, actor, b!.id));
  expect(await dayOff('2026-12-03')).toBe(1);
  expect((await slots()).map((slot) => text(slot.dueAt))).toEqual(['08/12 17:00', '07/12 17:00']);
  expect(await pending(eq(exchangeStep.slotId, a!.id))).toEqual([
    'duty last_morning 08/12 07:30',
    'duty own_leader 09/12 07:30',
    'duty across 10/12 07:30',
  ]);
  expect(await recorded('duty.recomputed')).toMatchObject([{ slot: a!.id, to: '2026-12-08T10:00:00.000Z' }]);
});

test('a day that touches no deadline moves nothing', async () => {
  await crossed({ answerDue: due('working_days') });
  expect(await dayOff('2026-12-24')).toBe(0);
  expect(await recorded('exchange.recomputed')).toEqual([]);
});
