import { randomUUID } from 'node:crypto';
import type { Update } from '@grammyjs/types';
import type { Bot } from 'grammy';
import { handlers } from '../commands/index.ts';
import { registerCommands } from '../commands/register.ts';
import { type Database, openDatabase } from '../db/client.ts';
import { APP_ROLE, migrateDatabase } from '../db/migrate.ts';
import { DELIVERY_LINES, deliverOutbox } from '../jobs/deliver-outbox.ts';
import { JOBS } from '../jobs/index.ts';
import type { Config } from './config.ts';
import { telegramLimits } from './domain/gcra.ts';
import { startHeart } from './heartbeat.ts';
import type { Logger } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { openQueue, type Queue } from './queue/open-queue.ts';
import { openImpatientRedis } from './queue/redis.ts';
import { type Attention, openAttention } from './telegram/attention.ts';
import { ALLOWED_UPDATES, makeBot } from './telegram/bot.ts';
import { type Budget, unlimitedBudget } from './telegram/budget.ts';
import { redisBudget } from './telegram/budget-redis.ts';
import { sqlBudget } from './telegram/budget-sql.ts';
import type { BotContext } from './telegram/context.ts';
import type { DeliverDeps } from './telegram/deliver.ts';
import { type Intake, openIntake } from './telegram/intake.ts';
import { openLines } from './telegram/lines.ts';
import { keepApart, type Pace, sideBySide } from './telegram/pace.ts';
import { startPoller } from './telegram/poller.ts';
import { probeBot } from './telegram/probe-bot.ts';
import { type Office, openOffice } from './usecases/begin-work.ts';
import { type MovableClock, makeDevClock } from './usecases/dev-clock.ts';
import { isPaused, resumeSending } from './usecases/outbox/bot-pause.ts';
import { addFeed } from './web/feed.ts';
import { checkAll } from './web/health.ts';
import { startWeb } from './web/server.ts';
import { makeRescue, runSweep, startTimers } from './worker-timers.ts';

export type App = {
  office: Office;
  bot: Bot<BotContext>;
  clock: MovableClock;
  port: number | undefined;
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

/** Starts the parts named by `config.roles` on a database that `databaseUrl` reaches; throws when a part cannot start. */
export async function startApp(config: Config, databaseUrl: string, log: Logger): Promise<App> {
  await migrateDatabase({ url: databaseUrl });
  const db = await openDatabase({ url: databaseUrl, role: APP_ROLE, max: 16 });
  const office = openOffice(db);
  const metrics = createMetrics();
  const closers: (() => Promise<void>)[] = [() => db.close()];
  const stopping = { now: false };
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
    databaseUrl,
    jobs: JOBS,
    deps: () => ({ deliver: deliveryDeps() }),
    log,
  });
  closers.push(() => queue.close());
  const { kick } = lines;
  const bot = await makeBot(
    { token: config.botToken, apiRoot: config.telegramApiRoot },
    { office, log, kick, metrics, publicUrl: config.publicUrl },
    handlers,
  );
  api = bot.api;
  // It has just said who it is.
  await office.work({ pairs: 'all' }, resumeSending);
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
    closers.push(startTimers({ queue, office, sweepNow, stopping, log, retentionDays }));
    closers.push(startHeart({ settings, office, queue, api, metrics, log, sweptAtMs: () => sweptAtMs }));
  }
  if (config.roles.includes('bot')) {
    const intake = openIntake({ office, log, api: bot.api, kick }, bot.botInfo.id);
    closers.push(await startIngress(config, bot, db, log, attention, intake));
  }
  const port = config.roles.includes('web')
    ? await startHttp(config, { bot, office, queue, metrics, log, clock, attention }, closers)
    : undefined;
  return { office, bot, clock, port, kick, sweepNow, stop: () => stopAll(closers, stopping) };
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
      failed: (reason) => metrics.outboxFailed.inc({ reason }),
      tooMany: () => metrics.telegram429.inc(),
    },
    isStopping: () => stopping.now,
  };
}

/** By webhook where there is one, else by long polling; the commands of the menu are registered either way. */
async function startIngress(
  config: Config,
  bot: Bot<BotContext>,
  db: Database,
  log: Logger,
  attention: Attention,
  intake: Intake,
) {
  await registerCommands(bot.api);
  if (config.webhook) {
    await bot.api.setWebhook(config.webhook.url, {
      secret_token: config.webhook.secret,
      allowed_updates: ALLOWED_UPDATES,
    });
    return async () => {};
  }
  await bot.api.deleteWebhook();
  const poller = startPoller(bot, db, log, attention, intake);
  return () => poller.stop();
}

type HttpParts = {
  bot: Bot<BotContext>;
  office: Office;
  queue: Queue;
  metrics: Metrics;
  log: Logger;
  clock: MovableClock;
  attention: Attention;
};

async function startHttp(
  config: Config,
  parts: HttpParts,
  closers: (() => Promise<void>)[],
): Promise<number> {
  const { bot, office, queue, metrics, log, clock, attention } = parts;
  const web = await startWeb({
    port: config.port,
    metrics,
    log,
    ready: () =>
      checkAll({
        database: async () => (await office.db.sql`select 1`).length === 1,
        queue: () => queue.ready(),
        telegram: async () => (await bot.api.getMe()).is_bot,
        sending: async () => !(await office.work({ pairs: 'all' }, isPaused)),
      }),
    webhook: config.webhook && {
      path: new URL(config.webhook.url).pathname,
      secret: config.webhook.secret,
      handle: (update) => attention.during(() => handleWebhook(bot, update as Update, log)),
    },
    devClock: config.devClock ? clock : undefined,
    extra: (app) => addFeed(app, office),
  });
  closers.push(() => web.close());
  return web.port;
}

async function handleWebhook(bot: Bot<BotContext>, update: Update, log: Logger): Promise<'done' | 'failed'> {
  try {
    await bot.handleUpdate(update);
    return 'done';
  } catch (err) {
    log.warn({ err, updateId: update.update_id }, 'an update will be sent again');
    return 'failed';
  }
}

/** Last opened, first closed: nothing is closed under what still uses it. */
async function stopAll(closers: (() => Promise<void>)[], stopping: { now: boolean }): Promise<void> {
  if (stopping.now) return;
  stopping.now = true;
  for (const close of closers.toReversed()) await close();
}
