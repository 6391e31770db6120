import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LatencyRules } from './latency.ts';
import type { LimitRules } from './rate-limits.ts';

/** How to start the simulator; everything has a default. */
export interface SimulatorOptions {
  /** 0, the default, takes a free port. */
  port?: number;
  token?: string;
  botUsername?: string;
  botName?: string;
  /** True, the default, for Telegram's figures; false for none; or other figures. */
  limits?: boolean | Partial<LimitRules>;
  /** USUAL_LATENCY by default; false answers at once, for tests whose subject is something else. */
  latency?: false | LatencyRules;
  /** Wall ms. */
  now?: () => number;
  /** 0–1, for faults with a probability. */
  random?: () => number;
  /** False stores no messages (counts stay): edits, replies and taps then find nothing. */
  keepMessages?: boolean;
  /** Language of people who were given none; 'vi'. */
  language?: string;
  /** How long a tap may be answered; 15,000. */
  callbackExpiryMs?: number;
  /** First wait before a webhook is tried again, doubling each time; 1,000. */
  webhookRetryBaseMs?: number;
  /** Longest such wait; 120,000. */
  webhookRetryMaxMs?: number;
  webhookTimeoutMs?: number;
  /** False lets the bot read everything in groups; true. */
  privacyMode?: boolean;
  firstUpdateId?: number;
  /** Called for any path that is not the simulator's; true when it answered. */
  pages?: (request: IncomingMessage, response: ServerResponse) => boolean;
}
