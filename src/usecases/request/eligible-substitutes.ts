import { and, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import { inspectionTeam, membership, person } from '../../../db/schema/index.ts';
import { tiedPeople } from '../inspection/roster.ts';
import type { Work } from '../work.ts';
import type { Recipient } from './load-request.ts';
import type { OwnNotice } from './own-notice.ts';

export type Eligible = { id: number; name: string };

/**
 * Who may stand in: members and leaders of one's own side. Never people of the target, of the team, a đầu mối who is asked as
 * such, nor anyone who was replaced or asks to be, so that no chain leads back to someone.
 */
export async function eligibleSubstitutes(work: Work, notice: OwnNotice): Promise<Eligible[]> {
  const { found, request, member } = notice;
  const today = work.now.toISODate()!;
  const people = await work.tx
    .select({ id: person.id, name: person.name })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(
      and(
        eq(membership.pairId, request.pairId),
        eq(membership.side, member.side),
        inArray(membership.role, ['member', 'vice', 'chair']),
        isNull(person.erasedAt),
        lte(membership.fromDay, today),
        or(isNull(membership.toDay), gt(membership.toDay, today)),
      ),
    )
    .orderBy(membership.id);
  const shut = new Set([
    ...(await tiedPeople(work, found, 'belongs')),
    ...(await teamOf(work, found.inspection.id)),
    ...notice.own.filter(isBarred).map((row) => row.personId),
  ]);
  return people.filter((one) => !shut.has(one.id));
}

/** Asked already, other than as in charge of the area; or out of it. */
const isBarred = (row: Recipient): boolean => row.capacity !== 'in_charge' || row.replacedBy !== null;

async function teamOf(work: Work, inspectionId: number): Promise<number[]> {
  const rows = await work.tx
    .select({ personId: inspectionTeam.personId })
    .from(inspectionTeam)
    .where(eq(inspectionTeam.inspectionId, inspectionId));
  return rows.map((row) => row.personId);
}
