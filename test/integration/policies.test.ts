import fc from 'fast-check';
import type { TransactionSql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';

type Policy = { table: string; command: string; roles: string; using: string | null; check: string | null };
type Plan = {
  'Parent Relationship'?: string;
  Plans?: Plan[];
  [part: string]: unknown;
};

let at: TestDatabase;
let policies: Policy[];

beforeAll(async () => {
  at = await makeTestDatabase();
  policies = await at.ownerSql<Policy[]>`
    select tablename as table, cmd as command, roles::text as roles, qual as using, with_check as check
    from pg_policies where schemaname = 'public' order by 1`;
});
afterAll(() => at.close());

const inScope = <T>(pairs: string, work: (tx: TransactionSql) => Promise<T>) =>
  at.db.sql.begin(async (tx) => {
    await tx`select set_config('app.pairs', ${pairs}, true)`;
    return work(tx);
  }) as Promise<T>;

const planOf = (line: string): Promise<Plan> =>
  inScope('1', async (tx) => {
    const [row] = await tx.unsafe(`explain (format json) ${line}`);
    return (row!['QUERY PLAN'] as { Plan: Plan }[])[0]!.Plan;
  });

/** The conditions that are asked of each row: of all nodes but those that run once. */
function perRow(plan: Plan): string[] {
  if (['InitPlan', 'SubPlan'].includes(plan['Parent Relationship'] ?? '')) return [];
  const own = Object.entries(plan).flatMap(([name, value]) =>
    /Filter|Cond/.test(name) ? [String(value)] : [],
  );
  return [...own, ...(plan.Plans ?? []).flatMap(perRow)];
}
const plansOf = (plan: Plan, kind: 'InitPlan' | 'SubPlan'): number =>
  (plan.Plans ?? []).reduce(
    (sum, one) => sum + plansOf(one, kind),
    plan['Parent Relationship'] === kind ? 1 : 0,
  );

test('each table of a pair has one policy, for everything and everybody, that reads and writes by the same words', async () => {
  const tables = await at.ownerSql<{ name: string; enabled: boolean }[]>`
    select c.relname as name, c.relrowsecurity as enabled from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'pair_id' and a.attnotnull) order by 1`;
  // Who is a member of which pair is asked before a scope is known.
  const outside = ['membership'];
  expect(tables.filter(({ enabled }) => !enabled).map(({ name }) => name)).toEqual(outside);
  expect(policies.map(({ table }) => table)).toEqual(
    tables.map(({ name }) => name).filter((name) => !outside.includes(name)),
  );
  for (const { table, command, roles, using, check } of policies)
    expect([table, command, roles, check]).toEqual([table, 'ALL', '{public}', using]);
  expect(new Set(policies.map(({ using }) => using)).size).toBe(1);
});

test('each policy reads the scope once a query: a row is looked up in it, and nothing is called for a row', async () => {
  expect(policies.length).toBeGreaterThan(20);
  for (const { table } of policies)
    for (const line of [`select * from ${table}`, `update ${table} set pair_id = pair_id`]) {
      const plan = await planOf(line);
      const asked = perRow(plan).join(' ');
      expect(asked, line).toMatch(/(?:InitPlan |\$\d).* OR .*\(hashed SubPlan/);
      expect(asked, line).not.toMatch(/\w\(/);
      if (line.startsWith('select'))
        expect([line, plansOf(plan, 'InitPlan'), plansOf(plan, 'SubPlan')]).toEqual([line, 1, 1]);
    }
});

test('what a scope shows is the rows of its pairs, whatever the scope', async () => {
  await at.ownerSql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`insert into code_counter (pair_id, year, last) select n, 2026, n from generate_series(1, 40) n`;
  });
  const seen = (pairs: string) =>
    inScope(pairs, async (tx) =>
      (await tx<{ pair: number }[]>`select pair_id as pair from code_counter order by 1`).map(
        ({ pair }) => pair,
      ),
    );
  const all = Array.from({ length: 40 }, (_, n) => n + 1);
  expect(await seen('*')).toEqual(all);
  expect(await at.db.sql`select from code_counter`).toHaveLength(0);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 60 })), async (pairs) => {
      expect(await seen(pairs.join(','))).toEqual(all.filter((pair) => pairs.includes(pair)));
    }),
    { numRuns: 50 },
  );
  const put = (pair: number) =>
    inScope('7,9', (tx) => tx`insert into code_counter (pair_id, year, last) values (${pair}, 2027, 1)`);
  await expect(put(8)).rejects.toMatchObject({ code: '42501' });
});
