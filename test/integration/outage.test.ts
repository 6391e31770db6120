import { Api } from 'grammy';
import { afterEach, describe, expect, test } from 'vitest';
import { telegramLimits } from '../../src/domain/gcra.ts';
import { unlimitedBudget } from '../../src/telegram/budget.ts';
import { sqlBudget } from '../../src/telegram/budget-sql.ts';
import { recomputeExchangeDue } from '../../src/usecases/exchange/recompute-exchange-due.ts';
import type { FaultRule } from '../simulator/faults.ts';
import { letter, log } from '../support/exchange-desk.ts';
import { type OutageDesk, openOutageDesk } from '../support/outage-desk.ts';

// The notice is issued on Monday 23/11/2026 at 09h00; answers are due on Wednesday 25/11 at 17h00.
const ASKED = '2026-11-23T09:00:00+07:00';

let desk: OutageDesk;
afterEach(() => desk.close());

const away = (given: Partial<FaultRule> = {}) =>
  desk.sim.faults.add({
    kind: 'error',
    status: 502,
    description: 'Bad Gateway',
    method: 'sendMessage',
    ...given,
  });

async function notice() {
  const id = await desk.agreed({ team: ['a-member', 'b-member'] });
  return { id, request: await desk.notify(id) };
}

const TEAM = ['a-member', 'a-secretary', 'b-member', 'b-secretary'];
const pushed = (got: { who: string; text: string }[]) =>
  got
    .filter((one) => one.text.startsWith('PH-2026-001'))
    .map((one) => one.who)
    .sort();

describe('nothing is given up because Telegram is away', () => {
  test.each([
    ['answers 502', { kind: 'error' }],
    ['cuts the connection', { kind: 'drop' }],
    ['asks to slow down', { kind: 'error', status: 429, description: 'Too Many Requests', retryAfter: 30 }],
  ] as const)(
    'when it %s for three hours, all of it arrives afterwards, once',
    async (_, fault) => {
      desk = await openOutageDesk();
      away(fault);
      await notice();
      await desk.through(ASKED, '2026-11-23T12:00:00+07:00', 3);
      expect(desk.arrived()).toEqual([]);
      expect(desk.failed).toEqual([]);
      desk.sim.faults.clear();
      await desk.moment('2026-11-23T12:01:00+07:00');
      const got = desk.arrived();
      expect(pushed(got)).toEqual(TEAM);
      expect(got).toHaveLength(TEAM.length);
    },
    60_000,
  );

  test('when nothing listens at its address, all of it arrives afterwards', async () => {
    desk = await openOutageDesk();
    const { api } = desk.deps;
    desk.deps.api = new Api(desk.sim.token, { apiRoot: 'http://127.0.0.1:9', timeoutSeconds: 1 });
    await notice();
    await desk.through(ASKED, '2026-11-23T12:00:00+07:00', 5);
    desk.deps.api = api;
    await desk.moment('2026-11-23T12:02:00+07:00');
    const got = desk.arrived();
    expect(pushed(got)).toEqual(TEAM);
    for (const one of got) expect(one.text).not.toContain('(gửi lại)');
  }, 60_000);

  test('what it answered 502 or nothing may have arrived: it comes again and says so', async () => {
    desk = await openOutageDesk();
    away({ times: 2 });
    await notice();
    await desk.moment(ASKED);
    await desk.moment('2026-11-23T09:01:00+07:00');
    const again = desk.arrived().filter((one) => one.text.includes('(gửi lại)'));
    expect(again).toHaveLength(2);
  });

  test('after more attempts than a small number holds a row still waits', async () => {
    desk = await openOutageDesk();
    await notice();
    await desk.base.ownerSql`update outbox set attempts = 32767`;
    away();
    await desk.moment(ASKED);
    expect(new Set((await desk.rows()).map((row) => row.state))).toEqual(new Set(['pending']));
    desk.sim.faults.clear();
    await desk.moment('2026-11-23T09:02:00+07:00');
    expect(pushed(desk.arrived())).toEqual(TEAM);
  });
});

