import { eq, max } from 'drizzle-orm';
import { recommendation } from '../../../db/schema/index.ts';
import type { Act } from '../../domain/permission.ts';
import { caseFor } from '../inspection/access.ts';
import type { Case } from '../inspection/load-case.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Member, Work } from '../work.ts';

export type RecommendationRow = typeof recommendation.$inferSelect;

export type Recommended = { row: RecommendationRow; found: Case; member: Member };

/** A recommendation with its inspection, when both are the actor's to see and the act theirs to do; `lock` takes the inspection's row. */
export async function loadRecommendation(
  work: Work,
  actor: Actor,
  id: number,
  act: Act,
  options: { lock?: boolean } = {},
): Promise<Recommended | Refused> {
  const first = await readRow(work, id);
  if (!first) return refuse('refused-not-found');
  const allowed = await caseFor(work, actor, first.inspectionId, act, options);
  if (isRefused(allowed)) return allowed;
  // Read again: what was read before the lock may have been done since.
  const row = options.lock ? (await readRow(work, id))! : first;
  return { row, found: allowed.found, member: allowed.member };
}

async function readRow(work: Work, id: number): Promise<RecommendationRow | undefined> {
  const [row] = await work.tx.select().from(recommendation).where(eq(recommendation.id, id));
  return row;
}

/** The number that the next recommendation of an inspection gets; the caller holds the inspection's lock. */
export async function nextNumber(work: Work, inspectionId: number): Promise<number> {
  const [row] = await work.tx
    .select({ last: max(recommendation.n) })
    .from(recommendation)
    .where(eq(recommendation.inspectionId, inspectionId));
  return (row?.last ?? 0) + 1;
}
