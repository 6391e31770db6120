import { drizzle } from 'drizzle-orm/postgres-js';
import postgres, { type Sql, type TransactionSql } from 'postgres';

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
    connection: { application_name: applicationName, TimeZone: 'UTC', DateStyle: 'ISO, YMD', ...settings },
  });
  drizzle(sql); // switches the driver's own date parsing off
  return sql;
}

/** One connection that one piece of work has to itself; `closings` tells how often the server went away. */
export type Session = { sql: Sql; closings: number };

/** A session that connects at its first query. */
export function openSession(options: ConnectOptions): Session {
  const session: Session = {
    closings: 0,
    sql: connect({ ...options, max: 1 }, () => {
      session.closings += 1;
    }),
  };
  return session;
}

/** Work whose connection went away: nothing of it is kept, unless the loss came while it was being committed. */
class ConnectionLost extends Error {
  override name = 'ConnectionLost';
  readonly code = 'CONNECTION_CLOSED';
}

type Gate = { session: Session; closings: number; isOver: boolean; savepoints: number };

/**
 * One transaction on a session. `begin` is one or more statements, sent together: one round trip.
 *
 * The driver's own `begin` is not used: when the connection is lost inside it, it sends its ROLLBACK to a socket that is gone,
 * which ends the process, and a later query of the same work runs on the next connection, outside any transaction.
 */
export async function transact<T>(
  session: Session,
  begin: string,
  work: (client: TransactionSql) => T | Promise<T>,
): Promise<T> {
  const { sql } = session;
  await sql.unsafe(begin).catch((error) => rollBack(session, session.closings, error));
  const gate: Gate = { session, closings: session.closings, isOver: false, savepoints: 0 };
  try {
    const result = await work(guard(gate));
    check(gate);
    gate.isOver = true;
    const end = await sql.unsafe('commit');
    // Postgres answers a COMMIT after a failed statement with ROLLBACK, and calls it a success.
    if (end.command !== 'COMMIT')
      throw new Error('Nothing was kept: a query in the transaction failed, and its error was dropped.');
    return result;
  } catch (error) {
    const isCommitted = gate.isOver;
    gate.isOver = true;
    if (isCommitted) throw error;
    return rollBack(session, gate.closings, error);
  }
}

async function rollBack(session: Session, closings: number, error: unknown): Promise<never> {
  if (session.closings === closings) await session.sql.unsafe('rollback').catch(() => {});
  throw error;
}

/** The session as the work sees it: refuses to send once the connection was lost or the transaction is over. */
function guard(gate: Gate): TransactionSql {
  const { sql } = gate.session;
  const checked: Record<string | symbol, unknown> = {
    unsafe: (...args: Parameters<Sql['unsafe']>) => {
      check(gate);
      return sql.unsafe(...args);
    },
    savepoint: <T>(work: (client: TransactionSql) => Promise<T>) => savepoint(gate, work),
    begin: undefined,
    reserve: undefined,
  };
  return new Proxy(sql, {
    apply: (target, self, args) => {
      check(gate);
      return Reflect.apply(target, self, args);
    },
    get: (target, key) => (key in checked ? checked[key] : Reflect.get(target, key)),
  }) as unknown as TransactionSql;
}

async function savepoint<T>(gate: Gate, work: (client: TransactionSql) => Promise<T>): Promise<T> {
  const { sql } = gate.session;
  const name = `s${++gate.savepoints}`;
  check(gate);
  await sql.unsafe(`savepoint ${name}`);
  try {
    const result = await work(guard(gate));
    check(gate);
    await sql.unsafe(`release ${name}`);
    return result;
  } catch (error) {
    if (gate.session.closings === gate.closings) await sql.unsafe(`rollback to ${name}`).catch(() => {});
    throw error;
  }
}

function check(gate: Gate): void {
  if (gate.session.closings !== gate.closings)
    throw new ConnectionLost('The connection was lost; nothing of the transaction is kept.');
  if (gate.isOver)
    throw new Error('The transaction is over: a query was sent after its end. Await every query in it.');
}
