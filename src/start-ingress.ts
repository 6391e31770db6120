import type { Update } from '@grammyjs/types';
import type { Bot } from 'grammy';
import { registerCommands } from '../commands/register.ts';
import type { Config } from './config.ts';
import type { Logger } from './log.ts';
import type { Attention } from './telegram/attention.ts';
import { ALLOWED_UPDATES } from './telegram/bot.ts';
import type { BotContext } from './telegram/context.ts';
import { openIntake } from './telegram/intake.ts';
import { type Poller, startPoller } from './telegram/poller.ts';
import { type Reach, reachTelegram } from './telegram/reach.ts';
import type { Office } from './usecases/begin-work.ts';
import { resumeSending } from './usecases/outbox/bot-pause.ts';

type IngressParts = { bot: Bot<BotContext>; office: Office; log: Logger; attention: Attention; kick(): void };

/** Takes updates as soon as Telegram is reached, by webhook where there is one, else by long polling; only where the bot is among the roles. */
export function startIngress(
  config: Config,
  parts: IngressParts,
): Pick<Reach, 'reached' | 'isReached'> & { stop(): Promise<void> } {
  let poller: Poller | undefined;
  const begin = async (signal: AbortSignal) => {
    // Telegram has just said who the bot is: what paused for its token goes on.
    if (await parts.office.work({ pairs: [] }, resumeSending)) parts.kick();
    if (!config.roles.includes('bot')) return;
    const isPolling = await registerBot(config, parts.bot);
    signal.throwIfAborted();
    if (isPolling) poller ??= poll(parts);
  };
  const { reached, isReached, stop } = reachTelegram(parts.bot, begin, parts.log);
  return {
    reached,
    isReached,
    stop: async () => {
      stop();
      await poller?.stop();
    },
  };
}

/** The commands of the menu, and where updates go; true: they are to be asked for. */
async function registerBot({ webhook }: Config, { api }: Bot<BotContext>): Promise<boolean> {
  await registerCommands(api);
  if (!webhook) {
    await api.deleteWebhook();
    return true;
  }
  await api.setWebhook(webhook.url, { secret_token: webhook.secret, allowed_updates: ALLOWED_UPDATES });
  return false;
}

function poll({ bot, office, log, attention, kick }: IngressParts): Poller {
  const intake = openIntake({ office, log, api: bot.api, kick }, bot.botInfo);
  return startPoller(bot, office.db, log, attention, intake);
}

/** `failed`: it was not committed, or nobody knows yet which bot this is; Telegram comes again. */
export async function handleWebhook(
  bot: Bot<BotContext>,
  update: Update,
  log: Logger,
): Promise<'done' | 'failed'> {
  try {
    await bot.handleUpdate(update);
    return 'done';
  } catch (err) {
    log.warn({ err, updateId: update.update_id }, 'an update will be sent again');
    return 'failed';
  }
}
