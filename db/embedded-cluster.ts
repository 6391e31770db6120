import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, runAs } from './embedded-account.ts';
import type { Binaries } from './embedded-binaries.ts';
import { isAlive } from './embedded-lock.ts';
import { freePort } from './free-port.ts';

/** One cluster: its folder (holding `cluster`, `log` and the passwords), the account that runs it, the programs, how safe it is. */
export type Cluster = { home: string; account: Account; binaries: Binaries; throwaway: boolean };

/** The superuser of an embedded cluster; the program's sessions do not run as it, see APP_ROLE. */
export const OWNER = 'phoihop';

const SAFE_LOGS = ['log_min_error_statement=panic', 'log_error_verbosity=terse']; // no statement, no row's values (rule C5)
const HASTE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** The port of the cluster's live server, waiting while it is starting; undefined when none runs. */
export async function findServer({ home }: Pick<Cluster, 'home'>): Promise<number | undefined> {
  for (let waited = 0; waited < 30_000; waited += 100) {
    const server = readPostmaster(home);
    if (!server || !isPostgres(server.pid)) return undefined;
    if (server.ready) return server.port;
    await sleep(100);
  }
  throw new Error(
    `Postgres in ${home} has been starting or stopping for 30 seconds; its log: ${logTail(home)}`,
  );
}

/** Makes the cluster when it is not there yet; a half-made one is thrown away first. */
export async function initialise({ home, account, binaries, throwaway }: Cluster): Promise<void> {
  const data = join(home, 'cluster');
  if (existsSync(join(data, 'PG_VERSION'))) return requireSameVersion(data, binaries, account);
  const half = join(home, 'cluster.new');
  rmSync(half, { recursive: true, force: true });
  writePassword({ home, account }, 'password');
  await runAs(account, binaries.initdb, [
    `--pgdata=${half}`,
    `--username=${OWNER}`,
    `--pwfile=${join(home, 'password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    // With the C provider lower('Đ') would stay 'Đ'.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(throwaway ? ['--no-sync'] : []),
  ]);
  renameSync(half, data);
}

/** Starts the server, in a session of its own so that a Ctrl-C does not reach it; answers its port. */
export async function start(cluster: Cluster, tries = 5): Promise<number> {
  const { home, account, binaries } = cluster;
  // Only called when nothing runs here. A left pid file whose number another process got would stop Postgres from starting.
  rmSync(join(home, 'cluster', 'postmaster.pid'), { force: true });
  const port = await freePort();
  const log = join(home, 'log');
  try {
    await runAs(account, binaries.pgCtl, [
      'start',
      '--wait',
      '--timeout=120',
      `--pgdata=${join(home, 'cluster')}`,
      `--log=${log}`,
      `--options=${serverOptions(port, cluster.throwaway)}`,
    ]);
    return port;
  } catch (error) {
    if (tries > 1 && /Address already in use/.test(logTail(home))) return start(cluster, tries - 1);
    throw new Error(`Postgres did not start; its log (${log}) ends: ${logTail(home)}`, { cause: error });
  }
}

/** Waits 3 s for the clients to leave, then ends their sessions, writes everything down and stops. */
export async function stop({ home, account, binaries }: Cluster): Promise<void> {
  const args = ['stop', `--pgdata=${join(home, 'cluster')}`, '--wait'];
  try {
    await runAs(account, binaries.pgCtl, [...args, '--mode=smart', '--timeout=3']);
  } catch {
    if (readPostmaster(home)) await runAs(account, binaries.pgCtl, [...args, '--mode=fast', '--timeout=60']);
  }
}

/** The files of the owner's password and of the program's. */
export type Secret = 'password' | 'app-password';

/** A password of the cluster; throws when this process's user may not read it. */
export function readPassword(home: string, secret: Secret): string {
  return readFileSync(join(home, secret), 'utf8').trim();
}

/** The same, made when the file is not there or was left empty by a crash. */
export function keepPassword(cluster: Pick<Cluster, 'home' | 'account'>, secret: Secret): string {
  const path = join(cluster.home, secret);
  if (!existsSync(path) || readPassword(cluster.home, secret) === '') writePassword(cluster, secret);
  return readPassword(cluster.home, secret);
}

function writePassword({ home, account }: Pick<Cluster, 'home' | 'account'>, secret: Secret): void {
  const path = join(home, secret);
  writeFileSync(path, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  if (account) chownSync(path, account.uid, account.gid);
}

/** What postmaster.pid says, dead or alive; undefined when there is none (or only half of one). */
export function readPostmaster(home: string): { pid: number; port: number; ready: boolean } | undefined {
  const file = join(home, 'cluster', 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** Whether the process is alive and a Postgres: after a restart of the machine its number may belong to anybody. */
export function isPostgres(pid: number): boolean {
  if (!(pid > 1) || !isAlive(pid)) return false;
  try {
    return nameOf(pid).includes('postgres');
  } catch {
    return false;
  }
}

function nameOf(pid: number): string {
  if (existsSync('/proc/self/comm')) return readFileSync(`/proc/${pid}/comm`, 'utf8');
  return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' });
}

async function requireSameVersion(data: string, binaries: Binaries, account: Account): Promise<void> {
  const made = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  const runs = /\d+/.exec(await runAs(account, binaries.postgres, ['--version']))?.[0];
  if (made === runs) return;
  throw new Error(
    `The data in ${data} were made by Postgres ${made}, and the programs are Postgres ${runs}. ` +
      'Make a backup with the version of this program that made them, and restore it into an empty DATA_DIR.',
  );
}

function serverOptions(port: number, throwaway: boolean): string {
  const settings = [
    'listen_addresses=127.0.0.1',
    "unix_socket_directories=''", // a socket's path may be 107 bytes long, and DATA_DIR longer
    'timezone=UTC',
    'log_timezone=UTC',
    ...SAFE_LOGS,
    ...(throwaway ? HASTE : []),
  ];
  return [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(' ');
}

function logTail(home: string): string {
  const log = join(home, 'log');
  return existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8).join('\n') : '(no log)';
}
