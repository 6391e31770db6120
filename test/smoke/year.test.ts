import { Redis } from 'ioredis';
import { DateTime, Duration } from 'luxon';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { calendarDay } from '../../db/schema/index.ts';
import { defaultCalendarDays, makeCalendar } from '../../src/domain/calendar.ts';
import { ZONE } from '../../src/domain/working-time.ts';
import { recordAbsence } from '../../src/usecases/absence/record-absence.ts';
import type { SimUser } from '../simulator/sim-user.ts';
import { phonesOf, type SeededPair, seedPair } from '../support/seed.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';
import {
  afterTheAnswer,
  countYear,
  loudDays,
  missed,
  morningsOf,
  outsideWorkingTime,
  saidTo,
  saidTwice,
  sentOn,
} from '../support/year-audit.ts';
import { by, type Life, liveOn, newLife } from '../support/year-life.ts';

const DAYS = 365;
const RESTART_EVERY = 7;
/** Who is away, from a day to before another, counted from the start; `instead`: the colleague who stands in; `held`: what waits for them. */
const AWAY = [
  { pair: 0, who: 'b-member', from: 209, back: 212, instead: null, held: 1 },
  { pair: 1, who: 'b-member', from: 300, back: 312, instead: null, held: 0 },
  { pair: 1, who: 'a-member', from: 251, back: 256, instead: 'a-member-2', held: 0 },
] as const;
const FLUSH_EVERY = 30;
const calendar = makeCalendar(defaultCalendarDays);

let t: TestApp;
let pairs: SeededPair[];
let phones: Record<string, SimUser>;
let start: DateTime;

beforeEach(async () => {
  // A tenth of the usual: its thousands of calls one after the other would add minutes, and their order is the same.
  t = await startTestApp({ latency: { minMs: 5, maxMs: 15, seed: 1 } });
  await t.app.office.work({ pairs: 'all' }, ({ tx }) => tx.insert(calendarDay).values(defaultCalendarDays));
  t.app.office.forgetCalendar();
  const roles = ['secretary', 'chair', 'member', 'member', 'observer'] as const;
  pairs = [
    await seedPair(t.app.office, { key: 'p1', firstUserId: 1000, roles: [...roles] }),
    await seedPair(t.app.office, { key: 'p2', firstUserId: 2000, roles: [...roles] }),
  ];
  phones = phonesOf(t.sim, pairs[0]!.cast);
  phonesOf(t.sim, pairs[1]!.cast);
  const now = await t.app.clock.now();
  start = now.plus({ weeks: 1 }).startOf('week').set({ hour: 9, minute: 30 });
  await t.app.clock.jump(Duration.fromMillis(start.diff(now).toMillis()).toISO()!);
}, 60_000);
afterEach(() => t.stop());

/** Where the queue is on Redis it is emptied; in Postgres its jobs are. */
async function emptyQueue(): Promise<void> {
  if (t.config.redisUrl === undefined) return;
  const redis = new Redis(t.config.redisUrl);
  await redis.flushdb();
  await redis.quit();
}

async function liveAll(lives: Life[], day: number): Promise<void> {
  const now = await t.app.clock.now();
  for (const life of lives) await liveOn(t.app.office, life, day, now);
}

/** Two days before, people say that they will be away. */
async function sayAway(day: number): Promise<void> {
  for (const { pair, who, from, back, instead } of AWAY.filter((one) => day === one.from - 2)) {
    const { cast } = pairs[pair]!;
    await by(t.app.office, pairs[pair]!, who, (work, actor) =>
      recordAbsence(work, actor, {
        personId: actor.personId,
        kind: 'leave',
        fromDay: dayOf(from),
        toDay: dayOf(back),
        redirectTo: instead === null ? null : cast[instead]!.id,
      }),
    );
  }
}

const dayOf = (day: number): string => start.plus({ days: day }).toISODate()!;

const steps = () => t.base.ownerSql<{ kind: string; state: string; reason: string | null }[]>`
  select kind, state, reason from due_step where due_at < (select max(sent_at) from outbox)
  union all select 'ledger ' || kind, state, reason from exchange_step`;

/** The mornings of the digests that were handed out to a person, in order. */
const toldTo = async (key: string, kinds: string[]): Promise<string[]> =>
  (
    await t.base.ownerSql<{ due: Date }[]>`
      select s.due_at as due from digest_slot s join person p on p.id = s.person_id
      where p.key = ${key} and s.state = 'told' and s.kind = any(${kinds}) order by s.due_at`
  ).map(({ due }) => DateTime.fromJSDate(due, { zone: ZONE }).toISO()!);

