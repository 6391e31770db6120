import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from '@grammyjs/types';
import type { Bot } from 'grammy';
import type { Logger } from 'pino';
import type { Database } from '../../db/client.ts';
import { ALLOWED_UPDATES } from './bot.ts';
import type { BotContext } from './context.ts';

/** One poller a bot at a time, over all processes; any number that no other lock of this program has. */
const POLLER_LOCK = 7_246_002;
const POLL_SECONDS = 25;
const RETRY_MS = 1_000;

export type Poller = { stop(): Promise<void> };

/**
 * Long polling: chats run side by side, updates of one chat in order, and the offset moves only past what is committed.
 * An update that fails is handled again; those of other chats go on.
 */
export function startPoller(bot: Bot<BotContext>, db: Pick<Database, 'tryLock'>, log: Logger): Poller {
  const stopping = new AbortController();
  const running = runWithLock(bot, db, log, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function runWithLock(
  bot: Bot<BotContext>,
  db: Pick<Database, 'tryLock'>,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const lock = await db.tryLock(POLLER_LOCK).catch((err: unknown) => {
      log.warn({ err }, 'the lock of the poller could not be asked for');
      return undefined;
    });
    if (!lock) {
      await pause(RETRY_MS, signal);
      continue;
    }
    // A lock lost with its connection may be another process's by now.
    await poll(bot, log, AbortSignal.any([signal, lock.lost]));
    await lock.release();
  }
}

async function poll(bot: Bot<BotContext>, log: Logger, signal: AbortSignal): Promise<void> {
  let offset = 0;
  while (!signal.aborted) {
    const updates = await fetchUpdates(bot, offset, log, signal);
    if (updates.length === 0) continue;
    const results = await Promise.all(byChat(updates).map((chat) => handleInOrder(bot, chat, log, signal)));
    const failed = results.filter((id) => id !== undefined);
    offset = failed.length > 0 ? Math.min(...failed) : updates.at(-1)!.update_id + 1;
    if (failed.length > 0) await pause(RETRY_MS, signal);
  }
  // The last answered batch is confirmed, so that the next start does not get it again.
  if (offset > 0) await bot.api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => {});
}

async function fetchUpdates(bot: Bot<BotContext>, offset: number, log: Logger, signal: AbortSignal) {
  try {
    return await bot.api.getUpdates(
      { offset, limit: 100, timeout: POLL_SECONDS, allowed_updates: ALLOWED_UPDATES },
      signal as unknown as Parameters<typeof bot.api.getUpdates>[1],
    );
  } catch (err) {
    if (!signal.aborted) {
      log.warn({ err }, 'updates could not be fetched');
      await pause(RETRY_MS, signal);
    }
    return [];
  }
}

/** Updates of one chat together, in order; taps of a chat among them. */
function byChat(updates: Update[]): Update[][] {
  const chats = new Map<string, Update[]>();
  for (const update of updates) {
    const message =
      update.message ?? update.edited_message ?? update.callback_query?.message ?? update.my_chat_member;
    const key = String(message?.chat.id ?? update.callback_query?.from.id ?? 'none');
    chats.set(key, [...(chats.get(key) ?? []), update]);
  }
  return [...chats.values()];
}

/** Returns the first update that failed; what follows it in its chat waits, so that order holds. */
async function handleInOrder(
  bot: Bot<BotContext>,
  updates: Update[],
  log: Logger,
  signal: AbortSignal,
): Promise<number | undefined> {
  for (const update of updates) {
    if (signal.aborted) return update.update_id;
    try {
      await bot.handleUpdate(update);
    } catch (err) {
      log.warn({ err, updateId: update.update_id }, 'an update will be handled again');
      return update.update_id;
    }
  }
  return undefined;
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => {});
