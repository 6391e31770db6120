import { randomBytes } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../db/client.ts';
import { APP_ROLE } from '../../db/migrate.ts';
import { withDatabase } from './global-setup.ts';

/** A migrated, empty database of one test file: `db` as the program sees it, `ownerSql` above row-level security. */
export type TestDatabase = { url: string; db: Database; ownerSql: Sql; close(): Promise<void> };

/** Copies the run's template, or another database; `close()` drops the copy, with whatever sessions are left in it. */
export async function makeTestDatabase(template = inject('templateDatabase')): Promise<TestDatabase> {
  const serverUrl = inject('serverUrl');
  const name = `phoihop_test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, (sql) => sql`create database ${sql(name)} template ${sql(template)}`);
  const url = withDatabase(serverUrl, name);
  const ownerSql = postgres(url, { max: 3, onnotice: () => {} });
  const db = await openDatabase({ url, max: 5, role: APP_ROLE, applicationName: 'phoi-hop test' });
  const close = async () => {
    await Promise.all([db.close(), ownerSql.end({ timeout: 5 })]);
    await onServer(serverUrl, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
  };
  return { url, db, ownerSql, close };
}

async function onServer(url: string, work: (sql: Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
