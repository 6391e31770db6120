import { setTimeout as sleep } from 'node:timers/promises';

/** How long a call takes to the server and back, ms, spread evenly; the same seed gives the same waits in the order of calls. */
export interface LatencyRules {
  minMs: number;
  maxMs: number;
  seed: number;
}

/** What lies between a bot in Việt Nam and Telegram on an ordinary day. */
export const USUAL_LATENCY: LatencyRules = { minMs: 50, maxMs: 150, seed: 1 };

/** The two ways of one call. */
export interface Way {
  there(): Promise<void>;
  back(): Promise<void>;
}

const NONE: Way = { there: async () => {}, back: async () => {} };

/**
 * The ways of the calls to come. The way there always takes half of the shortest time, so that calls arrive as far apart as they
 * were made and limits measured at the server mean what the bot meant; what varies lies on the way back.
 */
export function openLatency(rules: LatencyRules | undefined): () => Way {
  if (!rules) return () => NONE;
  const random = seeded(rules.seed);
  const thereMs = rules.minMs / 2;
  return () => {
    const wholeMs = rules.minMs + random() * (rules.maxMs - rules.minMs);
    return {
      there: () => sleep(thereMs),
      back: () => sleep(wholeMs - thereMs),
    };
  };
}

/** Numbers from 0 to below 1 (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
