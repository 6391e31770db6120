import { setTimeout as sleep } from 'node:timers/promises';

/** What a process gives to the people who tap and type: what can wait steps back meanwhile. */
export type Attention = {
  /** Handles an update with the attention on it. */
  during<T>(handle: () => Promise<T>): Promise<T>;
  /** Resolves when no update is in hand, at the latest after 250 ms: a stream of taps must not stop a broadcast. */
  free(): Promise<void>;
};

const AT_MOST_MS = 250;

export function openAttention(): Attention {
  let inHand = 0;
  let waiting: (() => void)[] = [];
  const wake = () => {
    const woken = waiting;
    waiting = [];
    for (const resolve of woken) resolve();
  };
  return {
    async during(handle) {
      inHand += 1;
      try {
        return await handle();
      } finally {
        inHand -= 1;
        if (inHand === 0) wake();
      }
    },
    async free() {
      if (inHand === 0) return;
      const free = new Promise<void>((resolve) => waiting.push(resolve));
      await Promise.race([free, sleep(AT_MOST_MS, undefined, { ref: false })]);
    },
  };
}
