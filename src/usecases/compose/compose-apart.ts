import { isTransient } from '../../../db/client.ts';
import type { Claimed } from '../outbox/claim.ts';
import type { Work } from '../work.ts';
import { type Composed, compose } from './index.ts';

/** What goes out for each row; of one that cannot be composed, the bug. Those beside it are composed all the same. */
export async function composeApart(
  work: Work,
  rows: Claimed[],
): Promise<Map<number, Composed | { bug: unknown }>> {
  try {
    // A transaction of its own: what fails in the database would take the claim with it.
    return await work.tx.transaction((tx) => compose({ ...work, tx }, rows));
  } catch (bug) {
    // What may pass is no fault of the row: the batch is claimed again.
    if (isTransient(bug)) throw bug;
    if (rows.length === 1) return new Map([[rows[0]!.id, { bug }]]);
  }
  const composed = new Map<number, Composed | { bug: unknown }>();
  for (const row of rows) for (const [id, made] of await composeApart(work, [row])) composed.set(id, made);
  return composed;
}
