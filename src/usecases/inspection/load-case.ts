import { and, asc, eq } from 'drizzle-orm';
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
};

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
    .select({ inspection, version: inspectionVersion, target, pair })
    .from(inspection)
    .innerJoin(
      inspectionVersion,
      and(eq(inspectionVersion.pairId, inspection.pairId), eq(inspectionVersion.id, inspection.versionId)),
    )
    .innerJoin(target, and(eq(target.pairId, inspection.pairId), eq(target.id, inspectionVersion.targetId)))
    .innerJoin(pair, eq(pair.id, inspection.pairId))
    .where(eq(inspection.id, inspectionId));
  if (!row) return undefined;
  return { ...row, committees: await loadCommittees(work, row.pair) };
}

export async function loadCommittees(work: Work, of: typeof pair.$inferSelect): Promise<Case['committees']> {
  const load = async (id: number) => {
    const [row] = await work.tx.select().from(committee).where(eq(committee.id, id));
    return row!;
  };
  return { a: await load(of.committeeA), b: await load(of.committeeB) };
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
