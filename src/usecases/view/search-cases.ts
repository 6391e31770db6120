import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import {
  inspection,
  inspectionSymbol,
  inspectionVersion,
  target,
  targetAlias,
} from '../../../db/schema/index.ts';
import type { InspectionState } from '../../domain/inspection.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import type { Actor, Work } from '../work.ts';
import { shutTargets, visibleTo } from './visible.ts';

export type CaseFound = {
  inspectionId: number;
  pairId: number;
  code: string | null;
  state: InspectionState;
  /** Null for sensitive kinds (C4). */
  target: string | null;
  /** `to` excluded. */
  window: { from: string; to: string };
};

/** More than this is not read page by page: the words have to be narrowed. */
export const MAX_FOUND = 30;

/**
 * Inspections in the person's own pairs that they may see and in which every term begins a word of the code, the target's name or
 * alias, or a symbol (R12); ended ones too, the latest window first. Terms are folded.
 */
export async function searchCases(work: Work, actor: Actor, terms: string[]): Promise<CaseFound[]> {
  if (terms.length === 0) return [];
  const rows = await work.tx
    .select({ inspection, version: inspectionVersion, target: target.name })
    .from(inspection)
    .innerJoin(
      inspectionVersion,
      and(eq(inspectionVersion.pairId, inspection.pairId), eq(inspectionVersion.id, inspection.versionId)),
    )
    .innerJoin(target, and(eq(target.pairId, inspection.pairId), eq(target.id, inspectionVersion.targetId)))
    .where(
      and(
        visibleTo(work, actor),
        sql`${inspectionVersion.targetId} not in ${shutTargets(actor)}`,
        ...terms.map(hasTerm),
      ),
    )
    .orderBy(desc(inspectionVersion.windowFrom), desc(inspection.id))
    .limit(MAX_FOUND);
  return rows.map(({ inspection: { id, pairId, code, state }, version, target: name }) => ({
    inspectionId: id,
    pairId,
    code,
    state,
    target: isSensitiveKind(version.kind) ? null : name,
    window: { from: version.windowFrom, to: version.windowTo },
  }));
}

const foldedCode = sql`replace(lower(coalesce(${inspection.code}, '')), '-', ' ')`;

/** Folded terms hold letters and digits only: nothing to escape in LIKE. */
const hasTerm = (term: string): SQL => {
  const word = `% ${term}%`;
  return sql`(
    ' ' || ${foldedCode} || ' ' || replace(${foldedCode}, ' ', '') like ${word}
    or ' ' || ${target.folded} like ${word}
    or exists (select 1 from ${targetAlias} where ${targetAlias.pairId} = ${target.pairId}
      and ${targetAlias.targetId} = ${target.id} and ' ' || ${targetAlias.folded} like ${word})
    or exists (select 1 from ${inspectionSymbol} where ${inspectionSymbol.pairId} = ${inspection.pairId}
      and ${inspectionSymbol.inspectionId} = ${inspection.id} and ' ' || ${inspectionSymbol.folded} like ${word}))`;
};
