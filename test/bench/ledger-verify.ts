import postgres, { type Sql } from 'postgres';
import { openDatabase } from '../../db/client.ts';
import { APP_ROLE } from '../../db/migrate.ts';
import { verifyChains } from '../../src/admin/chains.ts';
import { digestValue, entryHash, genesis } from '../../src/domain/audit-chain.ts';
import { canonical } from '../../src/domain/canonical.ts';
import { type OpenEntry, verifyChain } from '../../src/domain/verify-chain.ts';
import { audit } from '../../src/usecases/audit.ts';
import { openOffice } from '../../src/usecases/begin-work.ts';
import { seedPair } from '../support/seed.ts';
import { type Figure, median } from './figures.ts';
import type { Scratch } from './rig.ts';
import { rounds, type Scenario } from './scenario.ts';

const ENTRIES = 100_000;
const STORED = 50_000;
const WARM_UP = 5_000;
/** A name or free text stands beside every so many entries. */
const VALUE_EVERY = 5;
const WRITERS = 16;
const EACH_WRITES = 50;
const PAIRS = 4;

type Round = { memory: number; cpuUs: number; stored: number; broken: number; writes: number };

/** How fast a chain is verified, in memory and from the database, and whether 16 writers at once keep every chain whole. */
export const ledgerVerify: Scenario = {
  name: 'ledger-verify',
  isUsual: true,
  async run({ rig, rounds: count, say }) {
    const runs = await rounds(count, async (round): Promise<Round> => {
      const { memory, cpuUs } = await inMemory();
      const scratch = await rig.makeDatabase();
      const sql = postgres(scratch.url, { max: 1, onnotice: () => {} });
      try {
        const stored = await inDatabase(scratch, sql);
        const result = { memory, cpuUs, stored, ...(await manyWriters(scratch, sql)) };
        say(`ledger-verify ${round}: ${JSON.stringify(result)}`);
        return result;
      } finally {
        await sql.end({ timeout: 5 });
        await scratch.close();
      }
    });
    const of = (key: keyof Round) => median(runs.map((run) => run[key]));
    return [
      figure(
        'ledger-verify in memory',
        of('memory'),
        'entries/s',
        `${ENTRIES} entries; ${of('cpuUs').toFixed(1)} µs of processor time each`,
        100_000,
      ),
      figure('ledger-verify from Postgres', of('stored'), 'entries/s', `${STORED} entries, values, columns`),
      {
        ...figure(
          'ledger-verify broken or lost',
          of('broken'),
          '',
          `${WRITERS} writers, ${PAIRS + 1} chains`,
        ),
        limit: { at: 0, is: 'at most' },
      },
      figure('ledger-verify writes', of('writes'), 'entries/s', `${WRITERS} writers`),
    ];
  },
};

const figure = (name: string, value: number, unit: string, note: string, atLeast?: number): Figure => ({
  name,
  value,
  unit,
  note,
  ...(atLeast === undefined ? {} : { limit: { at: atLeast, is: 'at least' as const } }),
});

/** Entries as they are written: a handful of facts, a salt, now and then a value beside. */
function makeEntries(count: number, chain: string): OpenEntry[] {
  const entries: OpenEntry[] = [];
  let prevHash = genesis(chain);
  for (let seq = 1; seq <= count; seq += 1) {
    const kept = { field: 'reasonText', salt: `value-salt-${seq}`, value: `lý do số ${seq}` };
    const values = seq % VALUE_EVERY === 0 ? [kept] : [];
    const facts = { answer: 'attending', request: seq, side: 'a', version: 1, by: 17, inspection: null };
    const digests = values.map(({ field, salt, value }) => [field, digestValue(salt, value)]);
    const body = canonical({ ...facts, ...Object.fromEntries(digests) });
    const at = '2026-11-25T10:00:00.000Z';
    const entry = {
      chain,
      seq,
      prevHash,
      at,
      type: 'notice.answered',
      body,
      salt: `c29tZS1zYWx0LW9m-${seq}`,
    };
    const hash = entryHash(entry);
    entries.push({ ...entry, hash, values });
    prevHash = hash;
  }
  return entries;
}

