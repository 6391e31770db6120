import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { Sql } from 'postgres';
import { isRefused, text } from '../usecases/said.ts';
import type { Subcommand } from './desk.ts';
import { loadBackup, Unfit } from './load-backup.ts';
import { tellChains } from './verify.ts';

/** Puts a backup into an empty database of the same version, in one transaction, and verifies what it put there. */
export const restore: Subcommand = {
  name: 'restore',
  about: 'admin-about-restore',
  usage: 'restore FILE',
  example: 'restore phoi-hop.jsonl.gz',
  words: [1, 1],
  options: {},
  async run(desk, { positionals }) {
    const result = await restoreFile(await desk.ownerSql(), positionals[0]!);
    if (isRefused(result)) {
      desk.complain(desk.say(result.refused));
      return 1;
    }
    tellChains(desk, result.chains);
    desk.print(desk.say(text('admin-restore-done', { rows: result.rows, tables: result.tables })));
    return 0;
  },
};

async function restoreFile(sql: Sql, path: string) {
  try {
    return await sql.begin((tx) => loadBackup(tx, readZipped(path)));
  } catch (error) {
    if (error instanceof Unfit) return { refused: error.words };
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (/^(Z_|E[A-Z]+$)/.test(code)) return { refused: text('admin-file-unreadable', { code }) };
    throw error;
  }
}

/** Opened when it is first read: an error of a stream that nobody reads yet would end the process. */
async function* readZipped(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path);
  const bytes = createGunzip();
  file.on('error', (error) => bytes.destroy(error)).pipe(bytes);
  try {
    yield* bytes;
  } finally {
    file.destroy();
    bytes.destroy();
  }
}
