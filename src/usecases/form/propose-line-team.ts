import { fold } from '../../domain/fold.ts';
import type { Text } from '../../domain/message.ts';
import type { TeamRole } from '../../domain/team.ts';
import { readTeamLine, type TypedMember } from '../../domain/team-line.ts';
import { text } from '../said.ts';
import type { Member, Work } from '../work.ts';
import { namedParts } from './named-parts.ts';
import type { TeamData } from './team-data.ts';
import { ownPeople } from './team-step.ts';

type Own = { id: number; name: string };
type ReadTeam = { given: Pick<TeamData, 'team' | 'roles' | 'teamOpen'>; unclear: string[]; own: Own[] };

/** "đoàn: …" of a line: one's own people by their names, with their roles. What is unclear leaves the team to be asked, with who was understood. */
export async function readTeam(work: Work, member: Member, typed: string): Promise<ReadTeam> {
  const own = await ownPeople(work, member);
  const team: number[] = [];
  const roles: Record<string, TeamRole> = {};
  const unclear: string[] = [];
  for (const one of readTeamLine(typed)) {
    const person = personOf(own, one);
    const isSecondHead = one.role === 'head' && Object.values(roles).includes('head');
    if (!person || team.includes(person.id) || one.isUnclear || isSecondHead) unclear.push(one.part);
    if (!person || team.includes(person.id)) continue;
    team.push(person.id);
    if (one.role && !isSecondHead) roles[String(person.id)] = one.role;
  }
  const isOpen = unclear.length > 0 || team.length === 0;
  return { given: { team, roles, ...(isOpen ? { teamOpen: true } : {}) }, unclear, own };
}

/** The one whose name is this, or alone bears its words: whole ones, since nobody looks for these names but states them. */
function personOf(own: readonly Own[], { name }: TypedMember): Own | undefined {
  const wanted = fold(name);
  const words = wanted === '' ? [] : wanted.split(' ');
  const named = own.map((person) => ({ person, folded: fold(person.name) }));
  const exact = named.filter(({ folded }) => folded === wanted);
  const fitting = named.filter(({ folded }) => words.every((word) => folded.split(' ').includes(word)));
  const found = exact.length > 0 ? exact : words.length > 0 ? fitting : [];
  return found.length === 1 ? found[0]!.person : undefined;
}

/** What of a team was not understood, with a line that works. */
export const teamUnclear = ({ unclear, own }: ReadTeam): Text =>
  text('propose-team-unclear', { ...namedParts(unclear), example: own[0]?.name ?? '' });
