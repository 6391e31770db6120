import { z } from 'zod';
import { isLeader } from '../../domain/permission.ts';
import { act } from '../actions/index.ts';
import { roleOnTeam } from '../inspection/write-team.ts';
import { assignSubstitute, openSubstitution } from '../request/assign-substitute.ts';
import { button, details, isRefused, message, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { done, filled, type Question, type Step, type Taken, wrong } from './form.ts';
import { namesOf, peopleList } from './people-list.ts';
import { LEADER_VIAS, viaStep } from './reason-steps.ts';

const substituteData = z.object({
  recipientId: z.number(),
  name: z.string().optional(),
  personId: z.number().optional(),
  substitute: z.string().optional(),
  /** A đầu mối records a leader's word: how it came. */
  isRecording: z.boolean().optional(),
  via: z.enum(LEADER_VIAS).optional(),
});
type SubstituteData = z.infer<typeof substituteData>;

const personStep: Step<SubstituteData> = {
  name: 'person',
  fills: ['personId', 'name', 'substitute', 'isRecording'],
  ask: askPerson,
  choose: choosePerson,
};

const confirmStep: Step<SubstituteData> = {
  name: 'confirm',
  fills: [],
  ask: async (_work, _actor, { substitute, name, via }) => ({
    lines: [
      text('substitute-confirm', { substitute: substitute!, name: name! }),
      ...(via ? [text('form-decide-via', { via: text(`via-${via}`) })] : []),
    ],
    choices: [{ label: text('button-confirm'), value: 'yes', style: 'success' }],
    protect: true,
  }),
  choose: async (work, actor, data, value) =>
    value === 'yes' ? finish(work, actor, data) : wrong(text('form-choose')),
};

/** "Cử người thay": who; for a đầu mối how the leader's word came; confirmed. */
export const substituteForm = defineForm({
  name: 'substitute',
  schema: substituteData,
  steps: [
    personStep,
    {
      ...viaStep(LEADER_VIAS, 'substitute-via'),
      when: ({ isRecording }: SubstituteData) => isRecording === true,
    },
    confirmStep,
  ],
});

async function askPerson(work: Work, actor: Actor, data: SubstituteData): Promise<Question> {
  const open = await openSubstitution(work, actor, data.recipientId);
  if (isRefused(open)) return { lines: [open.refused], choices: [] };
  const name = (await namesOf(work, [open.asker.personId])).get(open.asker.personId) ?? '';
  if (open.eligible.length === 0) return { lines: [text('substitute-nobody')], choices: [] };
  const role = await roleOnTeam(work, open.found.inspection.id, open.asker.personId);
  return {
    lines: [
      text('substitute-who', { name }),
      ...(role && role !== 'member' ? [text('substitute-role', { role: text(`team-role-${role}`) })] : []),
    ],
    list: peopleList(open.eligible),
    choices: [],
    protect: true,
  };
}

async function choosePerson(
  work: Work,
  actor: Actor,
  data: SubstituteData,
  value: string,
): Promise<Taken<SubstituteData>> {
  const open = await openSubstitution(work, actor, data.recipientId);
  if (isRefused(open)) return done(message([open.refused]));
  const chosen = open.eligible.find((one) => String(one.id) === value);
  if (!chosen) return wrong(text('form-choose'));
  const name = (await namesOf(work, [open.asker.personId])).get(open.asker.personId) ?? '';
  const isRecording = !isLeader(open.member.role);
  return filled({ name, personId: chosen.id, substitute: chosen.name, isRecording });
}

async function finish(work: Work, actor: Actor, data: SubstituteData): Promise<Taken<SubstituteData>> {
  const assigned = await assignSubstitute(work, actor, data.recipientId, data.personId!, data.via);
  if (isRefused(assigned)) return done(message([assigned.refused]));
  const { found, substitute } = assigned;
  return done(
    details(
      [text('substitute-done', { code: codeText(found), substitute: substitute.name, name: data.name! })],
      [button('button-card', act('card', { id: found.inspection.id }))],
    ),
  );
}
