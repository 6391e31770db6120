import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { PgTransaction } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import type { Sql, TransactionSql } from 'postgres';
import { withoutValues } from './client-errors.ts';
import { openPool } from './client-pool.ts';
import { type ConnectOptions, connect, transact } from './client-session.ts';

export { DatabaseError, isTransient, sqlState, withoutValues } from './client-errors.ts';
export { connect } from './client-session.ts';

/** Which pairs a transaction may see: row-level security compares `pair_id` with it. */
export type Scope = { pairs: number[] } | { pairs: 'all' };

type NoSchema = Record<string, never>;

/** drizzle's transaction; `tx.transaction(fn)` inside it is a savepoint. */
export type Tx = PgTransaction<PostgresJsQueryResultHKT, NoSchema, ExtractTablesWithRelations<NoSchema>>;

/** An advisory lock held by a session of its own; `lost` aborts when the server went away and the lock with it. */
type Lock = { lost: AbortSignal; release(): Promise<void> };

/** Connections to one database. */
export type Database = {
  /**
   * The driver itself, outside any scope: for the app's role no row of a pair is visible through it.
   * `sql.begin` is safe here (see `transact`); `sql.reserve` is not there, see `tryLock`.
   */
  sql: Sql;
  /**
   * One transaction, read committed, that sees the pairs of the scope. No hidden retry, see `isTransient`; a failed query
   * leaves it as a DatabaseError. Await every query inside; a loss during the commit leaves open whether it was kept.
   */
  tx<T>(scope: Scope, fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** One read-only transaction over one snapshot: figures taken in it agree with each other. */
  read<T>(scope: Scope, fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** The advisory lock `key` of this database, undefined when another session holds it. */
  tryLock(key: number): Promise<Lock | undefined>;
  /** Waits for what is running, at most 5 s, then closes every connection. */
  close(): Promise<void>;
};

/** What `openDatabase` takes: at most `max` transactions at a time (10), in sessions that run as `role`. */
export type DatabaseOptions = ConnectOptions;

/** Opens a database and proves it with one query; throws the driver's error when the server cannot be reached. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const max = options.max ?? 10;
  const pool = openPool({ ...options, max });
  const sql = connect({ ...options, max: Math.min(max, 4) });
  sql.begin = ((...args: [TransactionWork] | [string, TransactionWork]) => {
    const [mode, work] = args.length === 1 ? ['', args[0]] : args;
    return pool.use((session) => transact(session, `begin ${mode}`, work));
  }) as Sql['begin'];
  try {
    await sql`select 1`;
  } catch (error) {
    await sql.end({ timeout: 0 });
    throw error;
  }
  const run = <T>(mode: string, scope: Scope, fn: (tx: Tx) => Promise<T>) =>
    pool
      .use((session) => {
        const begin = `begin ${mode}; select set_config('app.pairs', '${pairsSetting(scope)}', true)`;
        const client = {
          options: session.sql.options,
          begin: (work: TransactionWork) => transact(session, begin, work),
        };
        return drizzle(client as unknown as Sql).transaction(fn);
      })
      .catch((error: unknown) => {
        throw withoutValues(error);
      });
  return {
    sql,
    tx: (scope, fn) => run('', scope, fn),
    read: (scope, fn) => run('isolation level repeatable read read only', scope, fn),
    tryLock: (key) => tryLock(options, key),
    close: async () => {
      await Promise.all([pool.close(5_000), sql.end({ timeout: 5 })]);
    },
  };
}

type TransactionWork = (client: TransactionSql) => Promise<unknown>;

function pairsSetting({ pairs }: Scope): string {
  if (pairs === 'all') return '*';
  const wrong = pairs.find((pair) => !Number.isSafeInteger(pair));
  if (wrong !== undefined) throw new RangeError(`not the id of a pair: ${wrong}`);
  return pairs.join(',');
}

async function tryLock(options: DatabaseOptions, key: number): Promise<Lock | undefined> {
  const loss = new AbortController();
  const sql = connect({ ...options, max: 1 }, () =>
    loss.abort(new Error('The connection that held the lock was lost.')),
  );
  const release = () => sql.end({ timeout: 1 });
  try {
    const [row] = await sql`select pg_try_advisory_lock(${key}) as held`;
    if (row!.held) return { lost: loss.signal, release };
    await release();
    return undefined;
  } catch (error) {
    await release();
    throw error;
  }
}
