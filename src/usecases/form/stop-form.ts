import { z } from 'zod';
import { loadCase } from '../inspection/load-case.ts';
import { proposeStop, STOP_KINDS } from '../inspection/propose-stop.ts';
import { isRefused, text } from '../said.ts';
import { reasonLines } from '../view/change-lines.ts';
import { codeText, otherName } from '../view/lines.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { crossingMessage } from './change-preview.ts';
import { defineForm } from './define-form.ts';
import { done, type Step, type Taken, wrong } from './form.ts';
import { reasonData, reasonSteps } from './reason-steps.ts';

const stopData = reasonData.extend({
  inspectionId: z.number(),
  asks: z.enum(STOP_KINDS),
});
type StopData = z.infer<typeof stopData>;

const confirmStep: Step<StopData> = {
  name: 'confirm',
  fills: [],
  ask: async (work, actor, { asks, reason, reasonText, inspectionId }) => {
    const found = await loadCase(work, inspectionId);
    const member = found && memberIn(actor, found.inspection.pairId);
    return {
      protect: true,
      lines: [
        text(`stop-preview-${asks}`, {
          code: found ? codeText(found) : '',
          other: found && member ? otherName(found, member.side) : '',
        }),
        ...reasonLines({ reason: reason ?? null, reasonText: reasonText ?? null }),
      ],
      choices: [{ label: text('button-propose-stop'), value: 'yes', style: 'danger' }],
    };
  },
  choose: async (work, actor, data, value) =>
    value === 'yes' ? send(work, actor, data) : wrong(text('form-choose')),
};

/** "Dừng" and "chưa tiến hành": why, then to the other side, whose confirmation it needs. */
export const stopForm = defineForm({
  name: 'stop',
  schema: stopData,
  steps: [...reasonSteps, confirmStep],
});

async function send(work: Work, actor: Actor, data: StopData): Promise<Taken<StopData>> {
  const crossing = await proposeStop(work, actor, data.inspectionId, data.asks, {
    reason: data.reason!,
    reasonText: data.reasonText || undefined,
  });
  return isRefused(crossing) ? wrong(crossing.refused) : done(crossingMessage(actor, crossing));
}