async function inMemory(): Promise<Pick<Round, 'memory' | 'cpuUs'>> {
  await verifyChain(makeEntries(WARM_UP, 'warm-up'));
  const entries = makeEntries(ENTRIES, 'pair-1');
  const before = process.cpuUsage();
  const start = performance.now();
  const verdict = await verifyChain(entries, { chain: 'pair-1' });
  const seconds = (performance.now() - start) / 1000;
  if (!verdict.ok) throw new Error(`the chain does not hold: ${verdict.why}`);
  const { user, system } = process.cpuUsage(before);
  return { memory: ENTRIES / seconds, cpuUs: (user + system) / ENTRIES };
}

async function inDatabase({ office }: Scratch, sql: Sql): Promise<number> {
  const { pairId } = await seedPair(office, { key: 'stored', firstUserId: 1 });
  await store(sql, pairId, makeEntries(STORED, `pair-${pairId}`));
  const start = performance.now();
  const broken = await countBroken(sql);
  const seconds = (performance.now() - start) / 1000;
  if (broken > 0) throw new Error('the stored chain does not hold');
  return STORED / seconds;
}

async function store(sql: Sql, pairId: number, entries: OpenEntry[]): Promise<void> {
  const { seq: count, hash } = entries.at(-1)!;
  const [chain] = await sql`insert into audit_chain (pair_id, name, seq, hash)
    values (${pairId}, ${`pair-${pairId}`}, ${count}, ${hash})
    on conflict (name) do update set seq = excluded.seq, hash = excluded.hash returning id`;
  for (let start = 0; start < entries.length; start += 1000) {
    const slice = entries.slice(start, start + 1000);
    const rows = slice.map((one) => ({
      chain_id: chain!.id,
      seq: one.seq,
      pair_id: pairId,
      at: one.at,
      type: one.type,
      body: one.body,
      salt: one.salt ?? null,
      prev_hash: one.prevHash,
      hash: one.hash,
    }));
    const values = slice.flatMap(({ seq, values: kept = [] }) =>
      kept.map((value) => ({ chain_id: chain!.id, seq, ...value })),
    );
    await sql`insert into audit_entry ${sql(rows)}`;
    await sql`insert into audit_value ${sql(values)}`;
  }
}

const countBroken = (sql: Sql): Promise<number> =>
  sql.begin(async (tx) => {
    await tx`select set_config('app.pairs', '*', true)`;
    return (await verifyChains(tx)).filter((one) => !one.verdict.ok).length;
  }) as Promise<number>;

/** Broken chains, and entries that were written and are not there. */
async function manyWriters({ url, office }: Scratch, sql: Sql): Promise<Pick<Round, 'broken' | 'writes'>> {
  const chains: (number | null)[] = [null];
  for (let n = 1; n <= PAIRS; n += 1)
    chains.push((await seedPair(office, { key: `writers-${n}`, firstUserId: n * 1000 })).pairId);
  const db = await openDatabase({ url, role: APP_ROLE, max: WRITERS, applicationName: 'phoi-hop bench' });
  const writers = openOffice(db);
  const start = performance.now();
  try {
    await Promise.all(
      Array.from({ length: WRITERS }, async (_, writer) => {
        for (let n = 0; n < EACH_WRITES; n += 1)
          await writers.work({ pairs: 'all' }, (work) =>
            audit(work, {
              pairId: chains[(writer + n) % chains.length]!,
              type: 'person.language',
              facts: { writer, n },
              values: { note: { value: `${writer}/${n}` } },
            }),
          );
      }),
    );
  } finally {
    await db.close();
  }
  const seconds = (performance.now() - start) / 1000;
  const [{ written }] = (await sql`select count(*)::int as written from audit_entry
    where type = 'person.language'`) as unknown as [{ written: number }];
  const lost = WRITERS * EACH_WRITES - written;
  return { broken: (await countBroken(sql)) + lost, writes: (WRITERS * EACH_WRITES) / seconds };
}
