import { inArray } from 'drizzle-orm';
import { inspectionTeam } from '../../../db/schema/index.ts';
import { distinct } from '../../domain/distinct.ts';
import type { TeamRole } from '../../domain/team.ts';
import type { Claimed } from '../outbox/claim.ts';
import type { Work } from '../work.ts';

/** What a person is in the team of an inspection, as it stands; undefined: on none. */
export type TeamRoleOf = (inspectionId: number, personId: number | null) => TeamRole | undefined;

/** The roles of which the rows of a batch tell: one query, and none where no row does. */
export async function loadTeamRoles(work: Work, rows: Claimed[]): Promise<TeamRoleOf> {
  const ids = distinct(
    rows.map((row) =>
      row.kind === 'outcome' && row.ref.note === 'team_role' ? row.ref.inspectionId : undefined,
    ),
  );
  const teams = ids.length
    ? await work.tx.select().from(inspectionTeam).where(inArray(inspectionTeam.inspectionId, ids))
    : [];
  const roles = new Map(teams.map((row) => [`${row.inspectionId} ${row.personId}`, row.role]));
  return (inspectionId, personId) => roles.get(`${inspectionId} ${personId}`);
}
