import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { type Database, openDatabase } from '../../db/client.ts';
import { APP_ROLE, migrateDatabase } from '../../db/migrate.ts';
import { type Office, openOffice } from '../../src/usecases/begin-work.ts';
import type { Random } from '../fuzz/random.ts';
import { startSimulator } from '../simulator/server.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { withDatabase } from '../support/global-setup.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';
import { beginAtStart } from '../support/start-day.ts';
import { type Desk, openDesk } from './desk.ts';
import { type PostgresServer, startPostgresServer } from './postgres-server.ts';

/** The servers of a run, its Telegram, and an empty database whose business time began at START. */
export type Rig = {
  sim: Simulator;
  redis: RedisServer;
  postgres: PostgresServer;
  office: Office;
  desk: Desk;
  /** What the program is started with. */
  env: Record<string, string>;
  stop(): Promise<void>;
};

/** Calls take so long there and back: enough for them to cross, and no more, for a soak makes thousands. */
const LATENCY = { minMs: 10, maxMs: 60 };

export async function startRig(random: Random): Promise<Rig> {
  const endings: (() => unknown)[] = [];
  const stop = async () => {
    // Each, whatever became of the others: no server may be left behind.
    const ended = [];
    for (const end of endings.splice(0).toReversed()) ended.push(...(await Promise.allSettled([end()])));
    const failed = ended.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  };
  try {
    return { ...(await startServers(random, endings)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startServers(random: Random, endings: (() => unknown)[]): Promise<Omit<Rig, 'stop'>> {
  const redis = await startRedisServer();
  endings.push(() => redis.stop());
  const server = await startPostgresServer();
  endings.push(() => server.stop());
  const url = withDatabase(server.url, 'soak');
  const { db, office } = await makeDatabase(server.url, url);
  endings.push(() => db.close());
  const desk = await openDesk(url);
  endings.push(() => desk.close());
  const sim = await startSimulator({
    latency: { ...LATENCY, seed: random.below(1_000_000) },
    random: () => random.below(1_000_000) / 1_000_000,
  });
  endings.push(() => sim.close());
  const dataDir = mkdtempSync(join(tmpdir(), 'phoi-hop-soak-'));
  endings.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const env = {
    DATABASE_URL: loginOf(url),
    DATABASE_OWNER_URL: url,
    REDIS_URL: redis.url,
    TELEGRAM_API_ROOT: sim.url,
    BOT_TOKEN: sim.token,
    DATA_DIR: dataDir,
    RATE_LIMIT: '28.8',
  };
  return { sim, redis, postgres: server, office, desk, env };
}

/** The program's own login, whose password the first process to start sets. */
function loginOf(url: string): string {
  const login = new URL(url);
  login.username = APP_ROLE;
  login.password = 'soak';
  return login.href;
}

async function makeDatabase(serverUrl: string, url: string): Promise<{ db: Database; office: Office }> {
  const server = postgres(serverUrl, { max: 1, onnotice: () => {} });
  await server`create database soak`;
  await server.end({ timeout: 5 });
  await migrateDatabase({ url });
  const db = await openDatabase({ url, role: APP_ROLE, max: 2, applicationName: 'phoi-hop soak' });
  const office = openOffice(db);
  await beginAtStart(office);
  return { db, office };
}
