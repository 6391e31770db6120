import { setTimeout as sleep } from 'node:timers/promises';
import type { SimEvent, SimMessage } from '../simulator/protocol.ts';
import { startSimulator } from '../simulator/server.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { answerCalls } from './child.ts';
import { type Flooded, type FloodOptions, floodBot } from './sim-floods.ts';
import { missing, repeated } from './tally.ts';

/** What one message was, for the baseline to send the same. */
export type Sample = { html: string; keyboard: unknown; silent: boolean };

/** Chats first…first+count−1 got their messages between `firstAt` and `lastAt`, wall ms. */
export type Arrived = { lastAt: number; firstAt: number; messages: number; floods: number; sample: Sample };

const FIRST_ID = 10_000;

let sim: Simulator;
let people = 0;
let first: number | undefined;
let last = 0;
let messages = 0;
let sample: SimMessage | undefined;
const toTap: SimMessage[] = [];
const counts = new Map<number, number>();
const resent = new Set<number>();
let wanted = 0;
let reached: () => void = () => {};

function note(event: SimEvent): void {
  if (event.type !== 'message' || !event.message.fromBot) return;
  const { message } = event;
  first ??= Date.now();
  last = Date.now();
  messages += 1;
  counts.set(message.chatId, (counts.get(message.chatId) ?? 0) + 1);
  sample = message;
  toTap.push(message);
  if (message.text.includes('(gửi lại)')) resent.add(message.chatId);
  if (counts.size >= wanted) reached();
}

const calls = {
  /** `latencyMs`: each call takes so long; else the usual, without limits none: the program's own costs are measured. */
  start: async (options: { people: number; limits: boolean; keepMessages: boolean; latencyMs?: number }) => {
    const { limits, keepMessages, latencyMs } = options;
    const latency =
      latencyMs === undefined ? limits && undefined : { minMs: latencyMs, maxMs: latencyMs, seed: 1 };
    sim = await startSimulator({ limits, keepMessages, latency });
    people = options.people;
    for (let n = 0; n < people; n += 1)
      sim.addUser({ id: FIRST_ID + n, first_name: `Uỷ viên ${n + 1}`, started: true });
    sim.on('event', note);
    return { url: sim.url, token: sim.token };
  },
  /** Forgets what arrived; the next `arrived` waits for a message in each of `chats` chats. */
  arm: ({ chats }: { chats: number }) => {
    first = undefined;
    messages = 0;
    toTap.length = 0;
    counts.clear();
    resent.clear();
    wanted = chats;
  },
  arrived: async ({ timeoutMs }: { timeoutMs: number }): Promise<Arrived | undefined> => {
    const isThere = new Promise<true>((resolve) => {
      reached = () => resolve(true);
      if (counts.size >= wanted) resolve(true);
    });
    const timer = new AbortController();
    const late = sleep(timeoutMs, false, { signal: timer.signal }).catch(() => false);
    const done = await Promise.race([isThere, late]);
    timer.abort();
    if (!done || first === undefined || !sample) return undefined;
    return { firstAt: first, lastAt: last, messages, floods: sim.stats().floods, sample: sampleOf(sample) };
  },
  /** What every chat of the run got so far. */
  tally: () => {
    const ids = Array.from({ length: wanted }, (_, n) => FIRST_ID + n);
    const doubled = repeated(counts);
    return {
      lost: missing(ids, counts).length,
      doubled: doubled.reduce((sum, one) => sum + one.extra, 0),
      unmarked: doubled.filter((one) => !resent.has(one.chatId)).length,
      messages,
      floods: sim.stats().floods,
    };
  },
  /** Taps messages that arrived, one each `everyMs`, until the run is over; the ms from each tap to its toast. */
  tapAlong: async ({ data, everyMs }: { data: string; everyMs: number }) => {
    const latencies: Promise<number | undefined>[] = [];
    while (counts.size < wanted) {
      const message = toTap.shift();
      if (message) latencies.push(tapOnce(message, data));
      await sleep(everyMs);
    }
    const all = await Promise.all(latencies);
    return {
      ms: all.filter((one) => one !== undefined),
      unanswered: all.filter((one) => one === undefined).length,
    };
  },
  /** Everybody else taps the messages that arrived. */
  flood: (options: FloodOptions): Promise<Flooded> => floodBot(sim, [...toTap], options),
  stop: () => sim.close(),
};

async function tapOnce(message: SimMessage, data: string): Promise<number | undefined> {
  const start = performance.now();
  // With `stale` any data may be tapped: the answer buttons come with the opened notice.
  const toast = await sim.user(message.chatId).tap(data, { message, stale: true, timeoutMs: 30_000 });
  return toast && performance.now() - start;
}

const sampleOf = ({ html, reply_markup, silent }: SimMessage): Sample => ({
  html: html ?? '',
  keyboard: reply_markup,
  silent,
});

export type SimCalls = typeof calls;

answerCalls(calls);
