import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from '@grammyjs/types';
import { Api } from 'grammy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLogger } from '../../src/log.ts';
import { openAttention } from '../../src/telegram/attention.ts';
import type { Intake } from '../../src/telegram/intake.ts';
import { type Poller, startPoller } from '../../src/telegram/poller.ts';
import { startSimulator } from '../simulator/server.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { until } from '../support/until.ts';

const TO_TELEGRAM_MS = 150;
/** What handling takes with a database beside it. */
const HANDLING_MS = 20;

let sim: Simulator;
let poller: Poller;
let handled: number[];
let surplus: number[];
let passed: number[];

const intake: Intake = {
  take: async (sorted) => void surplus.push(...sorted.surplus.map(({ id }) => id)),
  handle: (_, run) => run(),
  pass: async (ids) => void passed.push(...ids),
  tellPassed: async () => {},
};

beforeEach(async () => {
  sim = await startSimulator({ limits: false });
  sim.faults.add({ kind: 'latency', ms: TO_TELEGRAM_MS });
  handled = [];
  surplus = [];
  passed = [];
});
afterEach(async () => {
  await poller.stop();
  await sim.close();
});

function start(handle: (update: Update) => Promise<void>): void {
  const lock = { lost: new AbortController().signal, release: async () => {} };
  const api = new Api(sim.token, { apiRoot: sim.url });
  const bot = {
    api,
    handleUpdate: async (update: Update) => {
      handled.push(update.update_id);
      await handle(update);
    },
  };
  poller = startPoller(
    bot as unknown as Parameters<typeof startPoller>[0],
    { tryLock: async () => lock },
    createLogger({ level: 'silent' }),
    openAttention(),
    intake,
  );
}

test('at 150 ms to Telegram 30 chats with 10 messages each are handled once each, and confirmed', async () => {
  const people = Array.from({ length: 30 }, (_, n) => sim.addUser({ first_name: `Người ${n}` }));
  for (let round = 0; round < 10; round += 1) for (const person of people) person.send(`tin ${round}`);
  start(() => sleep(HANDLING_MS));
  await until(async () => sim.stats().pendingUpdates === 0).catch((error: unknown) => {
    throw new Error(`${handled.length} handlings, ${sim.stats().pendingUpdates} not confirmed`, {
      cause: error,
    });
  });
  expect(handled).toHaveLength(300);
  expect(new Set(handled).size).toBe(300);
});

test('what no program expects between the updates of people stops nobody', async () => {
  const people = Array.from({ length: 5 }, (_, n) => sim.addUser({ first_name: `Người ${n}` }));
  const odd: object[] = [
    { callback_query: { id: '9', data: 'x' } },
    { message: { message_id: 1, text: 'x' } },
    { my_chat_member: {} },
    { message: null },
    { update_id: 2 ** 53 - 1, message: { message_id: 1 } },
    { update_id: 1.5 },
    { update_id: 'x' },
  ];
  for (const [n, raw] of odd.entries()) {
    people[n % 5]!.send('tin');
    sim.injectUpdate(raw);
  }
  start(() => sleep(HANDLING_MS));
  await until(async () => sim.stats().pendingUpdates === 0 && handled.length >= 11);
  people[0]!.send('tin sau');
  await until(async () => sim.stats().pendingUpdates === 0 && handled.length >= 12);
  // Seven messages, the four odd ones that have a number, and the one that came after.
  expect(new Set(handled).size).toBe(12);
  expect(handled).toHaveLength(12);
});

test('behind a thousand messages of one member nobody else waits, and each of these is read or left with a word', async () => {
  const [flooding, waiting] = ['Một', 'Hai'].map((first_name) => sim.addUser({ first_name }));
  for (let n = 0; n < 1_000; n += 1) flooding!.send(`tin ${n}`);
  waiting!.send('tin');
  const last = sim.lastUpdateId;
  start(() => sleep(HANDLING_MS));
  const began = performance.now();
  await until(async () => handled.includes(last));
  // Eleven answers of Telegram at 150 ms; a busy machine adds to it. Handled one after the other they take twenty seconds.
  expect(performance.now() - began).toBeLessThan(6_000);
  await until(async () => sim.stats().pendingUpdates === 0 && handled.length + surplus.length === 1_001);
  expect(new Set([...handled, ...surplus]).size).toBe(1_001);
  expect(surplus).toHaveLength(950);
});

test('an update that takes its time stops nobody: others come in behind it, and it is kept that it is owed', async () => {
  const people = Array.from({ length: 250 }, (_, n) => sim.addUser({ first_name: `Người ${n}` }));
  for (const person of people) person.send('tin');
  const first = sim.lastUpdateId - 249;
  let release: () => void = () => {};
  const slow = new Promise<void>((resolve) => {
    release = resolve;
  });
  start(() => (handled.at(-1) === first ? slow : Promise.resolve()));
  await until(async () => handled.length === 250);
  expect(passed).toContain(first);
  release();
  await until(async () => sim.stats().pendingUpdates === 0);
  expect(new Set(handled).size).toBe(250);
});
