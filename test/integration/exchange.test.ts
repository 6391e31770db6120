import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { exchange, outbox } from '../../db/schema/index.ts';
import type { Receipt } from '../../src/domain/exchange.ts';
import { confirmExchange } from '../../src/usecases/exchange/confirm-exchange.ts';
import { recallExchange, sendExchangeNow } from '../../src/usecases/exchange/recall-exchange.ts';
import { isRefused } from '../../src/usecases/said.ts';
import { readExchange } from '../../src/usecases/view/read-exchange.ts';
import { auditOf, entryOf, letter, log, sweepLedger, tryLog } from '../support/exchange-desk.ts';
import { openViewDesk, shown, type ViewDesk } from '../support/view-desk.ts';

let desk: ViewDesk;
beforeAll(async () => {
  desk = await openViewDesk();
});
afterAll(() => desk.base.close());

let day = 0;
beforeEach(() => {
  day += 1;
  desk.at(`2026-12-${String(day).padStart(2, '0')}T09:00:00+07:00`);
});

/** A symbol of its own for each test, so that documents do not join by chance. */
let number = 10;
const symbol = () => {
  number += 1;
  return `${number}-BC/UBKTTU`;
};
const minutesOn = (minutes: number) =>
  desk.at(`2026-12-${String(day).padStart(2, '0')}T09:${String(minutes).padStart(2, '0')}:00+07:00`);

const user = (key: string) => desk.one.cast[key]!.userId;
const confirm = (key: string, id: number, receipt: Receipt) =>
  desk.as(user(key), async (work, actor) => {
    const confirmed = await confirmExchange(work, actor, id, receipt);
    return isRefused(confirmed) ? confirmed.refused.key : confirmed.logged.entry.receipt;
  });
const card = (userId: number, id: number) =>
  desk.as(userId, async (work, actor) => shown(work, await readExchange(work, actor, id)));

test('a logged document is the own side’s alone until the time for recall is over, then both read it', async () => {
  const entry = await log(desk, desk.one, 'a', letter({ symbol: symbol() }));
  expect(entry.code).toMatch(/^TĐ-2026-\d{3}$/);
  expect((await card(user('a-member'), entry.id)).text).toContain('Báo cáo kết quả quý III');
  expect((await card(user('b-secretary'), entry.id)).text).toContain('Không tìm thấy');
  minutesOn(2);
  await sweepLedger(desk);
  expect((await card(user('b-secretary'), entry.id)).labels).toContain('Đã nhận');
  expect((await card(desk.two.cast['b-secretary']!.userId, entry.id)).text).toContain('Không tìm thấy');
  expect(await auditOf(desk, entry.id)).toEqual(['exchange.logged', 'exchange.crossed']);
});

test('recalled in time, it never existed for the other side and its code is not given again', async () => {
  const entry = await log(desk, desk.one, 'a', letter({ symbol: symbol() }));
  const recall = (key: string) =>
    desk.as(user(key), async (work, actor) => {
      const recalled = await recallExchange(work, actor, entry.id);
      return isRefused(recalled) ? recalled.refused.key : 'recalled';
    });
  expect(await recall('b-secretary')).toBe('refused-not-found');
  expect(await recall('a-member')).toBe('refused-not-allowed');
  expect(await recall('a-secretary')).toBe('recalled');
  expect(await recall('a-secretary')).toBe('exchange-crossed-already');
  minutesOn(5);
  await sweepLedger(desk);
  expect((await card(user('b-secretary'), entry.id)).text).toContain('Không tìm thấy');
  const after = await log(desk, desk.one, 'a', letter({ symbol: symbol() }));
  expect(after.code).not.toBe(entry.code);
});

test('sent at once, it is there at once', async () => {
  const entry = await log(desk, desk.one, 'a', letter({ symbol: symbol() }));
  await desk.as(user('a-secretary'), (work, actor) => sendExchangeNow(work, actor, entry.id));
  expect((await card(user('b-secretary'), entry.id)).labels).toContain('Đã nhận');
});

test('the receiving đầu mối confirms in one tap; of two taps at once one counts', async () => {
  const entry = await log(desk, desk.one, 'a', letter({ symbol: symbol() }));
  minutesOn(2);
  const said = await Promise.all([
    confirm('b-secretary', entry.id, 'received'),
    confirm('b-secretary', entry.id, 'received'),
  ]);
  expect(said.sort()).toEqual(['exchange-received-already', 'received']);
  const types = await auditOf(desk, entry.id);
  expect(types.filter((type) => type === 'exchange.received')).toHaveLength(1);
  expect(await confirm('a-secretary', entry.id, 'received')).toBe('refused-not-allowed');
  expect(await confirm('b-chair', entry.id, 'received')).toBe('refused-not-allowed');
});

