import { and, eq } from 'drizzle-orm';
import { recommendation } from '../../../db/schema/index.ts';
import { audit } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { loadRecommendation, type Recommended } from './load-recommendation.ts';

/** One that its side's đầu mối may still take back: recorded, and not yet done. */
export async function mayWithdraw(
  work: Work,
  actor: Actor,
  id: number,
  options: { lock?: boolean } = {},
): Promise<Recommended | Refused> {
  const loaded = await loadRecommendation(work, actor, id, 'recommendation.withdraw', options);
  if (isRefused(loaded)) return loaded;
  return loaded.row.state === 'open' ? loaded : refuse('refused-answered-already');
}

/**
 * Recorded by mistake: the lead's đầu mối takes it back. Its row and its number stay (R7), it is counted and listed no more, and
 * both sides read in the history that it was withdrawn.
 */
export async function withdrawRecommendation(
  work: Work,
  actor: Actor,
  id: number,
): Promise<Recommended | Refused> {
  const loaded = await mayWithdraw(work, actor, id, { lock: true });
  if (isRefused(loaded)) return loaded;
  const { row, member } = loaded;
  const [withdrawn] = await work.tx
    .update(recommendation)
    .set({ state: 'withdrawn' })
    .where(and(eq(recommendation.id, id), eq(recommendation.state, 'open')))
    .returning();
  await audit(work, {
    pairId: row.pairId,
    type: 'recommendation.withdrawn',
    by: actor.personId,
    inspectionId: row.inspectionId,
    facts: { side: member.side, recommendation: row.n },
  });
  return { ...loaded, row: withdrawn! };
}
