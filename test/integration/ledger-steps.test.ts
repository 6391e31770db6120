import { asc, eq } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exchange, exchangeStep, outbox, targetPerson } from '../../db/schema/index.ts';
import type { NewExchange } from '../../src/usecases/exchange/check-new-exchange.ts';
import { confirmExchange } from '../../src/usecases/exchange/confirm-exchange.ts';
import { recallExchange } from '../../src/usecases/exchange/recall-exchange.ts';
import { START } from '../support/change-desk.ts';
import { letter, log, sweepLedger } from '../support/exchange-desk.ts';
import { type Got, openStepDesk, type StepDesk } from '../support/step-desk.ts';

// Logged on Monday 23/11/2026 at 09h00; the receipt is due on Wednesday 25/11 at 17h00.
const CROSSED = '2026-11-23T09:02:00+07:00';
const LAST_MORNING = '2026-11-25T07:31:00+07:00';
const OWN_LEADER = '2026-11-26T07:31:00+07:00';
const ACROSS = '2026-11-27T07:31:00+07:00';
const EVER_AFTER = '2026-12-14T09:00:00+07:00';

/** An answer in five working days: by Monday 30/11 at 17h00. */
const FIVE_DAYS = {
  dueAt: DateTime.fromISO('2026-11-30T17:00:00', { zone: 'Asia/Ho_Chi_Minh' }),
  source: 'working_days' as const,
};

let desk: StepDesk;
let nth = 10;
beforeEach(async () => {
  desk = await openStepDesk();
});
afterEach(() => desk.base.close());

/** What the steps of the ledger say when an instant has come; other things fall due as well. */
const arriveAt = async (iso: string) =>
  (await desk.arriveAt(iso)).filter((one) => one.kind === 'exchange-step');

const said = (got: Got[]) => got.map((one) => `${one.who}: ${one.text}`).sort();
const reminders = (got: Got[]) => got.filter((one) => one.kind === 'exchange-step');

/** A document of side a that has crossed and of which the other side has heard. */
async function crossed(given: Partial<NewExchange> = {}) {
  nth += 1;
  desk.at(START);
  const entry = await log(desk, desk.one, 'a', letter({ symbol: `${nth}-BC/UBKTTU`, ...given }));
  await arriveAt(CROSSED);
  return entry;
}

const confirm = (id: number, receipt: 'received' | 'not_received') =>
  desk.by('b-secretary', (work, actor) => confirmExchange(work, actor, id, receipt));

const stepsOf = (id: number) =>
  desk.all(async (work) =>
    (
      await work.tx
        .select()
        .from(exchangeStep)
        .where(eq(exchangeStep.exchangeId, id))
        .orderBy(asc(exchangeStep.dueAt), asc(exchangeStep.id))
    ).map((step) => `${step.of} ${step.kind} ${step.state} ${step.reason ?? ''}`.trim()),
  );

test('an unconfirmed document: the đầu mối on the last morning, then the own leaders, then both đầu mối, each once', async () => {
  await crossed();
  expect(await arriveAt('2026-11-24T09:00:00+07:00')).toEqual([]);
  const morning = await arriveAt(LAST_MORNING);
  expect(said(morning)).toEqual([
    'b-secretary: TĐ-2026-001: đề nghị đồng chí xác nhận đã nhận trước 17h00 thứ Tư 25/11.',
  ]);
  expect(morning[0]!.labels).toEqual(['Xem TĐ-2026-001']);
  expect(said(await arriveAt(OWN_LEADER))).toEqual([
    'b-chair: TĐ-2026-001: đến 17h00 thứ Tư 25/11 Uỷ ban ta chưa xác nhận đã nhận văn bản của UBKT ĐU Công an p1.',
    'b-vice: TĐ-2026-001: đến 17h00 thứ Tư 25/11 Uỷ ban ta chưa xác nhận đã nhận văn bản của UBKT ĐU Công an p1.',
  ]);
  expect(said(await arriveAt(ACROSS))).toEqual([
    'a-secretary: TĐ-2026-001: đến 17h00 thứ Tư 25/11 chưa nhận được xác nhận của UBKT Tỉnh uỷ p1; đầu mối UBKT Tỉnh uỷ p1 đã được nhắc.',
    'b-secretary: TĐ-2026-001: đến 17h00 thứ Tư 25/11 chưa nhận được xác nhận của quý Uỷ ban. Đề nghị quý Uỷ ban quan tâm, phối hợp.',
  ]);
  expect(await arriveAt(EVER_AFTER)).toEqual([]);
});

