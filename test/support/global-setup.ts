import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../db/embedded.ts';
import { migrateDatabase } from '../../db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server's `postgres` database, as a user who may create databases. */
    serverUrl: string;
    /** A migrated database to copy; nobody may connect to it. */
    templateDatabase: string;
  }
}

/** One migrated template for a run, on DATABASE_URL's server when given, else on a throwaway cluster; removed afterwards. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL;
  const embedded = given ? undefined : await startEmbedded({ throwaway: true });
  const serverUrl = given ?? withDatabase(embedded!.url, 'postgres');
  const template = `phoihop_template_${randomBytes(6).toString('hex')}`;
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
  const teardown = async () => {
    await sql`drop database if exists ${sql(template)} with (force)`;
    await sql.end({ timeout: 5 });
    await embedded?.stop();
  };
  try {
    await sql`create database ${sql(template)}`;
    await migrateDatabase({ url: withDatabase(serverUrl, template) });
    await sql`alter database ${sql(template)} allow_connections false`;
  } catch (error) {
    await teardown();
    throw error;
  }
  provide('serverUrl', serverUrl);
  provide('templateDatabase', template);
  return teardown;
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
