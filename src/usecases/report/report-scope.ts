import { type SQL, sql } from 'drizzle-orm';
import { KINDS } from '../../domain/kinds.ts';
import { mayDo } from '../../domain/permission.ts';
import type { Period } from '../../domain/report-period.ts';
import { withPairs } from '../link/across-pairs.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import { shutTargets } from '../view/visible.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';

/** Of which pairs: one by its id, or 0: all in which the person may read reports, merged. */
export type PairChoice = number;
export const ALL_PAIRS: PairChoice = 0;

/** Whose report it is: the memberships that let the person read it, and the days. */
export type ReportScope = {
  actor: Actor;
  choice: PairChoice;
  members: [Member, ...Member[]];
  period: Period;
};

/** The memberships in which a person may read reports. */
export const reportMembers = (actor: Actor): Member[] =>
  actor.members.filter((member) => mayDo(member, 'report.read'));

/** The memberships that a choice means, of đầu mối, chair and vice. Someone else's pair answers as what does not exist. */
export function membersOf(actor: Actor, choice: PairChoice): [Member, ...Member[]] | Refused {
  if (choice !== ALL_PAIRS && !memberIn(actor, choice)) return refuse('refused-not-found');
  const members = reportMembers(actor).filter(({ pairId }) => choice === ALL_PAIRS || pairId === choice);
  const [first, ...more] = members;
  return first ? [first, ...more] : refuse('refused-not-allowed');
}

/** Opens a report of some days. */
export function openScope(actor: Actor, choice: PairChoice, period: Period): ReportScope | Refused {
  const members = membersOf(actor, choice);
  return isRefused(members) ? members : { actor, choice, members, period };
}

/** Runs `fn` with only the pairs of the report in sight. */
export const within = <T>(work: Work, { members }: ReportScope, fn: () => Promise<T>): Promise<T> =>
  withPairs(
    work,
    members.map(({ pairId }) => pairId),
    fn,
  );

/** `column` is one of the pairs of the report. */
export const inScope = ({ members }: ReportScope, column: SQL): SQL =>
  sql`${column} in ${members.map(({ pairId }) => pairId)}`;

/** 'own' or 'other': whose side it is, as the reader stands in that pair. */
export const partyOf = (scope: ReportScope, pairId: SQL, side: SQL): SQL =>
  sql`case when ${isOwn(scope, pairId, side)} then 'own' else 'other' end`;

/** Names a column `is_own`. */
export const PARTY = sql`case when is_own then 'own' else 'other' end`;

/** Whether it is the side on which the reader stands in that pair. */
export function isOwn({ members }: ReportScope, pairId: SQL, side: SQL): SQL {
  const pairs = members.filter((member) => member.side === 'a').map((member) => member.pairId);
  const standsOnA = pairs.length === 0 ? sql`false` : sql`(${pairId} in ${pairs})`;
  return sql`(${standsOnA} = (${side} = 'a'))`;
}

/** A target that the reader belongs to is left out with all that is about it, as from every list. */
export const isShown = ({ actor }: ReportScope, targetId: SQL): SQL =>
  sql`(${targetId} is null or ${targetId} not in ${shutTargets(actor)})`;

export const AGREED = sql`('agreed', 'official', 'under_way', 'concluded', 'stopped')`;

/**
 * The inspections of the period as a CTE `cases`: agreed, the window that holds overlaps the period. Joined by ids alone:
 * composite keys keep the pairs together, and both columns in a join make Postgres expect a handful of rows.
 */
export const casesOfPeriod = (scope: ReportScope): SQL => sql`
  cases as materialized (
    select i.pair_id, i.id, i.code, i.state, v.id as version_id, v.kind, v.subject_body, v.lead_side, v.target_id,
      v.window_from, v.window_to, v.member_count, v.is_of_members, v.kind in ${SENSITIVE} as is_unnamed
    from inspection i join inspection_version v on v.id = i.version_id
    where ${inScope(scope, sql`i.pair_id`)} and ${inScope(scope, sql`v.pair_id`)} and i.state in ${AGREED}
      and v.window_from < ${scope.period.to}::date and v.window_to > ${scope.period.from}::date
      and ${isShown(scope, sql`v.target_id`)})`;

const SENSITIVE = KINDS.filter(({ sensitive }) => sensitive).map(({ key }) => key);
