import { sql } from 'drizzle-orm';
import { scopeTo, type Work } from '../work.ts';

/** Runs `fn` with every pair in sight, then narrows again: an invitation is looked up before its pair is known. */
export const acrossPairs = <T>(work: Work, fn: () => Promise<T>): Promise<T> => withPairs(work, 'all', fn);

/** Runs `fn` with these pairs in sight, then as before. */
export async function withPairs<T>(work: Work, pairIds: number[] | 'all', fn: () => Promise<T>): Promise<T> {
  const [before] = await work.tx.execute<{ pairs: string }>(
    sql`select coalesce(current_setting('app.pairs', true), '') as pairs`,
  );
  await scopeTo(work.tx, pairIds);
  const result = await fn();
  await work.tx.execute(sql`select set_config('app.pairs', ${before!.pairs}, true)`);
  return result;
}
