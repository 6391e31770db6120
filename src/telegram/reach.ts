import { setTimeout as sleep } from 'node:timers/promises';
import { type Bot, GrammyError } from 'grammy';
import type { Logger } from 'pino';
import type { BotContext } from './context.ts';

/** Telegram answered, and no waiting helps: the token is not one of its, or a setting is refused. The message is for an operator. */
export class TelegramRefused extends Error {
  override name = 'TelegramRefused';
}

/** Telegram as far as this process has come with it. */
export type Reach = {
  /** Settles once Telegram has answered and what follows is done; never when it was stopped before. Rejects with TelegramRefused. */
  reached: Promise<void>;
  isReached(): boolean;
  /** Tries no more; what is on its way is left to itself. */
  stop(): void;
};

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Asks Telegram who the bot is and then does `begin`, again and again until both came to their end: Telegram may be away for days.
 * `begin` must bear to be done twice, and looks at the signal before it starts what must be stopped again.
 */
export function reachTelegram(
  bot: Bot<BotContext>,
  begin: (signal: AbortSignal) => Promise<void>,
  log: Logger,
): Reach {
  const stopping = new AbortController();
  let isReached = false;
  const reached = untilDone(
    async () => {
      bot.botInfo = await bot.api.getMe(stopping.signal as unknown as Parameters<typeof bot.api.getMe>[0]);
      await begin(stopping.signal);
    },
    log,
    stopping.signal,
  ).then(() => {
    if (stopping.signal.aborted) return new Promise<void>(() => {});
    isReached = true;
    log.info({ bot: `@${bot.botInfo.username}` }, 'Telegram was reached');
  });
  // Whoever started this process hears of it; without them it is no crash.
  reached.catch(() => {});
  return { reached, isReached: () => isReached, stop: () => stopping.abort() };
}

async function untilDone(work: () => Promise<void>, log: Logger, signal: AbortSignal): Promise<void> {
  for (let waitMs = FIRST_WAIT_MS; !signal.aborted; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted) return;
      const refusal = refusalOf(error);
      if (refusal) throw refusal;
      log.warn({ err: error, waitMs }, 'Telegram cannot be reached; trying again');
    }
    await sleep(waitMs, undefined, { signal }).catch(() => {});
  }
}

/** 401 and 404 are what Telegram says to a token that it does not know. */
function refusalOf(error: unknown): TelegramRefused | undefined {
  if (!(error instanceof GrammyError) || error.error_code === 429 || error.error_code >= 500)
    return undefined;
  const { error_code: code, method, description } = error;
  return code === 401 || code === 404
    ? new TelegramRefused(
        `BOT_TOKEN: Telegram does not know this token (${code}). Ask @BotFather for the token of the bot.`,
        { cause: error },
      )
    : new TelegramRefused(`Telegram refused ${method} (${code}): ${description}`, { cause: error });
}
