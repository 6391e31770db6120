import { z } from 'zod';
import { nfc } from '../../domain/fold.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import { act } from '../actions/index.ts';
import { markUrgent, URGENT_REASONS, urgentNotice, urgentReasonText } from '../request/mark-urgent.ts';
import { button, isRefused, message, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { type Choice, done, filled, type Step, type Taken, wrong } from './form.ts';
import { secretStep } from './secret-step.ts';

const urgentData = z.object({
  requestId: z.number(),
  secretAsked: z.boolean().optional(),
  /** A key of the list, or words of one's own. */
  reason: z.string().optional(),
  wantsWords: z.boolean().optional(),
});
type UrgentData = z.infer<typeof urgentData>;

const reasonStep: Step<UrgentData> = {
  name: 'reason',
  fills: ['reason', 'wantsWords'],
  isAnswered: ({ reason, wantsWords }) => reason !== undefined || wantsWords === true,
  ask: async (work, actor, data) => ({
    lines: [text('urgent-reason')],
    choices: await reasonChoices(work, actor, data),
  }),
  choose: async (work, actor, data, value) => {
    const known = await reasonChoices(work, actor, data);
    if (!known.some((choice) => choice.value === value)) return wrong(text('form-choose'));
    return value === 'other'
      ? filled({ wantsWords: true, reason: undefined })
      : filled({ wantsWords: false, reason: value });
  },
};

const wordsStep: Step<UrgentData> = {
  name: 'words',
  fills: ['reason'],
  when: ({ wantsWords }) => wantsWords === true,
  isFree: true,
  ask: async () => ({ lines: [text('urgent-words')], choices: [] }),
  take: async (_work, _actor, _data, typed) => {
    const reason = nfc(typed);
    return reason === '' ? wrong(text('urgent-words')) : filled({ reason });
  },
};

const confirmStep: Step<UrgentData> = {
  name: 'confirm',
  fills: [],
  ask: async (work, actor, data) => {
    const notice = await urgentNotice(work, actor, data.requestId);
    if (isRefused(notice)) return { lines: [notice.refused], choices: [] };
    const reason = urgentReasonText(data.reason!);
    return {
      lines: [text('urgent-confirm', { reason, count: notice.silent.length })],
      choices: [{ label: text('button-confirm'), value: 'yes', style: 'danger' }],
      protect: true,
    };
  },
  choose: async (work, actor, data, value) =>
    value === 'yes' ? finish(work, actor, data) : wrong(text('form-choose')),
};

/** Khẩn: a reason from the list, or words after the question of secrecy (C1); confirmed, since it wakes people. */
export const urgentForm = defineForm({
  name: 'urgent',
  schema: urgentData,
  steps: [
    reasonStep,
    {
      ...secretStep,
      when: ({ wantsWords }: UrgentData) => wantsWords === true,
    },
    wordsStep,
    confirmStep,
  ],
});

/** A sensitive kind bears no words at all (C4): only the list. */
async function reasonChoices(work: Work, actor: Actor, data: UrgentData): Promise<Choice[]> {
  const notice = await urgentNotice(work, actor, data.requestId);
  const isWordless = isRefused(notice) || isSensitiveKind(notice.found.version.kind);
  const listed = URGENT_REASONS.map((value): Choice => ({ label: text(`urgent-reason-${value}`), value }));
  return isWordless ? listed : [...listed, { label: text('urgent-reason-other'), value: 'other' }];
}

async function finish(work: Work, actor: Actor, data: UrgentData): Promise<Taken<UrgentData>> {
  const marked = await markUrgent(work, actor, data.requestId, data.reason!);
  if (isRefused(marked)) return done(message([marked.refused]));
  return done(
    message(
      [text('urgent-done', { code: codeText(marked.found), count: marked.told })],
      [button('button-who', act('who', { requestId: data.requestId }))],
    ),
  );
}
