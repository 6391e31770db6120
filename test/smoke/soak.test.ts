import { expect, test } from 'vitest';
import { missingForSoak } from '../soak/needs.ts';
import { shortcomings } from '../soak/report.ts';
import { runSoak } from '../soak/run-soak.ts';
import { SHORT } from '../soak/weather.ts';

/** A short cut of `npm run soak`: the same days each time, and the same weather. */
const CUT = { seed: 35, days: 3, hours: ['07:31', '09:00', '13:35'], mostMs: 4_000, pairs: 2, force: SHORT };

test('through kills, cuts and an outage nothing is lost, doubled without a mark, or held against whoever answered or was not reached', async () => {
  expect(missingForSoak()).toBeUndefined();
  const outcome = await runSoak(CUT);
  const found = Object.values(outcome.verdict).flatMap((one) => one.found);
  expect([...found, ...shortcomings(outcome)]).toEqual([]);
}, 300_000);