test('what waited for three days comes in order, within the rate budget, and with two sounds a person', async () => {
  desk = await openOutageDesk({ limits: true });
  desk.deps.budget = sqlBudget({ sql: desk.base.db.sql, limits: telegramLimits });
  desk.sim.faults.add({ kind: 'drop', method: 'sendMessage' });
  for (let n = 0; n < 6; n += 1) await notice();
  const { budget } = desk.deps;
  desk.deps.budget = unlimitedBudget;
  await desk.through(ASKED, '2026-11-26T09:00:00+07:00', 240);
  desk.deps.budget = budget;
  desk.sim.faults.clear();
  // Slots are waited for on a clock that goes.
  const [from, begun] = [Date.parse('2026-11-26T09:01:00+07:00'), performance.now()];
  desk.deps.office = { ...desk.office, wallNow: () => from + performance.now() - begun };
  const before = desk.sim.stats().floods;
  await desk.moment('2026-11-26T09:01:00+07:00');
  const got = desk.arrived();
  expect(desk.sim.stats().floods).toBe(before);
  for (const who of TEAM) {
    const mine = got.filter((one) => one.who === who);
    expect(mine.map((one) => one.text.slice(0, 11))).toEqual([1, 2, 3, 4, 5, 6].map((n) => `PH-2026-00${n}`));
    expect(mine.filter((one) => !one.silent)).toHaveLength(2);
  }
}, 120_000);

test('three days of nothing but 429: each message is tried no sooner than it was asked to wait, none is lost, and all come in order', async () => {
  desk = await openOutageDesk();
  away({ status: 429, description: 'Too Many Requests', retryAfter: 3 * 3_600 });
  for (let n = 0; n < 3; n += 1) await notice();
  await desk.through(ASKED, '2026-11-26T09:00:00+07:00', 60);
  expect(desk.arrived()).toEqual([]);
  // One message of a chat is tried at a time, every three hours of three days.
  expect(desk.sim.stats().faults).toBeLessThanOrEqual(TEAM.length * 24);
  desk.sim.faults.clear();
  for (const at of ['2026-11-26T12:00:00+07:00', '2026-11-26T12:01:00+07:00']) await desk.moment(at);
  const got = desk.arrived();
  expect(got.filter(({ text }) => text.includes('(gửi lại)'))).toEqual([]);
  for (const who of TEAM)
    expect(got.filter((one) => one.who === who).map((one) => one.text.slice(0, 11))).toEqual(
      [1, 2, 3].map((n) => `PH-2026-00${n}`),
    );
}, 120_000);

test('a call that is never answered is given up by the client; the others go out meanwhile, and it comes again and says so', async () => {
  desk = await openOutageDesk();
  const { id: hanging } = desk.phones['a-member']!;
  desk.sim.faults.add({ kind: 'hang', method: 'sendMessage', chatId: hanging, times: 1 });
  await notice();
  await desk.moment(ASKED);
  expect(pushed(desk.arrived())).toEqual(TEAM.filter((who) => who !== 'a-member'));
  await desk.moment('2026-11-23T09:01:00+07:00');
  const again = desk.arrived();
  expect(pushed(again)).toEqual(['a-member']);
  expect(again[0]!.text).toContain('(gửi lại)');
}, 60_000);