test('"not received" is news for those who logged it, and may become received', async () => {
  const entry = await log(desk, desk.one, 'a', letter({ symbol: symbol() }));
  minutesOn(2);
  expect(await confirm('b-secretary', entry.id, 'not_received')).toBe('not_received');
  const news = await desk.office.work({ pairs: 'all' }, ({ tx }) =>
    tx
      .select()
      .from(outbox)
      .where(and(eq(outbox.kind, 'exchange-news'), eq(outbox.personId, desk.one.cast['a-secretary']!.id))),
  );
  expect(news.filter((row) => 'exchangeId' in row.ref && row.ref.exchangeId === entry.id)).toHaveLength(1);
  expect(await confirm('b-secretary', entry.id, 'received')).toBe('received');
});

test('a document that both sides log is one entry, and the receiver’s logging is its receipt', async () => {
  const same = symbol();
  const entry = await log(desk, desk.one, 'a', letter({ symbol: same }));
  const joined = await tryLog(
    desk,
    desk.one,
    'b',
    letter({ direction: 'in', symbol: same, subject: undefined }),
  );
  expect(joined).toMatchObject({ isJoined: true, entry: { id: entry.id } });
  expect((await entryOf(desk, entry.id)).receipt).toBe('received');
  expect(await tryLog(desk, desk.one, 'a', letter({ symbol: same }))).toBe('exchange-logged-already');
  const rows = await desk.office.work({ pairs: 'all' }, ({ tx }) =>
    tx.select({ id: exchange.id }).from(exchange).where(eq(exchange.symbol, same)),
  );
  expect(rows).toHaveLength(1);
});

test('both sides logging one document at the same moment still make one entry', async () => {
  const same = symbol();
  const [out, into] = await Promise.all([
    tryLog(desk, desk.one, 'a', letter({ symbol: same })),
    tryLog(desk, desk.one, 'b', letter({ direction: 'in', symbol: same })),
  ]);
  expect([out, into].map((one) => typeof one === 'object' && one.isJoined).sort()).toEqual([false, true]);
});

test('an answer by a document closes what it answers, once it has crossed', async () => {
  const due = { dueAt: (await entryNow()).plus({ days: 9 }), source: 'days' as const };
  const asked = await log(desk, desk.one, 'a', letter({ symbol: symbol(), answerDue: due }));
  minutesOn(2);
  await sweepLedger(desk);
  const answer = await log(desk, desk.one, 'b', letter({ symbol: symbol(), answersId: asked.id }));
  expect((await entryOf(desk, asked.id)).answeredById).toBeNull();
  minutesOn(4);
  await sweepLedger(desk);
  expect(await entryOf(desk, asked.id)).toMatchObject({ answeredById: answer.id, receipt: 'received' });
  expect((await card(user('a-secretary'), asked.id)).text).toContain(`Đã trả lời bằng ${answer.code}`);
  expect(await tryLog(desk, desk.one, 'b', letter({ symbol: symbol(), answersId: asked.id }))).toBe(
    'exchange-answered-already',
  );
  expect(await tryLog(desk, desk.one, 'b', letter({ symbol: symbol(), answersId: answer.id }))).toBe(
    'exchange-answers-wrong-way',
  );
});

const entryNow = () => desk.office.work({ pairs: [] }, async (work) => work.now);

test('a correction supersedes: the old entry stays readable with its successor', async () => {
  const entry = await log(desk, desk.one, 'a', letter({ symbol: symbol() }));
  minutesOn(2);
  await sweepLedger(desk);
  const given = letter({
    symbol: entry.symbol!,
    subject: 'Báo cáo quý III, bản đúng',
    supersedesId: entry.id,
  });
  expect(await tryLog(desk, desk.one, 'b', given)).toBe('refused-not-allowed');
  const next = await log(desk, desk.one, 'a', given);
  minutesOn(4);
  await sweepLedger(desk);
  const old = await card(user('b-secretary'), entry.id);
  expect(old.text).toContain('Báo cáo kết quả quý III');
  expect(old.text).toContain(`Đã được đính chính bằng ${next.code}`);
  expect(old.labels).not.toContain('Đã nhận');
  expect((await card(user('b-secretary'), next.id)).text).toContain(`Đính chính ${entry.code}`);
});

