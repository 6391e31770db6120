import { and, asc, type Column, eq, inArray, sql } from 'drizzle-orm';
import {
  committee,
  inspection,
  inspectionSession,
  inspectionSymbol,
  inspectionTeam,
  inspectionVersion,
  pair,
  sideSetting,
  target,
} from '../../../db/schema/index.ts';
import type { Side } from '../../domain/side.ts';
import type { Work } from '../work.ts';

export type Version = typeof inspectionVersion.$inferSelect;
export type Session = typeof inspectionSession.$inferSelect;

/** An inspection with what belongs to it: the pair, both committees, the current version and its target. */
export type Case = {
  inspection: typeof inspection.$inferSelect;
  version: Version;
  target: typeof target.$inferSelect;
  pair: typeof pair.$inferSelect;
  committees: Record<Side, typeof committee.$inferSelect>;
  /** People who belong to the target or its parents: neither asked nor told, and not shown. */
  shutPeople: number[];
};

/** The people of a target and of what is above it: ids with commas between, null for none, as `shutIds` reads them. */
export const shutPeopleOf = (targetId: Column) => sql<string | null>`(
  with recursive line (id, parent_id) as (
    select t.id, t.parent_id from target t where t.id = ${targetId}
    union
    select t.id, t.parent_id from target t join line on t.id = line.parent_id)
  select string_agg(tp.person_id::text, ',') from target_person tp join line on line.id = tp.target_id
  where tp.tie = 'belongs')`;

export const shutIds = (list: string | null): number[] => (list === null ? [] : list.split(',').map(Number));

/** Loads an inspection with its current version; `lock` takes its row FOR UPDATE first. Undefined: not in the scope. */
export async function loadCase(
  work: Work,
  inspectionId: number,
  options: { lock?: boolean } = {},
): Promise<Case | undefined> {
  if (options.lock)
    await work.tx
      .select({ id: inspection.id })
      .from(inspection)
      .where(eq(inspection.id, inspectionId))
      .for('update');
  const [row] = await work.tx
    .select({
      inspection,
      version: inspectionVersion,
      target,
      pair,
      shut: shutPeopleOf(inspectionVersion.targetId),
    })
    .from(inspection)
    .innerJoin(
      inspectionVersion,
      and(eq(inspectionVersion.pairId, inspection.pairId), eq(inspectionVersion.id, inspection.versionId)),
    )
    .innerJoin(target, and(eq(target.pairId, inspection.pairId), eq(target.id, inspectionVersion.targetId)))
    .innerJoin(pair, eq(pair.id, inspection.pairId))
    .where(eq(inspection.id, inspectionId));
  if (!row) return undefined;
  const { shut, ...rest } = row;
  return { ...rest, committees: await loadCommittees(work, row.pair), shutPeople: shutIds(shut) };
}

export async function loadCommittees(work: Work, of: typeof pair.$inferSelect): Promise<Case['committees']> {
  const rows = await work.tx
    .select()
    .from(committee)
    .where(inArray(committee.id, [of.committeeA, of.committeeB]));
  const find = (id: number) => rows.find((row) => row.id === id)!;
  return { a: find(of.committeeA), b: find(of.committeeB) };
}

/** The sessions of a version in order of time. */
export const loadSessions = (work: Work, versionId: number): Promise<Session[]> =>
  work.tx
    .select()
    .from(inspectionSession)
    .where(eq(inspectionSession.versionId, versionId))
    .orderBy(asc(inspectionSession.startsAt));

export const loadTeam = (work: Work, inspectionId: number) =>
  work.tx.select().from(inspectionTeam).where(eq(inspectionTeam.inspectionId, inspectionId));

export const loadSymbols = (work: Work, inspectionId: number) =>
  work.tx
    .select()
    .from(inspectionSymbol)
    .where(eq(inspectionSymbol.inspectionId, inspectionId))
    .orderBy(asc(inspectionSymbol.id));

/** Whether this side's own leader must approve what crosses; default yes. */
export async function needsApproval(work: Work, pairId: number, side: Side): Promise<boolean> {
  const [row] = await work.tx
    .select({ leaderApproves: sideSetting.leaderApproves })
    .from(sideSetting)
    .where(and(eq(sideSetting.pairId, pairId), eq(sideSetting.side, side)));
  return row?.leaderApproves ?? true;
}
