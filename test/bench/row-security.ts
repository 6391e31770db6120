import { rate } from './broadcast-fast.ts';
import { type Figure, median, percentile } from './figures.ts';
import { type Broadcast, runApp } from './round.ts';
import { rounds, type Scenario } from './scenario.ts';

const CHATS = 9_000;
const WARM_UP = 1_000;
const TAP_EVERY_MS = 100;

const DROP_POLICIES = `do $$
declare one record;
begin
  for one in select tablename, policyname from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on %I', one.policyname, one.tablename);
    execute format('alter table %I no force row level security', one.tablename);
    execute format('alter table %I disable row level security', one.tablename);
  end loop;
end $$`;

/** The price of row-level security: the same broadcast and the same taps with the policies and without them. */
export const rowSecurity: Scenario = {
  name: 'row-security',
  isUsual: false,
  async run({ rig, rounds: count, chats = CHATS, say }) {
    const options = { chats, warmUp: Math.min(chats, WARM_UP), rateLimit: 0 };
    const runs = await rounds(count, async (round) => {
      const prepare = DROP_POLICIES;
      const result = {
        kept: await runApp(rig, options),
        dropped: await runApp(rig, { ...options, prepare }),
        keptTaps: await runApp(rig, { ...options, tapEveryMs: TAP_EVERY_MS }),
        droppedTaps: await runApp(rig, { ...options, prepare, tapEveryMs: TAP_EVERY_MS }),
      };
      say(`row-security ${round}: done`);
      return result;
    });
    const compare = (name: string, unit: string, pairs: [kept: number, dropped: number][]): Figure => ({
      name: `row-security ${name}`,
      value: median(pairs.map(([kept, dropped]) => kept / dropped)),
      unit: '×',
      note: `with ${median(pairs.map(([kept]) => kept)).toFixed(0)} ${unit}, without ${median(pairs.map(([, dropped]) => dropped)).toFixed(0)} ${unit}`,
    });
    const at = (share: number) => (run: Broadcast) => percentile(run.taps, share);
    const taps = (of: (run: Broadcast) => number) =>
      runs.map((run): [number, number] => [of(run.keptTaps), of(run.droppedTaps)]);
    return [
      compare(
        'broadcast',
        'messages/s',
        runs.map((run) => [rate(run.kept), rate(run.dropped)]),
      ),
      compare('tap p50', 'ms', taps(at(0.5))),
      compare('tap p99', 'ms', taps(at(0.99))),
    ];
  },
};
