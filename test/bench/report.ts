import { performance } from 'node:perf_hooks';
import postgres from 'postgres';
import { periodNamed } from '../../src/domain/report-period.ts';
import { findActor } from '../../src/usecases/find-actor.ts';
import { readReport } from '../../src/usecases/report/report-message.ts';
import { ALL_PAIRS } from '../../src/usecases/report/report-scope.ts';
import { isRefused } from '../../src/usecases/said.ts';
import { scopeTo } from '../../src/usecases/work.ts';
import { type Figure, median, percentile } from './figures.ts';
import { type Bench, rounds, type Scenario } from './scenario.ts';
import { seedInspections } from './seed-inspections.ts';

const INSPECTIONS = 100_000;
const PAIRS = 68;
const PEOPLE_A_SIDE = 10;
const SAMPLES = 10;
const MOST_MS = 1000;

/** The report of a year among 100,000 inspections: of one pair, and of a person who stands in all of them. */
export const report: Scenario = {
  name: 'report',
  isUsual: false,
  async run({ rig, rounds: count, chats: inspections = INSPECTIONS, say }) {
    const { office, url, close } = await rig.makeDatabase();
    const owner = postgres(url, { max: 1, onnotice: () => {} });
    try {
      const { everywhere, seats } = await seedInspections(office, owner, {
        ...{ inspections, pairs: PAIRS, peopleASide: PEOPLE_A_SIDE },
      });
      say(`report: ${inspections} inspections are there`);
      const read = (user: number, isAll: boolean) => readOnce(office, user, isAll);
      const runs = await rounds(count, async (round) => {
        const one: number[] = [];
        const all: number[] = [];
        for (let n = 0; n < SAMPLES; n += 1) {
          one.push(await read(seats[n % seats.length]!.user, false));
          all.push(await read(everywhere, true));
        }
        say(`report ${round}: one pair ${Math.round(p90(one))} ms, all ${Math.round(p90(all))} ms`);
        return { one, all };
      });
      return [
        figureOf(
          'one pair',
          runs.map(({ one }) => one),
          inspections,
        ),
        figureOf(
          'all pairs',
          runs.map(({ all }) => all),
          inspections,
        ),
      ];
    } finally {
      await owner.end({ timeout: 5 });
      await close();
    }
  },
};

const p90 = (values: number[]): number => percentile(values, 0.9);

/** Milliseconds of one report, as a command takes them: in the scope of the person's pairs. */
async function readOnce(
  office: Awaited<ReturnType<Bench['rig']['makeDatabase']>>['office'],
  user: number,
  isAll: boolean,
): Promise<number> {
  const startedAt = performance.now();
  await office.work({ pairs: [] }, async (work) => {
    const actor = (await findActor(work, user))!;
    const pairs = actor.members.map(({ pairId }) => pairId);
    await scopeTo(work.tx, pairs);
    const choice = isAll ? ALL_PAIRS : pairs[0]!;
    const read = await readReport(work, actor, choice, periodNamed('year', work.now), 0);
    if (isRefused(read)) throw new Error(read.refused.key);
  });
  return performance.now() - startedAt;
}

const figureOf = (name: string, runs: number[][], inspections: number): Figure => ({
  name: `report ${name}`,
  value: median(runs.map(p90)),
  unit: 'ms',
  limit: { at: MOST_MS, is: 'at most' },
  note: `p90 of a year's report, ${inspections} inspections over ${PAIRS} pairs; ${runs.length} × ${SAMPLES} samples`,
});
