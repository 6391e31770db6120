import { startEmbedded } from '../db/embedded.ts';
import { loadConfig } from './config.ts';
import { setStrictTexts } from './locales/index.ts';
import { createLogger } from './log.ts';
import { startApp } from './start-app.ts';

const parsed = loadConfig();
if (!parsed.ok) {
  process.stderr.write(`${parsed.errors.join('\n')}\n`);
  process.exit(1);
}
const { config } = parsed;
// A text that is missing must never stop a message: the key is said instead.
setStrictTexts(false);
const log = createLogger({ level: config.logLevel });
const embedded =
  config.databaseUrl === undefined ? await startEmbedded({ dataDir: config.dataDir }) : undefined;
const app = await startApp(config, config.databaseUrl ?? embedded!.url, log);
log.info({ roles: config.roles, port: app.port }, 'started');

/** SIGTERM must end in 10 s: what still runs then is found again by its lease. */
const DEADLINE_MS = 9_500;

async function stop(): Promise<void> {
  setTimeout(() => process.exit(0), DEADLINE_MS).unref();
  await app.stop();
  await embedded?.stop();
  process.exit(0);
}

process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
