import { setTimeout as sleep } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import type { AppCalls } from './app-child.ts';
import { type Child, openChild } from './child.ts';
import type { Figure } from './figures.ts';
import { configFor, type Rig } from './rig.ts';
import { type Bench, rounds, type Scenario } from './scenario.ts';
import { seedBroadcast } from './seed-broadcast.ts';
import type { SimCalls } from './sim-child.ts';

const CHATS = 600;
const KILLS = 5;
const RATE_LIMIT = 28.8;
/** A dead worker's rows come back when their lease of 45 s has run out. */
const TIMEOUT_MS = 240_000;

type Run = { lost: number; doubled: number; unmarked: number; onTheWire: number };

/** SIGKILL for the worker five times during a paced broadcast, and Redis emptied once: nothing lost, little doubled. */
export const killRecovery: Scenario = {
  name: 'kill-recovery',
  isUsual: true,
  async run({ rig, rounds: count, chats = CHATS, say }) {
    const runs = await rounds(count, async (round) => {
      const run = await killWorkers(rig, chats, say);
      say(`kill-recovery ${round}: ${JSON.stringify(run)}`);
      return run;
    });
    const sum = (of: keyof Run) => runs.reduce((total, run) => total + run[of], 0);
    const note = `over ${count} rounds of ${KILLS} kills and one FLUSHALL, ${chats} chats`;
    const figure = (what: string, value: number, at: number): Figure => ({
      name: `kill-recovery ${what}`,
      value,
      unit: '',
      limit: { at, is: 'at most' },
      note,
    });
    return [
      figure('lost', sum('lost'), 0),
      figure('doubled', sum('doubled'), sum('onTheWire')),
      figure('doubled, not marked', sum('unmarked'), 0),
    ];
  },
};

async function killWorkers(rig: Rig, chats: number, say: Bench['say']): Promise<Run> {
  const base = await rig.makeDatabase();
  const sim = await openChild<SimCalls>('./sim-child.ts');
  const front = await openChild<AppCalls>('./app-child.ts');
  const sql = postgres(base.url, { max: 1, onnotice: () => {} });
  let worker: Child<AppCalls> | undefined;
  try {
    await rig.redis.flush();
    const seeded = await seedBroadcast(base.office, chats, 1);
    const place = await sim.call('start', { people: chats, limits: true, keepMessages: false });
    const common = { sim: place, redisUrl: rig.redis.url, databaseUrl: base.url, rateLimit: RATE_LIMIT };
    await front.call('start', configFor({ ...common, roles: ['bot', 'web'] }));
    const startWorker = async () => {
      worker = await openChild<AppCalls>('./app-child.ts');
      await worker.call('start', configFor({ ...common, roles: ['worker'] }));
      return worker;
    };
    await startWorker();
    await sim.call('arm', { chats });
    await front.call('issue', { inspectionId: seeded.broadcast, byPerson: seeded.byPerson });
    const onTheWire = new Set<string>();
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await untilMessages(sim, (kill * chats) / (KILLS + 2));
      await worker!.kill();
      const before = onTheWire.size;
      for (const sending of await rowsOnTheWire(sql)) onTheWire.add(sending);
      say(`kill-recovery: kill ${kill}, ${onTheWire.size - before} on the wire`);
      await startWorker();
      if (kill === Math.ceil(KILLS / 2)) await rig.redis.flush();
    }
    await untilSettled(sql);
    const { lost, doubled, unmarked } = await sim.call('tally', undefined);
    return { lost, doubled, unmarked, onTheWire: onTheWire.size };
  } finally {
    await worker?.stop();
    await front.stop();
    await sim.stop();
    await sql.end({ timeout: 1 });
    await base.close();
  }
}

async function untilMessages(sim: Child<SimCalls>, count: number): Promise<void> {
  const until = Date.now() + TIMEOUT_MS;
  while ((await sim.call('tally', undefined)).messages < count) {
    if (Date.now() > until) throw new Error('the broadcast stands still');
    await sleep(20);
  }
}

/** Until no row is left that could still go out, so that late doubles count too. */
async function untilSettled(sql: Sql): Promise<void> {
  const until = Date.now() + TIMEOUT_MS;
  while ((await countUnsettled(sql)) > 0) {
    if (Date.now() > until) return;
    await sleep(200);
  }
}

/** Each with its lease: a row left by an earlier kill counts once, unless it went on the wire again. */
async function rowsOnTheWire(sql: Sql): Promise<string[]> {
  const rows = await sql`select id, lease_until::text from outbox where state = 'sending'`;
  return rows.map((row) => `${row.id} ${row.lease_until}`);
}

async function countUnsettled(sql: Sql): Promise<number> {
  const [row] = await sql`
    select count(*)::int as n from outbox where state in ('pending', 'claimed', 'sending')`;
  return row!.n;
}
