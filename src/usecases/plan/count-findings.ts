import { sql } from 'drizzle-orm';
import { type Actor, memberIn, type Work } from '../work.ts';
import { FINDING_ROWS, isKnown, isOpenTo, isPutToUs } from './finding-sight.ts';
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
  const [row] = await work.tx.execute<FindingCounts>(sql`
    with seen as (
      select f.kind, f.state, ${isPutToUs(work, side)} as is_asked, ${isKnown(work, side)} as is_known
      from ${FINDING_ROWS}
      where f.pair_id = ${pairId} and f.plan_id = ${id} and f.state <> 'gone' and ${isOpenTo(actor)})
    select count(*)::int as total,
      (count(*) filter (where state = 'settled'))::int as settled,
      (count(*) filter (where state = 'open'))::int as open,
      (count(*) filter (where state = 'open' and is_asked))::int as asked,
      (count(*) filter (where state = 'open' and is_asked and kind = 'gap'))::int as "askedGaps",
      (count(*) filter (where state = 'open' and not is_known and kind = 'gap'))::int as bare
    from seen`);
  return row!;
}
