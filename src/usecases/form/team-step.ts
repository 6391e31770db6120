import { and, eq, inArray } from 'drizzle-orm';
import { membership, person } from '../../../db/schema/index.ts';
import type { Text } from '../../domain/message.ts';
import { namesHead, teamAs } from '../../domain/team.ts';
import { inForceOn } from '../link/own-side.ts';
import { text } from '../said.ts';
import { teamNames } from '../view/team-names.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { type Choice, filled, type Step, stays, wrong } from './form.ts';
import { isOwnLead, type TeamData } from './team-data.ts';

/** One's own people for the team: each tap adds or removes one; the other side names its own (R4). */
export const teamStep: Step<TeamData> = {
  name: 'team',
  fills: ['team'],
  isAnswered: ({ team, teamOpen }) => team !== undefined && !teamOpen,
  endsItself: true,
  ask: async (work, actor, data) => {
    const own = await ownPeople(work, memberIn(actor, data.pairId)!);
    const chosen = new Set(data.team ?? []);
    const items = own.map((one) => ({
      name: one.name,
      label: text(chosen.has(one.id) ? 'form-team-in' : 'form-team-out', { name: one.name }),
      value: String(one.id),
    }));
    return {
      lines: [
        text('form-team', { count: chosen.size }),
        ...(chosen.size > 0
          ? [
              text('form-team-chosen', {
                names: await namesIn(work, data, await isOwnLead(work, actor, data)),
              }),
            ]
          : []),
      ],
      list: { items },
      choices: [{ label: text('button-done'), value: 'done', style: 'primary' }],
    };
  },
  choose: async (work, actor, data, value) => {
    const { team = [], roles = {} } = data;
    if (value === 'done') return filled({ team, teamOpen: undefined });
    const own = await ownPeople(work, memberIn(actor, data.pairId)!);
    const person = own.find((one) => String(one.id) === value);
    if (!person) return wrong(text('form-choose'));
    if (!team.includes(person.id)) return stays({ team: [...team, person.id] });
    const { [value]: _gone, ...left } = roles;
    return stays({ team: team.filter((id) => id !== person.id), ...(data.roles ? { roles: left } : {}) });
  },
};

/** The line of a preview that names the team; what of it does not hold is said beside. */
export async function teamLines(work: Work, actor: Actor, data: TeamData): Promise<Text[]> {
  const { team = [], roles = {} } = data;
  if (team.length === 0) return [];
  const isLead = await isOwnLead(work, actor, data);
  return [
    text('card-team', { names: await namesIn(work, data, isLead) }),
    ...(!isLead && namesHead(team, roles) ? [text('team-head-theirs')] : []),
  ];
}

/** What leads from a preview to the roles; none where nobody is chosen. */
export const rolesChoice = ({ team = [] }: TeamData): Choice[] =>
  team.length > 0 ? [{ label: text('button-team-roles'), value: 'roles' }] : [];

/** The people chosen, by name with their roles as they would hold. */
const namesIn = (work: Work, { team = [], roles = {} }: TeamData, isLead: boolean): Promise<Text> =>
  teamNames(work, teamAs(team, roles, isLead));

/** Members of the side who may be on a team: everyone but observers. */
export async function ownPeople(work: Work, member: Member): Promise<{ id: number; name: string }[]> {
  return work.tx
    .select({ id: person.id, name: person.name })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(
      and(
        eq(membership.pairId, member.pairId),
        eq(membership.side, member.side),
        inArray(membership.role, ['member', 'vice', 'chair', 'secretary']),
        inForceOn(membership, work.now.toISODate()!),
      ),
    )
    .orderBy(membership.id);
}
