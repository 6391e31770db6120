import { Api, HttpError } from 'grammy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rawCall } from '../simulator/raw-call.ts';
import { startSimulator } from '../simulator/server.ts';
import type { SimUser } from '../simulator/sim-user.ts';
import type { Simulator } from '../simulator/simulator.ts';

let sim: Simulator;
let user: SimUser;
let dice: number[];

beforeEach(async () => {
  dice = [];
  sim = await startSimulator({ latency: false, limits: false, random: () => dice.shift() ?? 0 });
  user = sim.addUser({ first_name: 'An' });
  user.start();
});
afterEach(() => sim.close());

const send = (chat_id = user.id) => rawCall(sim, 'sendMessage', { chat_id, text: 'tin' });
const arrived = () => user.inbox().filter(({ fromBot }) => fromBot).length;

test('an error answers its status so many times, unprocessed, then all is well', async () => {
  sim.faults.add({ kind: 'error', status: 502, description: 'Bad Gateway', times: 2 });
  expect(await send()).toMatchObject({ status: 502, ok: false, error_code: 502, description: 'Bad Gateway' });
  expect((await send()).status).toBe(502);
  expect(arrived()).toBe(0);
  expect((await send()).status).toBe(200);
  expect(sim.stats().faults).toBe(2);
});

test('a rule meets its own method and chat only', async () => {
  const other = sim.addUser({ first_name: 'Bình' });
  other.start();
  sim.faults.add({ kind: 'error', method: ['sendMessage', 'sendDocument'], chatId: other.id });
  expect((await send()).status).toBe(200);
  expect((await send(other.id)).status).toBe(500);
  expect((await rawCall(sim, 'sendChatAction', { chat_id: other.id, action: 'typing' })).status).toBe(200);
  sim.faults.clear();
  expect((await send(other.id)).status).toBe(200);
});

test('a probability is thrown for each call', async () => {
  sim.faults.add({ kind: 'error', probability: 0.5 });
  dice = [0.4, 0.5, 0.9, 0.1];
  const statuses: number[] = [];
  for (let i = 0; i < 4; i += 1) statuses.push((await send()).status);
  expect(statuses).toEqual([500, 200, 200, 500]);
});

test('each rule has a chance of its own, and what was met is counted by kind', async () => {
  sim.faults.add({ kind: 'error', status: 502, probability: 0.1 });
  sim.faults.add({ kind: 'error', status: 429, retryAfter: 1, probability: 0.1 });
  dice = [0.5, 0.05, 0.05, 0.5, 0.5];
  const statuses: number[] = [];
  for (let i = 0; i < 3; i += 1) statuses.push((await send()).status);
  expect(statuses).toEqual([429, 502, 200]);
  expect([...sim.stats().faultsMet].slice(-2)).toEqual([
    ['error 429', 1],
    ['error 502', 1],
  ]);
});

test('a 429 can be made with its retry_after', async () => {
  sim.faults.add({
    kind: 'error',
    status: 429,
    description: 'Too Many Requests: retry after 7',
    retryAfter: 7,
  });
  expect(await send()).toMatchObject({ status: 429, parameters: { retry_after: 7 } });
});

test('latency holds the answer back', async () => {
  sim.faults.add({ kind: 'latency', ms: 120 });
  const started = performance.now();
  expect((await send()).status).toBe(200);
  expect(performance.now() - started).toBeGreaterThanOrEqual(115);
});

test('a dropped connection processed nothing', async () => {
  sim.faults.add({ kind: 'drop', times: 1 });
  await expect(send()).rejects.toThrow('fetch failed');
  expect(arrived()).toBe(0);
});

test('a connection dropped after the send leaves the message there: the send that failed has arrived', async () => {
  sim.faults.add({ kind: 'drop-after', times: 1 });
  const api = new Api(sim.token, { apiRoot: sim.url });
  await expect(api.sendMessage(user.id, 'tin')).rejects.toBeInstanceOf(HttpError);
  expect(arrived()).toBe(1);
});

test('a call that hangs is given up by the client, processed or not', async () => {
  const api = new Api(sim.token, { apiRoot: sim.url, timeoutSeconds: 0.2 });
  sim.faults.add({ kind: 'hang', times: 1 });
  await expect(api.sendMessage(user.id, 'tin')).rejects.toBeInstanceOf(HttpError);
  expect(arrived()).toBe(0);
  sim.faults.add({ kind: 'hang-after', times: 1 });
  await expect(api.sendMessage(user.id, 'tin')).rejects.toBeInstanceOf(HttpError);
  expect(arrived()).toBe(1);
});
