import { sql } from 'drizzle-orm';
import type { Text } from '../../domain/message.ts';
import type { StandingQuota } from '../../domain/plan-quota.ts';
import { type Party, sumOf } from '../../domain/report.ts';
import type { Coverage, Figures } from '../../domain/report-figures.ts';
import { nameOf, type ReportName, type Span, spanOf } from '../../domain/report-name.ts';
import { otherSide } from '../../domain/side.ts';
import { text } from '../said.ts';
import { loadPair } from '../view/load-pair.ts';
import { plain } from '../view/paged.ts';
import { shutTargets } from '../view/visible.ts';
import type { Work } from '../work.ts';
import { loadFindings } from './load-findings.ts';
import { loadInspections, type PairCoverage, type TargetLeft } from './load-inspections.ts';
import { loadDuties, loadExchanges } from './load-ledger.ts';
import { loadOutcomes, loadRecommendations } from './load-outcomes.ts';
import { loadProposals } from './load-proposals.ts';
import { loadStanding } from './load-standing.ts';
import { commonTerm, loadTerms } from './load-terms.ts';
import { inScope, type ReportScope, within } from './report-scope.ts';
import { workingSql } from './working-sql.ts';

/** All figures of a scope with the names around them. */
export type Report = {
  scope: ReportScope;
  figures: Figures;
  pairs: PairCoverage[];
  /** Targets that nobody inspected, the first of them. */
  left: TargetLeft[];
  quotas: StandingQuota[];
  /** What the days are, and how a report of them is called today. */
  span: Span;
  name: ReportName;
  /** Targets that the reader belongs to: in no figure. */
  hidden: number;
  title: Text;
  parties: Record<Party, Text>;
};

/** Aggregates of the pairs' records, some eleven statements whatever the number of pairs; at most `mostLeft` names of targets. */
export const loadReport = (work: Work, scope: ReportScope, mostLeft: number): Promise<Report> =>
  within(work, scope, () => load(work, scope, mostLeft));

async function load(work: Work, scope: ReportScope, mostLeft: number): Promise<Report> {
  const working = await workingSql(work, scope);
  const { cases, notices, pairs, left } = await loadInspections(work, scope, working, mostLeft);
  const figures: Figures = {
    proposals: await loadProposals(work, scope, working),
    cases,
    coverage: merged(pairs),
    notices,
    exchanges: await loadExchanges(work, scope),
    duties: await loadDuties(work, scope),
    outcomes: await loadOutcomes(work, scope),
    recommendations: await loadRecommendations(work, scope),
    plan: await loadFindings(work, scope),
  };
  const terms = await loadTerms(work, scope.members);
  const span = spanOf(scope.period, commonTerm(scope.members, terms));
  return {
    scope,
    figures,
    pairs,
    left,
    quotas: await loadStanding(work, scope, terms),
    span,
    name: nameOf(scope.period, span, work.now.toISODate()!),
    hidden: await countHidden(work, scope),
    ...(await namesOf(work, scope)),
  };
}

/** Over several pairs: a target of two pairs counts in each of them. */
const merged = (pairs: readonly Coverage[]): Coverage => ({
  covered: { part: sumOf(pairs, (one) => one.covered.part), whole: sumOf(pairs, (one) => one.covered.whole) },
  concluded: sumOf(pairs, (one) => one.concluded),
  turns: sumOf(pairs, (one) => one.turns),
  unnamedTurns: sumOf(pairs, (one) => one.unnamedTurns),
  members: sumOf(pairs, (one) => one.members),
});

async function countHidden(work: Work, scope: ReportScope): Promise<number> {
  const [row] = await work.tx.execute<{ count: number }>(sql`
    select count(*)::int as count from target t where ${inScope(scope, sql`t.pair_id`)} and t.id in ${shutTargets(scope.actor)}`);
  return row!.count;
}

/** One pair: its name and its committees; several: "all my agreements", our side and the other. */
async function namesOf(work: Work, { members }: ReportScope): Promise<Pick<Report, 'title' | 'parties'>> {
  const [member, ...more] = members;
  if (more.length > 0)
    return {
      title: text('report-all-pairs'),
      parties: { own: text('report-party-own'), other: text('report-party-other') },
    };
  const { committees } = await loadPair(work, member.pairId);
  return {
    title: plain(member.pairName),
    parties: {
      own: plain(committees[member.side].shortName),
      other: plain(committees[otherSide(member.side)].shortName),
    },
  };
}
