import { isOpen } from '../../domain/inspection.ts';
import type { Side } from '../../domain/side.ts';
import { namesHead, type OnTeam, rolesOf, type TeamRoles } from '../../domain/team.ts';
import { audit } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { caseFor } from './access.ts';
import type { Case } from './load-case.ts';
import { askTeam } from './set-team-notice.ts';
import { tellRoles } from './tell-roles.ts';
import { setTeam, teamOf } from './write-team.ts';

/** `moved`: who stays, in another role. */
export type TeamSet = { found: Case; added: number[]; removed: number[]; moved: number[] } | Refused;

/**
 * A đầu mối names their own side's people on the team and what each is in it, at any time before the end (R4); not material. Who is added after
 * the notice went out is asked by it too; who is removed is no longer asked; whose role is another is told. Only the lead names a head.
 */
export async function setOwnTeam(
  work: Work,
  actor: Actor,
  inspectionId: number,
  team: number[],
  roles?: TeamRoles,
): Promise<TeamSet> {
  const allowed = await caseFor(work, actor, inspectionId, 'team.set', { lock: true });
  if (isRefused(allowed)) return allowed;
  const { found, member } = allowed;
  if (!isOpen(found.inspection.state)) return refuse('refused-state');
  const isLead = found.version.leadSide === member.side;
  if (!isLead && roles && namesHead(team, roles)) return refuse('refused-team-head');
  const before = await teamOf(work, inspectionId, member.side);
  await setTeam(work, member, inspectionId, team, roles);
  const after = await teamOf(work, inspectionId, member.side);
  const differs = differenceOf(before, after);
  const { added, removed, moved } = differs;
  if (added.length + removed.length + moved.length === 0) return { found, ...differs };
  await audit(work, {
    pairId: member.pairId,
    type: 'team.set',
    by: actor.personId,
    inspectionId,
    facts: {
      side: member.side,
      added: added.join(' '),
      removed: removed.join(' '),
      count: after.length,
      roles: rolesInFigures(after),
    },
  });
  if (added.length + removed.length > 0) await askTeam(work, found, added, removed);
  await tellRoles(work, actor, found, moved);
  return { found, ...differs };
}

function differenceOf(before: OnTeam[], after: OnTeam[]) {
  const was = new Map(before.map(({ personId, role }) => [personId, role]));
  const is = new Map(after.map(({ personId, role }) => [personId, role]));
  const stays = [...is.keys()].filter((personId) => was.has(personId));
  return {
    added: [...is.keys()].filter((personId) => !was.has(personId)),
    removed: [...was.keys()].filter((personId) => !is.has(personId)),
    moved: stays.filter((personId) => was.get(personId) !== is.get(personId)),
  };
}

/** "12:head 5:deputy": people by their numbers; who is not among them is a member. */
const rolesInFigures = (team: OnTeam[]): string =>
  Object.entries(rolesOf(team))
    .map(([personId, role]) => `${personId}:${role}`)
    .join(' ');

/** One side's people on the team. */
export const ownTeam = async (work: Work, inspectionId: number, side: Side): Promise<number[]> =>
  (await teamOf(work, inspectionId, side)).map(({ personId }) => personId);
