import { nextRole, rolesOf, teamAs } from '../../domain/team.ts';
import { text } from '../said.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { filled, type Step, stays, wrong } from './form.ts';
import { isOwnLead, type TeamData } from './team-data.ts';
import { ownPeople } from './team-step.ts';

/** What each of the chosen people is in the team: a tap moves one on. Gone to from the preview, and never asked by itself. */
export const rolesStep: Step<TeamData> = {
  name: 'roles',
  fills: ['roles'],
  isAside: true,
  endsItself: true,
  when: ({ team = [] }) => team.length > 0,
  ask: async (work, actor, data) => {
    const { isLead, people } = await chosen(work, actor, data);
    return {
      lines: [text('form-roles'), text(isLead ? 'form-roles-lead' : 'team-head-theirs')],
      list: {
        items: people.map(({ id, name, role }) => ({
          name,
          label: text('form-role-of', { name, role: text(`team-role-${role}`) }),
          value: String(id),
        })),
      },
      choices: [{ label: text('button-done'), value: 'done', style: 'primary' }],
    };
  },
  choose: async (work, actor, data, value) => {
    const { isLead, people, team } = await chosen(work, actor, data);
    if (value === 'done') return filled({ roles: rolesOf(team) });
    const person = people.find(({ id }) => String(id) === value);
    if (!person) return wrong(text('form-choose'));
    const mayBeHead = isLead && !team.some(({ role }) => role === 'head');
    return stays({ roles: { ...rolesOf(team), [value]: nextRole(person.role, mayBeHead) } });
  },
};

/** The people in the order in which they were listed, so that a tap moves nobody's button. */
async function chosen(work: Work, actor: Actor, data: TeamData) {
  const isLead = await isOwnLead(work, actor, data);
  const team = teamAs(data.team ?? [], data.roles ?? {}, isLead);
  const roles = new Map(team.map(({ personId, role }) => [personId, role]));
  const own = await ownPeople(work, memberIn(actor, data.pairId)!);
  const people = own.flatMap((one) => {
    const role = roles.get(one.id);
    return role ? [{ ...one, role }] : [];
  });
  return { isLead, team, people };
}
