import { chmodSync, chownSync } from 'node:fs';
import { join } from 'node:path';
import { chooseAccount, runAs } from '../../db/embedded-account.ts';
import { findBinaries } from '../../db/embedded-binaries.ts';
import { type Cluster, initialise, OWNER, readPassword } from '../../db/embedded-cluster.ts';
import { makeThrowawayHome } from '../../db/embedded-throwaway.ts';
import { freePort } from '../../db/free-port.ts';

/** A Postgres of one's own: it comes back on the same port, with everything that was committed. */
export type PostgresServer = {
  /** The owner's, in the database `postgres`. */
  url: string;
  /** As a crash of the server: sessions are cut, what was not committed is gone, the log is replayed. */
  crash(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts a server with the packaged programs; it is gone with this process, however that ends. */
export async function startPostgresServer(): Promise<PostgresServer> {
  const account = chooseAccount();
  const home = makeThrowawayHome();
  if (account) chownSync(home, account.uid, account.gid);
  chmodSync(home, 0o700);
  const cluster: Cluster = { home, account, binaries: findBinaries(account), throwaway: true };
  await initialise(cluster);
  const port = await freePort();
  await control(cluster, 'start', `--log=${join(home, 'log')}`, `--options=${optionsOf(port)}`);
  return {
    url: `postgres://${OWNER}:${readPassword(home, 'password')}@127.0.0.1:${port}/postgres`,
    crash: () => control(cluster, 'restart', '--mode=immediate', `--log=${join(home, 'log')}`),
    stop: () => control(cluster, 'stop', '--mode=immediate'),
  };
}

async function control({ home, account, binaries }: Cluster, what: string, ...args: string[]): Promise<void> {
  await runAs(account, binaries.pgCtl, [what, '--wait', `--pgdata=${join(home, 'cluster')}`, ...args]);
}

/** The machine does not crash, only the server: what it wrote is with the kernel, and need not be on the disk. */
const optionsOf = (port: number): string =>
  `-p ${port} ${[
    'listen_addresses=127.0.0.1',
    "unix_socket_directories=''",
    'timezone=UTC',
    'fsync=off',
    'full_page_writes=off',
  ]
    .map((setting) => `-c ${setting}`)
    .join(' ')}`;
