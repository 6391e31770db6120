import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from '@grammyjs/types';
import type { Bot } from 'grammy';
import { Hono } from 'hono';
import type { Database } from '../../db/client.ts';
import type { Logger } from '../../src/log.ts';
import { openAttention } from '../../src/telegram/attention.ts';
import type { BotContext } from '../../src/telegram/context.ts';
import type { Intake } from '../../src/telegram/intake.ts';
import { startPoller } from '../../src/telegram/poller.ts';
import { addWebhook } from '../../src/web/webhook.ts';

/** What became of an update at the door: `done`, `refused` as no update at all, or `stuck`: handled again and again without end. */
export type Fate = 'done' | 'refused' | 'stuck';

/** A way in; `give` takes the text that Telegram would send. */
export type Feed = { give(text: string): Promise<Fate>; stop(): Promise<void> };

const PATH = '/telegram';
const SECRET = 'fuzz';
/** Telegram comes again for a day; a bug's update is to be set aside at the third time. */
const MAX_TRIES = 5;

/** The webhook, without a socket: what it reads is the text of a request. */
export function openWebhook(bot: Bot<BotContext>, log: Logger): Feed {
  const app = new Hono();
  const handle = async (update: unknown): Promise<'done' | 'failed'> => {
    try {
      await bot.handleUpdate(update as Update);
      return 'done';
    } catch (err) {
      log.warn({ err }, 'an update will be sent again');
      return 'failed';
    }
  };
  addWebhook(app, { path: PATH, secret: SECRET, handle });
  const post = (body: string) =>
    app.request(PATH, { method: 'POST', body, headers: { 'x-telegram-bot-api-secret-token': SECRET } });
  return {
    give: async (text) => {
      for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        const { status } = await post(text);
        if (status !== 503) return status === 200 ? 'done' : 'refused';
      }
      return 'stuck';
    },
    stop: async () => {},
  };
}

/** How long an update may take before it counts as stuck; the poller itself waits a second between two tries. */
const PATIENCE_MS = 10_000;

/** Long polling, one update in hand at a time, so that a stuck one is known; after that a new life begins behind it. */
export function openPolling(bot: Bot<BotContext>, db: Database, intake: Intake, log: Logger): Feed {
  let waiting: Update | undefined;
  let taken: (() => void) | undefined;
  let poller = start();
  function start() {
    return startPoller(
      { api: apiOf(bot, getUpdates), handleUpdate: (update) => bot.handleUpdate(update) },
      db,
      log,
      openAttention(),
      intake,
    );
  }
  async function getUpdates(offset: number): Promise<Update[]> {
    if (waiting && offset > waiting.update_id) {
      waiting = undefined;
      taken?.();
    }
    if (!waiting) await sleep(1);
    return waiting ? [waiting] : [];
  }
  return {
    give: async (text) => {
      const update = JSON.parse(text) as Update;
      const done = new Promise<Fate>((resolve) => {
        taken = () => resolve('done');
      });
      waiting = update;
      const fate = await Promise.race([done, sleep(PATIENCE_MS, 'stuck' as const, { ref: false })]);
      if (fate === 'done') return fate;
      waiting = undefined;
      await poller.stop().catch(() => {});
      poller = start();
      return fate;
    },
    stop: () => poller.stop().catch(() => {}),
  };
}

/** The client, but for updates, which come from here. */
function apiOf(
  bot: Bot<BotContext>,
  getUpdates: (offset: number) => Promise<Update[]>,
): Bot<BotContext>['api'] {
  return new Proxy(bot.api, {
    get: (target, key) =>
      key === 'getUpdates'
        ? ({ offset = 0 }: { offset?: number }) => getUpdates(offset)
        : (Reflect.get(target, key) as unknown),
  });
}
