import { performance } from 'node:perf_hooks';
import postgres, { type Sql } from 'postgres';
import { type Figure, median, percentile } from './figures.ts';
import { type LedgerDesk, OPERATIONS, openLedgerDesk } from './ledger-desk.ts';
import { ledgerPlans } from './ledger-plans.ts';
import type { Rig } from './rig.ts';
import { type Bench, rounds, type Scenario } from './scenario.ts';
import { seedLedger } from './seed-ledger.ts';

const LARGE = 1_000_000;
const SMALL = 1_000;
const PAIRS = 68;
/** Of each operation, on each ledger, in each round. */
const SAMPLES = 360;
const WARM_UP = 60;
/** What must not grow with the ledger; the others are reported beside them. */
const JUDGED = ['log', 'search', 'page'];

/** Milliseconds by operation. */
type Samples = Record<string, { small: number[]; large: number[] }>;
type Ledger = { desk: LedgerDesk; url: string; owner: Sql; close(): Promise<void> };

/**
 * A ledger of a million entries beside one of a thousand, over the same pairs, both under the same load in the same process. It
 * takes minutes to fill, so only when asked for.
 */
export const ledger: Scenario = {
  name: 'ledger',
  isUsual: false,
  async run({ rig, rounds: count, chats: entries = LARGE, say }) {
    const small = await openLedger(rig, SMALL, say);
    const large = await openLedger(rig, entries, say);
    try {
      await measure(small.desk, large.desk, 0, WARM_UP);
      const runs = await rounds(count, async (round) => {
        const samples = await measure(small.desk, large.desk, WARM_UP + (round - 1) * SAMPLES, SAMPLES);
        say(`ledger ${round}: ${describe(samples)}`);
        return samples;
      });
      return [
        ...Object.keys(OPERATIONS).map((name) => figureOf(name, runs, entries)),
        ...(await ledgerPlans(large.desk, large.url, large.owner)),
      ];
    } finally {
      await Promise.all([small.close(), large.close()]);
    }
  },
};

async function openLedger(rig: Rig, entries: number, say: Bench['say']): Promise<Ledger> {
  const { office, url, close } = await rig.makeDatabase();
  const owner = postgres(url, { max: 1, onnotice: () => {} });
  const startedAt = performance.now();
  const seats = await seedLedger(office, owner, { entries, pairs: PAIRS });
  say(`ledger: ${entries} entries after ${Math.round((performance.now() - startedAt) / 1000)} s`);
  const desk = await openLedgerDesk(office, owner, seats);
  const end = async () => {
    await owner.end({ timeout: 5 });
    await close();
  };
  return { desk, url, owner, close: end };
}

/** Each operation on both ledgers in turn, now the one first, now the other. */
async function measure(small: LedgerDesk, large: LedgerDesk, from: number, count: number): Promise<Samples> {
  const samples: Samples = Object.fromEntries(
    Object.keys(OPERATIONS).map((name) => [name, { small: [], large: [] }]),
  );
  for (let n = from; n < from + count; n += 1)
    for (const [name, operation] of Object.entries(OPERATIONS)) {
      const turns = [
        { desk: small, into: samples[name]!.small },
        { desk: large, into: samples[name]!.large },
      ];
      for (const { desk, into } of n % 2 === 0 ? turns : turns.toReversed()) {
        const startedAt = performance.now();
        await operation(desk, n);
        into.push(performance.now() - startedAt);
      }
    }
  return samples;
}

const p95 = (values: number[]): number => percentile(values, 0.95);

function figureOf(name: string, runs: Samples[], entries: number): Figure {
  const of = (size: 'small' | 'large') => median(runs.map((run) => p95(run[name]![size])));
  return {
    name: `ledger ${name}`,
    value: median(runs.map((run) => p95(run[name]!.large) / p95(run[name]!.small))),
    unit: '×',
    ...(JUDGED.includes(name) ? { limit: { at: 1.3, is: 'at most' } } : {}),
    note: `p95 ${of('large').toFixed(1)} ms of ${entries} entries; ${of('small').toFixed(1)} ms of ${SMALL}; ${runs.length} × ${SAMPLES} samples`,
  };
}

const describe = (samples: Samples): string =>
  Object.entries(samples)
    .map(([name, { small, large }]) => `${name} ${p95(large).toFixed(1)}/${p95(small).toFixed(1)} ms`)
    .join(', ');
