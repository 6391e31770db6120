import { badRequest, conflict } from './api-failure.ts';
import type { Params } from './params.ts';
import type { Handlers, SimContext } from './sim-context.ts';
import type { UpdateKind } from './update-queue.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** How updates reach the bot, and the answers to taps. */
export const updateMethods: Handlers = {
  getUpdates: ({ updates, webhook }, params, gone) => {
    if (webhook.target) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    takeAllowed({ updates }, params);
    const limit = Math.min(Math.max(params.whole('limit') ?? 100, 1), 100);
    const timeout = Math.min(Math.max(params.whole('timeout') ?? 0, 0), 50);
    return updates.take(params.whole('offset') ?? 0, limit, timeout, gone());
  },
  setWebhook: (context, params) => {
    const url = params.text('url');
    if (url === '') return removeWebhook(context, params);
    checkWebhookUrl(url);
    const secret = params.has('secret_token') ? params.text('secret_token') : undefined;
    if (secret !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secret)) {
      throw badRequest('secret token contains unallowed characters');
    }
    takeAllowed(context, params);
    if (params.flag('drop_pending_updates')) context.updates.pending.clear();
    context.updates.interrupt('terminated by setWebhook request');
    context.webhook.set({ url, secret, maxConnections: params.whole('max_connections') ?? 40 });
    return true;
  },
  deleteWebhook: removeWebhook,
  getWebhookInfo: ({ webhook }) => webhook.info(),
  answerCallbackQuery: ({ queries, world }, params) => {
    const text = params.text('text');
    if (text.length > 200) throw badRequest('MESSAGE_TOO_LONG');
    const queryId = params.text('callback_query_id');
    const url = params.has('url') ? params.text('url') : undefined;
    const toast = { text, show_alert: params.flag('show_alert'), ...(url === undefined ? {} : { url }) };
    const asked = queries.answer(queryId, toast);
    if (!asked) throw badRequest('query is too old and response timeout expired or query ID is invalid');
    world.events.emit({ type: 'toast', chatId: asked.chatId, userId: asked.userId, queryId, toast });
    return true;
  },
};

function removeWebhook({ updates, webhook }: SimContext, params: Params): true {
  webhook.stop();
  if (params.flag('drop_pending_updates')) updates.pending.clear();
  return true;
}

function takeAllowed({ updates }: Pick<SimContext, 'updates'>, params: Params): void {
  const asked = params.json<UpdateKind[]>('allowed_updates');
  if (asked !== undefined) updates.allowed = asked;
}

function checkWebhookUrl(url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed) throw badRequest('bad webhook: invalid URL specified');
  // Telegram itself takes https only; on loopback there is nobody to make a certificate for.
  if (parsed.protocol === 'https:' || LOOPBACK.has(parsed.hostname)) return;
  throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
}
