import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Sql } from 'postgres';
import { isRefused, type Refused, refuse, text } from '../usecases/said.ts';
import { type SealingKey, sealingKey } from './backup-key.ts';
import { backupLines } from './backup-lines.ts';
import type { Desk, ExitCode, Subcommand } from './desk.ts';
import { seeAllPairs } from './dump-tables.ts';
import { Unfit } from './load-backup.ts';
import { seal } from './seal-backup.ts';

/** The word in a file's place that stands for standard output. */
const STDOUT = '-';

/** Writes every table into one compressed and sealed file, all of one moment; an existing file is left alone. `-`: to standard output. */
export const backup: Subcommand = {
  name: 'backup',
  about: 'admin-about-backup',
  usage: 'backup FILE|- [--passphrase-file FILE | --plain]',
  example: 'backup phoi-hop.jsonl.gz.age --passphrase-file passphrase.txt',
  words: [1, 1],
  options: { 'passphrase-file': { type: 'string' }, plain: { type: 'boolean' } },
  async run(desk, { positionals, options }) {
    const path = positionals[0]!;
    const key = await sealingKey(options, desk.backupSettings());
    if (isRefused(key)) return refused(desk, key);
    const place = await placeFor(desk, path);
    if (isRefused(place)) return refused(desk, place);
    try {
      await writeBackup(await desk.ownerSql(), key, place);
    } catch (error) {
      const words = error instanceof Unfit ? error.words : isReaderGone(error) ? READER_GONE : undefined;
      if (!words) throw error;
      desk.complain(desk.say(words));
      return 1;
    }
    await desk.noteBackup().catch(() => desk.complain(desk.say(text('admin-backup-not-noted'))));
    if (path !== STDOUT) desk.print(desk.say(doneText(key, path)));
    return 0;
  },
};

const READER_GONE = text('admin-backup-reader-gone');

const isReaderGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EPIPE';

const doneText = (key: SealingKey, file: string) =>
  text(key.kind === 'plain' ? 'admin-backup-done' : 'admin-backup-sealed', { file });

function refused({ complain, say }: Desk, { refused: words }: Refused): ExitCode {
  complain(say(words));
  return 1;
}

/** Where the bytes go; `keep` once they are whole, `drop` when they are not. */
type Place = { open(): Writable; keep(): Promise<void>; drop(): Promise<void> };

async function placeFor({ bytesOut }: Desk, path: string): Promise<Place | Refused> {
  if (path !== STDOUT) {
    // What another backup has under way is not taken from it, nor removed when this one ends.
    for (const file of [path, partOf(path)])
      if (await exists(file)) return refuse('admin-backup-exists', { file });
    return toFile(path);
  }
  const out = bytesOut();
  if (out === 'terminal') return refuse('admin-backup-terminal');
  if (out === 'npm') return refuse('admin-backup-npm', { line: 'npm run --silent admin -- backup -' });
  return toStdout(out);
}

/** The file appears under its name when it is whole; only its owner can read it. */
function toFile(path: string): Place {
  const part = partOf(path);
  let isOurs = false;
  return {
    open: () =>
      createWriteStream(part, { mode: 0o600, flags: 'wx' }).once('open', () => {
        isOurs = true;
      }),
    keep: () => rename(part, path),
    drop: async () => {
      if (isOurs) await rm(part, { force: true });
    },
  };
}

const partOf = (path: string): string => `${path}.part`;

/** Each piece has left before the next is made, so that a reader that goes away is an error here. */
const toStdout = (out: Writable): Place => ({
  open: () => new Writable({ write: (chunk, _, done) => void out.write(chunk, done) }),
  keep: async () => {},
  drop: async () => {},
});

async function writeBackup(sql: Sql, key: SealingKey, place: Place): Promise<void> {
  try {
    await sql.begin('isolation level repeatable read read only', async (tx) => {
      await seeAllPairs(tx);
      const lines = Readable.from(backupLines(tx, new Date().toISOString()));
      await pipeline(lines, createGzip(), (bytes) => seal(key, bytes), place.open());
    });
    await place.keep();
  } catch (error) {
    await place.drop();
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
