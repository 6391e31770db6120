import { setTimeout as sleep } from 'node:timers/promises';
import type { SimMessage } from '../simulator/protocol.ts';
import type { Simulator } from '../simulator/simulator.ts';

/** `queued`: so many commands of the flooder at once; strangers write for the first time, each once; `taps` on others' messages. */
export type FloodOptions = {
  seconds: number;
  queued: number;
  flooder: number;
  strangersASecond: number;
  tapsASecond: number;
};

/** The ms from each tap to its toast, 30,000 where none came, and how many got none. */
export type Flooded = { toasts: number[]; unanswered: number };

const STRANGER_ID = 5_000_000;
const TOAST_WITHIN_MS = 30_000;

/** Floods the bot from both ends while others tap. Resolves when the taps are over. */
export async function floodBot(
  sim: Simulator,
  shown: readonly SimMessage[],
  options: FloodOptions,
): Promise<Flooded> {
  const { seconds, queued, flooder, strangersASecond, tapsASecond } = options;
  for (let n = 0; n < queued; n += 1) sim.user(flooder).send('/viec');
  const strangers = evenly(seconds, strangersASecond, (n) => {
    const id = STRANGER_ID + n;
    sim.addUser({ id, first_name: `Người lạ ${n + 1}`, started: true }).send('chào');
  });
  const others = shown.filter(({ chatId }) => chatId !== flooder);
  const taps: Promise<number | undefined>[] = [];
  await evenly(seconds, tapsASecond, (n) => {
    taps.push(tapOnce(sim, others[n % others.length]!, TURNS[Math.floor(n / others.length) % TURNS.length]!));
  });
  await strangers;
  const toasts = await Promise.all(taps);
  return {
    toasts: toasts.map((ms) => ms ?? TOAST_WITHIN_MS),
    unanswered: toasts.filter((ms) => ms === undefined).length,
  };
}

/** Turned over, so that each tap changes what its message shows. */
const TURNS = ['trogiup.main', 'trogiup.who.0'];

async function tapOnce(sim: Simulator, message: SimMessage, data: string): Promise<number | undefined> {
  const start = performance.now();
  const toast = await sim
    .user(message.chatId)
    .tap(data, { message, stale: true, timeoutMs: TOAST_WITHIN_MS });
  return toast && performance.now() - start;
}

/** `act` so many times a second, each at its instant although one was late. */
async function evenly(seconds: number, aSecond: number, act: (n: number) => void): Promise<void> {
  const start = performance.now();
  for (let n = 0; n < seconds * aSecond; n += 1) {
    const waitMs = start + (n * 1_000) / aSecond - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    act(n);
  }
}
