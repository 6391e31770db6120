import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { person } from '../../../db/schema/index.ts';
import type { Text } from '../../domain/message.ts';
import { act } from '../actions/index.ts';
import { setOwnTeam } from '../inspection/set-team.ts';
import { button, details, isRefused, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import { plain } from '../view/paged.ts';
import { someNames } from '../view/some-names.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { done, type Step, type Taken, wrong } from './form.ts';
import { teamStep } from './team-step.ts';

const teamData = z.object({
  inspectionId: z.number(),
  pairId: z.number(),
  team: z.array(z.number()).optional(),
});
type Data = z.infer<typeof teamData>;

const confirmStep: Step<Data> = {
  name: 'confirm',
  fills: [],
  ask: async (work, _actor, { team = [] }) => ({
    protect: true,
    lines: [text('team-preview'), text('card-team', { names: await namesOf(work, team) })],
    choices: [{ label: text('button-confirm'), value: 'yes', style: 'success' }],
  }),
  choose: async (work, actor, data, value) =>
    value === 'yes' ? save(work, actor, data) : wrong(text('form-choose')),
};

/** "Thành phần đoàn": one's own people, then one button; the other side names its own (R4). */
export const teamForm = defineForm({ name: 'team', schema: teamData, steps: [teamStep, confirmStep] });

async function save(work: Work, actor: Actor, data: Data): Promise<Taken<Data>> {
  const set = await setOwnTeam(work, actor, data.inspectionId, data.team ?? []);
  if (isRefused(set)) return wrong(set.refused);
  return done(
    details(
      [
        text('team-saved', {
          code: codeText(set.found),
          added: set.added.length,
          removed: set.removed.length,
        }),
      ],
      [button('button-card', act('card', { id: data.inspectionId }))],
    ),
  );
}

async function namesOf(work: Work, people: number[]): Promise<Text> {
  if (people.length === 0) return plain('–');
  const rows = await work.tx.select({ name: person.name }).from(person).where(inArray(person.id, people));
  return someNames(rows.map((row) => row.name));
}
