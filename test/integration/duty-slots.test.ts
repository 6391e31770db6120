import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditEntry, duty, dutySlot, exchangeStep } from '../../db/schema/index.ts';
import { closeSlotWithNothing } from '../../src/usecases/exchange/close-slot.ts';
import { openDutySlots } from '../../src/usecases/exchange/open-duty-slots.ts';
import { recallExchange } from '../../src/usecases/exchange/recall-exchange.ts';
import { runExchangeSteps } from '../../src/usecases/exchange/run-exchange-steps.ts';
import { sweep } from '../../src/usecases/sweep.ts';
import { listTasks } from '../../src/usecases/view/list-tasks.ts';
import { readSlot } from '../../src/usecases/view/read-slot.ts';
import { tasksMessage } from '../../src/usecases/view/tasks-message.ts';
import { outcome } from '../support/change-desk.ts';
import { entryOf, letter, log, tryLog } from '../support/exchange-desk.ts';
import { type Got, openStepDesk, type StepDesk } from '../support/step-desk.ts';
import { shown } from '../support/view-desk.ts';

// The slot of November opens on Monday 23/11/2026 (21/11 is a Saturday) and is due on Monday 07/12 at 17h00.
const LAST_MORNING = '2026-12-07T07:31:00+07:00';
const OWN_LEADER = '2026-12-08T07:31:00+07:00';
const ACROSS = '2026-12-09T07:31:00+07:00';
const NAME = 'Trao đổi tình hình tháng';

let desk: StepDesk;
beforeEach(async () => {
  desk = await openStepDesk();
});
afterEach(() => desk.base.close());

/** What the steps of the ledger say when an instant has come; other things fall due as well. */
const arriveAt = async (iso: string) =>
  (await desk.arriveAt(iso)).filter((one) => one.kind === 'exchange-step');

/** A monthly duty of both sides since November, and its slots as they stand after a sweep, by side. */
async function monthly(given: Partial<typeof duty.$inferInsert> = {}) {
  const { pairId } = desk.one;
  const own = { pairId, key: 'thang', name: NAME, period: 'month' as const, dueWorkingDays: 5 };
  await desk.all((work) => work.tx.insert(duty).values({ ...own, fromDay: '2026-11-01', ...given }));
  await desk.sweep();
  const [a, b] = await slots();
  return { a: a!, b: b! };
}

const slots = () =>
  desk.all((work) => work.tx.select().from(dutySlot).orderBy(asc(dutySlot.side), asc(dutySlot.id)));
const stateOf = async (id: number) => (await slots()).find((slot) => slot.id === id)!.state;
const said = (got: Got[]) => got.map((one) => `${one.who}: ${one.text}`).sort();
const nothing = (key: string, id: number, seeded = desk.one) =>
  desk.by(key, (work, actor) => closeSlotWithNothing(work, actor, id), seeded);
const read = (key: string, id: number, seeded = desk.one) =>
  desk.by(key, async (work, actor) => shown(work, await readSlot(work, actor, id)), seeded);
const audited = (type: string) =>
  desk.all((work) => work.tx.select().from(auditEntry).where(eq(auditEntry.type, type)));

test('a slot appears once for each side, however many sweep at once and how often', async () => {
  const { pairId } = desk.one;
  for (const key of ['mot', 'hai', 'ba'])
    await desk.all((work) =>
      work.tx.insert(duty).values({
        ...{ pairId, key, name: key, period: 'month', dueWorkingDays: 5, fromDay: '2026-11-01' },
      }),
    );
  await Promise.all([1, 2, 3].map(() => desk.all(openDutySlots)));
  await desk.sweep();
  expect(await slots()).toHaveLength(6);
  expect(await audited('duty.opened')).toHaveLength(6);
});

test('a slot is met by an entry of its side, once that has crossed', async () => {
  const { a, b } = await monthly();
  const entry = await log(desk, desk.one, 'a', letter({ nature: 'periodic', slotId: a.id }));
  expect(await stateOf(a.id)).toBe('open');
  await arriveAt('2026-11-23T09:02:00+07:00');
  expect(await stateOf(a.id)).toBe('met');
  expect(await stateOf(b.id)).toBe('open');
  expect((await read('a-secretary', a.id)).text).toContain(`Đã trao đổi: ${entry.code}`);
  expect((await read('a-secretary', a.id)).labels).toEqual([]);
  for (const at of [LAST_MORNING, OWN_LEADER, ACROSS])
    expect(
      (await arriveAt(at)).filter((one) => one.who.startsWith('a-') && one.text.includes('ta chưa')),
    ).toEqual([]);
});

test('a recalled entry meets nothing, and the next one does', async () => {
  const { a } = await monthly();
  const entry = await log(desk, desk.one, 'a', letter({ nature: 'periodic', slotId: a.id }));
  await desk.by('a-secretary', (work, actor) => recallExchange(work, actor, entry.id));
  await arriveAt('2026-11-23T09:02:00+07:00');
  expect((await entryOf(desk, entry.id)).state).toBe('recalled');
  expect(await stateOf(a.id)).toBe('open');
  await log(desk, desk.one, 'a', letter({ symbol: '06-BC/UBKTTU', nature: 'periodic', slotId: a.id }));
  await arriveAt('2026-11-23T09:04:00+07:00');
  expect(await stateOf(a.id)).toBe('met');
});

test('a document of the other side does not meet one’s own duty', async () => {
  const { a } = await monthly();
  const given = letter({ direction: 'in', nature: 'periodic', slotId: a.id });
  expect(await tryLog(desk, desk.one, 'a', given)).toBe('refused-not-found');
});

