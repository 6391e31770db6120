import { and, eq, inArray, notInArray } from 'drizzle-orm';
import { inspection, inspectionTeam, inspectionVersion, target } from '../../../db/schema/index.ts';
import { familyOf, findOverlaps, type Overlap, type Planned } from '../../domain/overlap.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { isVisible } from './access.ts';
import { type Case, loadCases } from './load-case.ts';
import type { Content } from './write-version.ts';

export type FoundOverlap = Overlap & { found: Case };

/**
 * What a plan overlaps with, as this đầu mối may see it (R2): open inspections of the pair for the organisation, and those of
 * all the actor's pairs for one's own people. The other side's drafts and teams take no part.
 */
export async function listOverlaps(
  work: Work,
  actor: Actor,
  member: Member,
  plan: Pick<Content, 'targetId' | 'kind' | 'windowFrom' | 'windowTo'> & {
    inspectionId?: number;
    team: number[];
  },
): Promise<FoundOverlap[]> {
  const cases = await openCases(work, actor);
  const teams = await ownTeams(work, cases, member);
  const others = cases.map((one) => plannedOf(one, member, teams));
  const family = await familyIn(work, member.pairId, plan.targetId);
  const mine: Planned = { ...plan, inspectionId: plan.inspectionId ?? 0, ownTeam: plan.team };
  return findOverlaps(mine, others, family).map((overlap) => ({
    ...overlap,
    found: cases.find((one) => one.inspection.id === overlap.inspectionId)!,
  }));
}

async function openCases(work: Work, actor: Actor): Promise<Case[]> {
  const pairIds = actor.members.map((one) => one.pairId);
  if (pairIds.length === 0) return [];
  const rows = await work.tx
    .select({ id: inspection.id })
    .from(inspection)
    .innerJoin(inspectionVersion, eq(inspectionVersion.id, inspection.versionId))
    .where(
      and(
        inArray(inspection.pairId, pairIds),
        notInArray(inspection.state, ['stopped', 'not_held', 'declined']),
      ),
    );
  const cases = await loadCases(
    work,
    rows.map((row) => row.id),
  );
  return rows.flatMap(({ id }): Case[] => {
    const found = cases.get(id);
    const member = found && memberIn(actor, found.inspection.pairId);
    const isShut = found?.shutPeople.includes(actor.personId);
    return found && member && !isShut && isVisible(found, member, work.now.toMillis()) ? [found] : [];
  });
}

/** People of one's own committee on the teams, over all pairs in which it stands. */
async function ownTeams(work: Work, cases: Case[], member: Member): Promise<Map<number, number[]>> {
  const ids = cases.map((one) => one.inspection.id);
  const rows = ids.length
    ? await work.tx.select().from(inspectionTeam).where(inArray(inspectionTeam.inspectionId, ids))
    : [];
  const teams = new Map<number, number[]>();
  for (const row of rows) {
    const found = cases.find((one) => one.inspection.id === row.inspectionId)!;
    if (found.committees[row.side].id !== member.committeeId) continue;
    teams.set(row.inspectionId, [...(teams.get(row.inspectionId) ?? []), row.personId]);
  }
  return teams;
}

/** Targets belong to a pair: an inspection of another pair is compared by people only. */
function plannedOf(found: Case, member: Member, teams: Map<number, number[]>): Planned {
  const { version, inspection: row } = found;
  return {
    inspectionId: row.id,
    targetId: row.pairId === member.pairId ? version.targetId : -1,
    kind: version.kind,
    windowFrom: version.windowFrom,
    windowTo: version.windowTo,
    ownTeam: teams.get(row.id) ?? [],
  };
}

/** A target of a pair with all that counts as the same organisation (R2). */
export async function familyIn(work: Work, pairId: number, targetId: number): Promise<Set<number>> {
  const kin = await work.tx
    .select({ id: target.id, parentId: target.parentId, successorId: target.successorId })
    .from(target)
    .where(eq(target.pairId, pairId));
  return familyOf(targetId, kin);
}
