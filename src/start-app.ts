import { randomUUID } from 'node:crypto';
import type { Bot } from 'grammy';
import { handlers } from '../commands/index.ts';
import { type Database, openDatabase } from '../db/client.ts';
import { excessLine, readLogin } from '../db/login.ts';
import { APP_ROLE, type Migrated, MigrationError, migrateDatabase, OwnerNotReached } from '../db/migrate.ts';
import { DELIVERY_LINES, deliverOutbox } from '../jobs/deliver-outbox.ts';
import { JOBS } from '../jobs/index.ts';
import type { Config } from './config.ts';
import { telegramLimits } from './domain/gcra.ts';
import { erasedListIn, keepErased } from './erased-list.ts';
import { startHeart } from './heartbeat.ts';
import { backupAgeSeconds } from './last-backup.ts';
import type { Logger } from './log.ts';
import { createMetrics, failedLabel, type Metrics } from './metrics.ts';
import { openQueue } from './queue/open-queue.ts';
import { openImpatientRedis } from './queue/redis.ts';
import { startHttp } from './start-http.ts';
import { startIngress } from './start-ingress.ts';
import { type Attention, openAttention } from './telegram/attention.ts';
import { makeBot } from './telegram/bot.ts';
import { type Budget, unlimitedBudget } from './telegram/budget.ts';
import { redisBudget } from './telegram/budget-redis.ts';
import { sqlBudget } from './telegram/budget-sql.ts';
import type { BotContext } from './telegram/context.ts';
import type { DeliverDeps } from './telegram/deliver.ts';
import { openLines } from './telegram/lines.ts';
import { keepApart, type Pace, sideBySide } from './telegram/pace.ts';
import { probeBot } from './telegram/probe-bot.ts';
import { type Office, openOffice } from './usecases/begin-work.ts';
import { type MovableClock, makeDevClock } from './usecases/dev-clock.ts';
import { VERSION } from './version.ts';
import { makeRescue, runSweep, startTimers } from './worker-timers.ts';

export type App = {
  office: Office;
  bot: Bot<BotContext>;
  clock: MovableClock;
  /** Of the door to the outside; undefined where web is not among the roles. */
  port: number | undefined;
  metricsPort: number;
  /** Settles once Telegram has answered; rejects with TelegramRefused, and only then nobody need wait for it. */
  reached: Promise<void>;
  /** Tells the relay that the outbox holds something; ingress does so after every commit. */
  kick(): void;
  /** Does at once what the wall timer does every 5 s. */
  sweepNow(): Promise<void>;
  /** Stops taking, finishes or hands back what is in hand, closes everything. */
  stop(): Promise<void>;
};

/**
 * While a limit paces messages, small batches: the slots of the three lines, 18 of 35 ms, are what a tap's answer and a notice wait
 * for at most. Without one, large batches are fast.
 */
const PACED_BATCH = 6;
const FAST_BATCH = 100;
/** Enough to keep one process busy; more only makes each wait longer. */
const FAST_AT_ONCE = 24;

/** Where the database is: for the program, and for whoever owns the tables and brings them up to date. */
type Addresses = { url: string; ownerUrl: string };

/**
 * Starts the parts named by `config.roles` on a database that `databaseUrl` reaches; `ownerUrl`: the owner's address, from the settings
 * unless given. Throws when a part cannot start, with nothing left open. Telegram need not be there: see `reached`.
 */
export async function startApp(
  config: Config,
  databaseUrl: string,
  log: Logger,
  ownerUrl = config.databaseOwnerUrl ?? databaseUrl,
): Promise<App> {
  const closers: (() => Promise<void>)[] = [];
  const stopping = { now: false };
  try {
    return await openParts(config, { url: databaseUrl, ownerUrl }, log, closers, stopping);
  } catch (error) {
    await stopAll(closers, stopping);
    throw error;
  }
}

async function openParts(
  config: Config,
  { url, ownerUrl }: Addresses,
  log: Logger,
  closers: (() => Promise<void>)[],
  stopping: { now: boolean },
): Promise<App> {
  const migrated = await migrate(url, ownerUrl);
  const db = await openDatabase({ url, role: APP_ROLE, max: 16 });
  closers.push(() => db.close());
  await lookAtLogin(db, config, log);
  const office = openOffice(db);
  // Before anybody is spoken to: a backup that was put back by other means may have brought people back.
  const keepList = () => keepErasedIn(config.dataDir, office, log);
  await keepList();
  const metrics = createMetrics(() => backupAgeSeconds(config.dataDir, Date.now()));
  const owner = randomUUID();
  const budget = openBudget(config, db, log, closers);
  let api: Bot<BotContext>['api'];
  const attention = openAttention();
  const pace = openPace(config, attention);
  const lines = openLines(DELIVERY_LINES, config.roles.includes('worker'), (line) => {
    // A key of this process alone: a line that died with another process must not swallow the kicks of this one.
    void queue.kick(deliverOutbox, { line }, { key: `${owner}-${line}` });
  });
  const deliveryDeps = () =>
    deliverDeps(config, { office, api, budget, lines, pace, metrics, log, owner, stopping });
  const queue = await openQueue({
    redisUrl: config.redisUrl,
    databaseUrl: url,
    ownerUrl,
    role: APP_ROLE,
    jobs: JOBS,
    deps: () => ({ deliver: deliveryDeps() }),
    log,
  });
  closers.push(() => queue.close());
  const { kick } = lines;
  const bot = makeBot(
    { token: config.botToken, apiRoot: config.telegramApiRoot },
    { office, log, kick, metrics, publicUrl: config.publicUrl },
    handlers,
  );
  api = bot.api;
  const rescue = makeRescue(deliveryDeps, stopping);
  closers.push(rescue.idle);
  let sweptAtMs: number | undefined;
  const sweepNow = async () => {
    await runSweep({ office, metrics, log, kick, rescue: rescue.look });
    if (await probeBot({ office, api, log })) kick();
    sweptAtMs = office.wallNow();
  };
  const clock = makeDevClock({ office, sweep: sweepNow, kick });
  if (config.roles.includes('worker')) {
    const { heartbeat: settings, retentionDays } = config;
    const parts = { queue, office, sweepNow, stopping, log, retentionDays, keepErased: keepList };
    closers.push(startTimers(parts));
    closers.push(startHeart({ settings, office, queue, api, metrics, log, sweptAtMs: () => sweptAtMs }));
  }
  const { reached, isReached, stop } = startIngress(config, { bot, office, log, attention, kick });
  closers.push(stop);
  const parts = { bot, office, queue, metrics, log, clock, attention, isReached };
  const ports = await startHttp(config, parts, closers);
  log.info({ ...whatStarted(config, migrated), ...ports }, 'started');
  return { office, bot, clock, ...ports, reached, kick, sweepNow, stop: () => stopAll(closers, stopping) };
}

