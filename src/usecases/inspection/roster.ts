import { and, eq, inArray } from 'drizzle-orm';
import { inspectionTeam, membership, target, targetPerson } from '../../../db/schema/index.ts';
import type { Capacity } from '../../domain/request.ts';
import type { Role, Side } from '../../domain/side.ts';
import { inForceOn } from '../link/own-side.ts';
import type { Work } from '../work.ts';
import type { Case } from './load-case.ts';

export type Asked = { personId: number; side: Side; capacity: Capacity };

/** Who holds one of these roles on a side today. */
export async function peopleOf(work: Work, pairId: number, side: Side, roles: Role[]): Promise<number[]> {
  const today = work.now.toISODate()!;
  const rows = await work.tx
    .select({ personId: membership.personId })
    .from(membership)
    .where(
      and(
        eq(membership.pairId, pairId),
        eq(membership.side, side),
        inArray(membership.role, roles),
        inForceOn(membership, today),
      ),
    )
    .orderBy(membership.id);
  return rows.map((row) => row.personId);
}

/** The target and its parents: whoever belongs to one of them is neither asked nor told. */
async function lineOf(work: Work, found: Case): Promise<number[]> {
  const line: number[] = [];
  let next: number | null = found.target.id;
  while (next !== null && !line.includes(next)) {
    line.push(next);
    const [row]: { parentId: number | null }[] = await work.tx
      .select({ parentId: target.parentId })
      .from(target)
      .where(and(eq(target.pairId, found.inspection.pairId), eq(target.id, next)));
    next = row?.parentId ?? null;
  }
  return line;
}

/** People tied to the target or its parents: in charge of the area, or belonging to it. */
export async function tiedPeople(work: Work, found: Case, tie: 'in_charge' | 'belongs'): Promise<number[]> {
  const line = await lineOf(work, found);
  const rows = await work.tx
    .select({ personId: targetPerson.personId })
    .from(targetPerson)
    .where(
      and(
        eq(targetPerson.pairId, found.inspection.pairId),
        inArray(targetPerson.targetId, line),
        eq(targetPerson.tie, tie),
      ),
    );
  return [...new Set(rows.map((row) => row.personId))];
}

/** Who is asked by a notice: đầu mối, the member in charge of the area, the team; never people of the target. */
export async function rosterOf(work: Work, found: Case): Promise<Asked[]> {
  const { pairId, id } = found.inspection;
  const members = await activeMembers(work, pairId);
  const team = await work.tx
    .select({ personId: inspectionTeam.personId })
    .from(inspectionTeam)
    .where(and(eq(inspectionTeam.pairId, pairId), eq(inspectionTeam.inspectionId, id)));
  const onTeam = new Set(team.map((row) => row.personId));
  const inCharge = new Set(await tiedPeople(work, found, 'in_charge'));
  const shut = new Set(await tiedPeople(work, found, 'belongs'));
  return members.flatMap(({ personId, side, role }): Asked[] => {
    if (shut.has(personId)) return [];
    if (onTeam.has(personId)) return [{ personId, side, capacity: 'team' }];
    if (role === 'secretary') return [{ personId, side, capacity: 'secretary' }];
    return inCharge.has(personId) ? [{ personId, side, capacity: 'in_charge' }] : [];
  });
}

async function activeMembers(work: Work, pairId: number) {
  const today = work.now.toISODate()!;
  return work.tx
    .select({ personId: membership.personId, side: membership.side, role: membership.role })
    .from(membership)
    .where(and(eq(membership.pairId, pairId), inForceOn(membership, today)))
    .orderBy(membership.id);
}
