import { setTimeout as sleep } from 'node:timers/promises';
import type { AppCalls } from './app-child.ts';
import type { BaselineCalls } from './baseline-child.ts';
import { type Child, openChild } from './child.ts';
import { configFor, onServer, type Rig } from './rig.ts';
import { type Seeded, seedBroadcast } from './seed-broadcast.ts';
import type { Arrived, Sample, SimCalls } from './sim-child.ts';

/** What one broadcast gave. `ms`: from the commit (or from the jobs being in) to the last message at the simulator. */
export type Broadcast = Arrived & {
  ms: number;
  lost: number;
  doubled: number;
  taps: number[];
  unanswered: number;
  residentBytes: number;
};

export type BroadcastOptions = {
  chats: number;
  warmUp: number;
  rateLimit: number;
  tapEveryMs?: number;
  /** SQL on the scratch database before the program starts. */
  prepare?: string;
};

/** Messages in flight on the baseline's side: what gave it the most messages a second. */
const CONCURRENCY = 48;
const TIMEOUT_MS = 600_000;
/** For this long after its first message a new budget takes every chat for one that was just written to. */
const BUDGET_KNOWN_MS = 3_000;

/** One broadcast of the program: a notice to `chats` private chats by its use case, after a small one to warm up. */
export async function runApp(rig: Rig, options: BroadcastOptions): Promise<Broadcast> {
  const { chats, warmUp, rateLimit } = options;
  const base = await rig.makeDatabase();
  const sim = await openChild<SimCalls>('./sim-child.ts');
  const app = await openChild<AppCalls>('./app-child.ts');
  try {
    await rig.redis.flush();
    const seeded = await seedBroadcast(base.office, chats, warmUp);
    if (options.prepare) await onServer(base.url, options.prepare);
    const place = await startSim(sim, options);
    await app.call(
      'start',
      configFor({ sim: place, redisUrl: rig.redis.url, databaseUrl: base.url, rateLimit }),
    );
    await warm(sim, warmUp, () => issue(app, seeded, seeded.warmUp));
    if (rateLimit > 0) await sleep(BUDGET_KNOWN_MS);
    await sim.call('arm', { chats });
    const { committedAt, requestId } = await issue(app, seeded, seeded.broadcast);
    const result = await arrive(sim, committedAt, options, `ack.${requestId}.attending`);
    return { ...result, residentBytes: (await app.call('memory', undefined)).rss };
  } finally {
    await app.stop();
    await sim.stop();
    await base.close();
  }
}

/** The same broadcast by plain BullMQ, one job a message, from the moment the jobs are in. */
export async function runBaseline(rig: Rig, options: BroadcastOptions, sample: Sample): Promise<Broadcast> {
  const { chats, warmUp } = options;
  const base = await rig.makeDatabase();
  const sim = await openChild<SimCalls>('./sim-child.ts');
  const plain = await openChild<BaselineCalls>('./baseline-child.ts');
  try {
    await rig.redis.flush();
    const { url, token } = await startSim(sim, options);
    await plain.call('start', {
      apiRoot: url,
      token,
      redisUrl: rig.redis.url,
      databaseUrl: base.url,
      concurrency: CONCURRENCY,
    });
    if (options.tapEveryMs) await plain.call('answerTaps', undefined);
    await warm(sim, warmUp, () => plain.call('broadcast', { chats: warmUp, sample }));
    await sim.call('arm', { chats });
    const { startedAt } = await plain.call('broadcast', { chats, sample });
    const result = await arrive(sim, startedAt, options, 'ack.1.attending');
    return { ...result, residentBytes: (await plain.call('memory', undefined)).rss };
  } finally {
    await plain.stop();
    await sim.stop();
    await base.close();
  }
}

const startSim = (sim: Child<SimCalls>, { chats, rateLimit, tapEveryMs }: BroadcastOptions) =>
  sim.call('start', { people: chats, limits: rateLimit > 0, keepMessages: tapEveryMs !== undefined });

const issue = (app: Child<AppCalls>, { byPerson }: Seeded, inspectionId: number) =>
  app.call('issue', { inspectionId, byPerson });

async function warm(sim: Child<SimCalls>, chats: number, send: () => Promise<unknown>): Promise<void> {
  await sim.call('arm', { chats });
  await send();
  if (!(await sim.call('arrived', { timeoutMs: 60_000 }))) throw new Error('the warm-up did not arrive');
}

async function arrive(
  sim: Child<SimCalls>,
  startedAt: number,
  { tapEveryMs }: BroadcastOptions,
  data: string,
): Promise<Omit<Broadcast, 'residentBytes'>> {
  const tapped = tapEveryMs === undefined ? undefined : sim.call('tapAlong', { data, everyMs: tapEveryMs });
  const arrived = await sim.call('arrived', { timeoutMs: TIMEOUT_MS });
  const taps = (await tapped) ?? { ms: [], unanswered: 0 };
  const tally = await sim.call('tally', undefined);
  if (!arrived) throw new Error(`${tally.lost} chats got nothing within ${TIMEOUT_MS / 1000} s`);
  return {
    ...arrived,
    ms: arrived.lastAt - startedAt,
    lost: tally.lost,
    doubled: tally.doubled,
    taps: taps.ms,
    unanswered: taps.unanswered,
  };
}
