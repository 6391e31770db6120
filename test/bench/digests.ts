import { setTimeout as sleep } from 'node:timers/promises';
import { sql as text } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import postgres, { type Sql } from 'postgres';
import { clock } from '../../db/schema/index.ts';
import { defaultCalendarDays, makeCalendar } from '../../src/domain/calendar.ts';
import { nextSlot } from '../../src/domain/digest.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import type { AppCalls } from './app-child.ts';
import { openChild } from './child.ts';
import { digestCosts } from './digest-costs.ts';
import { type Figure, median } from './figures.ts';
import { configFor, type Rig } from './rig.ts';
import { type Bench, rounds, type Scenario } from './scenario.ts';
import { seedInspections } from './seed-inspections.ts';
import type { SimCalls } from './sim-child.ts';

const TELEGRAM_PER_SECOND = 30;
const RATE_LIMIT = 28.8;
/** 34 agreements of 31 people a side, one đầu mối in all of them: 2,075 people. */
const MORNING = { inspections: 340, pairs: 34, peopleASide: 31 };
const SIM_FIRST_ID = 10_000;
const LARGE = 100_000;

/** The digests of a Monday morning for 2,000 people, and what one digest costs, in all agreements and in one, among few inspections and many. */
export const digests: Scenario = {
  name: 'digests',
  isUsual: false,
  run: async ({ rig, rounds: count, chats = LARGE, say }) => [
    ...(await mornings(rig, count, say)),
    ...(await digestCosts(rig, count, chats, say)),
  ],
};

type Morning = {
  messages: number;
  people: number;
  ms: number;
  floods: number;
  lost: number;
  doubled: number;
};

async function mornings(rig: Rig, count: number, say: Bench['say']): Promise<Figure[]> {
  const runs = await rounds(count, async (round) => {
    const run = await morning(rig);
    say(`digests ${round}: ${run.messages} messages to ${run.people} people in ${Math.round(run.ms)} ms`);
    return run;
  });
  const ideal = ({ messages }: Morning) => (messages / TELEGRAM_PER_SECOND) * 1000;
  const none = (name: string, of: (run: Morning) => number): Figure => ({
    name: `digests ${name}`,
    value: runs.reduce((sum, run) => sum + of(run), 0),
    unit: '',
    limit: { at: 0, is: 'at most' },
    note: `over ${runs.length} rounds`,
  });
  return [
    {
      name: 'digests morning',
      value: median(runs.map((run) => run.ms / ideal(run))),
      unit: '×',
      limit: { at: 1.1, is: 'at most' },
      note: `${runs[0]!.people} people, ${runs[0]!.messages} messages with the pictures; against 30 a second`,
    },
    none('429', (run) => run.floods),
    none('lost', (run) => run.lost),
    none('doubled', (run) => run.doubled),
  ];
}

/** From the sweep that finds Monday 07h30 to the last message, with Telegram's limits on. */
async function morning(rig: Rig): Promise<Morning> {
  const base = await rig.makeDatabase();
  const owner = postgres(base.url, { max: 1, onnotice: () => {} });
  const sim = await openChild<SimCalls>('./sim-child.ts');
  const app = await openChild<AppCalls>('./app-child.ts');
  try {
    await rig.redis.flush();
    await seedInspections(base.office, owner, MORNING);
    const people = await seatPeople(owner);
    const place = await sim.call('start', { people, limits: true, keepMessages: false });
    const slot = await nextMonday(base.office);
    await moveTo(base.office, slot.minus({ minutes: 1 }));
    await app.call(
      'start',
      configFor({ sim: place, redisUrl: rig.redis.url, databaseUrl: base.url, rateLimit: RATE_LIMIT }),
    );
    await untilPlanned(owner, people);
    await sim.call('arm', { chats: people });
    await moveTo(base.office, slot);
    return await wait(owner, sim, people);
  } finally {
    await app.stop();
    await sim.stop();
    await owner.end({ timeout: 5 });
    await base.close();
  }
}

/** Everyone gets the week's, and the chats of the simulator. */
async function seatPeople(sql: Sql): Promise<number> {
  await sql`insert into calendar_day ${sql(defaultCalendarDays)}`;
  await sql`insert into digest_setting (person_id, kind, is_on)
    select id, kind, kind = 'weekly' from person, unnest(array['daily', 'weekly', 'monthly']) kind`;
  const seated = await sql`
    update telegram_account a set chat_id = ${SIM_FIRST_ID} + o.at, user_id = ${SIM_FIRST_ID} + o.at
    from (select id, row_number() over (order by id) - 1 as at from telegram_account) o where o.id = a.id returning a.id`;
  return seated.length;
}

/** The next Monday's slot by business time. */
const nextMonday = (office: Office): Promise<DateTime> =>
  office.work({ pairs: [] }, async ({ now }) => nextSlot('weekly', makeCalendar(defaultCalendarDays), now));

const moveTo = (office: Office, at: DateTime): Promise<unknown> =>
  office.work({ pairs: [] }, ({ tx, now }) =>
    tx.update(clock).set({ offsetMs: text`${clock.offsetMs} + ${at.toMillis() - now.toMillis()}` }),
  );

async function untilPlanned(sql: Sql, people: number): Promise<void> {
  for (let tried = 0; tried < 120; tried += 1) {
    const [row] = await sql<
      { n: number }[]
    >`select count(*)::int as n from digest_slot where state = 'pending'`;
    if (row!.n >= people) return;
    await sleep(500);
  }
  throw new Error('the slots were not planned');
}

type SimChild = Awaited<ReturnType<typeof openChild<SimCalls>>>;

async function wait(sql: Sql, sim: SimChild, people: number): Promise<Morning> {
  const first = await sim.call('arrived', { timeoutMs: 400_000 });
  if (!first) throw new Error('not everybody got a digest');
  let left = 1;
  while (left > 0) {
    await sleep(250);
    const [row] = await sql<{ n: number }[]>`
      select count(*)::int as n from outbox where state in ('pending', 'claimed', 'sending')`;
    left = row!.n;
  }
  const [sent] = await sql<{ ms: number; doubled: number }[]>`
    select extract(epoch from max(o.sent_at) - min(s.done_at))::float8 * 1000 as ms,
      (select count(*)::int from (select 1 from outbox where kind in ('digest', 'file')
        group by person_id, kind having count(*) > 1) twice) as doubled
    from outbox o, (select min(done_at) as done_at from digest_slot where state = 'told') s where o.state = 'sent'`;
  const { messages, lost, floods } = await sim.call('tally', undefined);
  return { messages, people, ms: sent!.ms, floods, lost, doubled: sent!.doubled };
}
