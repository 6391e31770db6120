import type { UserFromGetMe } from '@grammyjs/types';
import { BotSettings } from './bot-settings.ts';
import { CallbackQueries } from './callback-queries.ts';
import { Faults } from './faults.ts';
import { FileStore } from './file-store.ts';
import { openLatency, USUAL_LATENCY } from './latency.ts';
import type { LimitRules } from './rate-limits.ts';
import { RateLimits, TELEGRAM_LIMITS } from './rate-limits.ts';
import type { SimContext } from './sim-context.ts';
import type { SimulatorOptions } from './simulator-options.ts';
import { UpdateQueue } from './update-queue.ts';
import { Webhook } from './webhook.ts';
import { World } from './world.ts';

/** Puts the parts of one server together. */
export function makeContext(token: string, options: SimulatorOptions): SimContext {
  const now = options.now ?? Date.now;
  const updates = new UpdateQueue(now, options.firstUpdateId ?? 700_000_001);
  const timing = {
    retryBaseMs: options.webhookRetryBaseMs ?? 1_000,
    retryMaxMs: options.webhookRetryMaxMs ?? 120_000,
    timeoutMs: options.webhookTimeoutMs ?? 60_000,
  };
  return {
    world: new World(botUser(token, options), now, {
      keepMessages: options.keepMessages ?? true,
      language: options.language ?? 'vi',
    }),
    updates,
    webhook: new Webhook(updates, now, timing),
    limits: new RateLimits(rulesOf(options.limits ?? true), now),
    faults: new Faults(options.random ?? Math.random),
    way: openLatency(options.latency === false ? undefined : (options.latency ?? USUAL_LATENCY)),
    queries: new CallbackQueries(now, options.callbackExpiryMs ?? 15_000),
    settings: new BotSettings(),
    files: new FileStore(),
    privacyMode: options.privacyMode ?? true,
  };
}

function rulesOf(limits: boolean | Partial<LimitRules>): LimitRules | undefined {
  if (limits === false) return undefined;
  return limits === true ? TELEGRAM_LIMITS : { ...TELEGRAM_LIMITS, ...limits };
}

function botUser(token: string, options: SimulatorOptions): UserFromGetMe {
  return {
    id: Number(token.split(':')[0]) || 7_000_000_001,
    is_bot: true,
    first_name: options.botName ?? 'Phối Hợp',
    username: options.botUsername ?? 'phoi_hop_bot',
    can_join_groups: true,
    can_read_all_group_messages: options.privacyMode === false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}
