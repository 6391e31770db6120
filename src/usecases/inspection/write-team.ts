import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { inspection, inspectionTeam, inspectionVersion, membership } from '../../../db/schema/index.ts';
import { distinct } from '../../domain/distinct.ts';
import type { Side } from '../../domain/side.ts';
import {
  inOrderOfRoles,
  type OnTeam,
  rolesOf,
  TEAM_ROLES,
  type TeamRoles,
  teamAs,
} from '../../domain/team.ts';
import type { Member, Work } from '../work.ts';

/** One side's people on the team, in the order of their roles. */
export async function teamOf(work: Work, inspectionId: number, side: Side): Promise<OnTeam[]> {
  const rows = await work.tx
    .select({ personId: inspectionTeam.personId, role: inspectionTeam.role })
    .from(inspectionTeam)
    .where(ofSide(inspectionId, side))
    .orderBy(asc(inspectionTeam.personId));
  return inOrderOfRoles(rows);
}

/** What a person is in the team; undefined: not on it. */
export async function roleOnTeam(work: Work, inspectionId: number, personId: number) {
  const [row] = await work.tx
    .select({ role: inspectionTeam.role })
    .from(inspectionTeam)
    .where(and(eq(inspectionTeam.inspectionId, inspectionId), eq(inspectionTeam.personId, personId)));
  return row?.role;
}

/**
 * Makes these the side's own people on the team (R4): whoever is not among them goes, whoever was stays. People who are not members of that
 * side are left out. Without `roles` whoever stays keeps theirs; a head of a side that does not lead is a member.
 */
export async function setTeam(
  work: Work,
  member: Member,
  inspectionId: number,
  team: number[],
  roles?: TeamRoles,
): Promise<void> {
  const { pairId, side } = member;
  const own = await ownAmong(work, member, team);
  await work.tx
    .delete(inspectionTeam)
    .where(and(ofSide(inspectionId, side), notInArray(inspectionTeam.personId, own)));
  const held = await teamOf(work, inspectionId, side);
  const isLead = (await leadOf(work, inspectionId)) === side;
  const wanted = teamAs(own, roles ?? rolesOf(held), isLead);
  await giveRoles(work, inspectionId, held, wanted);
  const known = new Set(held.map(({ personId }) => personId));
  const added = wanted.filter(({ personId }) => !known.has(personId));
  if (added.length > 0)
    await work.tx
      .insert(inspectionTeam)
      .values(added.map((one) => ({ ...one, pairId, inspectionId, side })))
      .onConflictDoNothing();
}

async function ownAmong(work: Work, { pairId, side }: Member, team: number[]): Promise<number[]> {
  const rows = await work.tx
    .select({ personId: membership.personId })
    .from(membership)
    .where(and(eq(membership.pairId, pairId), eq(membership.side, side), inArray(membership.personId, team)));
  const members = new Set(rows.map(({ personId }) => personId));
  return distinct(team).filter((personId) => members.has(personId));
}

/** The head last: nobody else may be it at that moment. */
async function giveRoles(work: Work, inspectionId: number, held: OnTeam[], wanted: OnTeam[]): Promise<void> {
  const was = new Map(held.map(({ personId, role }) => [personId, role]));
  const moved = wanted.filter(({ personId, role }) => was.has(personId) && was.get(personId) !== role);
  for (const role of TEAM_ROLES.toReversed()) {
    const people = moved.filter((one) => one.role === role).map(({ personId }) => personId);
    if (people.length > 0)
      await work.tx
        .update(inspectionTeam)
        .set({ role })
        .where(and(eq(inspectionTeam.inspectionId, inspectionId), inArray(inspectionTeam.personId, people)));
  }
}

/** Where another side leads by now, who was head is a member: no other role was given to them. Who it was. */
export async function releaseHead(work: Work, inspectionId: number, versionId: number): Promise<number[]> {
  const lead = sql`(select ${inspectionVersion.leadSide} from ${inspectionVersion} where ${inspectionVersion.id} = ${versionId})`;
  const rows = await work.tx
    .update(inspectionTeam)
    .set({ role: 'member' })
    .where(
      and(
        eq(inspectionTeam.inspectionId, inspectionId),
        eq(inspectionTeam.role, 'head'),
        sql`${inspectionTeam.side} <> ${lead}`,
      ),
    )
    .returning({ personId: inspectionTeam.personId });
  return rows.map(({ personId }) => personId);
}

const ofSide = (inspectionId: number, side: Side) =>
  and(eq(inspectionTeam.inspectionId, inspectionId), eq(inspectionTeam.side, side));

async function leadOf(work: Work, inspectionId: number): Promise<Side | undefined> {
  const [row] = await work.tx
    .select({ lead: inspectionVersion.leadSide })
    .from(inspection)
    .innerJoin(inspectionVersion, eq(inspectionVersion.id, inspection.versionId))
    .where(eq(inspection.id, inspectionId));
  return row?.lead;
}
