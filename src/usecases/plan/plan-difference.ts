import { and, count, eq, gte, inArray, lt, notInArray, type SQL, sql } from 'drizzle-orm';
import { inspection, inspectionVersion } from '../../../db/schema/index.ts';
import type { Message } from '../../domain/message.ts';
import { type LivedLine, livedFigures } from '../../domain/plan-lived.ts';
import { yearWindow } from '../../domain/plan-policy.ts';
import { button, details, isRefused, type Refused, refuse, text } from '../said.ts';
import { shutTargets, visibleTo } from '../view/visible.ts';
import type { Actor, Work } from '../work.ts';
import { authorisePlan, loadPlan, type Planned } from './load-plan.ts';
import { type Item, visibleItems } from './visible-items.ts';

/** The frozen plan beside what was lived, as the reader may see it: n of N lines each, and what came besides (R10). */
export async function planDifference(work: Work, actor: Actor, planId: number): Promise<Message | Refused> {
  const allowed = authorisePlan(await loadPlan(work, planId), actor, 'plan.view');
  if (isRefused(allowed)) return allowed;
  const { planned } = allowed;
  if (planned.plan.state !== 'frozen') return refuse('plan-not-frozen');
  const items = await visibleItems(work, actor, planned);
  const { lines, moved, ...parts } = livedFigures(await livedLines(work, actor, items));
  const args = (n: number) => ({ n, of: lines });
  return details(
    [
      text('plan-lived-head', { year: String(planned.plan.year), count: lines }),
      text('plan-lived-waiting', args(parts.waiting)),
      text('plan-lived-going', args(parts.going)),
      text('plan-lived-concluded', args(parts.concluded)),
      text('plan-lived-stopped', args(parts.stopped)),
      text('plan-lived-moved', args(moved)),
      text('plan-lived-outside', { count: await countOutside(work, actor, planned) }),
    ],
    [
      lines > 0 && button('button-plan-lines', `plan.items.${planId}.0`),
      button('button-plan-open', `plan.show.${planId}`),
    ],
  );
}

/** An inspection that the reader may not see yet counts as none. */
async function livedLines(work: Work, actor: Actor, items: Item[]): Promise<LivedLine[]> {
  const ids = items.flatMap((item) => item.inspectionId ?? []);
  const rows = ids.length === 0 ? [] : await seen(work, actor, inArray(inspection.id, ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return items.map(({ windowFrom, windowTo, inspectionId }) => ({
    windowFrom,
    windowTo,
    made: byId.get(inspectionId ?? 0) ?? null,
  }));
}

const seen = (work: Work, actor: Actor, where: SQL) =>
  work.tx
    .select({
      id: inspection.id,
      state: inspection.state,
      windowFrom: inspectionVersion.windowFrom,
      windowTo: inspectionVersion.windowTo,
    })
    .from(inspection)
    .innerJoin(
      inspectionVersion,
      and(eq(inspectionVersion.pairId, inspection.pairId), eq(inspectionVersion.id, inspection.versionId)),
    )
    .where(and(where, visibleTo(work, actor)));

/** Inspections of the year that no line of the plan became. */
async function countOutside(work: Work, actor: Actor, { plan }: Planned): Promise<number> {
  const [from, to] = yearWindow(plan.year);
  const [row] = await work.tx
    .select({ outside: count() })
    .from(inspection)
    .innerJoin(
      inspectionVersion,
      and(eq(inspectionVersion.pairId, inspection.pairId), eq(inspectionVersion.id, inspection.versionId)),
    )
    .where(
      and(
        eq(inspection.pairId, plan.pairId),
        notInArray(inspection.state, ['draft', 'awaiting_leader']),
        gte(inspectionVersion.windowFrom, from),
        lt(inspectionVersion.windowFrom, to),
        sql`not exists (select from plan_item line where line.pair_id = ${inspection.pairId} and line.inspection_id = ${inspection.id})`,
        sql`${inspectionVersion.targetId} not in ${shutTargets(actor)}`,
        visibleTo(work, actor),
      ),
    );
  return row!.outside;
}
