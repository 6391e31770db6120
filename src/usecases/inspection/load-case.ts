import { and, asc, type Column, eq, inArray, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
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
import { distinct } from '../../domain/distinct.ts';
import type { Side } from '../../domain/side.ts';
import { groupBy } from '../group-by.ts';
import type { Work } from '../work.ts';

export type Version = typeof inspectionVersion.$inferSelect;
export type Session = typeof inspectionSession.$inferSelect;
export type SymbolRow = typeof inspectionSymbol.$inferSelect;

/** An inspection with what belongs to it: the pair, both committees, the current version and its target. */
export type Case = {
  inspection: typeof inspection.$inferSelect;
  version: Version;
  target: typeof target.$inferSelect;
  /** Of the organisation above the target, null: there is none. */
  parentName: string | null;
  pair: typeof pair.$inferSelect;
  committees: Record<Side, typeof committee.$inferSelect>;
  /** People who belong to the target or its parents: neither asked nor told, and not shown. */
  shutPeople: number[];
};

/** The organisation above a target, as a left join. */
export const above = alias(target, 'above');
export const IS_ABOVE = and(eq(above.pairId, target.pairId), eq(above.id, target.parentId))!;

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
  return (await loadCases(work, [inspectionId])).get(inspectionId);
}

/** Inspections by their ids, in two queries however many; those that are not in the scope are left out. */
export async function loadCases(work: Work, ids: number[]): Promise<Map<number, Case>> {
  if (ids.length === 0) return new Map();
  const rows = await work.tx
    .select({
      inspection,
      version: inspectionVersion,
      target,
      parentName: above.name,
      pair,
      shut: shutPeopleOf(inspectionVersion.targetId),
    })
    .from(inspection)
    .innerJoin(
      inspectionVersion,
      and(eq(inspectionVersion.pairId, inspection.pairId), eq(inspectionVersion.id, inspection.versionId)),
    )
    .innerJoin(target, and(eq(target.pairId, inspection.pairId), eq(target.id, inspectionVersion.targetId)))
    .leftJoin(above, IS_ABOVE)
    .innerJoin(pair, eq(pair.id, inspection.pairId))
    .where(inArray(inspection.id, ids));
  const committeesOf = await committeesIn(
    work,
    rows.map((row) => row.pair),
  );
  return new Map(
    rows.map(({ shut, ...row }) => [
      row.inspection.id,
      { ...row, committees: committeesOf(row.pair), shutPeople: shutIds(shut) },
    ]),
  );
}

type Pair = typeof pair.$inferSelect;

export const loadCommittees = async (work: Work, of: Pair): Promise<Case['committees']> =>
  (await committeesIn(work, [of]))(of);

/** Both committees of each of these pairs. */
export async function committeesIn(work: Work, pairs: Pair[]): Promise<(of: Pair) => Case['committees']> {
  const ids = distinct(pairs.flatMap(({ committeeA, committeeB }) => [committeeA, committeeB]));
  const rows = ids.length > 0 ? await work.tx.select().from(committee).where(inArray(committee.id, ids)) : [];
  const found = new Map(rows.map((row) => [row.id, row]));
  return ({ committeeA, committeeB }) => ({ a: found.get(committeeA)!, b: found.get(committeeB)! });
}

/** The sessions of a version that stand, in order of time: as it was made, and what its lead has said since. */
export const loadSessions = async (work: Work, versionId: number): Promise<Session[]> =>
  (await sessionsOf(work, [versionId])).get(versionId) ?? [];

/** The sessions with which a version was made: what was asked and confirmed. */
export const sessionsAsMade = (work: Work, versionId: number): Promise<Session[]> =>
  work.tx
    .select()
    .from(inspectionSession)
    .where(and(eq(inspectionSession.versionId, versionId), isNull(inspectionSession.addedAt)))
    .orderBy(asc(inspectionSession.startsAt));

/** Those that stand, by version. */
export async function sessionsOf(work: Work, versionIds: number[]): Promise<Map<number, Session[]>> {
  if (versionIds.length === 0) return new Map();
  const rows = await work.tx
    .select()
    .from(inspectionSession)
    .where(and(inArray(inspectionSession.versionId, versionIds), isNull(inspectionSession.supersededAt)))
    .orderBy(asc(inspectionSession.startsAt));
  return groupBy(rows, (row) => row.versionId);
}

export const loadTeam = (work: Work, inspectionId: number) =>
  work.tx.select().from(inspectionTeam).where(eq(inspectionTeam.inspectionId, inspectionId));

export const loadSymbols = async (work: Work, inspectionId: number): Promise<SymbolRow[]> =>
  (await symbolsOf(work, [inspectionId])).get(inspectionId) ?? [];

/** The same by inspection, in the order in which they were given. */
export async function symbolsOf(work: Work, inspectionIds: number[]): Promise<Map<number, SymbolRow[]>> {
  if (inspectionIds.length === 0) return new Map();
  const rows = await work.tx
    .select()
    .from(inspectionSymbol)
    .where(inArray(inspectionSymbol.inspectionId, inspectionIds))
    .orderBy(asc(inspectionSymbol.id));
  return groupBy(rows, (row) => row.inspectionId);
}

/** Whether this side's own leader must approve what crosses; default yes. */
export async function needsApproval(work: Work, pairId: number, side: Side): Promise<boolean> {
  const [row] = await work.tx
    .select({ leaderApproves: sideSetting.leaderApproves })
    .from(sideSetting)
    .where(and(eq(sideSetting.pairId, pairId), eq(sideSetting.side, side)));
  return row?.leaderApproves ?? true;
}