test('two processes that sweep at once say it once', async () => {
  await crossed();
  await crossed();
  desk.at(LAST_MORNING);
  await Promise.all([sweepLedger(desk), sweepLedger(desk), sweepLedger(desk)]);
  expect((await desk.deliver()).map((one) => one.who)).toEqual(['b-secretary']);
});

test('what someone has in hand just now is left to the next sweep, which does not wait for it', async () => {
  const entry = await crossed();
  desk.at(LAST_MORNING);
  const meanwhile = await desk.all(async (work) => {
    await work.tx.select().from(exchange).where(eq(exchange.id, entry.id)).for('update');
    return sweepLedger(desk);
  });
  expect(meanwhile).toEqual([]);
  expect(await sweepLedger(desk)).toEqual(['last_morning']);
});

test('an answer that crosses leaves alone what the other side is just confirming, and closes it a moment later', async () => {
  const asked = await crossed({ answerDue: FIVE_DAYS });
  await log(desk, desk.one, 'b', letter({ symbol: '90-BC/UBKTTU', answersId: asked.id }));
  desk.at('2026-11-23T09:05:00+07:00');
  const meanwhile = await desk.all(async (work) => {
    await work.tx.select().from(exchange).where(eq(exchange.id, asked.id)).for('update');
    return sweepLedger(desk);
  });
  expect(meanwhile).toEqual([]);
  expect(await sweepLedger(desk)).toEqual(['cross']);
  expect(await stepsOf(asked.id)).toContain('answer half skipped answered');
});

test.each<[string, (id: number, symbol: string) => Promise<unknown>]>([
  ['the receipt', (id) => confirm(id, 'received')],
  ['the word that nothing came', (id) => confirm(id, 'not_received')],
  ['the answer', (id) => log(desk, desk.one, 'b', letter({ symbol: '90-BC/UBKTTU', answersId: id }))],
  [
    'the correction',
    (id, symbol) => log(desk, desk.one, 'a', letter({ symbol, supersedesId: id, subject: 'Bản đúng' })),
  ],
])('after %s nobody is chased for it', async (_what, settle) => {
  const entry = await crossed();
  await settle(entry.id, entry.symbol!);
  await arriveAt('2026-11-23T10:00:00+07:00');
  for (const at of [LAST_MORNING, OWN_LEADER, ACROSS])
    expect((await arriveAt(at)).filter((one) => one.text.includes(entry.code))).toEqual([]);
});

test('of a document that was recalled nobody ever hears', async () => {
  const entry = await log(desk, desk.one, 'a', letter());
  await desk.by('a-secretary', (work, actor) => recallExchange(work, actor, entry.id));
  for (const at of [CROSSED, LAST_MORNING, OWN_LEADER, ACROSS]) expect(await desk.arriveAt(at)).toEqual([]);
});

test('a document that turned up after all is to be answered, and is reminded of', async () => {
  const entry = await crossed({ answerDue: FIVE_DAYS });
  await confirm(entry.id, 'not_received');
  expect(await arriveAt('2026-11-26T15:00:00+07:00')).toEqual([]);
  await confirm(entry.id, 'received');
  await desk.deliver();
  expect(said(await arriveAt('2026-11-30T07:31:00+07:00'))).toEqual([
    `b-secretary: ${entry.code}: đề nghị đồng chí trả lời trước 17h00 thứ Hai 30/11.`,
  ]);
});

