import { and, eq, getTableColumns, gt, inArray, isNull, lt, notExists } from 'drizzle-orm';
import { inspection, inspectionVersion, planItem, type yearPlan } from '../../../db/schema/index.ts';
import { addDays } from '../../domain/calendar-day.ts';
import { SHORT_GAP_DAYS } from '../../domain/overlap.ts';
import { yearWindow } from '../../domain/plan-policy.ts';
import type { Work } from '../work.ts';

/** What both sides agreed to hold, or held, by the version that stands: no drafts, nothing that one side only proposes (R4). */
export const HELD = ['agreed', 'official', 'under_way', 'concluded'] as const;

/** Inspections of a pair in a plan's year, or so near that a line may come too close, that no standing line of the plan is. */
export const heldInspections = (work: Work, { id, pairId, year }: typeof yearPlan.$inferSelect) => {
  const [from, to] = yearWindow(year);
  const { targetId, kind, windowFrom, windowTo } = getTableColumns(inspectionVersion);
  return work.tx
    .select({ versionId: inspectionVersion.id, targetId, kind, windowFrom, windowTo })
    .from(inspection)
    .innerJoin(
      inspectionVersion,
      and(eq(inspectionVersion.pairId, inspection.pairId), eq(inspectionVersion.id, inspection.versionId)),
    )
    .where(
      and(
        eq(inspection.pairId, pairId),
        inArray(inspection.state, [...HELD]),
        lt(windowFrom, addDays(to, SHORT_GAP_DAYS)),
        gt(windowTo, addDays(from, -SHORT_GAP_DAYS)),
        notExists(
          work.tx
            .select({ id: planItem.id })
            .from(planItem)
            .where(
              and(
                eq(planItem.pairId, inspection.pairId),
                eq(planItem.inspectionId, inspection.id),
                eq(planItem.planId, id),
                isNull(planItem.ended),
              ),
            ),
        ),
      ),
    );
};
