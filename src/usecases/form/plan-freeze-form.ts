import { z } from 'zod';
import { freezePlan } from '../plan/freeze-plan.ts';
import { planMessage } from '../plan/plan-message.ts';
import { isRefused, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { confirmDayStep, documentData, documentDayStep, refusedStep, symbolStep } from './document-steps.ts';
import { done, type Step, type Taken, wrong } from './form.ts';

const freezeData = documentData.extend({ planId: z.number() });
type FreezeData = z.infer<typeof freezeData>;

const previewStep: Step<FreezeData> = {
  name: 'preview',
  fills: [],
  ask: async (_work, _actor, { symbol, day }) => ({
    lines: [text('plan-freeze-preview', { symbol: symbol!, day: { day: day! } })],
    choices: [{ label: text('button-confirm'), value: 'yes', style: 'success' }],
  }),
  choose: async (work, actor, data, value) =>
    value === 'yes' ? freeze(work, actor, data) : wrong(text('form-choose')),
};

async function freeze(work: Work, actor: Actor, data: FreezeData): Promise<Taken<FreezeData>> {
  const { planId, symbol, insisted = false, day } = data;
  const frozen = await freezePlan(work, actor, planId, { symbol: symbol!, day: day!, insisted });
  if (isRefused(frozen)) return wrong(frozen.refused);
  const message = await planMessage(work, actor, frozen.planned);
  return done({ ...message, lines: [text('plan-frozen-done'), ...message.lines] });
}

/** "Gắn số văn bản kế hoạch": the symbol and the day of the document that carries the agreed plan; looked at before it is stored. */
export const planFreezeForm = defineForm({
  name: 'plan_freeze',
  schema: freezeData,
  steps: [symbolStep, refusedStep, documentDayStep, confirmDayStep, previewStep],
});
