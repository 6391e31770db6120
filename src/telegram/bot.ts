import { Bot, type Middleware } from 'grammy';
import type { BotContext } from './context.ts';
import { type IngressDeps, ingress } from './ingress.ts';

/** Shorter than a lease on an outbox row (45 s). */
const HTTP_TIMEOUT_SECONDS = 30;

/** Always sent: Telegram remembers the last list. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/** The bot with everything behind ingress; it handles updates once Telegram has said who it is, see reachTelegram. */
export function makeBot(
  options: { token: string; apiRoot: string },
  deps: IngressDeps,
  handlers: Middleware<BotContext>,
): Bot<BotContext> {
  const bot = new Bot<BotContext>(options.token, {
    client: { apiRoot: options.apiRoot, timeoutSeconds: HTTP_TIMEOUT_SECONDS },
  });
  bot.use(ingress(deps, handlers));
  return bot;
}
