import { and, asc, desc, eq, ne, type SQL, sql } from 'drizzle-orm';
import { inspection, inspectionVersion, recommendation } from '../../../db/schema/index.ts';
import type { Kind } from '../../domain/kinds.ts';
import type { RecommendationRow } from '../outcome/load-recommendation.ts';
import type { Actor, Work } from '../work.ts';
import { shutTargets, visibleTo } from './visible.ts';

export type RecommendationLine = { row: RecommendationRow; code: string | null; kind: Kind };

/** With its title a page stays within seven lines a message. */
export const PAGE = 6;

/**
 * A page of what conclusions asked for over all pairs of the person, or of one inspection: open ones first, by deadline, those without
 * one after them, then what is done, the latest first; not what was taken back. One line more than a page says that there is another.
 */
export async function listRecommendations(
  work: Work,
  actor: Actor,
  of: { inspectionId?: number },
  page: number,
): Promise<RecommendationLine[]> {
  const one = of.inspectionId ? [inspectionIs(of.inspectionId)] : [];
  return recommendationsSeen(work, actor, [ne(recommendation.state, 'withdrawn'), ...one])
    .orderBy(
      desc(recommendation.state),
      sql`case when ${recommendation.state} = 'open' then ${recommendation.dueDay} end asc nulls last`,
      sql`${recommendation.doneDay} desc nulls last`,
      asc(recommendation.inspectionId),
      asc(recommendation.n),
    )
    .limit(PAGE + 1)
    .offset(page * PAGE);
}

const inspectionIs = (id: number): SQL => eq(recommendation.inspectionId, id);

/** Recommendations of inspections that the person may see; those of a target that they belong to stay out. */
const recommendationsSeen = (work: Work, actor: Actor, more: SQL[]) =>
  work.tx
    .select({ row: recommendation, code: inspection.code, kind: inspectionVersion.kind })
    .from(recommendation)
    .innerJoin(inspection, ITS_INSPECTION)
    .innerJoin(inspectionVersion, ITS_VERSION)
    .where(and(maySee(work, actor), ...more))
    .$dynamic();

/** How a recommendation's inspection is joined, and how that one's version is. */
export const ITS_INSPECTION = and(
  eq(inspection.pairId, recommendation.pairId),
  eq(inspection.id, recommendation.inspectionId),
);
export const ITS_VERSION = and(
  eq(inspectionVersion.pairId, inspection.pairId),
  eq(inspectionVersion.id, inspection.versionId),
);

/** Of inspections that the person may see, those of a target that they do not belong to. */
export const maySee = (work: Work, actor: Actor): SQL =>
  and(visibleTo(work, actor), sql`${inspectionVersion.targetId} not in ${shutTargets(actor)}`)!;
