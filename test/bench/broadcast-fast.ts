import { type Figure, median, percentile } from './figures.ts';
import { type Broadcast, runApp, runBaseline } from './round.ts';
import { type Bench, rounds, type Scenario } from './scenario.ts';

const CHATS = 12_000;
const WARM_UP = 1_000;
/** Ten a second: more than that the bare handler, which takes one after the other, does not keep up with. */
const TAP_EVERY_MS = 100;

type Round = { app: Broadcast; plain: Broadcast };

/** Without limits: messages a second, beside plain BullMQ with one job a message and no storage. */
export const broadcastFast: Scenario = {
  name: 'broadcast-fast',
  isUsual: true,
  async run(bench) {
    const runs = await pairs(bench, 'broadcast-fast', undefined);
    const ratio = median(runs.map(({ app, plain }) => rate(app) / rate(plain)));
    const perSecond = (of: keyof Round) => Math.round(median(runs.map((run) => rate(run[of]))));
    return [
      {
        name: 'broadcast-fast',
        value: ratio,
        unit: '×',
        limit: { at: 0.5, is: 'at least' },
        note: `${perSecond('app')}/s; plain BullMQ ${perSecond('plain')}/s`,
      },
      wrong('broadcast-fast lost or doubled', runs, (run) => run.lost + run.doubled),
    ];
  },
};

/** A tap's way to its toast while such a broadcast runs, beside a bare grammY handler with one INSERT under the same load. */
export const tapToast: Scenario = {
  name: 'tap-toast',
  isUsual: true,
  async run(bench) {
    const runs = await pairs(bench, 'tap-toast', TAP_EVERY_MS);
    const p99 = (of: keyof Round) => runs.map((run) => percentile(run[of].taps, 0.99));
    const ratio = median(
      runs.map(({ app, plain }) => percentile(app.taps, 0.99) / percentile(plain.taps, 0.99)),
    );
    const count = runs.reduce((sum, run) => sum + run.app.taps.length, 0);
    return [
      {
        name: 'tap-toast',
        value: ratio,
        unit: '×',
        limit: { at: 2, is: 'at most' },
        note: `p99 ${median(p99('app')).toFixed(0)} ms; bare handler ${median(p99('plain')).toFixed(0)} ms; ${count} taps`,
      },
      wrong('tap-toast unanswered', runs, (run) => run.unanswered),
    ];
  },
};

/** Messages a second of one broadcast. */
export const rate = (run: Broadcast): number => (run.messages - run.taps.length) / (run.ms / 1000);

const wrong = (name: string, runs: Round[], of: (run: Broadcast) => number): Figure => ({
  name,
  value: runs.reduce((sum, run) => sum + of(run.app), 0),
  unit: '',
  limit: { at: 0, is: 'at most' },
  note: `over ${runs.length} rounds`,
});

/** The program and the baseline by turns, on the same servers, with the same payload. */
function pairs(
  { rig, rounds: count, chats = CHATS, say }: Bench,
  name: string,
  tapEveryMs: number | undefined,
) {
  const options = { chats, warmUp: Math.min(chats, WARM_UP), rateLimit: 0, tapEveryMs };
  return rounds(count, async (round): Promise<Round> => {
    const app = await runApp(rig, options);
    const plain = await runBaseline(rig, options, app.sample);
    say(`${name} ${round}: ${describe(app)}; plain ${describe(plain)}`);
    return { app, plain };
  });
}

function describe(run: Broadcast): string {
  const taps =
    run.taps.length > 0
      ? `, p50 ${percentile(run.taps, 0.5).toFixed(0)} ms, p99 ${percentile(run.taps, 0.99).toFixed(0)} ms of ${run.taps.length}`
      : '';
  return `${Math.round(rate(run))}/s after ${Math.round(run.ms - (run.lastAt - run.firstAt))} ms${taps}`;
}
