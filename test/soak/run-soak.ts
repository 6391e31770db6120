import { setTimeout as sleep } from 'node:timers/promises';
import { openRandom } from '../fuzz/random.ts';
import type { FaultRule } from '../simulator/faults.ts';
import { type Crew, startCrew } from './crew.ts';
import { type Seen, steadily } from './desk.ts';
import type { History } from './history.ts';
import { judge, type Verdict } from './judge.ts';
import { type Load, openLoad } from './load.ts';
import { readOwed } from './owed.ts';
import { openPeople, type People } from './people.ts';
import { openRecorder, type Recorder } from './recorder.ts';
import { type Rig, startRig } from './rig.ts';
import { type Stop, stopsOf } from './stops.ts';
import { type Blow, drawWeather, type Force, USUAL_FAULTS } from './weather.ts';

/** A run: where its chance comes from, how many working days it lives and with how many pairs, and what befalls it. */
export type SoakRun = {
  seed: number;
  days: number;
  /** Where the clock stops on each day, and how long people and program have there at most, ms. */
  hours: readonly string[];
  mostMs: number;
  pairs: number;
  force: Force;
  say?: (line: string) => void;
  /** Ends the run, with nothing left behind. */
  signal?: AbortSignal;
};

/** What a run came to. `injected`: by name, what was really done to the program. */
export type SoakOutcome = {
  verdict: Verdict;
  injected: Record<string, number>;
  sent: number;
  errors: Map<string, number>;
  endedAlone: number;
  exits: (number | null)[];
  printed: string;
  history: History;
};

type Run = {
  rig: Rig;
  crew: Crew;
  load: Load;
  people: People;
  recorder: Recorder;
  quiet: History['quiet'];
  calm: number[];
  counts: Record<string, number>;
  mostMs: number;
  say: (line: string) => void;
  signal: AbortSignal | undefined;
};

/** What chance has left out so far: a fault that was never made shows nothing. */
function unmet({ rig }: Run): FaultRule[] {
  const met = rig.sim.stats().faultsMet;
  return USUAL_FAULTS.filter(({ kind, status }) => !met.has(status ? `${kind} ${status}` : kind)).map(
    ({ probability: _, ...rule }) => ({ ...rule, times: 1 }),
  );
}

const LOOK_MS = 250;
/** What the start of the processes takes on an idle machine; where it takes longer everything gets as much longer. */
const USUAL_START_MS = 6_000;
const MOST_SLOW = 6;
const LEAST_MS = 500;
/** At the end nobody waits any more for what does not move for so long. */
const STILL_MS = 180_000;

/** Lives through the days with the bad weather, lets everything settle in fair weather, and judges. */
export async function runSoak(given: SoakRun): Promise<SoakOutcome> {
  const { seed, pairs, force, say = () => {} } = given;
  const rig = await startRig(openRandom(seed, 1));
  let crew: Crew | undefined;
  try {
    const recorder = openRecorder(rig.sim, rig.desk.toBusiness);
    const load = await openLoad(rig, pairs, openRandom(seed, 2));
    const people = openPeople(rig.sim, load.chatIds, openRandom(seed, 3), load.weeks);
    const before = performance.now();
    crew = await startCrew(rig.env);
    const slow = Math.min(MOST_SLOW, Math.max(1, (performance.now() - before) / USUAL_START_MS));
    const run: Run = {
      rig,
      crew,
      load,
      people,
      recorder,
      quiet: [],
      calm: [],
      counts: {},
      mostMs: given.mostMs * slow,
      say,
      signal: given.signal,
    };
    const stops = stopsOf(given.days, given.hours);
    await live(run, stops, drawWeather(openRandom(seed, 4), stops.length, force));
    const history = await settle(run, stops.length);
    const injected = injectedIn(run);
    const exits = await crew.stop();
    return {
      verdict: judge(history),
      injected,
      sent: history.said.length,
      errors: crew.errors(),
      endedAlone: crew.counts.endedAlone,
      exits,
      printed: crew.printed(),
      history,
    };
  } catch (error) {
    await crew?.stop();
    throw error;
  } finally {
    await rig.stop();
  }
}

async function live(
  run: Run,
  stops: Stop[],
  { blows, outage }: ReturnType<typeof drawWeather>,
): Promise<void> {
  setFaults(run, USUAL_FAULTS);
  for (const [nth, stop] of stops.entries()) {
    if (nth === outage.from) setFaults(run, [outage.rule]);
    if (nth === outage.to) setFaults(run, USUAL_FAULTS);
    const isAway = nth >= outage.from && nth < outage.to;
    if (isAway) count(run, 'stops without Telegram');
    await run.rig.desk.moveTo(stop.at);
    await run.load.begin(run.people, nth, stop.isMorning);
    const struck = Promise.all(blows.filter((blow) => blow.stop === nth).map((blow) => strike(run, blow)));
    await pass(run, nth, isAway, struck);
    await struck;
    if (stop.isMorning)
      run.say(`stop ${nth + 1} of ${stops.length}: ${run.recorder.count()} messages and edits`);
  }
}

