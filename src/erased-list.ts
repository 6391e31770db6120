import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Office } from './usecases/begin-work.ts';
import { type Erased, eraseAgain } from './usecases/erase-again.ts';

/** Where the list is kept: outside the database, so that it outlasts what a backup brings back. */
export const erasedListIn = (dataDir: string): string => join(dataDir, 'erased-people');

const HEAD =
  '# People whose data were erased (phoi-hop): number, digest of the key. Keep it beside the backups.';
const LINE = /^(?<id>\d{1,9}) (?<key>erased-[0-9a-f]{32})$/;

/** The people of a list; undefined: the file is none. A file that is not there lists nobody. Throws what the file system throws. */
export async function readErased(path: string): Promise<Erased[] | undefined> {
  const lines = (await readOrNothing(path))
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const found = lines.map((line) => LINE.exec(line)?.groups);
  return found.every((one) => one !== undefined)
    ? found.map(({ id, key }) => ({ id: Number(id), key: key! }))
    : undefined;
}

/** Adds people to a list; it is replaced as a whole, readable by its owner only. */
export async function addErased(path: string, more: Erased[]): Promise<void> {
  const before = (await readErased(path)) ?? [];
  const lines = new Set([...before, ...more].map(({ id, key }) => `${id} ${key}`));
  if (lines.size === before.length) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, `${[HEAD, ...lines].join('\n')}\n`, { mode: 0o600 });
  await rename(`${path}.part`, path);
}

/**
 * Erases again whoever the list names and an older backup has brought back, and adds to it whoever the database has erased (C8).
 * Answers how many were erased again. Any process may do it at any time.
 */
export async function keepErased(office: Office, path: string): Promise<number> {
  const listed = (await readErased(path)) ?? [];
  const { again, all } = await office.work({ pairs: 'all' }, (work) => eraseAgain(work, listed));
  await addErased(path, all);
  return again;
}

async function readOrNothing(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
