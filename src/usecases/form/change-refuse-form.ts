import { z } from 'zod';
import { answerAsked } from '../inspection/confirm-change-answer.ts';
import { isRefused, text } from '../said.ts';
import { reasonLines } from '../view/change-lines.ts';
import { answeredMessage } from '../view/read-pending.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { done, type Step, type Taken, wrong } from './form.ts';
import { LEADER_VIAS, reasonData, reasonSteps, viaStep } from './reason-steps.ts';

const refuseData = reasonData.extend({
  inspectionId: z.number(),
  requestId: z.number(),
  /** The đầu mối records a leader's word: how it came. */
  isRecording: z.boolean(),
  via: z.enum(LEADER_VIAS).optional(),
});
type RefuseData = z.infer<typeof refuseData>;

const confirmStep: Step<RefuseData> = {
  name: 'confirm',
  fills: [],
  ask: async (_work, _actor, { reason, reasonText, isRecording }) => ({
    protect: true,
    lines: [
      text('refuse-confirm', { by: isRecording ? 'secretary' : 'leader' }),
      ...reasonLines({ reason: reason ?? null, reasonText: reasonText ?? null }),
    ],
    choices: [{ label: text('button-send-answer'), value: 'yes' }],
  }),
  choose: async (work, actor, data, value) =>
    value === 'yes' ? refuse(work, actor, data) : wrong(text('form-choose')),
};

/** "Chưa đồng ý": why, how the word came, then to the side that asked. */
export const refuseForm = defineForm({
  name: 'refuse',
  schema: refuseData,
  steps: [
    ...reasonSteps,
    { ...viaStep(LEADER_VIAS, 'form-via'), when: ({ isRecording }: RefuseData) => isRecording },
    confirmStep,
  ],
});

async function refuse(work: Work, actor: Actor, data: RefuseData): Promise<Taken<RefuseData>> {
  const answered = await answerAsked(work, actor, data.requestId, {
    isConfirmed: false,
    reason: data.reason,
    reasonText: data.reasonText || undefined,
    via: data.via,
  });
  return isRefused(answered) ? wrong(answered.refused) : done(answeredMessage(actor, answered));
}
