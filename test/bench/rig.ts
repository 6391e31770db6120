import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { openDatabase } from '../../db/client.ts';
import { startEmbedded } from '../../db/embedded.ts';
import { APP_ROLE, migrateDatabase } from '../../db/migrate.ts';
import type { Config } from '../../src/config.ts';
import { type Office, openOffice } from '../../src/usecases/begin-work.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';
import { beginAtStart } from '../support/start-day.ts';

/** The servers of a run: a private Redis, and a Postgres of which each round gets an empty, migrated database. */
export type Rig = {
  redis: RedisServer;
  makeDatabase(): Promise<Scratch>;
  stop(): Promise<void>;
};

/** A database that goes with its round; its business time began at START. */
export type Scratch = { url: string; office: Office; close(): Promise<void> };

/** Starts the servers; Postgres is that of DATABASE_URL when given, else a throwaway of our own. Throws what is missing. */
export async function startRig(databaseUrl: string | undefined): Promise<Rig> {
  const redis = await startRedisServer();
  const embedded = databaseUrl === undefined ? await startEmbedded({ throwaway: true }) : undefined;
  const serverUrl = databaseUrl ?? withDatabase(embedded!.url, 'postgres');
  const stop = async () => {
    await redis.stop();
    await embedded?.stop();
  };
  return { redis, makeDatabase: () => makeScratch(serverUrl), stop };
}

async function makeScratch(serverUrl: string): Promise<Scratch> {
  const name = `phoihop_bench_${randomBytes(6).toString('hex')}`;
  const url = withDatabase(serverUrl, name);
  await onServer(serverUrl, `create database ${name}`);
  await migrateDatabase({ url });
  const db = await openDatabase({ url, role: APP_ROLE, max: 4, applicationName: 'phoi-hop bench' });
  const office = openOffice(db);
  await beginAtStart(office);
  const close = async () => {
    await db.close();
    await onServer(serverUrl, `drop database ${name} with (force)`);
  };
  return { url, office, close };
}

/** One line as the owner of a database, above row-level security. */
export async function onServer(url: string, line: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(line);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The same server, another database. */
function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/** The program's settings in a round: everything in one process, polling, no port taken. */
export function configFor(given: {
  sim: { url: string; token: string };
  redisUrl: string;
  databaseUrl: string;
  rateLimit: number;
  roles?: Config['roles'];
}): Config {
  return {
    botToken: given.sim.token,
    telegramApiRoot: given.sim.url,
    databaseUrl: given.databaseUrl,
    databaseOwnerUrl: undefined,
    redisUrl: given.redisUrl,
    webhook: undefined,
    host: '127.0.0.1',
    port: 0,
    metricsHost: '127.0.0.1',
    metricsPort: 0,
    roles: given.roles ?? ['bot', 'worker', 'web'],
    dataDir: '',
    logLevel: 'error',
    devClock: false,
    rateLimit: given.rateLimit,
    publicUrl: undefined,
    retentionDays: 365,
    heartbeat: { url: undefined, seconds: 60, operatorChatId: undefined },
    backup: { passphrase: undefined, recipients: [] },
  };
}
