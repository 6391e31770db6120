import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { outcome } from '../../../db/schema/index.ts';
import type { CanonicalValue } from '../../domain/canonical.ts';
import { type CountFault, checkDiscipline, type Discipline } from '../../domain/outcome.ts';
import { type Refused, refuse } from '../said.ts';
import type { Work } from '../work.ts';

export type OutcomeRow = typeof outcome.$inferSelect;

/** What was disciplined, as its row keeps it. */
export const disciplineOf = (row: OutcomeRow): Discipline => ({
  organisations: {
    total: row.organisations,
    reprimand: row.orgReprimand,
    warning: row.orgWarning,
    dissolution: row.orgDissolution,
  },
  members: {
    total: row.members,
    reprimand: row.memberReprimand,
    warning: row.memberWarning,
    dismissal: row.memberDismissal,
    expulsion: row.memberExpulsion,
  },
});

const columnsOf = ({ organisations, members }: Discipline) => ({
  organisations: organisations.total,
  orgReprimand: organisations.reprimand,
  orgWarning: organisations.warning,
  orgDissolution: organisations.dissolution,
  members: members.total,
  memberReprimand: members.reprimand,
  memberWarning: members.warning,
  memberDismissal: members.dismissal,
  memberExpulsion: members.expulsion,
});

/** Counts as facts of an audit entry: figures, never names. */
export const factsOf = ({ organisations, members }: Discipline): Record<string, CanonicalValue> => ({
  organisations: { ...organisations },
  members: { ...members },
});

/** Why counts are not taken, with the difference (R10). */
export const faultArgs = (fault: CountFault): Record<string, number> =>
  fault.fault === 'range' ? {} : { total: fault.total, sum: fault.sum, difference: fault.difference };

/** Refuses counts whose parts do not sum to their total (R10). */
export function refuseCounts(given: Discipline): Refused | undefined {
  const wrong = checkDiscipline(given);
  return wrong && refuse(`result-counts-${wrong.fault.fault}`, faultArgs(wrong.fault));
}

type NewOutcome = Pick<
  typeof outcome.$inferInsert,
  'pairId' | 'origin' | 'inspectionId' | 'periodFrom' | 'periodTo' | 'side' | 'byPerson'
>;

/** Writes an outcome; the one that it corrects names it and stays (R7). The caller holds the lock of what it is about. */
export async function writeOutcome(
  work: Work,
  given: NewOutcome,
  discipline: Discipline,
  corrected: OutcomeRow | undefined,
): Promise<OutcomeRow> {
  const supersede = (old: OutcomeRow, byId: number) =>
    work.tx
      .update(outcome)
      .set({ supersededById: byId })
      .where(and(eq(outcome.pairId, old.pairId), eq(outcome.id, old.id)));
  // One live outcome an inspection: the old one steps aside before the new one, whose id it gets after, can stand.
  if (corrected) await supersede(corrected, corrected.id);
  const [row] = await work.tx
    .insert(outcome)
    .values({ ...given, ...columnsOf(discipline), at: work.now })
    .returning();
  if (corrected) await supersede(corrected, row!.id);
  return row!;
}

/** All outcomes of an inspection, the one that holds first, then the corrected ones, the latest first. */
export const outcomesOf = (work: Work, inspectionId: number): Promise<OutcomeRow[]> =>
  work.tx
    .select()
    .from(outcome)
    .where(eq(outcome.inspectionId, inspectionId))
    .orderBy(sql`${outcome.supersededById} is not null`, desc(outcome.id));

/** The outcome of an inspection that holds; undefined: none was recorded. */
export async function liveOutcome(work: Work, inspectionId: number): Promise<OutcomeRow | undefined> {
  const [row] = await work.tx
    .select()
    .from(outcome)
    .where(and(eq(outcome.inspectionId, inspectionId), isNull(outcome.supersededById)));
  return row;
}