test('a correction to a document that is in the ledger already changes nothing', async () => {
  const other = await log(desk, desk.one, 'a', letter({ symbol: symbol() }));
  const entry = await log(desk, desk.one, 'a', letter({ symbol: symbol() }));
  const given = letter({ symbol: other.symbol!, supersedesId: entry.id });
  expect(await tryLog(desk, desk.one, 'a', given)).toBe('exchange-logged-already');
  expect((await entryOf(desk, entry.id)).state).toBe('waiting');
});

test('a correction that is recalled leaves the entry as it was, and it is chased again', async () => {
  const entry = await log(desk, desk.one, 'a', letter({ symbol: symbol() }));
  minutesOn(2);
  await sweepLedger(desk);
  const next = await log(desk, desk.one, 'a', letter({ symbol: symbol(), supersedesId: entry.id }));
  await desk.as(user('a-secretary'), (work, actor) => recallExchange(work, actor, next.id));
  expect(await entryOf(desk, entry.id)).toMatchObject({ state: 'open', supersededById: null });
});

test('secret mail is a code, a side, a day and a deadline: with words nothing is stored', async () => {
  const bare = letter({ channel: 'secret_mail', symbol: undefined, subject: undefined });
  const entry = await log(desk, desk.one, 'a', bare);
  expect(entry).toMatchObject({ symbol: null, subject: null, docType: null });
  const count = async () =>
    (await desk.office.work({ pairs: 'all' }, ({ tx }) => tx.select({ id: exchange.id }).from(exchange)))
      .length;
  const before = await count();
  expect(await tryLog(desk, desk.one, 'a', { ...bare, subject: 'nội dung' })).toBe('exchange-secret-no-text');
  expect(await tryLog(desk, desk.one, 'a', { ...bare, symbol: symbol() })).toBe('exchange-secret-no-text');
  expect(await count()).toBe(before);
});

test.each([
  ['a secrecy mark', 'Tài liệu TỐI MẬT về nhân sự'],
  ['an identity number', 'Đồng chí mang số 001099012345'],
  ['an accusation', 'Đơn tố cáo ông Nguyễn Văn X nhận hối lộ'],
])('a subject with %s is refused and stored nowhere', async (_what, subject) => {
  expect(await tryLog(desk, desk.one, 'a', letter({ symbol: symbol(), subject }))).toBe('secret-refused');
  const kept = await desk.office.work({ pairs: 'all' }, ({ tx }) =>
    tx.execute<{ found: boolean }>(sql`
      select exists (select from exchange where subject = ${subject})
        or exists (select from audit_value where value = ${subject})
        or exists (select from outbox where ref::text like ${`%${subject}%`}) as found`),
  );
  expect(kept[0]!.found).toBe(false);
});

test('a day to come, a deadline before the document or gone by, and a missing symbol are each refused in words', async () => {
  const now = await entryNow();
  const due = (days: number) => ({ dueAt: now.plus({ days }), source: 'day' as const });
  const cases: [string, Parameters<typeof letter>[0]][] = [
    ['exchange-day-future', { documentDay: '2027-01-20' }],
    ['exchange-due-before-document', { answerDue: due(-90) }],
    ['exchange-due-past', { answerDue: due(-1), documentDay: '2026-10-01' }],
    ['exchange-symbol-missing', { symbol: undefined }],
    ['form-symbol-impossible', { symbol: '05/UBKTTU' }],
  ];
  for (const [key, given] of cases)
    expect(await tryLog(desk, desk.one, 'a', letter({ symbol: symbol(), ...given }))).toBe(key);
});

test('what was logged cannot be changed or deleted, whatever asks for it', async () => {
  const entry = await log(desk, desk.one, 'a', letter({ symbol: symbol() }));
  const change = (set: object) =>
    desk.office.work({ pairs: 'all' }, ({ tx }) =>
      tx.update(exchange).set(set).where(eq(exchange.id, entry.id)),
    );
  await expect(change({ subject: 'khác' })).rejects.toThrow();
  await expect(change({ documentDay: '2026-11-01' })).rejects.toThrow();
  await expect(
    desk.office.work({ pairs: 'all' }, ({ tx }) => tx.delete(exchange).where(eq(exchange.id, entry.id))),
  ).rejects.toThrow();
});
