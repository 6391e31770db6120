import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLogger } from '../../src/log.ts';
import { lookAtDoor } from '../../src/telegram/door.ts';
import { openIntake } from '../../src/telegram/intake.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import { letGo } from '../../src/usecases/take-updates.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { openOfficeAtStart } from '../support/start-day.ts';

const BOT = 7_000;
let base: TestDatabase;
let office: Office;

beforeAll(async () => {
  base = await makeTestDatabase();
  office = await openOfficeAtStart(base);
});
afterAll(() => base.close());

const deleted: unknown[] = [];
/** What one life of the process keeps of updates. */
const live = () =>
  openIntake(
    {
      office,
      log: createLogger({ level: 'silent' }),
      kick: () => {},
      api: {
        answerCallbackQuery: async () => true as const,
        deleteMessage: async (chatId, messageId) => {
          deleted.push([chatId, messageId]);
          return true as const;
        },
      },
    },
    { id: BOT, username: 'phoihop_bot' },
  );
const written = (id: number) =>
  lookAtDoor({
    update_id: id,
    message: {
      message_id: 1,
      date: 1,
      chat: { id: id + 1_000, type: 'private' },
      from: { id: id + 1_000, first_name: 'An' },
      text: 'rất riêng tư',
    },
  })!;
const all = (arrivals: ReturnType<typeof written>[]) => ({ read: arrivals, surplus: [], told: [] });
const done = (id: number) => () => office.work({ pairs: [] }, (work) => letGo(work, BOT, id));
/** The process ends while it is under way. */
const never = () => new Promise<void>(() => {});
const saidIn = async (chatId: number) =>
  (
    await base.ownerSql`select ref #>> '{message,lines,0,key}' as key from outbox where chat_id = ${chatId}`
  ).map(({ key }) => key as string);
const inHand = async () =>
  (await base.ownerSql`select update_id::int as id from update_in_hand order by 1`).map(
    ({ id }) => id as number,
  );

test('what ends the process twice is set aside at the third start; what was only beside it is handled', async () => {
  const [deadly, beside] = [written(1), written(2)];
  const first = live();
  await first.take(all([deadly, beside]));
  void first.handle(deadly, never);
  void first.handle(beside, never);
  const second = live();
  await second.take(all([deadly, beside]));
  const begun: number[] = [];
  const begin = (id: number) => () => {
    begun.push(id);
    return never();
  };
  void second.handle(deadly, begin(1));
  void second.handle(beside, begin(2));
  await expect.poll(() => begun).toEqual([1]);
  const third = live();
  await third.take(all([deadly, beside]));
  let isHandled = false;
  await third.handle(deadly, async () => {
    throw new Error('begun a third time');
  });
  await third.handle(beside, async () => {
    isHandled = true;
    await done(2)();
  });
  expect(isHandled).toBe(true);
  expect(await saidIn(1_001)).toEqual(['error-not-saved']);
  expect(await saidIn(1_002)).toEqual([]);
  expect(await inHand()).toEqual([]);
});

test('what was passed and not done when the process ended is owed a word; what was done is not', async () => {
  const first = live();
  await first.take(all([written(11), written(12), written(13)]));
  await first.pass([11, 12]);
  await first.handle(written(12), done(12));
  await live().tellPassed();
  await live().tellPassed();
  expect(await saidIn(1_011)).toEqual(['input-passed']);
  expect(await saidIn(1_012)).toEqual([]);
  expect(await saidIn(1_013)).toEqual([]);
  expect(await inHand()).toEqual([13]);
});

test('a surplus is settled with one word to its sender, in the transaction that takes the rest', async () => {
  const [read, left, leftToo] = [written(21), written(22), written(23)];
  await live().take({ read: [read], surplus: [left, leftToo], told: [left] });
  expect(await saidIn(1_022)).toEqual(['input-too-many']);
  expect(await saidIn(1_023)).toEqual([]);
  const seen =
    await base.ownerSql`select update_id::int as id from update_seen where outcome = 'failed' and update_id > 20`;
  expect(seen.map(({ id }) => id as number).toSorted()).toEqual([22, 23]);
});

test('nothing that people wrote is kept of an update in hand', async () => {
  await live().take(all([written(31)]));
  const rows = await base.ownerSql`select t::text from update_in_hand t`;
  expect(JSON.stringify(rows)).not.toMatch(/riêng|"An"/);
});

test('of what is left unread, what bears a mark is taken out of the chat and warned of, once a sender, and stored nowhere', async () => {
  const text = (id: number, words: string) => {
    const one = written(id);
    const chat = { id: 77_000, type: 'private' };
    const from = { id: 77_000, first_name: 'An' };
    return lookAtDoor({ ...one.update, message: { message_id: id, date: 1, chat, from, text: words } })!;
  };
  const surplus = [text(901, 'TỐI MẬT qzxqzx'), text(902, 'chào'), text(903, '/tim (MẬT) qzxqzx')];
  await live().take({ read: [], surplus, told: [surplus[0]!] });
  expect(deleted).toEqual([
    [77_000, 901],
    [77_000, 903],
  ]);
  expect((await saidIn(77_000)).sort()).toEqual(['input-too-many', 'secret-refused']);
  const [{ n } = { n: -1 }] =
    await base.ownerSql`select count(*)::int as n from outbox where ref::text like '%qzxqzx%'`;
  expect(n).toBe(0);
});
