import { setTimeout as sleep } from 'node:timers/promises';
import type { Hono } from 'hono';

/** One part's name and its check; a check that rejects or takes too long counts as not ready. */
export type Checks = Record<string, () => Promise<boolean>>;

const checkTimeoutMs = 2_000;
// The checks of one answer run side by side; this is for a `ready` that was not made by checkAll.
const answerTimeoutMs = 2_500;

/** Runs all checks side by side, each for at most `timeoutMs` (2,000). */
export async function checkAll(checks: Checks, timeoutMs = checkTimeoutMs): Promise<Record<string, boolean>> {
  const parts = Object.entries(checks).map(
    async ([name, check]) => [name, await isOk(check, timeoutMs)] as const,
  );
  return Object.fromEntries(await Promise.all(parts));
}

/** GET /healthz says that the process lives; GET /readyz names each part, with 503 when one of them is not ready. */
export function addHealth(app: Hono, ready: () => Promise<Record<string, boolean>>): void {
  app.get('/healthz', (c) => c.json({ alive: true }));
  app.get('/readyz', async (c) => {
    const parts = await bounded(ready, answerTimeoutMs, { answer: false });
    const isReady = Object.values(parts).every(Boolean);
    return c.json({ ready: isReady, parts }, isReady ? 200 : 503);
  });
}

function isOk(check: () => Promise<boolean>, timeoutMs: number): Promise<boolean> {
  return bounded(check, timeoutMs, false);
}

async function bounded<T>(work: () => Promise<T>, timeoutMs: number, otherwise: T): Promise<T> {
  const timer = new AbortController();
  const late = sleep(timeoutMs, otherwise, { signal: timer.signal }).catch(() => otherwise);
  const done = Promise.resolve()
    .then(work)
    .catch(() => otherwise);
  const first = await Promise.race([done, late]);
  timer.abort();
  return first;
}
