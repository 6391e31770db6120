import { sql } from 'drizzle-orm';
import { type Figures, type ProposalCount, proposalsOf } from '../../domain/report-figures.ts';
import type { Work } from '../work.ts';
import { AGREED, inScope, isShown, partyOf, type ReportScope } from './report-scope.ts';
import type { WorkingSql } from './working-sql.ts';

/** Proposals that reached the other side within the period, and how long until both agreed. */
export async function loadProposals(
  work: Work,
  scope: ReportScope,
  working: WorkingSql,
): Promise<Figures['proposals']> {
  const by = partyOf(scope, sql`i.pair_id`, sql`i.side`);
  const rows = await work.tx.execute<ProposalCount>(sql`
    select ${by} as by,
      case when i.state in ${AGREED} then 'agreed' when i.state in ('declined', 'not_held') then i.state else 'open' end as end,
      case when i.state in ${AGREED} then ${working.daysBetween(sql`i.crosses_at`, sql`first.confirmed_at`)} end as days,
      count(*)::int as count
    from inspection i
    join inspection_version v on v.id = i.version_id
    left join inspection_version first on first.inspection_id = i.id and first.n = 0 and first.confirmed_at is not null
      and ${inScope(scope, sql`first.pair_id`)}
    where ${inScope(scope, sql`i.pair_id`)} and ${inScope(scope, sql`v.pair_id`)} and i.state not in ('draft', 'awaiting_leader')
      and i.crosses_at >= ${startOf(scope.period.from)} and i.crosses_at < ${startOf(scope.period.to)}
      and i.crosses_at <= ${work.now.toISO()} and ${isShown(scope, sql`v.target_id`)}
    group by 1, 2, 3`);
  return proposalsOf(rows);
}

/** Midnight of a day in Việt Nam. */
const startOf = (day: string): string => `${day} 00:00:00+07`;
