import { sql } from 'drizzle-orm';
import { shutTargets } from '../view/visible.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import type { Planned } from './load-plan.ts';

/** Of the findings that a person may see: all, settled, open; open ones that wait for their side's answer, and gaps among them. */
export type FindingCounts = {
  total: number;
  settled: number;
  open: number;
  /** Put forward by the other side. */
  asked: number;
  askedGaps: number;
  /** Gaps of which nothing is put forward. */
  bare: number;
};

/** Counts a plan's findings as one person may know of them, in one statement; what is gone counts nowhere. */
export async function countFindings(work: Work, actor: Actor, planned: Planned): Promise<FindingCounts> {
  const { pairId, id } = planned.plan;
  const side = memberIn(actor, pairId)?.side ?? 'a';
  const crossedBy = work.now.minus({ seconds: planned.pair.policy.recallSeconds }).toISO();
  const shut = shutTargets(actor);
  const [row] = await work.tx.execute<FindingCounts>(sql`
    with seen as (
      select f.kind, f.state, s.id as settlement_id,
        coalesce(s.side <> ${side} and s.at <= ${crossedBy}::timestamptz, false) as is_asked
      from plan_finding f
      left join plan_item one on one.pair_id = f.pair_id and one.id = f.item_id
      left join plan_item other on other.pair_id = f.pair_id and other.id = f.other_id
      left join inspection_version held on held.pair_id = f.pair_id and held.id = f.version_id
      left join plan_settlement s on s.pair_id = f.pair_id and s.finding_id = f.id and s.state = 'open'
        and (s.side = ${side} or s.at <= ${crossedBy}::timestamptz)
      where f.pair_id = ${pairId} and f.plan_id = ${id} and f.state <> 'gone'
        and coalesce(f.target_id, one.target_id) not in ${shut} and coalesce(other.target_id, held.target_id, 0) not in ${shut})
    select count(*)::int as total,
      (count(*) filter (where state = 'settled'))::int as settled,
      (count(*) filter (where state = 'open'))::int as open,
      (count(*) filter (where state = 'open' and is_asked))::int as asked,
      (count(*) filter (where state = 'open' and is_asked and kind = 'gap'))::int as "askedGaps",
      (count(*) filter (where state = 'open' and settlement_id is null and kind = 'gap'))::int as bare
    from seen`);
  return row!;
}
