import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { UPDATE_KINDS } from '../fuzz/make-value.ts';
import { runFuzz } from '../fuzz/run-fuzz.ts';
import { openWorlds, type Worlds } from '../fuzz/worlds.ts';

/** A short cut of `npm run fuzz`: the same updates each time. */
const SEED = 28;
const UPDATES = 2_000;

let worlds: Worlds;

beforeAll(async () => {
  worlds = await openWorlds(inject('serverUrl'));
}, 120_000);
afterAll(() => worlds?.close());

test('whatever comes in from whomever: nothing falls over, each tap is answered, nobody changes what is not theirs', async () => {
  const tally = await runFuzz({ worlds, seed: SEED, updates: UPDATES });
  expect(tally.faults).toEqual([]);
  expect([tally.updates, tally.taps]).toEqual([UPDATES, tally.answered]);
  expect(UPDATE_KINDS.filter((kind) => !tally.counts.kind.has(kind))).toEqual([]);
  expect(tally.counts.act.size).toBeGreaterThan(10);
}, 300_000);
