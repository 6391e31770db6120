import { z } from 'zod';
import { act } from '../actions/index.ts';
import { setOwnTeam } from '../inspection/set-team.ts';
import { button, details, isRefused, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import { plain } from '../view/paged.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { done, goes, type Step, type Taken, wrong } from './form.ts';
import { rolesStep } from './roles-step.ts';
import { teamFields } from './team-data.ts';
import { rolesChoice, teamLines, teamStep } from './team-step.ts';

const teamData = z.object({ inspectionId: z.number(), pairId: z.number(), ...teamFields });
type Data = z.infer<typeof teamData>;

const confirmStep: Step<Data> = {
  name: 'confirm',
  fills: [],
  ask: async (work, actor, data) => {
    const lines = await teamLines(work, actor, data);
    return {
      protect: true,
      lines: [
        text('team-preview'),
        ...(lines.length > 0 ? lines : [text('card-team', { names: plain('–') })]),
      ],
      choices: [{ label: text('button-confirm'), value: 'yes', style: 'success' }, ...rolesChoice(data)],
    };
  },
  choose: async (work, actor, data, value) => {
    if (value === 'roles' && data.team?.length) return goes('roles', {});
    return value === 'yes' ? save(work, actor, data) : wrong(text('form-choose'));
  },
};

/** "Thành phần đoàn": one's own people and, by another button, what each is, then one button; the other side names its own (R4). */
export const teamForm = defineForm({
  name: 'team',
  schema: teamData,
  steps: [teamStep, rolesStep, confirmStep],
});

async function save(work: Work, actor: Actor, data: Data): Promise<Taken<Data>> {
  const set = await setOwnTeam(work, actor, data.inspectionId, data.team ?? [], data.roles);
  if (isRefused(set)) return wrong(set.refused);
  return done(
    details(
      [
        text('team-saved', {
          code: codeText(set.found),
          added: set.added.length,
          removed: set.removed.length,
          moved: set.moved.length,
        }),
      ],
      [button('button-card', act('card', { id: data.inspectionId }))],
    ),
  );
}
