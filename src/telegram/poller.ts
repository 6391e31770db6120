import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from '@grammyjs/types';
import type { Bot } from 'grammy';
import type { Logger } from 'pino';
import type { Database } from '../../db/client.ts';
import type { Attention } from './attention.ts';
import { ALLOWED_UPDATES } from './bot.ts';
import type { BotContext } from './context.ts';
import { type Arrival, lookAtDoor } from './door.ts';
import { type Gate, openGate } from './gate.ts';
import { type Hand, openHand } from './hand.ts';
import type { Intake } from './intake.ts';

/** One poller a bot at a time, over all processes; any number that no other lock of this program has. */
const POLLER_LOCK = 7_246_002;
const POLL_SECONDS = 25;
const RETRY_MS = 1_000;
/** As many as Telegram gives at most. */
const AT_ONCE = 100;
/** Beyond this a process that cannot keep up takes no more. */
const MOST_IN_HAND = 1_000;
/** While updates are in hand Telegram answers at once with these same: asked again after this, then twice as long. */
const LOOK_AGAIN_MS = 50;

export type Poller = { stop(): Promise<void> };

type Parts = {
  bot: Pick<Bot<BotContext>, 'api' | 'handleUpdate'>;
  log: Logger;
  attention: Attention;
  intake: Intake;
};

/**
 * Long polling: chats run side by side, updates of one chat in order, and the offset moves only past what is committed.
 * An update that fails is handled again; those of other chats go on, and so do those that come meanwhile. Nobody waits behind the many
 * updates of another: what is in hand is passed once it fills the answers of Telegram, and one sender's surplus is left unread with a word.
 */
export function startPoller(
  bot: Parts['bot'],
  db: Pick<Database, 'tryLock'>,
  log: Logger,
  attention: Attention,
  intake: Intake,
): Poller {
  const stopping = new AbortController();
  const running = runWithLock({ bot, log, attention, intake }, db, stopping.signal);
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
  const { bot, intake } = parts;
  const gate = openGate(Date.now);
  const hand = openHand((arrival) => handleInTurn(parts, gate, arrival, signal));
  await untilKept(parts, () => intake.tellPassed(), signal);
  let waitMs = LOOK_AGAIN_MS;
  while (!signal.aborted) {
    const asked = hand.offset();
    const updates = await fetchUpdates(parts, asked, hand.size() === 0 ? POLL_SECONDS : 0, signal);
    const isFull = updates.length === AT_ONCE;
    const { fresh, surplus } = await takeIn(parts, hand, gate, arrivalsOf(updates), asked);
    waitMs = fresh > 0 ? LOOK_AGAIN_MS : Math.min(2 * waitMs, RETRY_MS);
    // Behind one sender's surplus there is more of it: others do not wait for an answer that only shows it again.
    const isInTheWay = isFull && (surplus > 0 || fresh < AT_ONCE / 2);
    if (isInTheWay && hand.size() < MOST_IN_HAND) await passOver(parts, hand);
    // Behind a full answer there is more.
    else if (hand.size() > 0 && !isFull) await atMost(waitMs, hand.next(), signal);
    else if (hand.size() >= MOST_IN_HAND) await hand.next();
  }
  await hand.settled();
  // What is committed is confirmed, so that the next start does not get it again.
  const offset = hand.offset();
  if (offset > 0) await bot.api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => {});
}

/** How many of them were new and are in hand now, or settled; how many of these were too much. What could not be kept comes again. */
async function takeIn(
  { intake, log }: Parts,
  hand: Hand,
  gate: Gate,
  arrivals: Arrival[],
  asked: number,
): Promise<{ fresh: number; surplus: number }> {
  const fresh = hand.fresh(arrivals, asked);
  const sorted = gate.sort(fresh);
  try {
    if (fresh.length > 0) await intake.take(sorted);
  } catch (err) {
    log.warn({ err }, 'updates could not be taken in and will be asked for again');
    return { fresh: 0, surplus: 0 };
  }
  gate.letIn(sorted);
  hand.take(arrivals, new Set(sorted.surplus.map(({ id }) => id)));
  return { fresh: fresh.length, surplus: sorted.surplus.length };
}

/** What is in hand fills the answers of Telegram: the offset goes on beyond it, so that nobody waits behind it. */
async function passOver({ intake, log }: Parts, hand: Hand): Promise<void> {
  const ids = hand.unpassed();
  if (ids.length === 0) return;
  try {
    await intake.pass(ids);
    hand.pass(ids);
  } catch (err) {
    log.warn({ err }, 'updates in hand could not be passed');
  }
}

async function handleInTurn(
  { bot, log, attention, intake }: Parts,
  gate: Gate,
  arrival: Arrival,
  signal: AbortSignal,
): Promise<boolean> {
  const handle = () => intake.handle(arrival, () => bot.handleUpdate(arrival.update));
  const isDone = await attention.during(() => handleUntilDone(handle, arrival.id, log, signal));
  gate.letOut(arrival);
  return isDone;
}

async function untilKept({ log }: Parts, keep: () => Promise<void>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      return await keep();
    } catch (err) {
      log.warn({ err }, 'what an earlier process has passed could not be looked up');
      await pause(RETRY_MS, signal);
    }
  }
}

async function fetchUpdates({ bot, log }: Parts, offset: number, timeout: number, signal: AbortSignal) {
  try {
    return await bot.api.getUpdates(
      { offset, limit: AT_ONCE, timeout, allowed_updates: ALLOWED_UPDATES },
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
  handle: () => Promise<void>,
  updateId: number,
  log: Logger,
  signal: AbortSignal,
): Promise<boolean> {
  while (!signal.aborted) {
    try {
      await handle();
      return true;
    } catch (err) {
      log.warn({ err, updateId }, 'an update will be handled again');
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
