import { sql } from 'drizzle-orm';
import { OUTCOME_ORIGINS, type OutcomeOrigin } from '../../domain/outcome.ts';
import type { Outcomes, Recommendations } from '../../domain/report-figures.ts';
import type { Work } from '../work.ts';
import { inScope, isShown, type ReportScope } from './report-scope.ts';

type Sums = {
  origin: OutcomeOrigin;
  isWhole: boolean;
  entries: number;
} & Record<
  | 'organisations'
  | 'org_reprimand'
  | 'org_warning'
  | 'org_dissolution'
  | 'members'
  | 'member_reprimand'
  | 'member_warning'
  | 'member_dismissal'
  | 'member_expulsion',
  number
>;

const COUNTS = [
  ...['organisations', 'org_reprimand', 'org_warning', 'org_dissolution', 'members'],
  ...['member_reprimand', 'member_warning', 'member_dismissal', 'member_expulsion'],
].map((name) => sql.raw(`sum(o.${name})::int as ${name}`));

/**
 * Counts of discipline, results of inspections and those apart never in one sum (R11). Superseded entries are left out; one
 * whose period reaches beyond the report's cannot be divided, so it is counted as such and in no sum.
 */
export async function loadOutcomes(work: Work, scope: ReportScope): Promise<Outcomes> {
  const { from, to } = scope.period;
  const rows = await work.tx.execute<Sums>(sql`
    select o.origin, (o.period_from >= ${from}::date and o.period_to <= ${to}::date) as "isWhole",
      count(*)::int as entries, ${sql.join(COUNTS, sql`, `)}
    from outcome o
    left join inspection i on i.id = o.inspection_id
    left join inspection_version v on v.id = i.version_id
    where ${inScope(scope, sql`o.pair_id`)} and o.superseded_by_id is null
      and o.period_from < ${to}::date and o.period_to > ${from}::date and ${isShown(scope, sql`v.target_id`)}
    group by 1, 2`);
  const [through, apart] = OUTCOME_ORIGINS.map((origin) =>
    countsOf(rows.find((row) => row.origin === origin && row.isWhole)),
  );
  const partly = rows.reduce((sum, row) => sum + (row.isWhole ? 0 : row.entries), 0);
  return { through: through!, apart: apart!, partly };
}

const countsOf = (row: Sums | undefined): Outcomes['through'] => ({
  entries: row?.entries ?? 0,
  organisations: {
    total: row?.organisations ?? 0,
    reprimand: row?.org_reprimand ?? 0,
    warning: row?.org_warning ?? 0,
    dissolution: row?.org_dissolution ?? 0,
  },
  members: {
    total: row?.members ?? 0,
    reprimand: row?.member_reprimand ?? 0,
    warning: row?.member_warning ?? 0,
    dismissal: row?.member_dismissal ?? 0,
    expulsion: row?.member_expulsion ?? 0,
  },
});

/** Recommendations recorded within the period, as they stand now; those that were taken back count nowhere. */
export async function loadRecommendations(work: Work, scope: ReportScope): Promise<Recommendations> {
  const { from, to } = scope.period;
  const today = work.now.toISODate();
  const [row] = await work.tx.execute<Recommendations>(sql`
    select count(*)::int as asked, count(*) filter (where r.state = 'done')::int as done,
      count(*) filter (where r.state = 'open' and r.due_day < ${today}::date)::int as overdue,
      count(*) filter (where r.state = 'open' and coalesce(r.due_day >= ${today}::date, true))::int as open
    from recommendation r
    join inspection i on i.id = r.inspection_id
    join inspection_version v on v.id = i.version_id
    where ${inScope(scope, sql`r.pair_id`)} and r.state <> 'withdrawn' and r.at >= ${`${from} 00:00:00+07`} and r.at < ${`${to} 00:00:00+07`}
      and ${isShown(scope, sql`v.target_id`)}`);
  return row!;
}
