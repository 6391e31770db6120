import { createReadStream } from 'node:fs';
import { access, type FileHandle, open as openFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { knownMigrations, migrateWithin } from '../../db/migrate-within.ts';
import { addErased, readErased } from '../erased-list.ts';
import { type Erased, eraseAgain } from '../usecases/erase-again.ts';
import { isRefused, type Refused, refuse, text } from '../usecases/said.ts';
import { type OpeningKeys, openingKeys } from './backup-key.ts';
import type { Desk, Subcommand } from './desk.ts';
import { loadBackup, type Opened, proveChains, readHead, Unfit } from './load-backup.ts';
import { isSealed, open } from './seal-backup.ts';
import { settleRestored } from './settle-restored.ts';
import { tellChains } from './verify.ts';

/**
 * Opens a backup, of this version or an older one, and puts it into an empty database in one transaction; what it put there is brought up to
 * date and verified.
 */
export const restore: Subcommand = {
  name: 'restore',
  about: 'admin-about-restore',
  usage: 'restore FILE [--passphrase-file FILE] [--identity FILE] [--plain] [--erased FILE]',
  example: 'restore phoi-hop.jsonl.gz.age --passphrase-file passphrase.txt',
  words: [1, 1],
  options: {
    'passphrase-file': { type: 'string' },
    identity: { type: 'string' },
    plain: { type: 'boolean' },
    erased: { type: 'string' },
  },
  async run(desk, { positionals, options }) {
    const path = positionals[0]!;
    const keys = await openingKeys(options, desk.backupSettings());
    const result = isRefused(keys)
      ? keys
      : await reading(async () => {
          const listed = await listErased(desk, options.erased);
          const bytes = await bytesOf(path, keys, options.plain === true);
          if (isRefused(bytes)) return bytes;
          const loaded = await restoreFrom(desk, await readHead(bytes));
          return { ...loaded, listed: listed.length, again: await eraseListed(desk, listed) };
        });
    if (isRefused(result)) {
      desk.complain(desk.say(result.refused));
      return 1;
    }
    tellChains(desk, result.chains);
    desk.print(
      desk.say(
        result.listed === 0
          ? text('admin-restore-no-list')
          : text('admin-restore-erased', { count: result.again, listed: result.listed }),
      ),
    );
    desk.print(desk.say(text('admin-restore-done', { rows: result.rows, tables: result.tables })));
    return 0;
  },
};

/**
 * Whom an older backup must not bring back: of the list kept here, and of one that was given, which is kept here first, so that the
 * program would erase them at its start if this ended halfway.
 */
async function listErased(
  { erasedList }: Pick<Desk, 'erasedList'>,
  given: string | boolean | undefined,
): Promise<Erased[]> {
  const kept = erasedList();
  const named = typeof given === 'string' ? given : undefined;
  if (named !== undefined) await access(named);
  const lists = [named, kept].filter((path) => path !== undefined).map(readErased);
  const read = await Promise.all(lists);
  if (read.includes(undefined)) throw new Unfit(text('admin-restore-not-list'));
  const all = read.flatMap((one) => one ?? []);
  if (kept !== undefined) await addErased(kept, all);
  return all;
}

/** Opens the program's office, with which the new tables are granted to its role. */
async function eraseListed({ office }: Pick<Desk, 'office'>, listed: Erased[]): Promise<number> {
  const { again } = await (await office()).work({ pairs: 'all' }, (work) => eraseAgain(work, listed));
  return again;
}

/** Chains are proved in the shape of today, which is the one that the program knows. */
async function restoreFrom({ bareSql }: Pick<Desk, 'bareSql'>, opened: Opened) {
  try {
    return await (await bareSql()).begin(async (tx) => {
      const loaded = await loadBackup(tx, opened);
      await migrateWithin(tx, knownMigrations().at(-1)!);
      await settleRestored(tx);
      return { ...loaded, chains: await proveChains(tx) };
    });
  } finally {
    await opened.lines.return(undefined);
  }
}

/** What cannot be read, opened or taken is told in words; everything else is thrown. */
async function reading<T>(work: () => Promise<T>): Promise<T | Refused> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Unfit) return { refused: error.words };
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (/^(Z_|E[A-Z]+$)/.test(code)) return refuse('admin-file-unreadable', { code });
    throw error;
  }
}

/** The bytes within the file. A plain one is taken only when the operator says so: whoever can swap the file could swap it for one. */
async function bytesOf(
  path: string,
  keys: OpeningKeys,
  takesPlain: boolean,
): Promise<AsyncIterable<Buffer> | Refused> {
  if (!(await startsSealed(path))) return takesPlain ? unzip(readBytes(path)) : refuse('admin-restore-plain');
  if (keys.passphrases.length + keys.identities.length === 0) return refuse('admin-restore-no-key');
  return unzip(open(keys, readBytes(path)));
}

const START_BYTES = 64;

async function startsSealed(path: string): Promise<boolean> {
  let file: FileHandle | undefined;
  try {
    file = await openFile(path);
    const { bytesRead, buffer } = await file.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0);
    return isSealed(buffer.subarray(0, bytesRead));
  } finally {
    await file?.close();
  }
}

/** Opened when it is first read: an error of a stream that nobody reads yet would end the process. */
async function* readBytes(path: string): AsyncGenerator<Buffer> {
  yield* createReadStream(path);
}

async function* unzip(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const sealed = Readable.from(source);
  const bytes = createGunzip();
  sealed.on('error', (error) => bytes.destroy(error)).pipe(bytes);
  try {
    yield* bytes;
  } finally {
    sealed.destroy();
    bytes.destroy();
  }
}
