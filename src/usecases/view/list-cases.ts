import { and, desc, eq, notInArray, sql } from 'drizzle-orm';
import { inspection, inspectionVersion, target } from '../../../db/schema/index.ts';
import type { InspectionState } from '../../domain/inspection.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import type { Side } from '../../domain/side.ts';
import type { Actor, Work } from '../work.ts';
import { shutTargets, visibleTo } from './visible.ts';

export type CaseChoice = { id: number; label: string; state: InspectionState; leadSide: Side };

/** The inspections of one pair the latest moved first, that the person may see: code and target, the code alone for sensitive kinds (C4). */
export async function listCases(work: Work, actor: Actor, pairId: number): Promise<CaseChoice[]> {
  const rows = await work.tx
    .select({
      id: inspection.id,
      code: inspection.code,
      state: inspection.state,
      leadSide: inspectionVersion.leadSide,
      kind: inspectionVersion.kind,
      target: target.name,
    })
    .from(inspection)
    .innerJoin(
      inspectionVersion,
      and(eq(inspectionVersion.pairId, inspection.pairId), eq(inspectionVersion.id, inspection.versionId)),
    )
    .innerJoin(target, and(eq(target.pairId, inspection.pairId), eq(target.id, inspectionVersion.targetId)))
    .where(
      and(
        eq(inspection.pairId, pairId),
        visibleTo(work, actor),
        notInArray(inspection.state, ['draft', 'awaiting_leader']),
        sql`${inspectionVersion.targetId} not in ${shutTargets(actor)}`,
      ),
    )
    .orderBy(desc(inspection.changedAt));
  return rows.map(({ id, code, state, leadSide, kind, target: name }) => ({
    ...{ id, state, leadSide },
    label: isSensitiveKind(kind) ? `${code ?? id}` : `${code ?? id} · ${name}`,
  }));
}
