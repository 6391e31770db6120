import type { Mode } from './inspection.ts';

/** What somebody is in the team (đoàn), in the order in which papers name them: Trưởng đoàn, Phó trưởng đoàn, Thư ký đoàn, thành viên. */
export const TEAM_ROLES = ['head', 'deputy', 'secretary', 'member'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/** Roles by the number of the person; whoever is not named is a member. */
export type TeamRoles = Readonly<Record<string, TeamRole>>;

export type OnTeam = { personId: number; role: TeamRole };

const roleIn = (roles: TeamRoles, personId: number): TeamRole => roles[String(personId)] ?? 'member';

/**
 * One side's people with their roles, in the order of the roles. The head is one at most, the first who is named so, and of the side that
 * leads (R4); whoever else is named head is a member.
 */
export function teamAs(people: readonly number[], roles: TeamRoles, isLead: boolean): OnTeam[] {
  const head = isLead ? people.find((personId) => roleIn(roles, personId) === 'head') : undefined;
  const team = people.map((personId): OnTeam => {
    const role = roleIn(roles, personId);
    return { personId, role: role === 'head' && personId !== head ? 'member' : role };
  });
  return inOrderOfRoles(team);
}

export const inOrderOfRoles = <T extends { role: TeamRole }>(team: readonly T[]): T[] =>
  team.toSorted((a, b) => TEAM_ROLES.indexOf(a.role) - TEAM_ROLES.indexOf(b.role));

/** The roles of these people as a form keeps them: members go without saying. */
export const rolesOf = (team: readonly OnTeam[]): Record<string, TeamRole> =>
  Object.fromEntries(
    team.filter(({ role }) => role !== 'member').map(({ personId, role }) => [String(personId), role]),
  );

/** Whether a head is named among them. */
export const namesHead = (people: readonly number[], roles: TeamRoles): boolean =>
  people.some((personId) => roleIn(roles, personId) === 'head');

/** What is wanted most comes first: of three people one after the other, a head, a deputy and a secretary are four taps. */
const TURN: readonly TeamRole[] = ['member', 'head', 'deputy', 'secretary'];

/** The role after this one, by one tap; head only where there may be one and there is none. */
export function nextRole(role: TeamRole, mayBeHead: boolean): TeamRole {
  const turn = TURN.filter((one) => one !== 'head' || mayBeHead || role === 'head');
  return turn[(turn.indexOf(role) + 1) % turn.length]!;
}

/** Whether the mode means that a side sends people to what both hold. */
export function sendsPeople(mode: Mode, isLead: boolean): boolean {
  if (mode === 'coordinate') return true;
  return mode === 'second_staff' && !isLead;
}