test('a document that the other side logged first meets the duty of its own side', async () => {
  const { a } = await monthly();
  await log(desk, desk.one, 'b', letter({ direction: 'in' }));
  await arriveAt('2026-11-23T09:02:00+07:00');
  const joined = await tryLog(desk, desk.one, 'a', letter({ nature: 'periodic', slotId: a.id }));
  expect(joined).toMatchObject({ isJoined: true });
  expect(await stateOf(a.id)).toBe('met');
});

test('"không phát sinh" is one tap; of two taps at once one counts', async () => {
  const { a } = await monthly();
  const said = await desk.atOnce(['a-secretary', 'a-secretary'], (work, actor) =>
    closeSlotWithNothing(work, actor, a.id),
  );
  expect(said.map((one) => outcome(one as object)).sort()).toEqual(['done', 'duty-closed-already']);
  expect(await audited('duty.nothing')).toHaveLength(1);
  expect((await read('a-secretary', a.id)).text).toContain('Đã báo không phát sinh');
  expect(outcome(await nothing('a-secretary', a.id))).toBe('duty-closed-already');
  expect(await tryLog(desk, desk.one, 'a', letter({ slotId: a.id }))).toBe('duty-closed-already');
  for (const at of [LAST_MORNING, OWN_LEADER, ACROSS])
    expect(
      (await arriveAt(at)).filter((one) => one.text.includes('Uỷ ban ta') && one.who.startsWith('a-')),
    ).toEqual([]);
});

test('the other side, another pair, and who is no đầu mối cannot say so', async () => {
  const { a } = await monthly();
  expect(outcome(await nothing('b-secretary', a.id))).toBe('refused-not-found');
  expect(outcome(await nothing('a-secretary', a.id, desk.two))).toBe('refused-not-found');
  expect(outcome(await nothing('a-member', a.id))).toBe('refused-not-allowed');
  expect(await tryLog(desk, desk.one, 'b', letter({ slotId: a.id }))).toBe('refused-not-found');
  expect(await stateOf(a.id)).toBe('open');
});

test('silence is reminded of on the last morning, then the own leaders, then both đầu mối', async () => {
  await monthly({ side: 'a' });
  expect(await arriveAt('2026-12-04T09:00:00+07:00')).toEqual([]);
  const morning = await arriveAt(LAST_MORNING);
  expect(said(morning)).toEqual([
    `a-secretary: ${NAME} (tháng 11/2026): đề nghị đồng chí trao đổi, hoặc báo không phát sinh, trước 17h00 thứ Hai 07/12.`,
  ]);
  expect(morning[0]!.labels).toEqual(['Xem kỳ trao đổi']);
  expect((await arriveAt(OWN_LEADER)).map((one) => one.who).sort()).toEqual(['a-chair', 'a-vice']);
  expect(said(await arriveAt(ACROSS))).toEqual([
    `a-secretary: ${NAME} (tháng 11/2026): đến 17h00 thứ Hai 07/12 chưa nhận được thông tin của quý Uỷ ban. Đề nghị quý Uỷ ban quan tâm, phối hợp.`,
    `b-secretary: ${NAME} (tháng 11/2026): đến 17h00 thứ Hai 07/12 chưa nhận được thông tin của UBKT ĐU Công an p1; đầu mối UBKT ĐU Công an p1 đã được nhắc.`,
  ]);
  expect(await arriveAt('2026-12-18T09:00:00+07:00')).toEqual([]);
});

test('a slot that a downtime opened after its deadline is asked for first; the leaders hear a working day later', async () => {
  desk.at('2026-12-10T09:00:00+07:00');
  await monthly({ side: 'a' });
  const first = await arriveAt('2026-12-10T09:00:05+07:00');
  expect(said(first)).toEqual([
    `a-secretary: ${NAME} (tháng 11/2026): đã quá hạn 17h00 thứ Hai 07/12, đề nghị đồng chí trao đổi, hoặc báo không phát sinh.`,
  ]);
  expect((await arriveAt('2026-12-14T07:31:00+07:00')).map((one) => one.who).sort()).toEqual([
    'a-chair',
    'a-vice',
  ]);
});

test('/viec shows an open slot to the đầu mối of its side, with its deadline, until it is settled', async () => {
  const { a } = await monthly({ side: 'a' });
  const tasks = (key: string) =>
    desk.by(key, async (work, actor) =>
      shown(work, tasksMessage(actor, await listTasks(work, actor), 0, work.now)),
    );
  const own = await tasks('a-secretary');
  expect(own.text).toContain(NAME);
  expect(own.text).toContain('trao đổi định kỳ');
  expect(own.data).toContain(`xduty.${a.id}`);
  for (const key of ['b-secretary', 'a-chair', 'a-member'])
    expect((await tasks(key)).text).not.toContain(NAME);
  await nothing('a-secretary', a.id);
  expect((await tasks('a-secretary')).text).not.toContain(NAME);
});

test('a slot that cannot be run does not hold up the others', async () => {
  const { a, b } = await monthly();
  await desk.all((work) =>
    work.tx
      .update(dutySlot)
      .set({ policy: { ...a.policy, workingHours: [] } })
      .where(eq(dutySlot.id, a.id)),
  );
  desk.at(LAST_MORNING);
  const errors: unknown[] = [];
  await sweep(desk.office, (error) => errors.push(error));
  expect(errors).toHaveLength(1);
  const states = await desk.all((work) =>
    work.tx
      .select()
      .from(exchangeStep)
      .where(eq(exchangeStep.kind, 'last_morning'))
      .orderBy(asc(exchangeStep.slotId)),
  );
  expect(states.map((step) => [step.slotId, step.state])).toEqual(
    [
      [a.id, 'pending'],
      [b.id, 'done'],
    ].sort(),
  );
  await expect(desk.all((work) => runExchangeSteps(work, 10))).rejects.toThrow();
});
