import { setTimeout as sleep } from 'node:timers/promises';

/** Rejects when the work is not done in time; a rejection that comes later is nobody's. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const timer = new AbortController();
  work.catch(() => {});
  const late = sleep(ms, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`No answer within ${ms} ms`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
    late.catch(() => {});
  }
}
