import { inArray } from 'drizzle-orm';
import { person } from '../../../db/schema/index.ts';
import type { Text } from '../../domain/message.ts';
import { inOrderOfRoles, type OnTeam, type TeamRole } from '../../domain/team.ts';
import { text } from '../said.ts';
import type { Work } from '../work.ts';
import { plain } from './paged.ts';
import { someOf } from './some-names.ts';

/** "A (Trưởng đoàn), B (Phó trưởng đoàn), C": people of a team in the order of their roles; a member is one without saying. */
export async function teamNames(work: Work, team: readonly OnTeam[]): Promise<Text> {
  const ids = team.map(({ personId }) => personId);
  const rows = ids.length
    ? await work.tx.select({ id: person.id, name: person.name }).from(person).where(inArray(person.id, ids))
    : [];
  const names = new Map(rows.map((row) => [row.id, row.name]));
  const ordered = inOrderOfRoles(team.toSorted((a, b) => a.personId - b.personId));
  return someOf(ordered.map(({ personId, role }) => namedAs(names.get(personId), role)));
}

/** Who was erased has no name. */
function namedAs(name: string | undefined, role: TeamRole): Text {
  const said = name ? plain(name) : text('view-erased');
  return role === 'member' ? said : text('team-named', { name: said, role: text(`team-role-${role}`) });
}
