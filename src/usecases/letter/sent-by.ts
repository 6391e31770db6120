import { and, asc, eq, ne } from 'drizzle-orm';
import { inspectionTeam, membership, person } from '../../../db/schema/index.ts';
import type { Sent } from '../../documents/sent-people.ts';
import type { Side } from '../../domain/side.ts';
import { inOrderOfRoles, sendsPeople } from '../../domain/team.ts';
import type { Case } from '../inspection/load-case.ts';
import { inForceOn } from '../link/own-side.ts';
import type { Work } from '../work.ts';

/** Whom a side sends, in the order of their roles: those on the team who are still its own. Undefined: nobody is named, and by the mode nobody is sent. */
export async function sentBy(work: Work, found: Case, side: Side): Promise<Sent[] | undefined> {
  const { pairId, id } = found.inspection;
  const rows = await work.tx
    .selectDistinct({
      id: person.id,
      name: person.name,
      title: person.title,
      role: inspectionTeam.role,
    })
    .from(inspectionTeam)
    .innerJoin(person, eq(person.id, inspectionTeam.personId))
    .innerJoin(
      membership,
      and(
        eq(membership.pairId, inspectionTeam.pairId),
        eq(membership.side, inspectionTeam.side),
        eq(membership.personId, inspectionTeam.personId),
      ),
    )
    .where(
      and(
        eq(inspectionTeam.pairId, pairId),
        eq(inspectionTeam.inspectionId, id),
        eq(inspectionTeam.side, side),
        inForceOn(membership, work.now.toISODate()!),
        ne(person.name, ''),
      ),
    )
    .orderBy(asc(person.id));
  const isLead = found.version.leadSide === side;
  if (rows.length === 0 && !sendsPeople(found.version.mode, isLead)) return undefined;
  return inOrderOfRoles(rows).map(({ name, title, role }) => ({ name, title, role }));
}
