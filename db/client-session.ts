import { drizzle } from 'drizzle-orm/postgres-js';
import postgres, { type Row, type RowList, type Sql, type TransactionSql } from 'postgres';
import { isLoss } from './client-errors.ts';

/** What to connect to; `role` is taken on at the start of each session, so that the app is not the owner of the tables. */
export type ConnectOptions = { url: string; max?: number; role?: string; applicationName?: string };

/** One driver pool, with notices dropped (they can quote data) and dates left as text for `columns.ts`. */
export function connect(options: ConnectOptions, onclose: () => void = () => {}): Sql {
  const { url, max = 10, role, applicationName = 'phoi-hop' } = options;
  const settings = role === undefined ? {} : { options: `-c role=${role}` };
  const sql = postgres(url, {
    max,
    onclose,
    max_lifetime: null, // it may end a session between two queries of a transaction
    onnotice: () => {},
    connection: {
      application_name: applicationName,
      TimeZone: 'UTC',
      DateStyle: 'ISO, YMD',
      plan_cache_mode: 'force_custom_plan', // a plan made while a table was small must not outlive that
      ...settings,
    },
  });
  drizzle(sql); // switches the driver's own date parsing off
  return sql;
}

const MAX_KEPT_VALUES = 24;

/** One connection that one piece of work has to itself; of no use any more once it is lost. */
export type Session = { sql: Sql; isLost: boolean };

/** A session that connects at its first query. */
export function openSession(options: ConnectOptions): Session {
  const session: Session = {
    isLost: false,
    sql: connect({ ...options, max: 1 }, () => {
      session.isLost = true;
    }),
  };
  return session;
}

/** Work whose connection went away: nothing of it is kept, unless the loss came while it was being committed. */
class ConnectionLost extends Error {
  override name = 'ConnectionLost';
  readonly code = 'CONNECTION_CLOSED';
}

type Work = { session: Session; isOver: boolean; savepoints: number };

/**
 * One transaction on a session. `begin` is one or more statements, sent together: one round trip.
 *
 * The driver's own `begin` is not used. When the connection is lost inside it, the driver sends its ROLLBACK to a socket that
 * is gone, which ends the process or waits for ever; and a later query of the same work runs on the next connection, outside
 * any transaction.
 */
export async function transact<T>(
  session: Session,
  begin: string,
  run: (client: TransactionSql) => T | Promise<T>,
): Promise<T> {
  const work: Work = { session, isOver: false, savepoints: 0 };
  let isCommitting = false;
  try {
    await send(work, begin);
    const result = await run(guard(work));
    isCommitting = true;
    const end = await send(work, 'commit');
    // Postgres answers a COMMIT after a failed statement with ROLLBACK, and calls it a success.
    if (end.command === 'COMMIT') return result;
    throw new Error('Nothing was kept: a query in the transaction failed, and its error was dropped.');
  } catch (error) {
    if (!isCommitting && !session.isLost) await send(work, 'rollback').catch(() => {});
    throw error;
  } finally {
    work.isOver = true;
  }
}

async function savepoint<T>(work: Work, run: (client: TransactionSql) => Promise<T>): Promise<T> {
  const name = `s${++work.savepoints}`;
  await send(work, `savepoint ${name}`);
  try {
    const result = await run(guard(work));
    await send(work, `release ${name}`);
    return result;
  } catch (error) {
    if (!work.session.isLost) await send(work, `rollback to ${name}`).catch(() => {});
    throw error;
  }
}

/** The session as the work sees it: nothing is sent once the connection is lost or the transaction is over. */
function guard(work: Work): TransactionSql {
  const { sql } = work.session;
  const own: Record<string | symbol, unknown> = {
    unsafe: (text: string, values: Parameters<Sql['unsafe']>[1] = []) => {
      check(work);
      return watch(work.session, sql.unsafe(text, values, { prepare: isKept(values.length) }));
    },
    savepoint: <T>(run: (client: TransactionSql) => Promise<T>) => savepoint(work, run),
    begin: undefined,
    reserve: undefined,
  };
  return new Proxy(sql, {
    apply: (target, self, args) => {
      check(work);
      return watch(work.session, Reflect.apply(target, self, args));
    },
    get: (target, key) => (key in own ? own[key] : Reflect.get(target, key)),
  }) as unknown as TransactionSql;
}

/**
 * Whether the server keeps the parsed statement: that saves a round trip and the parsing each time. Lists and bulk inserts come
 * in too many lengths to be kept.
 */
const isKept = (values: number): boolean => values > 0 && values <= MAX_KEPT_VALUES;

async function send(work: Work, statement: string): Promise<RowList<Row[]>> {
  check(work);
  return watch(work.session, work.session.sql.unsafe(statement));
}

/**
 * Notes a loss at the moment a query hears of it. A reset connection fails its queries one turn before it counts as closed,
 * and a query sent in that turn is never answered. The driver rejects through the property; a `catch` would send the query.
 */
function watch<T>(session: Session, query: T): T {
  if (!(query instanceof Promise) || !('reject' in query) || typeof query.reject !== 'function') return query;
  const reject = query.reject;
  query.reject = (error: unknown) => {
    if (isLoss(error)) session.isLost = true;
    reject(error);
  };
  return query;
}

function check({ session, isOver }: Work): void {
  if (session.isLost)
    throw new ConnectionLost('The connection was lost; nothing of the transaction is kept.');
  if (isOver)
    throw new Error('The transaction is over: a query was sent after its end. Await every query in it.');
}
