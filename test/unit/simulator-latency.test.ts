import { Api } from 'grammy';
import { afterEach, expect, test } from 'vitest';
import type { LatencyRules } from '../simulator/latency.ts';
import { startSimulator } from '../simulator/server.ts';
import type { Simulator } from '../simulator/simulator.ts';

let sim: Simulator;
afterEach(() => sim.close());

/** How long calls made one after the other took, ms. */
async function takenBy(calls: number, latency?: false | LatencyRules): Promise<number[]> {
  sim = await startSimulator({ limits: false, latency });
  const api = new Api(sim.token, { apiRoot: sim.url });
  await api.getMe();
  const taken: number[] = [];
  for (let n = 0; n < calls; n += 1) {
    const start = performance.now();
    await api.getMe();
    taken.push(performance.now() - start);
  }
  return taken;
}

test('unless told otherwise a call takes 50 to 150 ms, not the same each time', async () => {
  const taken = await takenBy(8);
  // A timer may fire a millisecond early; a busy machine adds to it.
  expect(Math.min(...taken)).toBeGreaterThan(48);
  expect(Math.max(...taken) - Math.min(...taken)).toBeGreaterThan(20);
});

test('a test whose subject is something else is answered at once', async () => {
  expect(Math.min(...(await takenBy(8, false)))).toBeLessThan(25);
});
