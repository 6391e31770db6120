import { LEAVE_REASONS } from '../../domain/inspection.ts';
import { askSubstitute } from '../request/ask-substitute.ts';
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
  const asked = await askSubstitute(work, actor, requestId, { reason, reasonText });
  if (isRefused(asked)) return wrong(asked.refused);
  if (asked.kind === 'overtaken') return done(message([text('notice-overtaken')]));
  return done(message([text('leave-reason-given', { code: asked.found.inspection.code ?? '' })]));
}

/** "Nêu lý do": why one asks for a substitute, who has been asked for already. */
export const leaveForm = defineForm({
  name: 'leave',
  schema: ownReasonData,
  steps: ownReasonSteps({
    reasons: LEAVE_REASONS,
    title: 'leave-reason',
    wordsTitle: 'form-reason-words',
    give,
  }),
});
