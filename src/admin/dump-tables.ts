import type { TransactionSql } from 'postgres';

/** A table of schema public, its name quoted, and its columns but the generated ones, quoted, in their order. */
export type Table = { name: string; columns: string[] };

/** Every table of schema public, by name. */
export async function listTables(tx: TransactionSql): Promise<Table[]> {
  return tx<Table[]>`
    select quote_ident(c.relname) as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    group by c.relname order by c.relname`;
}

/** The last number each sequence of schema public has given; those that gave none are left out. */
export async function readSequences(tx: TransactionSql): Promise<Record<string, string>> {
  const rows = await tx<{ name: string; last: string }[]>`
    select quote_ident(sequencename) as name, last_value::text as last
    from pg_sequences where schemaname = 'public' and last_value is not null order by 1`;
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

/** The newest migration, by its hash: a backup goes back into a database of the same shape. */
export async function readMigration(tx: TransactionSql): Promise<string> {
  const [row] = await tx<{ hash: string }[]>`
    select hash from drizzle.__drizzle_migrations order by created_at desc, id desc limit 1`;
  return row?.hash ?? '';
}

export async function countRows(tx: TransactionSql, table: string): Promise<number> {
  const [row] = await tx.unsafe<{ count: number }[]>(`select count(*)::float8 as count from public.${table}`);
  return row!.count;
}

/** Lets the work see every pair, whoever the connection belongs to. */
export async function seeAllPairs(tx: TransactionSql): Promise<void> {
  await tx`select set_config('app.pairs', '*', true)`;
}
