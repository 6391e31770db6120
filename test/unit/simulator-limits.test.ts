import { afterEach, describe, expect, test } from 'vitest';
import { rawCall } from '../simulator/raw-call.ts';
import { startSimulator } from '../simulator/server.ts';
import type { Simulator } from '../simulator/simulator.ts';
import type { SimulatorOptions } from '../simulator/simulator-options.ts';

let sim: Simulator;
let wall = 1_790_000_000_000;
afterEach(() => sim.close());

async function start(options: SimulatorOptions = {}): Promise<void> {
  sim = await startSimulator({ latency: false, now: () => wall, ...options });
}

function people(count: number): number[] {
  return Array.from({ length: count }, (_, i) => {
    const user = sim.addUser({ first_name: `Người ${i}` });
    user.start();
    return user.id;
  });
}

function groupWithBot() {
  const group = sim.addGroup({ title: 'Đoàn' });
  group.addMembers(sim.addUser({ first_name: 'Trưởng đoàn' }));
  group.joinBot();
  return group;
}

const send = (chat_id: number, text = 'tin') => rawCall(sim, 'sendMessage', { chat_id, text });

describe('a private chat takes one message in any 1,000 ms', () => {
  test('the second is refused with retry_after until exactly 1,000 ms have gone', async () => {
    await start();
    const [id] = people(1);
    expect((await send(id!)).status).toBe(200);
    wall += 999;
    expect(await send(id!)).toMatchObject({
      status: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    });
    wall += 1;
    expect((await send(id!)).status).toBe(200);
    expect(sim.stats()).toMatchObject({ sends: 2, floods: 1 });
    expect(sim.stats().received.get(id!)).toBe(2);
  });

  test('edits and answers to taps are not counted there', async () => {
    await start();
    const [id] = people(1);
    const { result } = (await send(id!)) as unknown as { result: { message_id: number } };
    for (const text of ['a', 'b', 'c']) {
      const edit = { chat_id: id, message_id: result.message_id, text };
      expect((await rawCall(sim, 'editMessageText', edit)).status).toBe(200);
    }
  });
});

test('the bot sends 30 messages in any 1,000 ms, also across a seam', async () => {
  await start();
  const ids = people(46);
  for (const id of ids.slice(0, 15)) expect((await send(id)).status).toBe(200);
  wall += 600;
  for (const id of ids.slice(15, 30)) expect((await send(id)).status).toBe(200);
  expect((await send(ids[30]!)).status).toBe(429);
  wall += 400;
  for (const id of ids.slice(30, 45)) expect((await send(id)).status).toBe(200);
  expect((await send(ids[45]!)).status).toBe(429);
  expect(sim.stats()).toMatchObject({ sends: 45, floods: 2, maxPerSecond: 30, maxAttemptedPerSecond: 32 });
});

test('a group takes 20 a minute, edits counted', async () => {
  await start();
  const group = groupWithBot();
  const first = (await send(group.id, '0')) as unknown as { result: { message_id: number } };
  for (let i = 1; i < 10; i += 1) expect((await send(group.id, `${i}`)).status).toBe(200);
  const edit = (text: string) =>
    rawCall(sim, 'editMessageText', { chat_id: group.id, message_id: first.result.message_id, text });
  for (let i = 10; i < 20; i += 1) expect((await edit(`${i}`)).status).toBe(200);
  wall += 29_500;
  expect(await send(group.id)).toMatchObject({ status: 429, parameters: { retry_after: 31 } });
  expect((await edit('quá')).status).toBe(429);
  wall += 30_500;
  expect((await send(group.id)).status).toBe(200);
});

test('answerCallbackQuery is not a message to the limits', async () => {
  await start({ limits: { botPerSecond: 1 } });
  const [id] = people(1);
  const markup = { inline_keyboard: [[{ text: 'Đã nhận', callback_data: 'a' }]] };
  await rawCall(sim, 'sendMessage', { chat_id: id, text: 'x', reply_markup: markup });
  for (let i = 0; i < 3; i += 1) {
    const tapped = sim.user(id!).tap('Đã nhận');
    const updates = (await rawCall(sim, 'getUpdates', { offset: -1 })) as unknown as {
      result: { callback_query: { id: string } }[];
    };
    const callback_query_id = updates.result[0]!.callback_query.id;
    expect((await rawCall(sim, 'answerCallbackQuery', { callback_query_id })).status).toBe(200);
    await tapped;
  }
});

test('edits fill every window when asked to', async () => {
  await start({ limits: { editsCount: 'everywhere' } });
  const [id] = people(1);
  const { result } = (await send(id!)) as unknown as { result: { message_id: number } };
  const edit = await rawCall(sim, 'editMessageText', {
    chat_id: id,
    message_id: result.message_id,
    text: 'b',
  });
  expect(edit.status).toBe(429);
});

test('without limits everything goes, and the peak is still counted', async () => {
  await start({ limits: false });
  const [id] = people(1);
  for (let i = 0; i < 40; i += 1) expect((await send(id!)).status).toBe(200);
  expect(sim.stats()).toMatchObject({ sends: 40, floods: 0, maxPerSecond: 40 });
});

test('without stored messages the counts stay', async () => {
  await start({ limits: false, keepMessages: false });
  const [id] = people(1);
  await send(id!);
  expect(sim.messages(id!)).toEqual([]);
  expect(sim.stats().received.get(id!)).toBe(1);
});
