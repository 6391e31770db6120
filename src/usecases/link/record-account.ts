import { audit } from '../audit.ts';
import type { Work } from '../work.ts';
import { standingsOf } from './own-side.ts';

/** Writes that an account began or ended into the chain of every pair where its person stands, and into the system's. */
export async function recordAccount(
  work: Work,
  { personId, accountId, by }: { personId: number; accountId: number; by: number | null },
  type: string,
  facts: Record<string, string | boolean> = {},
): Promise<void> {
  const about = { person: personId, account: accountId, ...facts };
  // Pairs by number, the system's chain last: the order in which everybody locks them.
  for (const { pairId, side } of (await standingsOf(work, [personId])).get(personId) ?? [])
    await audit(work, { pairId, type, by, facts: { ...about, side } });
  await audit(work, { pairId: null, type, by, facts: about });
}
