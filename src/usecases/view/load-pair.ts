import { eq } from 'drizzle-orm';
import { pair } from '../../../db/schema/index.ts';
import { type Case, loadCommittees } from '../inspection/load-case.ts';
import type { Work } from '../work.ts';

/** A pair with both committees; throws when it does not exist: the caller has a membership in it. */
export async function loadPair(work: Work, pairId: number): Promise<Pick<Case, 'pair' | 'committees'>> {
  const [row] = await work.tx.select().from(pair).where(eq(pair.id, pairId));
  if (!row) throw new Error(`no pair ${pairId}`);
  return { pair: row, committees: await loadCommittees(work, row) };
}
