import { migrateDatabase } from '../../db/migrate.ts';
import type { BackupSettings } from '../../src/admin/backup-key.ts';
import { runAdmin } from '../../src/admin/run.ts';
import { openOffice } from '../../src/usecases/begin-work.ts';
import { wordsIn } from '../../src/usecases/plain-words.ts';
import type { TestDatabase } from './database.ts';

const NO_KEY: BackupSettings = { passphrase: undefined, recipients: [] };

/** One line of `npm run admin --` on a database, in English unless it says otherwise: exit code and what was said. */
export async function adminLine(
  line: string[],
  on: Pick<TestDatabase, 'url' | 'db' | 'ownerSql'>,
  backupSettings = NO_KEY,
  erasedList?: string,
): Promise<{ code: number; said: string[] }> {
  const said: string[] = [];
  const note = (...lines: string[]) => void said.push(...lines);
  const code = await runAdmin(line.includes('--lang') ? line : [...line, '--lang', 'en'], (locale) => ({
    locale,
    say: wordsIn(locale),
    print: note,
    complain: note,
    office: async () => {
      await migrateDatabase({ url: on.url });
      return openOffice(on.db);
    },
    ownerSql: async () => on.ownerSql,
    bareSql: async () => on.ownerSql,
    backupSettings: () => backupSettings,
    bytesOut: () => 'terminal',
    noteBackup: async () => {},
    erasedList: () => erasedList,
    botName: async () => 'phoihop_bot',
  }));
  return { code, said };
}
