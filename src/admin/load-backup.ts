import { createHash } from 'node:crypto';
import type { TransactionSql } from 'postgres';
import { knownMigrations, migrateWithin } from '../../db/migrate-within.ts';
import type { Text } from '../domain/message.ts';
import { text } from '../usecases/said.ts';
import { VERSION } from '../version.ts';
import { type Control, cutLines, FORMAT, type Head } from './backup-lines.ts';
import { type ChainReport, verifyChains } from './chains.ts';
import { countRows, listTables, seeAllPairs } from './dump-tables.ts';

/** A backup that does not go into this database, or a database that does not take one; the transaction is given up. */
export class Unfit extends Error {
  readonly words: Text;

  constructor(words: Text) {
    super(words.key);
    this.words = words;
  }
}

export type Restored = { rows: number; tables: number };

type Loading = {
  counts: Map<string, number>;
  table?: { name: string; columns: string[] };
  batch: string[];
  batchSize: number;
};

/** The lines of a backup after the first, which is `head`; nothing has been written yet. */
export type Opened = { first: string; head: Head; lines: AsyncGenerator<string> };

/** Reads the first line, and refuses what this program cannot read: another file, a newer version. Throws Unfit. */
export async function readHead(bytes: AsyncIterable<Buffer>): Promise<Opened> {
  const lines = cutLines(bytes);
  const { value: first = '' } = await lines.next();
  const control = first.startsWith('[') ? readControl(first) : undefined;
  if (control?.[0] !== FORMAT) throw new Unfit(text('admin-restore-not-backup'));
  const [, head] = control;
  if (!knownMigrations().includes(head.migration))
    throw new Unfit(text('admin-restore-newer', { version: head.version ?? '?', own: VERSION }));
  return { first, head, lines };
}

/**
 * Brings an empty database to the shape of the backup, reads the lines into it and proves them: seal, counts, references. All of it is
 * given up with the transaction. Throws Unfit.
 */
export async function loadBackup(tx: TransactionSql, opened: Opened): Promise<Restored> {
  await seeAllPairs(tx);
  await requireEmpty(tx);
  if (!(await migrateWithin(tx, opened.head.migration))) throw new Unfit(text('admin-restore-shape'));
  for (const name of await seededTables(tx)) await tx.unsafe(`delete from public.${name}`);
  const constraints = await deferReferences(tx);
  const counts = await loadLines(tx, opened);
  await tx`set constraints all immediate`;
  for (const { relation, name } of constraints)
    await tx.unsafe(`alter table ${relation} alter constraint ${name} not deferrable`);
  for (const [table, count] of counts)
    if ((await countRows(tx, table)) !== count) throw new Unfit(text('admin-restore-count', { table }));
  return { rows: [...counts.values()].reduce((sum, count) => sum + count, 0), tables: counts.size };
}

/** Verifies every chain that was loaded. Throws Unfit. */
export async function proveChains(tx: TransactionSql): Promise<ChainReport[]> {
  const chains = await verifyChains(tx);
  const broken = chains.find((one) => !one.verdict.ok);
  if (broken) throw new Unfit(text('admin-restore-chain', { chain: broken.pair ?? 'system' }));
  return chains;
}

// What the migrations themselves put into a new database; the backup has its own.
const SEEDED = ['clock'];

async function requireEmpty(tx: TransactionSql): Promise<void> {
  for (const { name } of await listTables(tx))
    if (!SEEDED.includes(name) && (await countRows(tx, name)) > 0)
      throw new Unfit(text('admin-restore-not-empty', { table: name }));
}

/** The row of the clock goes only while nothing has happened; older shapes have no such table. */
async function seededTables(tx: TransactionSql): Promise<string[]> {
  return (await listTables(tx)).map(({ name }) => name).filter((name) => SEEDED.includes(name));
}

/** Rows come table by table, in no order of who names whom: references are checked at the end. */
async function deferReferences(tx: TransactionSql): Promise<{ relation: string; name: string }[]> {
  const found = await tx<{ relation: string; name: string }[]>`
    select conrelid::regclass::text as relation, quote_ident(conname) as name from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and not condeferrable order by 1, 2`;
  const rows = [...found];
  for (const { relation, name } of rows)
    await tx.unsafe(`alter table ${relation} alter constraint ${name} deferrable initially deferred`);
  return rows;
}

async function loadLines(tx: TransactionSql, { first, lines }: Opened): Promise<Map<string, number>> {
  const at: Loading = { counts: new Map(), batch: [], batchSize: 0 };
  const seal = createHash('sha256').update(`${first}\n`);
  let hasEnded = false;
  for await (const line of lines) {
    if (hasEnded) throw new Unfit(text('admin-restore-damaged'));
    const control = line.startsWith('[') ? readControl(line) : undefined;
    if (control?.[0] === 'end') {
      if (control[1].sha256 !== seal.digest('hex')) throw new Unfit(text('admin-restore-damaged'));
      for (const [name, last] of Object.entries(control[1].sequences)) await setSequence(tx, name, last);
      hasEnded = true;
      continue; // to the end of the bytes: the last of them are proved as well
    }
    seal.update(`${line}\n`);
    await (control ? obey(tx, at, control) : takeRow(tx, at, line));
  }
  if (hasEnded) return at.counts;
  throw new Unfit(text('admin-restore-damaged'));
}

function readControl(line: string): Control {
  try {
    return JSON.parse(line) as Control;
  } catch {
    throw new Unfit(text('admin-restore-damaged'));
  }
}

async function obey(tx: TransactionSql, at: Loading, control: Control): Promise<void> {
  if (control[0] === 'table') {
    at.table = await requireTable(tx, control[1], control[2]);
    at.counts.set(control[1], 0);
  }
  if (control[0] !== 'rows') return;
  await writeBatch(tx, at);
  if (!at.table || at.counts.get(at.table.name) !== control[1])
    throw new Unfit(text('admin-restore-damaged'));
}

/** The names of a file enter a statement: only those that this database has itself. */
async function requireTable(tx: TransactionSql, name: string, columns: string[]) {
  const table = (await listTables(tx)).find((one) => one.name === name);
  const isSame = table?.columns.join() === columns.join();
  if (!table || !isSame) throw new Unfit(text('admin-restore-damaged'));
  return table;
}

const BATCH_ROWS = 500;
const BATCH_CHARACTERS = 2_000_000;

async function takeRow(tx: TransactionSql, at: Loading, line: string): Promise<void> {
  if (!at.table) throw new Unfit(text('admin-restore-damaged'));
  at.batch.push(line);
  at.batchSize += line.length;
  at.counts.set(at.table.name, at.counts.get(at.table.name)! + 1);
  if (at.batch.length >= BATCH_ROWS || at.batchSize >= BATCH_CHARACTERS) await writeBatch(tx, at);
}

async function writeBatch(tx: TransactionSql, at: Loading): Promise<void> {
  if (!at.table || at.batch.length === 0) return;
  const { name, columns } = at.table;
  const list = columns.join(', ');
  await tx.unsafe(
    `insert into public.${name} (${list}) overriding system value
     select ${list} from json_populate_recordset(null::public.${name}, $1::text::json)`,
    [`[${at.batch.join(',')}]`],
  );
  at.batch = [];
  at.batchSize = 0;
}

async function setSequence(tx: TransactionSql, name: string, last: string): Promise<void> {
  await tx`select setval(${`public.${name}`}::text::regclass, ${last}::text::bigint, true)`;
}
