import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Sql } from 'postgres';
import { text } from '../usecases/said.ts';
import { backupLines } from './backup-lines.ts';
import type { Subcommand } from './desk.ts';
import { seeAllPairs } from './dump-tables.ts';

/** Writes every table into one compressed file, all of one moment; an existing file is left alone. */
export const backup: Subcommand = {
  name: 'backup',
  about: 'admin-about-backup',
  usage: 'backup FILE',
  example: 'backup phoi-hop.jsonl.gz',
  words: [1, 1],
  options: {},
  async run({ ownerSql, print, complain, say }, { positionals }) {
    const path = positionals[0]!;
    if (await exists(path)) {
      complain(say(text('admin-backup-exists', { file: path })));
      return 1;
    }
    await writeBackup(await ownerSql(), path);
    print(say(text('admin-backup-done', { file: path })));
    return 0;
  },
};

/** The file appears under its name when it is whole; only its owner can read it. */
async function writeBackup(sql: Sql, path: string): Promise<void> {
  const part = `${path}.part`;
  try {
    await sql.begin('isolation level repeatable read read only', async (tx) => {
      await seeAllPairs(tx);
      const lines = Readable.from(backupLines(tx, new Date().toISOString()));
      await pipeline(lines, createGzip(), createWriteStream(part, { mode: 0o600, flags: 'wx' }));
    });
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
