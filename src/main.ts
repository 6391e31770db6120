import { setTimeout as sleep } from 'node:timers/promises';
import { type Embedded, startEmbedded } from '../db/embedded.ts';
import { loadConfig } from './config.ts';
import { setStrictTexts } from './locales/index.ts';
import { createLogger } from './log.ts';
import { type App, startApp } from './start-app.ts';
import { explainStart } from './start-fault.ts';

const parsed = loadConfig();
if (!parsed.ok) {
  process.stderr.write(`${parsed.errors.join('\n')}\n`);
  process.exit(1);
}
const { config } = parsed;
// A text that is missing must never stop a message: the key is said instead.
setStrictTexts(false);
const log = createLogger({ level: config.logLevel });

/** SIGTERM must end in 10 s: what still runs then is found again by its lease. */
const DEADLINE_MS = 9_500;
/** How long a start under way is waited for when it is to be stopped. */
const START_MS = 4_000;

let app: App | undefined;
let isStopping = false;

// Before anything is opened, and each time: a terminal and npm may both send the same Ctrl-C.
process.on('SIGTERM', () => void stop(0));
process.on('SIGINT', () => void stop(0));

const server: Promise<Embedded | undefined> =
  config.databaseUrl === undefined ? startEmbedded({ dataDir: config.dataDir }) : Promise.resolve(undefined);
const starting = start();
starting.catch(giveUp);

async function start(): Promise<void> {
  const embedded = await server;
  if (isStopping) return;
  app = embedded
    ? await startApp(config, embedded.loginUrl, log, embedded.url)
    : await startApp(config, config.databaseUrl!, log);
  app.reached.catch(giveUp);
}

function giveUp(error: unknown): void {
  if (isStopping) return;
  const { line, isKnown } = explainStart(error, config);
  if (!isKnown) log.fatal({ err: error }, 'the program could not start');
  process.stderr.write(`${line}\n`);
  void stop(1);
}

async function stop(code: 0 | 1): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  // A Postgres that is being made would come up behind us: it is waited for, then stopped.
  const embedded = await server.catch(() => undefined);
  setTimeout(() => process.exit(code), DEADLINE_MS).unref();
  await Promise.race([starting.catch(() => {}), sleep(START_MS)]);
  await app?.stop();
  await embedded?.stop();
  process.exit(code);
}
