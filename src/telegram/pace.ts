import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Attention } from './attention.ts';

/** When this process may do what can wait. */
export type Pace = {
  /** Resolves when rows may be claimed. */
  ready(): Promise<void>;
  /** Runs a send when its turn has come, and gives back what it gave. */
  run<T>(send: () => Promise<T>): Promise<T>;
};

const realTime = { now: () => performance.now(), sleep: (ms: number): Promise<unknown> => sleepFor(ms) };

/** A timer's lateness: without it each message would push the next one back by that. */
const TIMER_MS = 10;

/**
 * At least `gapMs` between two messages of one process. The budget plans the slots; when the process stalls, those it slept
 * through must not go out in one burst (two more in a second than planned and Telegram answers 429). A message that was late
 * by up to 10 ms may be followed that much sooner.
 */
export function keepApart(gapMs: number, { now, sleep } = realTime): Pace {
  let freeAt = Number.NEGATIVE_INFINITY;
  return {
    ready: async () => {},
    async run(send) {
      // Looked at again after each wait: another may have taken the turn.
      for (let waitMs = freeAt - now(); waitMs > 0; waitMs = freeAt - now()) await sleep(Math.ceil(waitMs));
      freeAt = Math.max(freeAt, now() - TIMER_MS) + gapMs;
      return send();
    },
  };
}

/** Without limits: at most `limit` on the wire at once, and none begins while an update is in hand (answers before notices). */
export function sideBySide(limit: number, attention: Attention): Pace {
  const line: (() => void)[] = [];
  let going = 0;
  return {
    ready: () => attention.free(),
    async run(send) {
      if (going < limit) going += 1;
      else await new Promise<void>((resolve) => line.push(resolve));
      try {
        await attention.free();
        return await send();
      } finally {
        const next = line.shift();
        if (next) next();
        else going -= 1;
      }
    },
  };
}
