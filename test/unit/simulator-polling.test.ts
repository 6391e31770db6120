import type { Update } from '@grammyjs/types';
import { Bot } from 'grammy';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rawCall } from '../simulator/raw-call.ts';
import { startSimulator } from '../simulator/server.ts';
import type { SimUser } from '../simulator/sim-user.ts';
import type { Simulator } from '../simulator/simulator.ts';

let sim: Simulator;
let user: SimUser;
let wall = 1_790_000_000_000;

beforeEach(async () => {
  sim = await startSimulator({ latency: false, limits: false, now: () => wall });
  user = sim.addUser({ first_name: 'An' });
});
afterEach(() => sim.close());

async function poll(params: Record<string, unknown> = {}): Promise<Update[]> {
  const answer = await rawCall(sim, 'getUpdates', params);
  if (!answer.ok) throw new Error(answer.description);
  return answer.result as Update[];
}

const textsOf = (updates: Update[]) => updates.map(({ message }) => message?.text);

describe('offsets', () => {
  test('what is not confirmed comes again; an offset confirms what lies below it', async () => {
    user.start();
    user.send('một');
    user.send('hai');
    const first = await poll({ limit: 2 });
    expect(textsOf(first)).toEqual(['/start', 'một']);
    expect(await poll({ limit: 2 })).toEqual(first);
    expect(textsOf(await poll({ offset: first[1]!.update_id + 1 }))).toEqual(['hai']);
    expect(textsOf(await poll())).toEqual(['hai']);
  });

  test('a negative offset counts from the end and forgets the rest', async () => {
    for (const text of ['một', 'hai', 'ba']) user.send(text);
    expect(textsOf(await poll({ offset: -1 }))).toEqual(['ba']);
    expect(textsOf(await poll())).toEqual(['ba']);
  });
});

describe('long polling', () => {
  test('waits for the next update and then answers at once', async () => {
    const started = performance.now();
    const waiting = poll({ timeout: 20 });
    setTimeout(() => user.send('chào'), 50);
    expect(textsOf(await waiting)).toEqual(['chào']);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('ends empty after its timeout', async () => {
    expect(await poll({ timeout: 1 })).toEqual([]);
  });

  test('a second poller ends the first with 409', async () => {
    const first = rawCall(sim, 'getUpdates', { timeout: 20 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const second = poll({ timeout: 20 });
    expect(await first).toMatchObject({ status: 409, error_code: 409 });
    user.send('chào');
    expect(textsOf(await second)).toEqual(['chào']);
  });

  test('a poller that hung up leaves no conflict and loses nothing', async () => {
    const hangUp = new AbortController();
    const body = new URLSearchParams({ timeout: '20' });
    const target = `${sim.url}/bot${sim.token}/getUpdates`;
    const gone = fetch(target, { method: 'POST', body, signal: hangUp.signal }).catch(() => 'gone');
    await new Promise((resolve) => setTimeout(resolve, 50));
    hangUp.abort();
    expect(await gone).toBe('gone');
    await new Promise((resolve) => setTimeout(resolve, 50));
    user.send('chào');
    expect(textsOf(await poll())).toEqual(['chào']);
  });
});

describe('which updates', () => {
  test('allowed_updates sticks until it is set again', async () => {
    await poll({ allowed_updates: ['my_chat_member'] });
    user.start();
    user.block();
    const seen = await poll();
    expect(seen.map((update) => Object.keys(update)[0])).toEqual(['my_chat_member']);
    await poll({ allowed_updates: [] });
    user.unblock();
    user.send('chào');
    expect(await poll()).toHaveLength(3);
  });

  test('a tap that nobody fetched for 150 s is dropped', async () => {
    user.start();
    await rawCall(sim, 'sendMessage', {
      chat_id: user.id,
      text: 'x',
      reply_markup: { inline_keyboard: [[{ text: 'Đã nhận', callback_data: 'a' }]] },
    });
    const tapped = user.tap('Đã nhận', { timeoutMs: 10 });
    expect(await poll()).toHaveLength(2);
    wall += 150_000;
    expect(await poll()).toHaveLength(1);
    expect(await tapped).toBeUndefined();
  });

  test('a forged update comes as it is; a duplicate comes once more after it was confirmed', async () => {
    const id = sim.injectUpdate({});
    expect(await poll()).toEqual([{ update_id: id }]);
    expect(await poll({ offset: id + 1 })).toEqual([]);
    sim.duplicateUpdate(id);
    expect(await poll({ offset: id + 1 })).toEqual([{ update_id: id }]);
    expect(await poll({ offset: id + 1 })).toEqual([]);
    sim.injectUpdate({ update_id: 5 });
    expect(await poll({ offset: id + 1 })).toEqual([{ update_id: 5 }]);
  });
});

test('a grammY bot polls, answers, edits what was tapped and shows a toast', async () => {
  const bot = new Bot(sim.token, { client: { apiRoot: sim.url } });
  bot.command('start', (context) =>
    context.reply(`Chào ${context.match}`, {
      reply_markup: { inline_keyboard: [[{ text: 'Đã nhận', callback_data: 'ack:1' }]] },
    }),
  );
  bot.callbackQuery('ack:1', async (context) => {
    await context.editMessageText('Đã ghi nhận');
    await context.answerCallbackQuery({ text: 'Cảm ơn', show_alert: true });
  });
  const running = bot.start({ timeout: 5 });
  user.start('ma-moi');
  expect((await user.waitFor(/Chào/)).text).toBe('Chào ma-moi');
  expect(await user.tap('Đã nhận')).toEqual({ text: 'Cảm ơn', show_alert: true });
  expect(await user.waitFor('Đã ghi nhận')).toMatchObject({ editCount: 1 });
  await bot.stop();
  await running;
});
