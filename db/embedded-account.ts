import { execFile, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { promisify } from 'node:util';

/** Whom the server runs as; undefined = as this process. Postgres refuses to run as root. */
export type Account = { uid: number; gid: number } | undefined;

const ENV = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' };

/** The account for a server started by this process: `postgres`, else `nobody`, else the first other than root. */
export function chooseAccount(): Account {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0);
  const found =
    accounts.find(({ name }) => name === 'postgres') ??
    accounts.find(({ name }) => name === 'nobody') ??
    accounts[0];
  if (!found)
    throw new Error(
      'Postgres cannot run as root, and /etc/passwd names nobody else. Add a user, or set DATABASE_URL.',
    );
  return { uid: found.uid, gid: found.gid };
}

/** The owner of a cluster that is there already: it can only be run by that account. */
export function ownerOf(path: string): Account {
  const { uid, gid } = statSync(path);
  return process.getuid?.() === 0 ? { uid, gid } : undefined;
}

/** Runs one of Postgres's programs to its end as the account; throws with what it printed. */
export async function runAs(account: Account, program: string, args: string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(program, args, { ...account, env: ENV, cwd: '/' });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} failed: ${`${stderr}${stdout}`.trim() || String(error)}`, { cause: error });
  }
}

/** Whether the account can start the program: folders, permissions, libraries and mount options all allow it. */
export function canRun(account: Account, program: string): boolean {
  return spawnSync(program, ['--version'], { ...account, env: ENV, cwd: '/' }).status === 0;
}

/** Whether the account can enter the folder by its full path. */
export function canEnter(account: Account, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$0"', folder], { ...account, env: ENV, cwd: '/' }).status === 0;
}
