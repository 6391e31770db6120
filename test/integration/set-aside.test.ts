import { Writable } from 'node:stream';
import fc from 'fast-check';
import { Bot } from 'grammy';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { handlers } from '../../commands/index.ts';
import { createLogger } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import type { BotContext } from '../../src/telegram/context.ts';
import { ingress } from '../../src/telegram/ingress.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import { brokenUpdates } from '../support/any-update.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { seedPair } from '../support/seed.ts';
import { openOfficeAtStart } from '../support/start-day.ts';

const BOT = { id: 7_000, is_bot: true, first_name: 'Phối Hợp', username: 'phoi_hop_test_bot' };
const AN = { id: 4_001, is_bot: false, first_name: 'An', language_code: 'vi' };
const CHAT = { id: AN.id, type: 'private', first_name: 'An' };

let base: TestDatabase;
let office: Office;
let logged: string;
let toasts: { id: unknown; text: unknown }[];
let nextId = 100;

beforeAll(async () => {
  base = await makeTestDatabase();
  office = await openOfficeAtStart(base);
  // The sender of the broken updates is a đầu mối: nothing that a stranger is spared is left out.
  await seedPair(office, { firstUserId: AN.id });
});
afterAll(() => base.close());
beforeEach(() => {
  logged = '';
  toasts = [];
});

function openBot(commands: Parameters<typeof ingress>[1] = handlers) {
  const bot = new Bot<BotContext>('1:forged-forged-forged-forged', { botInfo: BOT as never });
  bot.api.config.use(async (_prev, method, payload) => {
    if (method === 'answerCallbackQuery') toasts.push(payload as unknown as (typeof toasts)[number]);
    return { ok: true, result: true } as never;
  });
  const destination = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  });
  const log = createLogger({ level: 'warn', destination });
  bot.use(ingress({ office, log, kick: () => {}, metrics: createMetrics() }, commands));
  return bot;
}

/** Handles it as a poller does, again and again until it is settled; how often. */
async function handleAll(bot: Bot<BotContext>, update: object): Promise<number> {
  for (let times = 1; times <= 20; times += 1) {
    try {
      await bot.handleUpdate(update as Parameters<typeof bot.handleUpdate>[0]);
      return times;
    } catch {
      // It comes again.
    }
  }
  return Number.POSITIVE_INFINITY;
}

const outcomeOf = async (id: number) =>
  (await base.ownerSql`select outcome from update_seen where update_id = ${id}`)[0]?.outcome;
const saidIn = async (chatId: number) =>
  (
    await base.ownerSql`select ref #>> '{message,lines,0,key}' as key from outbox where chat_id = ${chatId}`
  ).map(({ key }) => key as string);
const fresh = () => {
  nextId += 1;
  return nextId;
};

describe('an update that cannot be handled is settled', () => {
  test('what no command may see is set aside at once; its sender hears of it, the operator its number alone', async () => {
    const update_id = fresh();
    const chat = { ...CHAT, id: 5_001 };
    const broken = { update_id, message: { message_id: 'x', date: 1, chat, from: AN, text: 'rất riêng tư' } };
    expect(await handleAll(openBot(), broken)).toBe(1);
    expect(await outcomeOf(update_id)).toBe('failed');
    expect(await saidIn(5_001)).toEqual(['error-not-saved']);
    expect(logged).toContain(`"updateId":${update_id}`);
    expect(logged).not.toMatch(/riêng|"An"|5001/);
  });

  test('a tap that says not who tapped is answered nevertheless', async () => {
    const update_id = fresh();
    expect(await handleAll(openBot(), { update_id, callback_query: { id: '77', data: 'open.1' } })).toBe(1);
    expect(toasts).toEqual([{ callback_query_id: '77', text: expect.stringContaining('Chưa lưu được') }]);
  });

  const failing = () => {
    throw new TypeError('a bug');
  };
  const whole = (update_id: number, chatId: number) => ({
    update_id,
    message: {
      message_id: 1,
      date: 1,
      chat: { ...CHAT, id: chatId },
      from: { ...AN, id: chatId },
      text: 'tin',
    },
  });

  test('the third failure settles it, and once more it is nothing new', async () => {
    const update = whole(fresh(), 5_002);
    expect(await handleAll(openBot(failing), update)).toBe(3);
    expect(await outcomeOf(update.update_id)).toBe('failed');
    expect(await handleAll(openBot(failing), update)).toBe(1);
    expect(await saidIn(5_002)).toEqual(['error-not-saved']);
  });

  test('what may pass is tried longer, not for ever', async () => {
    const locked = Object.assign(new Error('deadlock detected'), { code: '40P01' });
    const update = whole(fresh(), 5_003);
    const bot = openBot(() => {
      throw locked;
    });
    expect(await handleAll(bot, update)).toBe(10);
    expect(await outcomeOf(update.update_id)).toBe('failed');
  });

  test.each([
    ['the word to its sender', 'outbox', 'failed'],
    ['even its number', 'update_seen', undefined],
  ])('when %s cannot be kept it is settled all the same', async (_, table, outcome) => {
    await base.ownerSql.unsafe(`
      create function refuse() returns trigger language plpgsql as 'begin raise exception ''refused''; end';
      create trigger refused before insert on ${table} for each row execute function refuse()`);
    try {
      const update = whole(fresh(), 5_004);
      expect(await handleAll(openBot(failing), update)).toBe(3);
      expect(await outcomeOf(update.update_id)).toBe(outcome);
    } finally {
      await base.ownerSql.unsafe(`drop trigger refused on ${table}; drop function refuse`);
    }
  });

  test('a failure after the commit does not bring it back', async () => {
    const update_id = fresh();
    const bot = openBot(async (ctx) => {
      ctx.answers.toast = { key: 'no-such-text' };
    });
    const message = { message_id: 1, date: 1, chat: CHAT, from: BOT, text: 'x' };
    const tap = { id: '1', from: AN, chat_instance: '1', message, data: 'x' };
    expect(await handleAll(bot, { update_id, callback_query: tap })).toBe(1);
    expect(await outcomeOf(update_id)).toBe('done');
  });
});

test('whatever of an update is gone or made something else: it is settled, and no command fails over it', async () => {
  const bot = openBot();
  await fc.assert(
    fc.asyncProperty(brokenUpdates, async (broken) => {
      const update_id = fresh();
      logged = '';
      toasts = [];
      expect(await handleAll(bot, { ...broken, update_id })).toBe(1);
      expect(await outcomeOf(update_id)).toMatch(/done|failed/);
      expect(logged).not.toContain('"level":50');
      const tap = (broken as { callback_query?: { id?: unknown } | null }).callback_query;
      if (typeof tap?.id === 'string') expect(toasts.length).toBeGreaterThan(0);
    }),
    { numRuns: 400 },
  );
});
