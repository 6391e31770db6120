import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Office } from './usecases/begin-work.ts';
import { type Erased, eraseAgain } from './usecases/erase-again.ts';

/** Where the list is kept: outside the database, so that it outlasts what a backup brings back. */
export const erasedListIn = (dataDir: string): string => join(dataDir, 'erased-people');

const HEAD =
  '# People whose data were erased (phoi-hop): number, digest of the key. Keep it beside the backups.';
const LINE = /^(?<id>\d{1,9}) (?<key>erased-[0-9a-f]{32})$/;

/** What a list holds: the people, and the lines that nobody can read, which stay as they are. */
type List = { people: Erased[]; unreadable: string[] };

/** The people of a list; undefined: the file is none, or damaged. A file that is not there lists nobody. Throws what the file system throws. */
export async function readErased(path: string): Promise<Erased[] | undefined> {
  const { people, unreadable } = await readList(path);
  return unreadable.length > 0 ? undefined : people;
}

async function readList(path: string): Promise<List> {
  const list: List = { people: [], unreadable: [] };
  for (const line of (await readOrNothing(path)).split('\n').map((one) => one.trimEnd())) {
    if (line === '' || line.startsWith('#')) continue;
    const { id, key } = LINE.exec(line)?.groups ?? {};
    if (id === undefined || key === undefined) list.unreadable.push(line);
    else list.people.push({ id: Number(id), key });
  }
  return list;
}

/** Adds people to a list, of which no line is ever left out; it is replaced as a whole, readable by its owner only. */
export async function addErased(path: string, more: Erased[]): Promise<void> {
  const { people, unreadable } = await readList(path);
  const before = new Set(linesOf(people));
  const lines = new Set([...before, ...linesOf(more)]);
  if (lines.size === before.size) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, `${[HEAD, ...unreadable, ...lines].join('\n')}\n`, { mode: 0o600 });
  await rename(`${path}.part`, path);
}

const linesOf = (people: Erased[]): string[] => people.map(({ id, key }) => `${id} ${key}`);

/**
 * Erases again whoever the list names and an older backup has brought back, and adds to it whoever the database has erased (C8).
 * Answers how many were erased again, and how many lines could not be read. Any process may do it at any time.
 */
export async function keepErased(
  office: Office,
  path: string,
): Promise<{ again: number; unreadable: number }> {
  const { people, unreadable } = await readList(path);
  const { again, all } = await office.work({ pairs: 'all' }, (work) => eraseAgain(work, people));
  await addErased(path, all);
  return { again, unreadable: unreadable.length };
}

async function readOrNothing(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
