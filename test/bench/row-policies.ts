import type { TransactionSql } from 'postgres';
import { connect } from '../../db/client.ts';
import { APP_ROLE } from '../../db/migrate.ts';
import { type Figure, median } from './figures.ts';
import { onServer, type Rig } from './rig.ts';
import { rounds, type Scenario } from './scenario.ts';

/** A province's pairs, as many as there are communes. */
const PAIRS = 3_321;
const TIMES = 7;

/** Rows of nobody in particular: what a policy costs does not depend on what the rows say. */
const FILL = `
  set session_replication_role = replica;
  insert into outcome (pair_id, side, origin, period_from, period_to, organisations, org_reprimand, org_warning, org_dissolution,
      members, member_reprimand, member_warning, member_dismissal, member_expulsion, by_person, at)
    select p, 'a', 'apart', '2026-01-01', '2027-01-01', 3, 1, 1, 1, 10, 4, 3, 2, 1, 1, '2026-11-25' from generate_series(1, ${PAIRS}) p;
  insert into request (pair_id, inspection_id, version_id, kind, asked_at, due_at, due_source, policy, state)
    select p, p, p, 'notice', '2026-11-25', '2026-11-27', 'policy', '{}', 'open' from generate_series(1, ${PAIRS}) p;
  insert into recipient (pair_id, request_id, person_id, side, capacity)
    select p, q.id, p, 'a', 'team' from generate_series(1, 3000) p join request q on q.pair_id = p;
  set session_replication_role = origin;
  analyze`;

const QUERIES = {
  'sum over parts': 'select sum(members), sum(member_reprimand), sum(organisations) from outcome',
  'recipients joined': `select count(*) from recipient r join request q on q.pair_id = r.pair_id and q.id = r.request_id
    where r.answered_at is null and q.state = 'open'`,
};

const EACH = (line: string) => `do $$ declare one record; begin
  for one in select tablename as t, policyname as p from pg_policies where schemaname = 'public' loop execute format(${line}); end loop; end $$`;
const PER_ROW = EACH(
  `'alter policy %I on %I using (app_sees(pair_id)) with check (app_sees(pair_id))', one.p, one.t`,
);
const NONE = EACH(`'alter table %I disable row level security', one.t`);

/** The price of the policies where they are asked most: read once a query as they are, once a row as they were, and not at all. */
export const rowPolicies: Scenario = {
  name: 'row-policies',
  isUsual: false,
  async run({ rig, rounds: count, say }) {
    const runs = await rounds(count, async (round) => {
      const run = await measure(rig);
      say(`row-policies ${round}: ${JSON.stringify(run)}`);
      return run;
    });
    return Object.keys(QUERIES).map((name, at): Figure => {
      const [kept, perRow, none] = (['kept', 'perRow', 'none'] as const).map((what) =>
        median(runs.map((run) => run[what][at]!)),
      ) as [number, number, number];
      return {
        name: `row-policies ${name}`,
        value: kept / perRow,
        unit: '×',
        limit: { at: 0.2, is: 'at most' },
        note: `${kept.toFixed(1)} ms; once a row ${perRow.toFixed(0)} ms, without policies ${none.toFixed(1)} ms`,
      };
    });
  },
};

type Times = { kept: number[]; perRow: number[]; none: number[] };

async function measure(rig: Rig): Promise<Times> {
  const base = await rig.makeDatabase();
  try {
    await onServer(base.url, FILL);
    const kept = await time(base.url);
    await onServer(base.url, PER_ROW);
    const perRow = await time(base.url);
    await onServer(base.url, NONE);
    return { kept, perRow, none: await time(base.url) };
  } finally {
    await base.close();
  }
}

/** The middle of several runs of each query, in ms, by somebody who sees all the pairs by name. */
async function time(url: string): Promise<number[]> {
  const sql = connect({ url, max: 1, role: APP_ROLE });
  try {
    return (await sql.begin(async (tx) => {
      await tx`select set_config('app.pairs', (select string_agg(p::text, ',') from generate_series(1, ${PAIRS}::int) p), true)`;
      const times: number[] = [];
      for (const query of Object.values(QUERIES)) times.push(await timeOf(tx, query));
      return times;
    })) as number[];
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function timeOf(tx: TransactionSql, query: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < TIMES; n += 1) {
    const start = performance.now();
    await tx.unsafe(query);
    times.push(performance.now() - start);
  }
  return median(times);
}
