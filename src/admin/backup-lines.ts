import { createHash } from 'node:crypto';
import { StringDecoder } from 'node:string_decoder';
import type { TransactionSql } from 'postgres';
import { VERSION } from '../version.ts';
import { listTables, readMigration, readSequences, type Table } from './dump-tables.ts';

/** The first word of a backup. */
export const FORMAT = 'phoi-hop backup 1';

/** The newest migration by its hash, when it was made, and by which version of the program (not in those before 0.2.0). */
export type Head = { migration: string; madeAt: string; version?: string };

/**
 * A line of a backup: rows are JSON objects as Postgres writes them, everything else is a JSON array. First `[FORMAT, head]`, then for
 * each table `["table", name, columns]`, its rows, `["rows", count]`; last `["end", {sequences, sha256 of all lines before}]`.
 */
export type Control =
  | [typeof FORMAT, Head]
  | ['table', string, string[]]
  | ['rows', number]
  | ['end', { sequences: Record<string, string>; sha256: string }];

/** All lines of a backup, each with its line end, from one snapshot. */
export async function* backupLines(tx: TransactionSql, madeAt: string): AsyncGenerator<string> {
  const seal = createHash('sha256');
  for await (const line of contentLines(tx, madeAt)) {
    seal.update(line);
    yield line;
  }
  // Sequences are outside every snapshot: read last, they have passed all ids of the rows above.
  yield controlLine(['end', { sequences: await readSequences(tx), sha256: seal.digest('hex') }]);
}

const controlLine = (control: Control): string => `${JSON.stringify(control)}\n`;

async function* contentLines(tx: TransactionSql, madeAt: string): AsyncGenerator<string> {
  yield controlLine([FORMAT, { migration: await readMigration(tx), madeAt, version: VERSION }]);
  for (const table of await listTables(tx)) {
    yield controlLine(['table', table.name, table.columns]);
    let count = 0;
    for await (const lines of rowLines(tx, table)) {
      count += lines.length;
      yield lines.map((line) => `${line}\n`).join('');
    }
    yield controlLine(['rows', count]);
  }
}

const PAGE = 500;

async function* rowLines(tx: TransactionSql, { name, columns }: Table): AsyncGenerator<string[]> {
  const query = `select to_json(t)::text as line from (select ${columns.join(', ')} from public.${name}) t`;
  for await (const rows of tx.unsafe<{ line: string }[]>(query).cursor(PAGE))
    yield rows.map((row) => row.line);
}

/** Cuts bytes into lines at line feeds only: JSON may hold other line ends within a text. */
export async function* cutLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  rest += decoder.end();
  if (rest !== '') yield rest;
}
