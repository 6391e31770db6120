import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Sql } from 'postgres';
import { isRefused, text } from '../usecases/said.ts';
import { type SealingKey, sealingKey } from './backup-key.ts';
import { backupLines } from './backup-lines.ts';
import type { Subcommand } from './desk.ts';
import { seeAllPairs } from './dump-tables.ts';
import { Unfit } from './load-backup.ts';
import { seal } from './seal-backup.ts';

/** Writes every table into one compressed and sealed file, all of one moment; an existing file is left alone. */
export const backup: Subcommand = {
  name: 'backup',
  about: 'admin-about-backup',
  usage: 'backup FILE [--passphrase-file FILE | --plain]',
  example: 'backup phoi-hop.jsonl.gz.age --passphrase-file passphrase.txt',
  words: [1, 1],
  options: { 'passphrase-file': { type: 'string' }, plain: { type: 'boolean' } },
  async run({ ownerSql, backupSettings, print, complain, say }, { positionals, options }) {
    const path = positionals[0]!;
    const key = await sealingKey(options, backupSettings());
    if (isRefused(key) || (await exists(path))) {
      complain(say(isRefused(key) ? key.refused : text('admin-backup-exists', { file: path })));
      return 1;
    }
    try {
      await writeBackup(await ownerSql(), path, key);
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
      complain(say(error.words));
      return 1;
    }
    print(say(text(key.kind === 'plain' ? 'admin-backup-done' : 'admin-backup-sealed', { file: path })));
    return 0;
  },
};

/** The file appears under its name when it is whole; only its owner can read it. */
async function writeBackup(sql: Sql, path: string, key: SealingKey): Promise<void> {
  const part = `${path}.part`;
  try {
    await sql.begin('isolation level repeatable read read only', async (tx) => {
      await seeAllPairs(tx);
      const lines = Readable.from(backupLines(tx, new Date().toISOString()));
      const file = createWriteStream(part, { mode: 0o600, flags: 'wx' });
      await pipeline(lines, createGzip(), (bytes) => seal(key, bytes), file);
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
