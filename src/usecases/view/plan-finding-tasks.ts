import { type SQL, sql } from 'drizzle-orm';
import { yearPlan, yearPlanSide } from '../../../db/schema/index.ts';
import { FINDING_ROWS, isKnown, isOpenTo, isPutToUs } from '../plan/finding-sight.ts';
import type { Actor, Work } from '../work.ts';

/** Open findings of the plan of a query over year_plan and the reader's own year_plan_side, as its reader may know of them. */
export type WaitingFindings = {
  /** Of which the other side has put something forward, and it has crossed. */
  asked: number;
  /** Of which nothing is put forward that the reader knows of. */
  bare: number;
};

/** Both counts as columns of such a query, so that they cost it no other. */
export function waitingFindings(work: Work, actor: Actor): { [Key in keyof WaitingFindings]: SQL<number> } {
  const side = sql`${yearPlanSide.side}`;
  const count = (when: SQL) => sql<number>`(select count(*)::int from ${FINDING_ROWS}
    where f.pair_id = ${yearPlan.pairId} and f.plan_id = ${yearPlan.id} and f.state = 'open' and ${when}
      and ${isOpenTo(actor)})`;
  return { asked: count(isPutToUs(work, side)), bare: count(sql`not ${isKnown(work, side)}`) };
}
