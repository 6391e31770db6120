import { MEMBER_REASONS } from '../../domain/inspection.ts';
import { answerNotice } from '../inspection/answer-notice.ts';
import { isRefused, message, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { done, type Taken, wrong } from './form.ts';
import { type OwnReasonData, ownReasonData, ownReasonSteps } from './own-reason-steps.ts';

async function give(
  work: Work,
  actor: Actor,
  { requestId, reason }: OwnReasonData,
  reasonText?: string,
): Promise<Taken<OwnReasonData>> {
  const answered = await answerNotice(work, actor, requestId, { answer: 'opinion', reason, reasonText });
  if (isRefused(answered)) return wrong(answered.refused);
  if (answered.kind === 'overtaken') return done(message([text('notice-overtaken')]));
  return done(message([text('opinion-given', { code: answered.found.inspection.code ?? '' })]));
}

/** "Có ý kiến": what a member has to say, from the list; words of one's own only after the question of secrecy (C1). */
export const opinionForm = defineForm({
  name: 'opinion',
  schema: ownReasonData,
  steps: ownReasonSteps({
    reasons: MEMBER_REASONS,
    title: 'form-opinion',
    wordsTitle: 'form-opinion-words',
    give,
  }),
});