test('a year, day by day: every reminder and digest once, in working time, within the limits of noise', async () => {
  const lives = pairs.map(newLife);
  const blocked = phones['a-member-2']!;
  let backAt = start;
  for (let day = 0; day < DAYS; day += 1) {
    await liveAll(lives, day);
    await sayAway(day);
    if (day === 60) blocked.block();
    if (day === 120) {
      blocked.start();
      await blocked.waitFor(/đồng chí/);
      backAt = await t.app.clock.now();
    }
    if (day % RESTART_EVERY === 3) await t.restart();
    if (day % FLUSH_EVERY === 15) await emptyQueue();
    await t.app.clock.advance('P1D');
  }
  const end = await t.app.clock.now();
  const said = await saidTo(t.base.ownerSql);
  const counts = countYear(said, await steps());
  process.stdout.write(`A year of two pairs: ${JSON.stringify(counts, null, 1)}\n`);

  expect(await missed(t.base.ownerSql, end)).toEqual([]);
  expect(await saidTwice(t.base.ownerSql)).toEqual([]);
  expect(await afterTheAnswer(t.base.ownerSql)).toEqual([]);
  expect(outsideWorkingTime(said, calendar)).toEqual([]);
  expect(
    said.filter((one) => !['sent', 'skipped'].includes(one.state) && one.who !== 'p1-a-member-2'),
  ).toEqual([]);
  expect(await toldTo('p2-a-secretary', ['daily', 'weekly'])).toEqual(
    morningsOf({ daily: true, weekly: true }, calendar, start, end),
  );
  expect(await toldTo('p1-b-member', ['weekly'])).toEqual(morningsOf({ weekly: true }, calendar, start, end));
  // Of two Mondays away the latter's digest comes, once back; it stands for both.
  expect(await toldTo('p2-b-member', ['weekly'])).toEqual(
    morningsOf({ weekly: true }, calendar, start, end).filter((morning) => !morning.startsWith(dayOf(301))),
  );
  for (const { pair, who, from, back, instead, held } of AWAY) {
    const key = `p${pair + 1}-${who}`;
    const meanwhile = sentOn(said, key, start.plus({ days: from }), start.plus({ days: back }));
    if (instead !== null) {
      expect(meanwhile, `${key} is told all the same`).toContain('push');
      continue;
    }
    expect(meanwhile, `${key} is away`).toEqual([]);
    const atOnce = sentOn(said, key, start.plus({ days: back }), start.plus({ days: back + 1 }));
    expect(
      atOnce.filter((kind) => kind === 'digest'),
      `${key} is back`,
    ).toHaveLength(1);
    // What falls due on that morning itself may come besides, or on the next: which of the two is seen first is a matter of chance.
    expect(
      atOnce.filter((kind) => kind === 'while-away' || kind === 'push'),
      `${key} is back`,
    ).toHaveLength(held);
  }
  const insteadOf = said.filter((one) => one.ref.insteadOf !== undefined && one.state === 'sent');
  expect(new Set(insteadOf.map((one) => one.who))).toEqual(new Set(['p2-a-member-2']));
  expect(await toldTo('p1-b-chair', ['monthly'])).toEqual(
    morningsOf({ monthly: true }, calendar, start, end),
  );
  const ofBlocked = await toldTo('p1-a-member-2', ['weekly']);
  expect(ofBlocked.filter((morning) => DateTime.fromISO(morning) > backAt)).toEqual(
    morningsOf({ weekly: true }, calendar, backAt, end),
  );
  // Every weekly and monthly digest that was handed out arrived, also with nothing to do: silence means a fault.
  const weekly = said.filter((one) => one.who === 'p1-b-member' && one.ref.digest?.kind === 'weekly');
  expect(new Set(weekly.map((one) => one.state))).toEqual(new Set(['sent']));
  expect(counts.steps).toMatchObject({
    half: expect.any(Number),
    last_morning: expect.any(Number),
    own_leader: expect.any(Number),
    across: expect.any(Number),
    day_before: expect.any(Number),
    'ledger last_morning': expect.any(Number),
    'ledger own_leader': expect.any(Number),
  });
  expect(loudDays(said)).toEqual([]);
  expect(counts.mostPushesAWeek.member).toBeLessThanOrEqual(3);
  expect(counts.mostPushesAWeek.secretary).toBeLessThanOrEqual(8);
}, 900_000);

test('a year with downtimes: what was missed is coalesced, and each step that was skipped says why', async () => {
  const lives = pairs.map(newLife);
  const jumps = [5, 1, 12, 3, 8, 2, 21, 4];
  const downtimes: string[] = [];
  for (let day = 0, n = 0; day < DAYS; n += 1) {
    for (let within = 0; within < 3; within += 1) await liveAll(lives, day + within);
    const days = jumps[n % jumps.length]!;
    const before = await t.app.clock.now();
    await t.app.clock.jump(`P${days}D`);
    downtimes.push(...(await pushesAtOnce(before)));
    day += days;
  }
  const end = await t.app.clock.now();
  const all = await steps();
  process.stdout.write(
    `A year of downtimes: ${JSON.stringify(countYear(await saidTo(t.base.ownerSql), all), null, 1)}\n`,
  );
  expect(loudDays(await saidTo(t.base.ownerSql))).toEqual([]);
  expect(downtimes).toEqual([]);
  expect(await missed(t.base.ownerSql, end)).toEqual([]);
  expect(await saidTwice(t.base.ownerSql)).toEqual([]);
  expect(await afterTheAnswer(t.base.ownerSql)).toEqual([]);
  expect(all.filter((step) => step.state === 'skipped' && !step.reason)).toEqual([]);
  const late = (await saidTo(t.base.ownerSql)).filter(
    (one) => one.ref.digest?.isLate && one.state === 'sent',
  );
  expect(late.length).toBeGreaterThan(20);
}, 600_000);

/** Whom a downtime's end gave more than one digest, or more than one message of reminders. */
async function pushesAtOnce(since: DateTime): Promise<string[]> {
  const rows = await t.base.ownerSql<{ key: string; kind: string; n: number }[]>`
    select p.key, case when o.kind in ('reminder', 'own-leader', 'across', 'day-before') then 'steps' else o.kind end as kind,
      count(*)::int as n
    from outbox o join person p on p.id = o.person_id
    where o.sent_at > ${since.plus({ minutes: 5 }).toISO()} and o.edit_message_id is null
      and o.kind in ('digest', 'reminder', 'own-leader', 'across', 'day-before')
    group by 1, 2 having count(*) > 1`;
  return rows.map((row) => `${row.key}: ${row.n} ${row.kind}`);
}
