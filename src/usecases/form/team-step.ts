import { and, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import { membership, person } from '../../../db/schema/index.ts';
import { text } from '../said.ts';
import { someNames } from '../view/some-names.ts';
import { type Member, memberIn, type Work } from '../work.ts';
import { filled, type Step, stays, wrong } from './form.ts';

export type TeamData = { pairId: number; team?: number[] };

/** One's own people for the team: each tap adds or removes one; the other side names its own (R4). */
export const teamStep: Step<TeamData> = {
  name: 'team',
  fills: ['team'],
  endsItself: true,
  ask: async (work, actor, data) => {
    const own = await ownPeople(work, memberIn(actor, data.pairId)!);
    const chosen = new Set(data.team ?? []);
    const items = own.map((one) => ({
      name: one.name,
      label: text(chosen.has(one.id) ? 'form-team-in' : 'form-team-out', { name: one.name }),
      value: String(one.id),
    }));
    const names = own.filter(({ id }) => chosen.has(id)).map(({ name }) => name);
    return {
      lines: [
        text('form-team', { count: chosen.size }),
        ...(names.length > 0 ? [text('form-team-chosen', { names: someNames(names) })] : []),
      ],
      list: { items },
      choices: [{ label: text('button-done'), value: 'done', style: 'primary' }],
    };
  },
  choose: async (work, actor, data, value) => {
    if (value === 'done') return filled({ team: data.team ?? [] });
    const own = await ownPeople(work, memberIn(actor, data.pairId)!);
    const person = own.find((one) => String(one.id) === value);
    if (!person) return wrong(text('form-choose'));
    const team = data.team ?? [];
    const changed = team.includes(person.id) ? team.filter((id) => id !== person.id) : [...team, person.id];
    return stays({ team: changed });
  },
};

/** Members of the side who may be on a team: everyone but observers. */
async function ownPeople(work: Work, member: Member): Promise<{ id: number; name: string }[]> {
  const today = work.now.toISODate()!;
  return work.tx
    .select({ id: person.id, name: person.name })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(
      and(
        eq(membership.pairId, member.pairId),
        eq(membership.side, member.side),
        inArray(membership.role, ['member', 'vice', 'chair', 'secretary']),
        lte(membership.fromDay, today),
        or(isNull(membership.toDay), gt(membership.toDay, today)),
      ),
    )
    .orderBy(membership.id);
}
