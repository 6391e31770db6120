import { and, asc, eq, gte, inArray, lt, notInArray, type SQL, sql } from 'drizzle-orm';
import { inspection, inspectionVersion, target } from '../../../db/schema/index.ts';
import type { InspectionState } from '../../domain/inspection.ts';
import { isSensitiveKind, type Kind } from '../../domain/kinds.ts';
import type { LivedLine } from '../../domain/plan-lived.ts';
import { yearWindow } from '../../domain/plan-policy.ts';
import { shutTargets, visibleTo } from '../view/visible.ts';
import type { Actor, Work } from '../work.ts';
import type { Planned } from './load-plan.ts';
import { type Item, visibleItems } from './visible-items.ts';

/** An inspection by the version that stands; `targetName` null: a sensitive kind (C4). Days half-open. */
export type Made = {
  id: number;
  code: string | null;
  state: InspectionState;
  kind: Kind;
  windowFrom: string;
  windowTo: string;
  targetName: string | null;
};

export type LivedItem = LivedLine & { item: Item; made: Made | null };

/** A plan beside what was lived: its lines in order, and the year's inspections that no line became. */
export type LivedPlan = { lines: LivedItem[]; outside: Made[] };

/** As one person may see it; an inspection that they may not see yet, or no more, counts as none. */
export async function livedPlan(work: Work, actor: Actor, planned: Planned): Promise<LivedPlan> {
  const items = await visibleItems(work, actor, planned);
  const ids = items.flatMap((item) => item.inspectionId ?? []);
  const rows = ids.length === 0 ? [] : await seen(work, actor, inArray(inspection.id, ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return {
    lines: items.map((item) => ({
      ...{ item, windowFrom: item.windowFrom, windowTo: item.windowTo },
      made: byId.get(item.inspectionId ?? 0) ?? null,
    })),
    outside: await outsideOf(work, actor, planned),
  };
}

async function seen(work: Work, actor: Actor, where: SQL): Promise<Made[]> {
  const rows = await work.tx
    .select({
      id: inspection.id,
      code: inspection.code,
      state: inspection.state,
      kind: inspectionVersion.kind,
      windowFrom: inspectionVersion.windowFrom,
      windowTo: inspectionVersion.windowTo,
      name: target.name,
    })
    .from(inspection)
    .innerJoin(
      inspectionVersion,
      and(eq(inspectionVersion.pairId, inspection.pairId), eq(inspectionVersion.id, inspection.versionId)),
    )
    .innerJoin(target, and(eq(target.pairId, inspection.pairId), eq(target.id, inspectionVersion.targetId)))
    .where(
      and(where, visibleTo(work, actor), sql`${inspectionVersion.targetId} not in ${shutTargets(actor)}`),
    )
    .orderBy(asc(inspectionVersion.windowFrom), asc(inspection.id));
  return rows.map(({ name, ...row }) => ({ ...row, targetName: isSensitiveKind(row.kind) ? null : name }));
}

function outsideOf(work: Work, actor: Actor, { plan }: Planned): Promise<Made[]> {
  const [from, to] = yearWindow(plan.year);
  return seen(
    work,
    actor,
    and(
      eq(inspection.pairId, plan.pairId),
      notInArray(inspection.state, ['draft', 'awaiting_leader']),
      gte(inspectionVersion.windowFrom, from),
      lt(inspectionVersion.windowFrom, to),
      sql`not exists (select from plan_item line where line.pair_id = ${inspection.pairId} and line.inspection_id = ${inspection.id})`,
    )!,
  );
}
