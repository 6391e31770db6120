import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from './embedded-binaries.ts';
import { isPostgres, readPostmaster } from './embedded-cluster.ts';
import { isAlive } from './embedded-lock.ts';

const NAME = /^throwaway-(\d+)-/;

// Waits for the process or the folder to be gone; then ends the server at once (QUIT) and removes what is left.
const GUARD = `
while kill -0 "$1" 2>/dev/null && [ -d "$2" ]; do sleep 1; done
pid=$(head -n 1 "$2/cluster/postmaster.pid" 2>/dev/null) && kill -QUIT "$pid" 2>/dev/null
while [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
rm -rf "$2"
`;

/** A new empty folder for a cluster that lives as long as this process, however the process ends (SIGKILL as well). */
export function makeThrowawayHome(): string {
  const home = mkdtempSync(join(sharedFolder('temporary'), `throwaway-${process.pid}-`));
  const guard = spawn('/bin/sh', ['-c', GUARD, 'guard', String(process.pid), home], {
    detached: true,
    stdio: 'ignore',
    cwd: '/',
    env: { PATH: '/usr/local/bin:/usr/bin:/bin' },
  });
  guard.unref();
  return home;
}

/** Ends and removes throwaway clusters whose process is dead and whose guard was killed with it. */
export function reapThrowaways(): void {
  const folder = sharedFolder('temporary');
  for (const name of readdirSync(folder)) {
    const owner = NAME.exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    const home = join(folder, name);
    const server = readPostmaster(home);
    if (server && isPostgres(server.pid)) process.kill(server.pid, 'SIGQUIT');
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
