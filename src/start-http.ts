import type { Update } from '@grammyjs/types';
import type { Bot } from 'grammy';
import type { Config } from './config.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Queue } from './queue/open-queue.ts';
import { handleWebhook } from './start-ingress.ts';
import type { Attention } from './telegram/attention.ts';
import type { BotContext } from './telegram/context.ts';
import type { Office } from './usecases/begin-work.ts';
import type { MovableClock } from './usecases/dev-clock.ts';
import { isPaused } from './usecases/outbox/bot-pause.ts';
import { addFeed } from './web/feed.ts';
import { checkAll } from './web/health.ts';
import { keepAnswer } from './web/keep-answer.ts';
import { startWatch, startWeb, type Web } from './web/server.ts';

export type HttpParts = {
  bot: Bot<BotContext>;
  office: Office;
  queue: Queue;
  metrics: Metrics;
  log: Logger;
  clock: MovableClock;
  attention: Attention;
  isReached(): boolean;
};

/** Whoever asks for /readyz more often gets the same word about Telegram: each question is a call to it. */
const TELEGRAM_KEPT_MS = 10_000;
const READY_KEPT_MS = 1_000;

/** The door for those who watch, in every process, and the one to the outside where web is among the roles; rejects when a port is taken. */
export async function startHttp(
  config: Config,
  parts: HttpParts,
  closers: (() => Promise<void>)[],
): Promise<{ port: number | undefined; metricsPort: number }> {
  const { metrics, log } = parts;
  const ready = readiness(parts);
  const watch = await startWatch({
    port: config.metricsPort,
    hostname: config.metricsHost,
    ready,
    metrics,
    log,
  });
  closers.push(() => watch.close());
  if (!config.roles.includes('web')) return { port: undefined, metricsPort: watch.port };
  const web = await startDoor(config, parts, ready);
  closers.push(() => web.close());
  return { port: web.port, metricsPort: watch.port };
}

/** Whether each part is ready. `now` in ms. Whoever asks within a second gets the same answer: each is a query and a transaction. */
export function readiness(
  { bot, office, queue, isReached }: Pick<HttpParts, 'bot' | 'office' | 'queue' | 'isReached'>,
  now?: () => number,
): () => Promise<Record<string, boolean>> {
  const askTelegram = keepAnswer(async () => (await bot.api.getMe()).is_bot, TELEGRAM_KEPT_MS, now);
  const ask = () =>
    checkAll({
      database: async () => (await office.db.sql`select 1`).length === 1,
      queue: () => queue.ready(),
      telegram: async () => isReached() && (await askTelegram()),
      sending: async () => !(await office.work({ pairs: [] }, isPaused)),
    });
  return keepAnswer(ask, READY_KEPT_MS, now);
}

function startDoor(
  config: Config,
  { bot, office, metrics, log, clock, attention }: HttpParts,
  ready: () => Promise<Record<string, boolean>>,
): Promise<Web> {
  return startWeb({
    port: config.port,
    hostname: config.host,
    metrics,
    log,
    ready,
    webhook: config.webhook && {
      path: new URL(config.webhook.url).pathname,
      secret: config.webhook.secret,
      handle: (update) => attention.during(() => handleWebhook(bot, update as Update, log)),
    },
    devClock: config.devClock ? clock : undefined,
    extra: (app) => addFeed(app, office),
  });
}
