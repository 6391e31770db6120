import { z } from 'zod';
import { nfc } from '../../domain/fold.ts';
import { REASONS } from '../../domain/inspection.ts';
import { answerNotice } from '../inspection/answer-notice.ts';
import { isRefused, message, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { done, filled, type Step, type Taken, wrong } from './form.ts';
import { reasonData, reasonStep, secretOfWords } from './reason-steps.ts';

const opinionData = reasonData.extend({
  requestId: z.number(),
});
type OpinionData = z.infer<typeof opinionData>;

/** A reason of the list ends the form; "khác" asks for words. */
const whyStep: Step<OpinionData> = {
  ...reasonStep,
  resets: [],
  ask: async () => ({
    lines: [text('form-opinion')],
    choices: REASONS.map((reason) => ({ label: text(`reason-${reason}`), value: reason })),
  }),
  choose: async (work, actor, data, value) => {
    const reason = REASONS.find((one) => one === value);
    if (!reason) return wrong(text('form-choose'));
    return reason === 'other' ? filled({ reason }) : give(work, actor, { ...data, reason });
  },
};

const sayStep: Step<OpinionData> = {
  name: 'words',
  fills: [],
  isFree: true,
  ask: async () => ({ lines: [text('form-opinion-words')], choices: [] }),
  take: async (work, actor, data, typed) => give(work, actor, data, nfc(typed)),
};

async function give(
  work: Work,
  actor: Actor,
  { requestId, reason }: OpinionData,
  reasonText?: string,
): Promise<Taken<OpinionData>> {
  const answered = await answerNotice(work, actor, requestId, { answer: 'opinion', reason, reasonText });
  if (isRefused(answered)) return wrong(answered.refused);
  if (answered.kind === 'overtaken') return done(message([text('notice-overtaken')]));
  return done(message([text('opinion-given', { code: answered.found.inspection.code ?? '' })]));
}

/** "Có ý kiến": a reason from the list; words of one's own only after the question of secrecy (C1). */
export const opinionForm = defineForm({
  name: 'opinion',
  schema: opinionData,
  steps: [whyStep, secretOfWords, sayStep],
});
