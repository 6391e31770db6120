import { type SQL, sql } from 'drizzle-orm';
import { yearPlan, yearPlanSide } from '../../../db/schema/index.ts';
import type { Actor, Work } from '../work.ts';
import { shutTargets } from './visible.ts';

/** Open findings of the plan of a query over year_plan and the reader's own year_plan_side, as its reader may know of them. */
export type WaitingFindings = {
  /** Of which the other side has put something forward, and it has crossed. */
  asked: number;
  /** Of which nothing is put forward that the reader knows of. */
  bare: number;
};

/** Both counts as columns of such a query, so that they cost it no other. */
export function waitingFindings(work: Work, actor: Actor): { [Key in keyof WaitingFindings]: SQL<number> } {
  const shut = shutTargets(actor);
  const isAsked = sql`s.side <> ${yearPlanSide.side} and s.at + make_interval(secs =>
    (select (policy->>'recallSeconds')::int from pair where pair.id = f.pair_id)) <= ${work.now.toISO()}`;
  const count = (when: SQL) => sql<number>`(select count(*)::int from plan_finding f
    left join plan_item one on one.pair_id = f.pair_id and one.id = f.item_id
    left join plan_item other on other.pair_id = f.pair_id and other.id = f.other_id
    left join inspection_version held on held.pair_id = f.pair_id and held.id = f.version_id
    left join plan_settlement s on s.pair_id = f.pair_id and s.finding_id = f.id and s.state = 'open'
    where f.pair_id = ${yearPlan.pairId} and f.plan_id = ${yearPlan.id} and f.state = 'open' and ${when}
      and coalesce(f.target_id, one.target_id) not in ${shut} and coalesce(other.target_id, held.target_id, 0) not in ${shut})`;
  return {
    asked: count(isAsked),
    bare: count(sql`(s.id is null or (s.side <> ${yearPlanSide.side} and not (${isAsked})))`),
  };
}
