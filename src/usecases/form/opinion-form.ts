import { MEMBER_REASONS } from '../../domain/inspection.ts';
import { answerNotice } from '../inspection/answer-notice.ts';
import { defineForm } from './define-form.ts';
import { ownReasonData, ownReasonSteps } from './own-reason-steps.ts';

/** "Có ý kiến": what a member has to say, from the list; words of one's own only after the question of secrecy (C1). */
export const opinionForm = defineForm({
  name: 'opinion',
  schema: ownReasonData,
  steps: ownReasonSteps({
    reasons: MEMBER_REASONS,
    title: 'form-opinion',
    wordsTitle: 'form-opinion-words',
    give: (work, actor, requestId, why) =>
      answerNotice(work, actor, requestId, { answer: 'opinion', ...why }),
    given: 'opinion-given',
  }),
});
