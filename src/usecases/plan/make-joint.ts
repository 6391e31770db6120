import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { inspection, inspectionVersion, planItem, yearPlan, yearPlanSide } from '../../../db/schema/index.ts';
import { NOT_SAID } from '../../domain/covered.ts';
import { ORGANISATION } from '../../domain/inspected.ts';
import { bodyFor } from '../../domain/kinds.ts';
import { audit } from '../audit.ts';
import { giveCode } from '../inspection/propose-inspection.ts';
import { useVersion, writeVersion } from '../inspection/write-version.ts';
import type { Work } from '../work.ts';
import { issuePlannedNotice } from './planned-notice.ts';

type Item = typeof planItem.$inferSelect;

/**
 * Makes each joint line of an agreed plan an inspection that both sides see, agreed in principle; its notice goes out when its
 * time comes, at once where it has come. A line that has its inspection already is left alone.
 */
export async function makeJointInspections(work: Work, planId: number): Promise<void> {
  await work.tx.select({ id: yearPlan.id }).from(yearPlan).where(eq(yearPlan.id, planId)).for('update');
  const items = await work.tx
    .select()
    .from(planItem)
    .where(
      and(
        eq(planItem.planId, planId),
        isNull(planItem.side),
        isNull(planItem.ended),
        isNull(planItem.inspectionId),
      ),
    )
    .orderBy(asc(planItem.windowFrom), asc(planItem.id));
  if (items.length === 0) return;
  const agreedBy = await lastWord(work, planId);
  for (const item of items) {
    const inspectionId = await makeInspection(work, item, agreedBy);
    await issuePlannedNotice(work, inspectionId);
  }
}

/** Whose agreement made it whole; null: nobody's is recorded. */
async function lastWord(work: Work, planId: number): Promise<number | null> {
  const [row] = await work.tx
    .select({ by: yearPlanSide.agreedBy })
    .from(yearPlanSide)
    .where(and(eq(yearPlanSide.planId, planId), isNotNull(yearPlanSide.agreedAt)))
    .orderBy(desc(yearPlanSide.agreedAt), desc(yearPlanSide.side))
    .limit(1);
  return row?.by ?? null;
}

async function makeInspection(work: Work, item: Item, agreedBy: number | null): Promise<number> {
  const { pairId, leadSide } = item;
  const code = await giveCode(work, pairId, Number(item.windowFrom.slice(0, 4)));
  const [row] = await work.tx
    .insert(inspection)
    .values({
      pairId,
      code,
      state: 'agreed',
      side: leadSide,
      draftedBy: item.madeBy,
      crossesAt: work.now,
      createdAt: work.now,
      changedAt: work.now,
    })
    .returning({ id: inspection.id });
  const inspectionId = row!.id;
  const versionId = await writeContent(work, item, inspectionId, agreedBy);
  await work.tx.update(planItem).set({ inspectionId }).where(eq(planItem.id, item.id));
  await audit(work, {
    pairId,
    type: 'inspection.planned',
    by: agreedBy,
    inspectionId,
    facts: { code, version: versionId, item: item.id, side: leadSide },
  });
  return inspectionId;
}

/** Version 0, confirmed by the agreement to the plan. */
async function writeContent(
  work: Work,
  item: Item,
  inspectionId: number,
  agreedBy: number | null,
): Promise<number> {
  const { pairId, targetId, kind, subject, leadSide, mode, windowFrom, windowTo } = item;
  const content = { targetId, kind, subject, leadSide, mode, windowFrom, windowTo };
  const versionId = await writeVersion(
    work,
    { pairId, inspectionId, n: 0 },
    { ...content, ...NOT_SAID, ...ORGANISATION, subjectBody: bodyFor(kind), sessions: [] },
    { personId: item.madeBy, side: leadSide },
  );
  await work.tx
    .update(inspectionVersion)
    .set({ confirmedBy: agreedBy, confirmedAt: work.now })
    .where(eq(inspectionVersion.id, versionId));
  await useVersion(work, inspectionId, versionId);
  return versionId;
}
