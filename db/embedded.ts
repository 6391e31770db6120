import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { connect } from './client.ts';
import { type Account, canEnter, chooseAccount, ownerOf } from './embedded-account.ts';
import { findBinaries, sharedFolder } from './embedded-binaries.ts';
import {
  type Cluster,
  findServer,
  initialise,
  keepPassword,
  OWNER,
  readPassword,
  readPostmaster,
  type Secret,
  start,
  stop,
} from './embedded-cluster.ts';
import { isAlive, withLock } from './embedded-lock.ts';
import { makeThrowawayHome, reapThrowaways } from './embedded-throwaway.ts';
import { APP_ROLE, giveLogin } from './login.ts';

/** A cluster kept in `dataDir` (made when missing), or one that is gone with this process, made for speed and not for safety. */
export type EmbeddedOptions = { database?: string } & (
  | { dataDir: string; throwaway?: false }
  | { throwaway: true }
);

/**
 * `url` is the owner's, a superuser; `loginUrl` that of the program, which may nothing but its tables. `started` is false when a live
 * server was found and joined; `stop()` may be called twice.
 */
export type Embedded = { url: string; loginUrl: string; started: boolean; stop(): Promise<void> };

/**
 * Postgres without an installation: the packaged programs, listening on a free loopback port, each password in a 0600 file.
 *
 * - Any number of processes may call this for one `dataDir`: the first starts the server, the others join it, and the last
 *   to call `stop()` stops it. The server survives a Ctrl-C and the death of the processes; the next start joins it.
 * - Run as root, the server runs as `postgres`, `nobody` or the first other account. Where that account cannot enter
 *   `dataDir`, the cluster lies in /var/lib/phoi-hop, and `dataDir`/MOVED names the place.
 * - A throwaway cluster is ended and removed by a guard process when its process is gone, and by the next throwaway start.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  if (options.throwaway) reapThrowaways();
  const cluster = options.throwaway
    ? prepare(makeThrowawayHome(), chooseAccount(), true)
    : prepareKept(resolve(options.dataDir));
  const lock = join(cluster.home, 'lock');
  const guest = join(cluster.home, `guest-${process.pid}-${randomUUID()}`);
  let leaving: Promise<void> | undefined;
  const stop = () => {
    leaving ??= withLock(lock, () => leave(cluster, guest));
    return leaving;
  };
  const { port, started } = await withLock(lock, () => enter(cluster, guest));
  try {
    const database = options.database ?? 'phoihop';
    const addressOf = (user: string, secret: Secret) =>
      `postgres://${user}:${readPassword(cluster.home, secret)}@127.0.0.1:${port}/${database}`;
    const url = addressOf(OWNER, 'password');
    const maintenance = new URL('postgres', url).href;
    await ensureDatabase(maintenance, database);
    await withLock(lock, () => ensureLogin(cluster, maintenance));
    return { url, loginUrl: addressOf(APP_ROLE, 'app-password'), started, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function prepareKept(dataDir: string): Cluster {
  mkdirSync(dataDir, { recursive: true });
  const data = join(dataDir, 'cluster');
  if (existsSync(data)) return prepare(dataDir, ownerOf(data), false);
  const account = chooseAccount();
  if (canEnter(account, dataDir)) return prepare(dataDir, account, false);
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const home = join(sharedFolder('kept'), `data-${name}`);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(dataDir, 'MOVED'), `${home}\n`);
  return prepare(home, existsSync(join(home, 'cluster')) ? ownerOf(join(home, 'cluster')) : account, false);
}

function prepare(home: string, account: Account, throwaway: boolean): Cluster {
  if (account) chownSync(home, account.uid, account.gid);
  chmodSync(home, 0o700);
  return { home, account, binaries: findBinaries(account), throwaway };
}

async function enter(cluster: Cluster, guest: string): Promise<{ port: number; started: boolean }> {
  const live = await findServer(cluster);
  if (live === undefined) for (const path of guests(cluster.home)) rmSync(path);
  else {
    writeFileSync(guest, '');
    return { port: live, started: false };
  }
  await initialise(cluster);
  const port = await start(cluster);
  writeFileSync(guest, '');
  return { port, started: true };
}

async function leave(cluster: Cluster, guest: string): Promise<void> {
  rmSync(guest, { force: true });
  const others = guests(cluster.home).filter((path) =>
    isAlive(Number(path.split('guest-')[1]?.split('-')[0])),
  );
  if (others.length > 0) return;
  if (readPostmaster(cluster.home)) await stop(cluster);
  if (cluster.throwaway) rmSync(cluster.home, { recursive: true, force: true });
}

function guests(home: string): string[] {
  return readdirSync(home)
    .filter((name) => name.startsWith('guest-'))
    .map((name) => join(home, name));
}

/** At each start: whatever made the data folder, and whatever was done to the role since, the program logs in as it and may nothing more. */
async function ensureLogin(cluster: Cluster, url: string): Promise<void> {
  const password = keepPassword(cluster, 'app-password');
  const sql = connect({ url, max: 1 });
  try {
    await giveLogin(sql, password);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function ensureDatabase(url: string, database: string): Promise<void> {
  const sql = connect({ url, max: 1 });
  try {
    const found = await sql`select from pg_database where datname = ${database}`;
    if (found.length === 0) await sql`create database ${sql(database)}`;
  } catch (error) {
    if ((error as { code?: string }).code !== '42P04' && (error as { code?: string }).code !== '23505')
      throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
