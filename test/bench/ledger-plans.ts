import { drizzle } from 'drizzle-orm/postgres-js';
import type { Sql, TransactionSql } from 'postgres';
import { connect } from '../../db/client.ts';
import { APP_ROLE } from '../../db/migrate.ts';
import { exchangeQuery } from '../../src/domain/exchange-words.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import type { Figure } from './figures.ts';
import { type LedgerDesk, OPERATIONS, type Operation, PAGES, SEARCHES } from './ledger-desk.ts';
import { TABLES } from './seed-ledger.ts';

type Asked = { query: string; params: unknown[] };
type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; Plans?: Plan[] };
type Explained = { 'QUERY PLAN': { Plan: Plan }[] };

/** What a letter bears that no measured one does. */
const N = 80_000;

const PLANNED: Record<string, Operation[]> = {
  ...Object.fromEntries(Object.entries(OPERATIONS).map(([name, operation]) => [name, [operation]])),
  search: Object.values(SEARCHES),
  page: Object.values(PAGES),
};

/** How often a table that grows is read from end to end, by what is done; the note names the indexes that serve it. */
export async function ledgerPlans(desk: LedgerDesk, url: string, owner: Sql): Promise<Figure[]> {
  const figures: Figure[] = [];
  const sql = connect({ url, max: 1, role: APP_ROLE });
  try {
    for (const [name, operations] of Object.entries(PLANNED)) {
      const plans: Plan[] = [];
      const watched = { ...desk, office: explaining(desk.office, sql, plans) };
      for (const operation of operations) await operation(watched, N);
      if (name === 'search') plans.push(...(await plansOfWords(owner, desk.seats[0]!.pairId)));
      figures.push(figureOf(name, plans.flatMap(nodesOf)));
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
  return figures;
}

/** An office whose every statement is explained at the end of its transaction, as the same role in the same scope. */
function explaining(office: Office, sql: Sql, plans: Plan[]): Office {
  const work: Office['work'] = async (_scope, fn) => {
    const asked: Asked[] = [];
    let session: TransactionSql;
    const begin = (run: (begun: TransactionSql) => Promise<unknown>) =>
      sql.begin((begun) => {
        session = begun;
        return run(begun);
      });
    const client = { options: sql.options, begin } as unknown as Sql;
    const logger = { logQuery: (query: string, params: unknown[]) => void asked.push({ query, params }) };
    const { now, calendar, random } = await office.work({ pairs: [] }, async (given) => given);
    return drizzle(client, { logger }).transaction(async (tx) => {
      const result = await fn({ tx, now, calendar, random });
      for (const { query, params } of asked.splice(0)) plans.push(await explain(session, query, params));
      return result;
    });
  };
  return { ...office, work };
}

async function explain(sql: TransactionSql | Sql, query: string, params: unknown[]): Promise<Plan> {
  const [row] = await sql.unsafe<Explained[]>(`explain (format json) ${query}`, params as string[]);
  return row!['QUERY PLAN'][0]!.Plan;
}

/** The statement inside `find_exchanges`, which runs as the owner, for one rare word. */
async function plansOfWords(owner: Sql, pairId: number): Promise<Plan[]> {
  const [row] = await owner<
    { source: string }[]
  >`select prosrc as source from pg_proc where proname = 'find_exchanges'`;
  const query = /'(select id from exchange [^']*)'/.exec(row!.source)![1]!;
  const term = exchangeQuery(pairId, 'khau');
  return [await explain(owner, query, [pairId, term, term, 60])];
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

function figureOf(name: string, nodes: Plan[]): Figure {
  const scans = nodes.flatMap((node) =>
    node['Node Type'] === 'Seq Scan' && TABLES.includes(node['Relation Name']!)
      ? [`${node['Relation Name']}!`]
      : [],
  );
  const isOfTable = (index: string) => TABLES.some((table) => index.startsWith(`${table}_`));
  const indexes = nodes.flatMap((node) => node['Index Name'] ?? []).filter(isOfTable);
  return {
    name: `ledger-plans ${name}`,
    value: scans.length,
    unit: '',
    limit: { at: 0, is: 'at most' },
    note: [...scans, ...[...new Set(indexes)].sort()].join(' '),
  };
}