test('what falls due together is one message with a line and a button each', async () => {
  const [first, second] = [await crossed(), await crossed()];
  const got = await arriveAt(LAST_MORNING);
  expect(got).toHaveLength(1);
  expect(got[0]!.lines.map((line) => line.slice(0, 11))).toEqual([first.code, second.code]);
  expect(got[0]!.data).toEqual([`x.${first.id}`, `x.${second.id}`]);
});

test('what was confirmed between the sweep and the sending is left out', async () => {
  const [first, second] = [await crossed(), await crossed()];
  desk.at(LAST_MORNING);
  await desk.sweep();
  await confirm(first.id, 'received');
  const got = reminders(await desk.deliver());
  expect(got.map((one) => one.data)).toEqual([[`x.${second.id}`]]);
});

test('over the pushes of the day it comes without a sound, and comes', async () => {
  await crossed();
  desk.at('2026-11-25T07:30:00+07:00');
  await desk.all(async (work) => {
    const { id: personId, userId: chatId } = desk.one.cast['b-secretary']!;
    for (let n = 0; n < 2; n += 1)
      await work.tx.insert(outbox).values({
        pairId: desk.one.pairId,
        personId,
        chatId,
        lane: 1,
        kind: 'push',
        ref: {},
        state: 'sent',
        notBefore: work.now,
        sentAt: work.now,
        createdAt: work.now,
      });
  });
  const got = await arriveAt(LAST_MORNING);
  expect(got.map((one) => [one.who, one.isSilent])).toEqual([['b-secretary', true]]);
});

test('outside working time it is held to the next morning, not dropped', async () => {
  await crossed();
  expect(await arriveAt('2026-11-25T19:00:00+07:00')).toEqual([]);
  const got = await arriveAt('2026-11-26T07:30:30+07:00');
  expect(got.map((one) => one.who).sort()).toEqual(['b-chair', 'b-secretary', 'b-vice']);
  expect(got.find((one) => one.who === 'b-secretary')!.text).toBe(
    'TĐ-2026-001: đã quá hạn 17h00 thứ Tư 25/11, đề nghị đồng chí xác nhận đã nhận.',
  );
});

test('after a downtime of a fortnight each person gets one message; the overtaken reminder is skipped, nothing is lost', async () => {
  const entry = await crossed({ answerDue: FIVE_DAYS });
  const got = await arriveAt('2026-12-07T09:00:00+07:00');
  expect(got.map((one) => one.who).sort()).toEqual(['a-secretary', 'b-chair', 'b-secretary', 'b-vice']);
  expect(got.find((one) => one.who === 'b-secretary')!.lines).toEqual([
    `${entry.code}: đã quá hạn 17h00 thứ Tư 25/11, đề nghị đồng chí xác nhận đã nhận.`,
    `${entry.code}: đến 17h00 thứ Tư 25/11 chưa nhận được xác nhận của quý Uỷ ban. Đề nghị quý Uỷ ban quan tâm, phối hợp.`,
    `${entry.code}: đã quá hạn 17h00 thứ Hai 30/11, đề nghị đồng chí trả lời.`,
    `${entry.code}: đến 17h00 thứ Hai 30/11 chưa nhận được phúc đáp của quý Uỷ ban. Đề nghị quý Uỷ ban quan tâm, phối hợp.`,
  ]);
  expect(await stepsOf(entry.id)).toEqual([
    'receipt cross done',
    'receipt last_morning done',
    'receipt own_leader done',
    'answer half skipped a later step is due',
    'receipt across done',
    'answer last_morning done',
    'answer own_leader done',
    'answer across done',
  ]);
  expect(await arriveAt('2026-12-07T09:01:00+07:00')).toEqual([]);
});

test('a chair who belongs to the target is told nothing', async () => {
  const { pairId, targets, cast } = desk.one;
  await desk.all((work) =>
    work.tx
      .insert(targetPerson)
      .values({ pairId, targetId: targets.y!, personId: cast['b-chair']!.id, tie: 'belongs' }),
  );
  await crossed({ targetId: targets.y! });
  await arriveAt(LAST_MORNING);
  expect((await arriveAt(OWN_LEADER)).map((one) => one.who)).toEqual(['b-vice']);
});
