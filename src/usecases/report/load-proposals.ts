import { sql } from 'drizzle-orm';
import { type Figures, type ProposalCount, proposalsOf } from '../../domain/report-figures.ts';
import type { Work } from '../work.ts';
import { AGREED, inScope, isShown, partyOf, type ReportScope } from './report-scope.ts';
import type { WorkingSql } from './working-sql.ts';

/** Proposals that reached the other side within the period, and how long until both agreed. Versions are looked up one by one: they are few beside all there are. */
export async function loadProposals(
  work: Work,
  scope: ReportScope,
  working: WorkingSql,
): Promise<Figures['proposals']> {
  const by = partyOf(scope, sql`i.pair_id`, sql`i.side`);
  const rows = await work.tx.execute<ProposalCount>(sql`
    with crossed as materialized (
      select i.pair_id, i.id, i.side, i.state, i.crosses_at, i.version_id from inspection i
      where ${inScope(scope, sql`i.pair_id`)} and i.state not in ('draft', 'awaiting_leader')
        and i.crosses_at >= ${startOf(scope.period.from)} and i.crosses_at < ${startOf(scope.period.to)}
        and i.crosses_at <= ${work.now.toISO()})
    select ${by} as by,
      case when i.state in ${AGREED} then 'agreed' when i.state in ('declined', 'not_held') then i.state else 'open' end as end,
      case when i.state in ${AGREED} then ${working.daysBetween(sql`i.crosses_at`, sql`coalesce(first.confirmed_at, v.first_confirmed_at)`)} end as days,
      count(*)::int as count
    from crossed i
    cross join lateral (select target_id, n, case when n = 0 then confirmed_at end as first_confirmed_at
      from inspection_version where id = i.version_id offset 0) as v
    left join lateral (select confirmed_at from inspection_version where v.n > 0
      and pair_id = i.pair_id and inspection_id = i.id and n = 0 and confirmed_at is not null offset 0) as first on true
    where ${isShown(scope, sql`v.target_id`)}
    group by 1, 2, 3`);
  return proposalsOf(rows);
}

/** Midnight of a day in Việt Nam. */
const startOf = (day: string): string => `${day} 00:00:00+07`;
