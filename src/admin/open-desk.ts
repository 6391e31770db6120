import { Api } from 'grammy';
import type { Sql } from 'postgres';
import { connect, openDatabase } from '../../db/client.ts';
import { startEmbedded } from '../../db/embedded.ts';
import { APP_ROLE, migrateDatabase, prepareServer } from '../../db/migrate.ts';
import { type Config, isNpmTalking, type ParsedConfig } from '../config.ts';
import { erasedListIn } from '../erased-list.ts';
import { noteBackup } from '../last-backup.ts';
import type { Locale } from '../locales/index.ts';
import { type Office, openOffice } from '../usecases/begin-work.ts';
import { wordsIn } from '../usecases/plain-words.ts';
import type { Desk } from './desk.ts';

const NAME = 'phoi-hop admin';

/** A desk on the configured database and bot; what was opened is closed by `close()`, in the opposite order. */
export function openDesk(
  locale: Locale,
  load: () => ParsedConfig,
  print: (line: string) => void,
  complain: (line: string) => void,
): { desk: Desk; close(): Promise<void> } {
  const closings: (() => Promise<void>)[] = [];
  const config = once(() => requireConfig(load()));
  const opened = once(() => databaseUrls(config(), closings));
  const addresses = once(async () => {
    const found = await opened();
    await migrateDatabase({ url: found.ownerUrl, login: found.url });
    return found;
  });
  const office = once(async (): Promise<Office> => {
    const { url } = await addresses();
    const db = await openDatabase({ url, max: 2, role: APP_ROLE, applicationName: NAME });
    closings.push(() => db.close());
    return openOffice(db);
  });
  const asOwner = async (of: () => Promise<{ ownerUrl: string }>): Promise<Sql> => {
    const { ownerUrl } = await of();
    const sql = connect({ url: ownerUrl, max: 2, applicationName: NAME });
    closings.push(() => sql.end({ timeout: 5 }));
    return sql;
  };
  const desk: Desk = {
    locale,
    say: wordsIn(locale),
    print: (...lines) => print(lines.join('\n')),
    complain: (...lines) => complain(lines.join('\n')),
    office,
    ownerSql: once(() => asOwner(addresses)),
    bareSql: once(async () => {
      const sql = await asOwner(opened);
      await prepareServer(sql);
      return sql;
    }),
    backupSettings: () => config().backup,
    bytesOut: () => (isNpmTalking() ? 'npm' : process.stdout.isTTY ? 'terminal' : process.stdout),
    noteBackup: () => noteBackup(config().dataDir, Date.now()),
    erasedList: () => erasedListIn(config().dataDir),
    botName: async () =>
      (await new Api(config().botToken, { apiRoot: config().telegramApiRoot, timeoutSeconds: 15 }).getMe())
        .username,
  };
  const close = async () => {
    for (const end of closings.reverse()) await end();
  };
  return { desk, close };
}

function requireConfig(parsed: ParsedConfig): Config {
  if (!parsed.ok) throw new Error(parsed.errors.join('\n'));
  return parsed.config;
}

async function databaseUrls(
  { databaseUrl: url, databaseOwnerUrl, dataDir }: Config,
  closings: (() => Promise<void>)[],
): Promise<{ url: string; ownerUrl: string }> {
  if (url !== undefined) return { url, ownerUrl: databaseOwnerUrl ?? url };
  const embedded = await startEmbedded({ dataDir });
  closings.push(() => embedded.stop());
  return { url: embedded.loginUrl, ownerUrl: embedded.url };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
