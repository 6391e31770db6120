import type { Sql } from 'postgres';
import { connect, type Database, openDatabase } from '../../db/client.ts';
import type { Embedded } from '../../db/embedded.ts';
import { APP_ROLE, migrateDatabase } from '../../db/migrate.ts';

/** The database to prepare on the server that is given. */
export const TEMPLATE = 'demo_template';
const CURRENT = 'demo';

/** A prepared database and the copy of it that the app works on. */
export interface DemoDatabase {
  /** The database that the app works on, for its owner and for the app's own login. */
  url: string;
  loginUrl: string;
  /** Replaces it by a fresh copy of what was prepared; nobody may be connected to it. */
  renew(): Promise<void>;
}

/** Brings the template on a server up to date and lets `fill` fill it; `renew` makes the first copy. */
export async function prepareDatabase(
  { url, loginUrl }: Embedded,
  fill: (db: Database) => Promise<void>,
): Promise<DemoDatabase> {
  await migrateDatabase({ url });
  await withDatabase(url, fill);
  return {
    url: otherDatabase(url, CURRENT),
    loginUrl: otherDatabase(loginUrl, CURRENT),
    renew: () => onServer(url, copyTemplate),
  };
}

/** Works on a database as the program does, then closes it. */
export async function withDatabase(url: string, work: (db: Database) => Promise<void>): Promise<void> {
  const db = await openDatabase({ url, role: APP_ROLE, max: 2 });
  try {
    await work(db);
  } finally {
    await db.close();
  }
}

async function copyTemplate(sql: Sql): Promise<void> {
  await sql.unsafe(`drop database if exists ${CURRENT} with (force)`);
  await sql.unsafe(`create database ${CURRENT} template ${TEMPLATE}`);
}

async function onServer(url: string, work: (sql: Sql) => Promise<void>): Promise<void> {
  const sql = connect({ url: otherDatabase(url, 'postgres'), max: 1 });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function otherDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