describe('whom nothing reached, nothing counts against', () => {
  const stepsDone = async (request: number) =>
    (await desk.steps(request)).filter((step) => step.state === 'done').map((step) => step.kind);

  test('a notice that was on its way for three days arrives late and says so, with time to answer; then it is reminded of as ever', async () => {
    desk = await openOutageDesk();
    away();
    const { request } = await notice();
    await desk.through(ASKED, '2026-11-26T09:00:00+07:00', 60);
    expect(await stepsDone(request)).toEqual([]);
    desk.sim.faults.clear();
    await desk.moment('2026-11-26T09:01:00+07:00');
    const got = desk.arrived();
    expect(pushed(got)).toEqual(TEAM);
    expect(got).toHaveLength(TEAM.length);
    for (const { text } of got) {
      expect(text).toContain('trước 17h00 thứ Sáu 27/11/2026');
      expect(text).toContain('Tin đến chậm, lẽ ra từ 09h00 thứ Hai 23/11.');
    }
    for (const at of ['2026-11-26T14:05:00+07:00', '2026-11-27T07:31:00+07:00']) await desk.moment(at);
    expect([...new Set(desk.arrived().map((one) => one.who))].sort()).toEqual(TEAM);
    await desk.moment('2026-11-30T07:31:00+07:00');
    expect(
      desk
        .arrived()
        .map((one) => one.who)
        .sort(),
    ).toEqual(['a-chair', 'a-vice', 'b-chair', 'b-vice']);
  }, 120_000);

  test('whoever was reached before it is reminded, those whom nothing reached are neither reminded nor named', async () => {
    desk = await openOutageDesk();
    away({ chatId: desk.phones['b-member']!.id });
    const { request } = await notice();
    await desk.through(ASKED, '2026-11-26T07:30:00+07:00', 60);
    expect(await stepsDone(request)).toEqual(['half', 'last_morning']);
    desk.arrived();
    await desk.moment('2026-11-26T07:31:00+07:00');
    const told = desk.arrived();
    expect(told.map((one) => one.who).sort()).toEqual(['a-chair', 'a-vice', 'b-chair', 'b-vice']);
    for (const one of told) expect(one.text).not.toContain('Uỷ viên B1');
    desk.sim.faults.clear();
    await desk.moment('2026-11-26T07:33:00+07:00');
    expect(desk.arrived().map((one) => one.who)).toEqual(['b-member']);
  }, 120_000);

  test('what fell due while it was away is said once, as it is now, by who was reached before', async () => {
    desk = await openOutageDesk();
    const { request } = await notice();
    await desk.moment(ASKED);
    desk.arrived();
    for (const key of ['a-secretary', 'a-member', 'b-secretary'])
      await desk.answer(key, request, key.endsWith('member') ? 'attending' : 'received');
    away();
    await desk.through('2026-11-24T10:00:00+07:00', '2026-11-27T10:00:00+07:00', 60);
    expect(desk.arrived()).toEqual([]);
    desk.sim.faults.clear();
    await desk.moment('2026-11-27T10:01:00+07:00');
    const got = desk.arrived();
    expect(got.map((one) => one.who).sort()).toEqual([
      'a-secretary',
      'b-chair',
      'b-member',
      'b-secretary',
      'b-vice',
    ]);
    expect(got.find((one) => one.who === 'b-member')!.text).toContain('quá hạn');
  }, 120_000);

  test('a document of the ledger that reached nobody is not reminded of before it has, and then with time', async () => {
    desk = await openOutageDesk();
    away();
    await log(desk, desk.one, 'a', letter());
    await desk.through(ASKED, '2026-11-26T09:00:00+07:00', 60);
    const steps = await desk.base.ownerSql`select kind from exchange_step where state = 'done'`;
    expect(steps.map((one) => one.kind)).toEqual(['cross']);
    desk.sim.faults.clear();
    await desk.moment('2026-11-26T09:01:00+07:00');
    const first = desk.arrived().filter((one) => one.who === 'b-secretary');
    expect(first.map((one) => one.text.includes('Tin đến chậm'))).toEqual([true]);
    expect(first[0]!.text).toContain('trước 17h00 thứ Sáu 27/11/2026');
    // An imported calendar counts from the same moment.
    expect(await desk.office.work({ pairs: 'all' }, recomputeExchangeDue)).toBe(0);
    await desk.moment('2026-11-27T07:31:00+07:00');
    expect(desk.arrived().map((one) => one.who)).toEqual(['b-secretary']);
    await desk.moment('2026-11-30T07:31:00+07:00');
    expect(
      desk
        .arrived()
        .map((one) => one.who)
        .sort(),
    ).toEqual(['b-chair', 'b-vice']);
  }, 120_000);
});
