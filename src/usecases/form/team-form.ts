import { inArray } from 'drizzle-orm';
import { person } from '../../../db/schema/index.ts';
import type { Text } from '../../domain/message.ts';
import { setOwnTeam } from '../inspection/set-team.ts';
import { button, details, isRefused, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import { plain } from '../view/paged.ts';
import { someNames } from '../view/some-names.ts';
import type { Actor, Work } from '../work.ts';
import { done, type FormData, type FormKind, type Taken, wrong } from './form.ts';
import { teamStep } from './team-step.ts';

type TeamData = { inspectionId: number; pairId: number; team?: number[] };

const of = (raw: FormData): TeamData => raw as TeamData;
const { ask, choose } = teamStep({ back: 'team', after: 'confirm' });

/** "Thành phần đoàn": one's own people, then one button; the other side names its own (R4). */
export const teamForm: FormKind = {
  name: 'team',
  first: () => 'team',
  steps: {
    team: { ask, choose },
    confirm: {
      ask: async (work, _actor, raw) => ({
        protect: true,
        lines: [text('team-preview'), text('card-team', { names: await namesOf(work, of(raw).team ?? []) })],
        choices: [{ label: text('button-confirm'), value: 'yes', style: 'success' }],
      }),
      choose: async (work, actor, raw, value) =>
        value === 'yes' ? save(work, actor, of(raw)) : wrong(text('form-choose')),
      back: () => 'team',
    },
  },
};

async function save(work: Work, actor: Actor, data: TeamData): Promise<Taken> {
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
      [button('button-card', `card.${data.inspectionId}`)],
    ),
  );
}

async function namesOf(work: Work, people: number[]): Promise<Text> {
  if (people.length === 0) return plain('–');
  const rows = await work.tx.select({ name: person.name }).from(person).where(inArray(person.id, people));
  return someNames(rows.map((row) => row.name));
}
