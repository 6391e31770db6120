import { LEAVE_REASONS } from '../../domain/inspection.ts';
import { askSubstitute } from '../request/ask-substitute.ts';
import { defineForm } from './define-form.ts';
import { ownReasonData, ownReasonSteps } from './own-reason-steps.ts';

/** "Nêu lý do": why one asks for a substitute, who has been asked for already. */
export const leaveForm = defineForm({
  name: 'leave',
  schema: ownReasonData,
  steps: ownReasonSteps({
    reasons: LEAVE_REASONS,
    title: 'leave-reason',
    wordsTitle: 'form-reason-words',
    give: askSubstitute,
    given: 'leave-reason-given',
  }),
});
