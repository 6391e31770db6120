import { setTimeout as sleep } from 'node:timers/promises';
import type { Attention } from './attention.ts';

/** Runs a send when its turn has come, and gives back what it gave. */
export type Pace = <T>(send: () => Promise<T>) => Promise<T>;

/**
 * At least `gapMs` between two messages of one process. The budget plans the slots; when the process stalls, those it slept
 * through must not go out in one burst (two more in a second than planned and Telegram answers 429).
 */
export function keepApart(gapMs: number, now: () => number = () => performance.now()): Pace {
  let freeAt = Number.NEGATIVE_INFINITY;
  return async (send) => {
    // Looked at again after each wait: another may have taken the turn.
    for (let waitMs = freeAt - now(); waitMs > 0; waitMs = freeAt - now()) await sleep(Math.ceil(waitMs));
    freeAt = now() + gapMs;
    return send();
  };
}

/** Without limits: at most `limit` on the wire at once, and none begins while an update is in hand (answers before notices). */
export function sideBySide(limit: number, attention: Attention): Pace {
  const line: (() => void)[] = [];
  let going = 0;
  return async (send) => {
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
  };
}
