import { sql } from 'drizzle-orm';
import type { PlanFindings } from '../../domain/report-figures.ts';
import type { Work } from '../work.ts';
import { inScope, isShown, type ReportScope } from './report-scope.ts';

/** Findings of the plans whose year touches the period, and how each was settled; one statement. */
export async function loadFindings(work: Work, scope: ReportScope): Promise<PlanFindings> {
  const { from, to } = scope.period;
  const how = (name: string) =>
    sql`(count(*) filter (where f.state = 'settled' and s.how = ${name}))::int as ${sql.identifier(name)}`;
  const [row] = await work.tx.execute<PlanFindings>(sql`
    select count(*)::int as found, (count(*) filter (where f.kind = 'overlap'))::int as overlaps,
      (count(*) filter (where f.kind = 'gap'))::int as gaps, ${how('merge')}, ${how('shift')}, ${how('keep')},
      (count(*) filter (where f.state = 'gone'))::int as gone, (count(*) filter (where f.state = 'open'))::int as open
    from plan_finding f
    join year_plan p on p.id = f.plan_id
    left join plan_item one on one.id = f.item_id
    left join plan_item other on other.id = f.other_id
    left join inspection_version held on held.id = f.version_id
    left join plan_settlement s on s.finding_id = f.id and s.state = 'confirmed'
      and not exists (select from plan_settlement later where later.finding_id = f.id
        and later.state = 'confirmed' and later.id > s.id)
    where ${inScope(scope, sql`f.pair_id`)} and make_date(p.year, 1, 1) < ${to}::date
      and make_date(p.year + 1, 1, 1) > ${from}::date
      and ${isShown(scope, sql`coalesce(f.target_id, one.target_id)`)} and ${isShown(scope, sql`coalesce(other.target_id, held.target_id)`)}`);
  return row!;
}
