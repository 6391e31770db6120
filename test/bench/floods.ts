import { setTimeout as sleep } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import type { Office } from '../../src/usecases/begin-work.ts';
import { tellPeople } from '../../src/usecases/enqueue.ts';
import { message, text } from '../../src/usecases/said.ts';
import type { AppCalls } from './app-child.ts';
import { openChild } from './child.ts';
import { type Figure, median, percentile } from './figures.ts';
import { configFor, type Rig } from './rig.ts';
import { rounds, type Scenario } from './scenario.ts';
import { seedBroadcast } from './seed-broadcast.ts';
import type { SimCalls } from './sim-child.ts';

const MEMBERS = 30;
const FLOODER = 10_000;
const SECONDS = 60;
const NOTICE_EVERY_MS = 1_000;
const TAPS_A_SECOND = 5;
const RATE_LIMIT = 28.8;
const LATENCY_MS = 100;
/** For this long after its first message a new budget takes every chat for one that was just written to. */
const BUDGET_KNOWN_MS = 3_000;
/** What has not gone out so long after the flood counts as having waited so long. */
const SETTLED_WITHIN_MS = 30_000;

const FLOODS = {
  strangers: { strangersASecond: 45, queued: 0 },
  member: { strangersASecond: 0, queued: 1_000 },
  both: { strangersASecond: 45, queued: 1_000 },
} as const;

/** ms: notices from their commit until Telegram has them; taps until the toast, and until the tapped message shows the result. */
type Run = { notices: number[]; toasts: number[]; results: number[]; unanswered: number; floods: number };

/** Strangers writing 45 times a second, each for the first time; 1,000 commands of one member at once; both: what others notice of it. */
export const floods: Scenario = {
  name: 'floods',
  isUsual: false,
  async run({ rig, rounds: count, say }) {
    const figures: Figure[] = [];
    for (const [name, flood] of Object.entries(FLOODS)) {
      const runs = await rounds(count, async (round) => {
        const run = await floodOnce(rig, flood);
        const worst = [run.notices, run.toasts, run.results].map((ms) => Math.round(Math.max(...ms)));
        say(
          `floods ${name} ${round}: at most ms notice ${worst[0]}, toast ${worst[1]}, result ${worst[2]}; 429 ${run.floods}`,
        );
        return run;
      });
      figures.push(...figuresOf(name, runs));
    }
    return figures;
  },
};

function figuresOf(name: string, runs: Run[]): Figure[] {
  const over = (what: string, of: (run: Run) => number, limit: number | undefined, note: string): Figure => ({
    name: `floods ${name}: ${what}`,
    value: median(runs.map(of)),
    unit: 'ms',
    ...(limit === undefined ? {} : { limit: { at: limit, is: 'at most' } }),
    note,
  });
  const none = (what: string, of: (run: Run) => number): Figure => ({
    name: `floods ${name}: ${what}`,
    value: runs.reduce((sum, run) => sum + of(run), 0),
    unit: '',
    limit: { at: 0, is: 'at most' },
    note: `over ${runs.length} rounds`,
  });
  const [one] = runs;
  return [
    over('notice', (run) => Math.max(...run.notices), 2_000, `the latest of ${one!.notices.length}`),
    over('toast p99', (run) => percentile(run.toasts, 0.99), 1_000, `${one!.toasts.length} taps`),
    // A thousand updates are ten calls one after the other, whatever the program does: Telegram gives a hundred at a time.
    over('toast slowest', (run) => Math.max(...run.toasts), undefined, 'tapped as the flood came'),
    over('result p99', (run) => percentile(run.results, 0.99), undefined, 'the tapped message shows it'),
    none('unanswered', (run) => run.unanswered),
    none('429', (run) => run.floods),
  ];
}

async function floodOnce(rig: Rig, flood: { strangersASecond: number; queued: number }): Promise<Run> {
  const base = await rig.makeDatabase();
  const sql = postgres(base.url, { max: 1, onnotice: () => {} });
  const sim = await openChild<SimCalls>('./sim-child.ts');
  const app = await openChild<AppCalls>('./app-child.ts');
  try {
    await rig.redis.flush();
    const seeded = await seedBroadcast(base.office, MEMBERS, 1);
    const place = await sim.call('start', {
      people: MEMBERS,
      limits: true,
      keepMessages: true,
      latencyMs: LATENCY_MS,
    });
    await app.call(
      'start',
      configFor({ sim: place, redisUrl: rig.redis.url, databaseUrl: base.url, rateLimit: RATE_LIMIT }),
    );
    await sim.call('arm', { chats: MEMBERS });
    await app.call('issue', { inspectionId: seeded.broadcast, byPerson: seeded.byPerson });
    if (!(await sim.call('arrived', { timeoutMs: 60_000 }))) throw new Error('the notices did not arrive');
    await sleep(BUDGET_KNOWN_MS);
    const flooded = sim.call('flood', {
      ...flood,
      seconds: SECONDS,
      flooder: FLOODER,
      tapsASecond: TAPS_A_SECOND,
    });
    const [before] = await sql<{ id: number }[]>`select max(id)::int as id from outbox`;
    for (let n = 1; n <= SECONDS; n += 1) {
      await tell(base.office, seeded.byPerson + (n % MEMBERS || 1));
      await app.call('kick', undefined);
      await sleep(NOTICE_EVERY_MS);
    }
    const { toasts, unanswered } = await flooded;
    await untilSettled(sql);
    const { floods } = await sim.call('tally', undefined);
    return {
      toasts,
      unanswered,
      floods,
      notices: await waited(sql, 1, before!.id),
      results: await waited(sql, 0, before!.id),
    };
  } finally {
    await app.stop();
    await sim.stop();
    await sql.end({ timeout: 1 });
    await base.close();
  }
}

const tell = (office: Office, personId: number) =>
  office.work({ pairs: 'all' }, (work) =>
    tellPeople(work, [
      {
        personId,
        pairId: null,
        kind: 'said',
        ref: { message: message([text('plain', { text: 'Nhắc: 17h00 hôm nay là hạn trả lời.' })]) },
      },
    ]),
  );

/** The flooder and the strangers may still wait: only the others are asked for. */
async function untilSettled(sql: Sql): Promise<void> {
  const until = Date.now() + SETTLED_WITHIN_MS;
  while (Date.now() < until) {
    const [row] = await sql<{ n: number }[]>`
      select count(*)::int as n from outbox
      where chat_id > ${FLOODER} and chat_id < ${FLOODER + MEMBERS} and state in ('pending', 'claimed', 'sending')`;
    if (row!.n === 0) return;
    await sleep(200);
  }
}

/** How long, ms, what was said to others in a lane waited until it was out; edits that a later one overtook are left out. */
async function waited(sql: Sql, lane: number, after: number): Promise<number[]> {
  const rows = await sql<{ ms: number }[]>`
    select coalesce(extract(epoch from sent_at - created_at)::float8 * 1000, ${SETTLED_WITHIN_MS}) as ms from outbox
    where lane = ${lane} and id > ${after} and state <> 'skipped'
      and chat_id > ${FLOODER} and chat_id < ${FLOODER + MEMBERS}`;
  return rows.map((row) => row.ms);
}
