import { performance } from 'node:perf_hooks';
import type { DateTime } from 'luxon';
import postgres from 'postgres';
import type { Office } from '../../src/usecases/begin-work.ts';
import { composeDigest } from '../../src/usecases/digest/compose-digest.ts';
import type { Claimed } from '../../src/usecases/outbox/claim.ts';
import { countQueries } from '../support/count-queries.ts';
import { type Figure, median, percentile } from './figures.ts';
import type { Rig, Scratch } from './rig.ts';
import { type Bench, rounds } from './scenario.ts';
import { seedInspections } from './seed-inspections.ts';

const SMALL = 1_000;
const PAIRS = 98;
const SAMPLES = 40;
const MOST_QUERIES = 8;
const MOST_MS = 150;

type Cost = { small: number[]; large: number[] };

/** What one digest costs its person, in all agreements and in one: with the same work going, and much that has ended beside it. */
export async function digestCosts(
  rig: Rig,
  count: number,
  inspections: number,
  say: Bench['say'],
): Promise<Figure[]> {
  const small = await openCase(rig, SMALL);
  const large = await openCase(rig, inspections);
  say(`digests: ${inspections} inspections are there`);
  try {
    const runs = await rounds(count, async () => ({
      everywhere: await measure(small, large, (one) => one.everywhere),
      one: await measure(small, large, (one) => one.seat),
    }));
    const queries = await queriesOf(large);
    const p95 = (values: number[]) => percentile(values, 0.95);
    const ratio = (of: (run: (typeof runs)[number]) => Cost) =>
      median(runs.map((run) => p95(of(run).large) / p95(of(run).small)));
    const ms = median(runs.map((run) => p95(run.everywhere.large)));
    const flat = {
      unit: '×',
      limit: { at: 1.3, is: 'at most' as const },
      note: `p95 among ${inspections} inspections to p95 among ${SMALL}`,
    };
    return [
      {
        name: 'digest queries',
        value: queries,
        unit: '',
        limit: { at: MOST_QUERIES, is: 'at most' },
        note: `of a person in ${PAIRS} pairs`,
      },
      {
        name: `digest in ${PAIRS} pairs`,
        value: ms,
        unit: 'ms',
        limit: { at: MOST_MS, is: 'at most' },
        note: `p95 among ${inspections} inspections`,
      },
      { name: 'digest growth, all pairs', value: ratio((run) => run.everywhere), ...flat },
      { name: 'digest growth, one pair', value: ratio((run) => run.one), ...flat },
    ];
  } finally {
    await Promise.all([small.close(), large.close()]);
  }
}

type Case = { office: Office; everywhere: Person; seat: Person; close(): Promise<void> };
type Person = { personId: number; chatId: number };

async function openCase(rig: Rig, inspections: number): Promise<Case> {
  const base: Scratch = await rig.makeDatabase();
  const owner = postgres(base.url, { max: 1, onnotice: () => {} });
  const seats = await seedInspections(base.office, owner, {
    inspections,
    pairs: PAIRS,
    peopleASide: 4,
    living: SMALL,
  });
  const personOf = async (userId: number): Promise<Person> => {
    const [row] = await owner<Person[]>`
      select person_id as "personId", chat_id::int as "chatId" from telegram_account where user_id = ${userId}`;
    return row!;
  };
  const everywhere = await personOf(seats.everywhere);
  const seat = await personOf(seats.seats[0]!.user);
  await owner.end({ timeout: 5 });
  return { office: base.office, everywhere, seat, close: base.close };
}

async function measure(small: Case, large: Case, who: (one: Case) => Person): Promise<Cost> {
  const cost: Cost = { small: [], large: [] };
  for (let n = -5; n < SAMPLES; n += 1)
    for (const [one, into] of [
      [small, cost.small],
      [large, cost.large],
    ] as const) {
      const startedAt = performance.now();
      await composeOnce(one.office, who(one));
      if (n >= 0) into.push(performance.now() - startedAt);
    }
  return cost;
}

const rowOf = (person: Person, of: DateTime): Claimed<'digest'> =>
  ({
    ...person,
    locale: 'vi',
    ref: { digest: { kind: 'weekly', of: of.toISO(), isLate: false } },
  }) as unknown as Claimed<'digest'>;

async function composeOnce(office: Office, person: Person): Promise<void> {
  await office.work({ pairs: 'all' }, async (work) => {
    const made = await composeDigest({} as never, rowOf(person, work.now), work);
    if ('skip' in made) throw new Error(`no digest: ${made.skip}`);
  });
}

const queriesOf = ({ office, everywhere }: Case): Promise<number> =>
  office.work({ pairs: 'all' }, (work) =>
    countQueries(work, (counted) => composeDigest({} as never, rowOf(everywhere, work.now), counted)),
  );
