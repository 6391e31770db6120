import { isLeader } from '../../domain/permission.ts';
import type { Via } from '../../domain/request.ts';
import { assignSubstitute, openSubstitution } from '../request/assign-substitute.ts';
import { button, details, isRefused, message, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import type { Actor, Work } from '../work.ts';
import { done, type FormKind, next, type Question, type Taken, wrong } from './form.ts';
import { namesOf, peopleList } from './people-list.ts';

type SubstituteData = {
  recipientId: number;
  name?: string;
  personId?: number;
  substitute?: string;
  /** A đầu mối records a leader's word: how it came. */
  isRecording?: boolean;
  via?: Via;
};

const VIA_CHOICES = ['in_person', 'phone', 'note'] as const;
const of = (raw: Record<string, unknown>): SubstituteData => raw as SubstituteData;

/** "Cử người thay": who; for a đầu mối how the leader's word came; confirmed. */
export const substituteForm: FormKind = {
  name: 'substitute',
  first: () => 'person',
  steps: {
    person: { ask: askPerson, choose: choosePerson },
    via: {
      ask: async () => ({
        lines: [text('substitute-via')],
        choices: VIA_CHOICES.map((via) => ({ label: text(`via-${via}`), value: via })),
      }),
      choose: async (_work, _actor, raw, value) => {
        const via = VIA_CHOICES.find((one) => one === value);
        return via ? next({ ...of(raw), via }, 'confirm') : wrong(text('form-choose'));
      },
      back: () => 'person',
    },
    confirm: {
      ask: async (_work, _actor, raw) => ({
        lines: [
          text('substitute-confirm', { substitute: of(raw).substitute!, name: of(raw).name! }),
          ...(of(raw).via ? [text('form-decide-via', { via: text(`via-${of(raw).via!}`) })] : []),
        ],
        choices: [{ label: text('button-confirm'), value: 'yes', style: 'success' }],
        protect: true,
      }),
      choose: async (work, actor, raw, value) =>
        value === 'yes' ? finish(work, actor, of(raw)) : wrong(text('form-choose')),
      back: () => 'person',
    },
  },
};

async function askPerson(work: Work, actor: Actor, raw: Record<string, unknown>): Promise<Question> {
  const open = await openSubstitution(work, actor, of(raw).recipientId);
  if (isRefused(open)) return { lines: [open.refused], choices: [] };
  const name = (await namesOf(work, [open.asker.personId])).get(open.asker.personId) ?? '';
  if (open.eligible.length === 0) return { lines: [text('substitute-nobody')], choices: [] };
  return {
    lines: [text('substitute-who', { name })],
    list: peopleList(open.eligible),
    choices: [],
    protect: true,
  };
}

async function choosePerson(
  work: Work,
  actor: Actor,
  raw: Record<string, unknown>,
  value: string,
): Promise<Taken> {
  const data = of(raw);
  const open = await openSubstitution(work, actor, data.recipientId);
  if (isRefused(open)) return done(message([open.refused]));
  const chosen = open.eligible.find((one) => String(one.id) === value);
  if (!chosen) return wrong(text('form-choose'));
  const name = (await namesOf(work, [open.asker.personId])).get(open.asker.personId) ?? '';
  const isRecording = !isLeader(open.member.role);
  const { recipientId } = data;
  return next(
    { recipientId, name, personId: chosen.id, substitute: chosen.name, isRecording },
    isRecording ? 'via' : 'confirm',
  );
}

async function finish(work: Work, actor: Actor, data: SubstituteData): Promise<Taken> {
  const assigned = await assignSubstitute(work, actor, data.recipientId, data.personId!, data.via);
  if (isRefused(assigned)) return done(message([assigned.refused]));
  const { found, substitute } = assigned;
  return done(
    details(
      [text('substitute-done', { code: codeText(found), substitute: substitute.name, name: data.name! })],
      [button('button-card', `card.${found.inspection.id}`)],
    ),
  );
}
