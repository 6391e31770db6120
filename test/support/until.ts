import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something holds, at most 30 s. */
export async function until(what: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await what()) return;
    await sleep(50);
  }
  throw new Error('it did not come to pass in 30 s');
}
