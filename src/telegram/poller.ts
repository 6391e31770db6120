import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from '@grammyjs/types';
import type { Bot } from 'grammy';
import type { Logger } from 'pino';
import type { Database } from '../../db/client.ts';
import type { Attention } from './attention.ts';
import { ALLOWED_UPDATES } from './bot.ts';
import type { BotContext } from './context.ts';
import { type Arrival, lookAtDoor } from './door.ts';
import { openHand } from './hand.ts';

/** One poller a bot at a time, over all processes; any number that no other lock of this program has. */
const POLLER_LOCK = 7_246_002;
const POLL_SECONDS = 25;
const RETRY_MS = 1_000;
/** While updates are in hand Telegram answers at once with these same: asked again after this, then twice as long. */
const LOOK_AGAIN_MS = 50;

export type Poller = { stop(): Promise<void> };

type Parts = { bot: Pick<Bot<BotContext>, 'api' | 'handleUpdate'>; log: Logger; attention: Attention };

/**
 * Long polling: chats run side by side, updates of one chat in order, and the offset moves only past what is committed.
 * An update that fails is handled again; those of other chats go on, and so do those that come meanwhile.
 */
export function startPoller(
  bot: Parts['bot'],
  db: Pick<Database, 'tryLock'>,
  log: Logger,
  attention: Attention,
): Poller {
  const stopping = new AbortController();
  const running = runWithLock({ bot, log, attention }, db, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function runWithLock(parts: Parts, db: Pick<Database, 'tryLock'>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const lock = await db.tryLock(POLLER_LOCK).catch((err: unknown) => {
      parts.log.warn({ err }, 'the lock of the poller could not be asked for');
      return undefined;
    });
    if (!lock) {
      await pause(RETRY_MS, signal);
      continue;
    }
    // A lock lost with its connection may be another process's by now.
    await poll(parts, AbortSignal.any([signal, lock.lost]));
    await lock.release();
  }
}

async function poll(parts: Parts, signal: AbortSignal): Promise<void> {
  const { bot, log, attention } = parts;
  const hand = openHand(({ update }) => attention.during(() => handleUntilDone(bot, update, log, signal)));
  let waitMs = LOOK_AGAIN_MS;
  while (!signal.aborted) {
    const asked = hand.offset();
    const updates = await fetchUpdates(parts, asked, hand.isEmpty() ? POLL_SECONDS : 0, signal);
    waitMs = hand.take(arrivalsOf(updates), asked) ? LOOK_AGAIN_MS : Math.min(2 * waitMs, RETRY_MS);
    if (!hand.isEmpty()) await atMost(waitMs, hand.next(), signal);
  }
  await hand.settled();
  // What is committed is confirmed, so that the next start does not get it again.
  const offset = hand.offset();
  if (offset > 0) await bot.api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => {});
}

async function fetchUpdates({ bot, log }: Parts, offset: number, timeout: number, signal: AbortSignal) {
  try {
    return await bot.api.getUpdates(
      { offset, limit: 100, timeout, allowed_updates: ALLOWED_UPDATES },
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

/** Without those that bear no number that can be kept: no offset confirms them, and one made from theirs would pass others by. */
const arrivalsOf = (updates: Update[]): Arrival[] =>
  updates.map(lookAtDoor).filter((arrival) => arrival !== undefined);

/** False: the poller stopped before it was done, and the update comes again. */
async function handleUntilDone(
  bot: Parts['bot'],
  update: Update,
  log: Logger,
  signal: AbortSignal,
): Promise<boolean> {
  while (!signal.aborted) {
    try {
      await bot.handleUpdate(update);
      return true;
    } catch (err) {
      log.warn({ err, updateId: update.update_id }, 'an update will be handled again');
      await pause(RETRY_MS, signal);
    }
  }
  return false;
}

/** Waits for the work or for so long; leaves no timer and no listener behind. */
async function atMost(ms: number, work: Promise<void>, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  await Promise.race([work, pause(ms, AbortSignal.any([signal, over.signal]))]);
  over.abort();
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => {});
