import { z } from 'zod';
import { isSensitiveKind } from '../../domain/kinds.ts';
import { act } from '../actions/index.ts';
import { type OwnNotice, ownNotice } from '../request/own-notice.ts';
import { isOnTeam, type RecordedAnswer, recordAnswer, recordable } from '../request/record-answer.ts';
import { button, details, isRefused, message, type Refused, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { done, filled, type Question, type Step, type Taken, wrong } from './form.ts';
import { namesOf, peopleList } from './people-list.ts';
import { memberReasonStep, reasonData, viaStep, wordsStep } from './reason-steps.ts';
import { secretStep } from './secret-step.ts';

const VIA_CHOICES = ['phone', 'paper'] as const;

const recordData = reasonData.extend({
  requestId: z.number(),
  recipientId: z.number().optional(),
  name: z.string().optional(),
  isTeam: z.boolean().optional(),
  /** A sensitive kind bears no words at all (C4). */
  isWordless: z.boolean().optional(),
  answer: z.enum(['received', 'attending', 'opinion']).optional(),
  via: z.enum(VIA_CHOICES).optional(),
});
export type RecordData = z.infer<typeof recordData>;

const personStep: Step<RecordData> = {
  name: 'person',
  fills: ['recipientId', 'name', 'isTeam', 'isWordless'],
  resets: ['answer', 'reason', 'reasonText', 'via'],
  ask: askPerson,
  choose: choosePerson,
};

const answerStep: Step<RecordData> = {
  name: 'answer',
  fills: ['answer'],
  ask: async (_work, _actor, data) => ({
    lines: [text('record-answer', { name: data.name! })],
    choices: answersFor(data).map((value) => ({ label: text(`answer-${value}`), value })),
  }),
  choose: async (_work, _actor, data, value) => {
    const answer = answersFor(data).find((one) => one === value);
    return answer ? filled({ answer }) : wrong(text('form-choose'));
  },
};

const isOpinion = ({ answer }: RecordData): boolean => answer === 'opinion';
const asksWords = ({ answer, reason, isWordless }: RecordData): boolean =>
  answer === 'opinion' && reason === 'other' && !isWordless;

const confirmStep: Step<RecordData> = {
  name: 'confirm',
  fills: [],
  ask: async (_work, _actor, data) => ({
    lines: confirmLines(data),
    choices: [{ label: text('button-confirm'), value: 'yes', style: 'success' }],
    protect: true,
  }),
  choose: async (work, actor, data, value) =>
    value === 'yes' ? finish(work, actor, data) : wrong(text('form-choose')),
};

/** "Ghi nhận hộ": whose answer, which, how it came; preview; recorded. */
export const recordForm = defineForm({
  name: 'record',
  schema: recordData,
  steps: [
    personStep,
    answerStep,
    { ...memberReasonStep, when: isOpinion },
    { ...secretStep, when: asksWords },
    { ...wordsStep, when: asksWords },
    viaStep(VIA_CHOICES, 'record-via'),
    confirmStep,
  ],
});

const answersFor = (data: RecordData): RecordedAnswer['answer'][] => [
  data.isTeam ? 'attending' : 'received',
  'opinion',
];

const load = (work: Work, actor: Actor, data: RecordData): Promise<OwnNotice | Refused> =>
  ownNotice(work, actor, data.requestId, 'notice.record');

async function askPerson(work: Work, actor: Actor, data: RecordData): Promise<Question> {
  const notice = await load(work, actor, data);
  if (isRefused(notice)) return { lines: [notice.refused], choices: [] };
  const rows = recordable(notice, actor);
  const names = await namesOf(
    work,
    rows.map((row) => row.personId),
  );
  const people = rows.map((row) => ({ id: row.id, name: names.get(row.personId) ?? '' }));
  const line = text(people.length > 0 ? 'record-person' : 'record-nobody');
  return { lines: [line], list: peopleList(people), choices: [], protect: true };
}

async function choosePerson(
  work: Work,
  actor: Actor,
  data: RecordData,
  value: string,
): Promise<Taken<RecordData>> {
  const notice = await load(work, actor, data);
  if (isRefused(notice)) return done(message([notice.refused]));
  const row = recordable(notice, actor).find((one) => String(one.id) === value);
  if (!row) return wrong(text('form-choose'));
  const names = await namesOf(work, [row.personId]);
  return filled({
    recipientId: row.id,
    name: names.get(row.personId) ?? '',
    isTeam: isOnTeam(row),
    isWordless: isSensitiveKind(notice.found.version.kind),
  });
}

function confirmLines(data: RecordData) {
  const reason = data.reason && (data.reasonText ? data.reasonText : text(`reason-${data.reason}`));
  return [
    text('record-confirm', {
      name: data.name!,
      answer: text(`answer-${data.answer!}`),
      via: text(`via-${data.via!}`),
    }),
    ...(reason ? [text('card-reason', { reason })] : []),
  ];
}

async function finish(work: Work, actor: Actor, data: RecordData): Promise<Taken<RecordData>> {
  const recorded = await recordAnswer(work, actor, data.recipientId!, {
    answer: data.answer!,
    reason: data.reason,
    reasonText: data.reasonText,
    via: data.via!,
  });
  if (isRefused(recorded)) return done(message([recorded.refused]));
  const { found, row } = recorded;
  return done(
    details(
      [
        text('record-done', {
          code: codeText(found),
          name: data.name!,
          answer: text(`answer-${data.answer!}`),
          via: text(`via-${data.via!}`),
        }),
      ],
      [
        ...(data.answer === 'opinion'
          ? [button('button-settle-opinion', act('settle', { recipientId: row.id }))]
          : []),
        button('button-who', act('who', { requestId: data.requestId })),
        button('button-card', act('card', { id: found.inspection.id })),
      ],
    ),
  );
}