async function migrate(url: string, ownerUrl: string): Promise<Migrated> {
  try {
    return await migrateDatabase({ url: ownerUrl, login: url });
  } catch (error) {
    if (error instanceof MigrationError || ownerUrl === url) throw error;
    throw new OwnerNotReached("the owner's connection failed", { cause: error });
  }
}

/**
 * A login that may more than the program needs is told, and works on: it takes the program's role, and a start that fails would lose
 * more. Whoever has named the owner apart means it so: then it ends the start.
 */
async function lookAtLogin(db: Database, config: Config, log: Logger): Promise<void> {
  const line = excessLine(await readLogin(db.sql));
  if (line === undefined) return;
  if (config.databaseOwnerUrl !== undefined) throw new MigrationError(line);
  log.warn(line);
}

/** For the first line of the log: what an operator asks first when something is odd. */
const whatStarted = (config: Config, { server, newest, applied }: Migrated) => ({
  version: VERSION,
  node: process.versions.node,
  roles: config.roles,
  mode: config.webhook ? 'webhook' : 'polling',
  queue: config.redisUrl === undefined ? 'Postgres' : 'Redis',
  database: `${config.databaseUrl === undefined ? 'embedded' : 'own'} Postgres ${server}`,
  migrations: { newest, applied },
  bot: config.botToken.split(':')[0],
});

/** Without the folder the program runs all the same: the database knows who was erased, only an older backup does not. */
async function keepErasedIn(dataDir: string, office: Office, log: Logger): Promise<void> {
  if (dataDir === '') return;
  try {
    const { again: people, unreadable } = await keepErased(office, erasedListIn(dataDir));
    if (people > 0) log.warn({ people }, 'people who had been erased were there again and were erased again');
    if (unreadable > 0)
      log.error({ unreadable }, 'lines of the list of those who were erased cannot be read');
  } catch (err) {
    log.error({ err }, 'the list of those who were erased could not be kept');
  }
}

function openBudget(config: Config, db: Database, log: Logger, closers: (() => Promise<void>)[]): Budget {
  if (config.rateLimit === 0) return unlimitedBudget;
  const limits = {
    ...telegramLimits,
    bot: { intervalUs: Math.ceil(1_000_000 / config.rateLimit), burst: 1 },
  };
  if (config.redisUrl === undefined) return sqlBudget({ sql: db.sql, limits });
  const redis = openImpatientRedis(config.redisUrl, log);
  closers.push(async () => void (await redis.quit().catch(() => redis.disconnect())));
  return redisBudget({ redis, limits });
}

/** With a limit a little closer than the budget's slots, so that what a stall has delayed catches up. */
const openPace = ({ rateLimit }: Config, attention: Attention): Pace =>
  rateLimit === 0 ? sideBySide(FAST_AT_ONCE, attention) : keepApart(990 / rateLimit);

type DeliveryParts = Pick<DeliverDeps, 'office' | 'api' | 'budget' | 'lines' | 'pace' | 'log' | 'owner'> & {
  metrics: Metrics;
  stopping: { now: boolean };
};

function deliverDeps(config: Config, { metrics, stopping, ...parts }: DeliveryParts): DeliverDeps {
  return {
    ...parts,
    batch: config.rateLimit === 0 ? FAST_BATCH : PACED_BATCH,
    count: {
      sent: (lane, n) => metrics.outboxSent.inc({ lane: String(lane) }, n),
      failed: (reason) => metrics.outboxFailed.inc({ reason: failedLabel(reason) }),
      tooMany: () => metrics.telegram429.inc(),
    },
    isStopping: () => stopping.now,
  };
}

/** Last opened, first closed: nothing is closed under what still uses it. */
async function stopAll(closers: (() => Promise<void>)[], stopping: { now: boolean }): Promise<void> {
  if (stopping.now) return;
  stopping.now = true;
  for (const close of closers.toReversed()) await close();
}
