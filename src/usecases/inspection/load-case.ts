import { and, asc, eq, inArray, sql } from 'drizzle-orm';
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

/** Ids with commas between, null for none: a list that needs no parser for arrays. */
const SHUT_PEOPLE = sql<string | null>`(
  with recursive line (id, parent_id) as (
    select t.id, t.parent_id from target t where t.id = ${inspectionVersion.targetId}
    union
    select t.id, t.parent_id from target t join line on t.id = line.parent_id)
  select string_agg(tp.person_id::text, ',') from target_person tp join line on line.id = tp.target_id
  where tp.tie = 'belongs')`;

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
    .select({ inspection, version: inspectionVersion, target, pair, shut: SHUT_PEOPLE })
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
  const shutPeople = shut === null ? [] : shut.split(',').map(Number);
  return { ...rest, committees: await loadCommittees(work, row.pair), shutPeople };
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