function setFaults({ rig, counts }: Run, rules: readonly FaultRule[]): void {
  rig.sim.faults.clear();
  for (const rule of rules) rig.sim.faults.add(rule);
  // Those that no call has met yet.
  const met = rig.sim.stats().faultsMet;
  for (const kind of ['hang', 'hang-after'] as const) {
    const times = (counts[kind] ?? 0) - (met.get(kind) ?? 0);
    if (times > 0) rig.sim.faults.add({ kind, times });
  }
}

function count({ counts }: Run, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

async function strike(run: Run, blow: Blow): Promise<void> {
  const { rig, crew } = run;
  await sleep(blow.afterMs);
  if (blow.kind === 'kill') return crew.kill(blow.role);
  if (blow.kind === 'hang') {
    const kind = blow.isAfter ? 'hang-after' : 'hang';
    rig.sim.faults.add({ kind, method: blow.method, times: 1 });
    return count(run, kind);
  }
  if (blow.kind === 'flush') await rig.redis.flush();
  if (blow.kind === 'postgres') await rig.postgres.crash();
  if (blow.kind === 'redis-away') await withoutRedis(run, blow.forMs);
  count(run, blow.kind);
}

async function withoutRedis({ rig }: Run, forMs: number): Promise<void> {
  await rig.redis.stop();
  await sleep(forMs);
  await rig.redis.start();
}

/** People act and the program works until nothing moves any more, or for so long; without Telegram until it has been tried. */
async function pass(run: Run, nth: number, isAway: boolean, struck: Promise<unknown>): Promise<void> {
  let isStruck = false;
  void struck.then(() => {
    isStruck = true;
  });
  const begun = Date.now();
  for (;;) {
    run.signal?.throwIfAborted();
    const acting = run.people.look(nth);
    const seen = await observe(run);
    const ms = Date.now() - begun;
    const isDone = isAway ? seen.tried > 0 : acting === 0 && isCalm(seen);
    if (ms > run.mostMs || (isDone && isStruck && ms > LEAST_MS)) return;
    await sleep(LOOK_MS);
  }
}

const isCalm = ({ inHand, waiting, undone }: Seen): boolean => inHand + waiting + undone === 0;

/** Notes what the judge wants to know. */
async function observe({ rig, quiet, calm }: Run): Promise<Seen> {
  const seen = await rig.desk.look();
  if (seen.inHand === 0) quiet.push({ from: seen.from, to: seen.to });
  if (isCalm(seen)) calm.push(rig.desk.toBusiness(seen.from));
  return seen;
}

/** In fair weather until all is calm and nobody has anything to do; then what is still missing is lost. */
async function settle(run: Run, nth: number): Promise<History> {
  const { rig, recorder, people } = run;
  setFaults(run, unmet(run));
  let last = { count: -1, at: Date.now() };
  for (;;) {
    run.signal?.throwIfAborted();
    const acting = people.look(nth);
    if (isCalm(await observe(run)) && acting === 0) break;
    if (recorder.count() !== last.count) last = { count: recorder.count(), at: Date.now() };
    if (Date.now() - last.at > STILL_MS) break;
    await sleep(LOOK_MS);
  }
  const now = rig.desk.toBusiness(Date.now());
  const owed = await steadily(() => readOwed(rig.desk.sql, now));
  return { ...recorder.chats(), quiet: run.quiet, calm: [...run.calm, now], owed };
}

function injectedIn({ rig, crew, people, counts }: Run): Record<string, number> {
  const met = rig.sim.stats().faultsMet;
  const of = (...names: string[]) => names.reduce((sum, name) => sum + (met.get(name) ?? 0), 0);
  return {
    'calls answered 5xx': of('error 502', 'error 503'),
    'calls answered 429': of('error 429'),
    'connections cut before': of('drop'),
    'connections cut after sending': of('drop-after'),
    'calls never answered, not done': of('hang'),
    'calls never answered, done': of('hang-after'),
    'updates that came twice': people.doubled(),
    'stops without Telegram': counts['stops without Telegram'] ?? 0,
    ...Object.fromEntries(
      Object.entries(crew.counts.kills).map(([role, times]) => [`SIGKILL of ${role}`, times]),
    ),
    FLUSHALL: counts.flush ?? 0,
    'Postgres crashed and back': counts.postgres ?? 0,
    'Redis away and back': counts['redis-away'] ?? 0,
  };
}
