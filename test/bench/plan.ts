import { findPlanOverlaps } from '../../src/domain/plan-overlaps.ts';
import { type YearRow, yearPages } from '../../src/pictures/plan-year.ts';
import { pictureToPng } from '../../src/pictures/png.ts';
import { type Figure, median } from './figures.ts';
import { makePairPlan, type PairPlan } from './plan-lines.ts';
import { rounds, type Scenario } from './scenario.ts';

const PAIRS = 34;
const TARGETS = 3_321;
const ITEMS = 100_000;
/** Shares of the whole, to see how the time grows. */
const SIZES = [0.25, 0.5, 1];
const DRAWN_TARGETS = 60;

/** `each`: milliseconds of each pair. */
type Timed = { ms: number; each: number[]; items: number; found: number };
type Round = { sparse: Timed[]; dense: Timed[]; timelineMs: number };

/** Finding what clashes in the plans of 34 pairs, and in one pair whose lines are all about one organisation; drawing a year. No database. */
export const plan: Scenario = {
  name: 'plan',
  isUsual: true,
  async run({ rounds: count, say }) {
    const sparse = SIZES.map(sparsePlans);
    const dense = SIZES.map(densePlan);
    for (const plans of [...sparse, ...dense]) timed(plans);
    const runs = await rounds(count, async (round): Promise<Round> => {
      const result = { sparse: sparse.map(timed), dense: dense.map(timed), timelineMs: drawYear(round) };
      say(`plan ${round}: ${JSON.stringify(result, (key, value) => (key === 'each' ? undefined : value))}`);
      return result;
    });
    return figuresOf(runs);
  },
};

const sparsePlans = (share: number): PairPlan[] =>
  Array.from({ length: PAIRS }, (_, pair) =>
    makePairPlan({
      targets: Math.round((TARGETS * share) / PAIRS),
      lines: Math.round((ITEMS * share) / PAIRS),
      seed: pair + 1,
    }),
  );

const densePlan = (share: number): PairPlan[] => [
  makePairPlan({ targets: 1, lines: Math.round((ITEMS * share) / PAIRS), seed: 99 }),
];

function timed(plans: readonly PairPlan[]): Timed {
  const result: Timed = { ms: 0, each: [], items: 0, found: 0 };
  for (const { lines, kin } of plans) {
    const start = performance.now();
    const { length } = findPlanOverlaps(lines, kin);
    const ms = performance.now() - start;
    result.ms += ms;
    result.each.push(ms);
    result.items += lines.length;
    result.found += length;
  }
  return result;
}

/** Milliseconds for all pages of a year of sixty targets with three lines each. `round` keeps what was drawn before out of it. */
function drawYear(round: number): number {
  const rows: YearRow[] = Array.from({ length: DRAWN_TARGETS }, (_, at) => ({
    name: `Ban Thường vụ Đảng uỷ xã số ${at + 1}, Đảng bộ tỉnh`,
    gap: null,
    bars: [1, 4, 9].map((month) => ({
      from: `2027-0${month}-1${at % 10}`,
      to: `2027-0${month}-2${at % 10}`,
      ...{ isOwnLead: at % 2 === 0, isJoint: at % 5 === 0, clashes: at % 4 === 0 ? [at + 1] : [] },
    })),
  }));
  const words = { ownLead: 'Ta', otherLead: 'Bên kia', joint: 'Chung', clash: 'trùng', gap: 'trống' };
  const months = Array.from({ length: 12 }, (_, at) => `T${at + 1}`);
  const start = performance.now();
  const pages = yearPages({
    ...{ title: `Kế hoạch ${round}`, subtitle: `lần ${start}`, year: 2027, today: '2027-05-20', rows },
    words: { ...words, today: 'hôm nay', months },
  });
  for (const page of pages) pictureToPng(page);
  return performance.now() - start;
}

function figuresOf(runs: readonly Round[]): Figure[] {
  const of = (value: (run: Round) => number) => median(runs.map(value));
  const perPair = runs[0]!.sparse.at(-1)!.each.map((_, pair) => of((run) => run.sparse.at(-1)!.each[pair]!));
  const [whole, dense] = [runs[0]!.sparse.at(-1)!, runs[0]!.dense.at(-1)!];
  const note = `${whole.items} lines, ${PAIRS} pairs, ${TARGETS} targets, ${whole.found} findings`;
  const denseNote = `${dense.items} lines of one organisation, ${dense.found} findings`;
  return [
    atMost('plan slowest of the pairs', Math.max(...perPair), 'ms', 100, note),
    atMost(
      'plan all pairs',
      of((run) => run.sparse.at(-1)!.ms),
      'ms',
      3_000,
      note,
    ),
    atMost(
      'plan dense pair',
      of((run) => run.dense.at(-1)!.ms),
      'ms',
      100,
      denseNote,
    ),
    atMost(
      'plan growth',
      of((run) => growthOf(run.sparse)),
      '×',
      2,
      growthNote(runs, 'sparse'),
    ),
    atMost(
      'plan growth dense',
      of((run) => growthOf(run.dense)),
      '×',
      2,
      growthNote(runs, 'dense'),
    ),
    atMost(
      'plan timeline',
      of((run) => run.timelineMs),
      'ms',
      1_000,
      `${DRAWN_TARGETS} targets, all pages`,
    ),
  ];
}

const atMost = (name: string, value: number, unit: string, at: number, note: string): Figure => ({
  ...{ name, value, unit, note },
  limit: { at, is: 'at most' },
});

/** Nanoseconds for each step that n log n + findings counts. */
const stepOf = ({ ms, items, found }: Timed): number => (ms * 1e6) / (items * Math.log2(items) + found);

/** The cost of a step at the largest size over that at the smallest. */
const growthOf = (sizes: readonly Timed[]): number => stepOf(sizes.at(-1)!) / stepOf(sizes[0]!);

const growthNote = (runs: readonly Round[], which: 'sparse' | 'dense'): string =>
  SIZES.map((_, at) => {
    const { items } = runs[0]![which][at]!;
    return `${items}: ${median(runs.map((run) => stepOf(run[which][at]!))).toFixed(0)} ns`;
  }).join(', ');
