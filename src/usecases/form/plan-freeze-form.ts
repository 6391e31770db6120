import { freezePlan } from '../plan/freeze-plan.ts';
import { planMessage } from '../plan/plan-message.ts';
import { isRefused, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { done, type FormKind, next, type Taken, wrong } from './form.ts';
import { type DocumentData, documentSteps } from './symbol-form.ts';

type FreezeData = DocumentData & { planId: number };

/** "Chốt bằng văn bản": the symbol and the day of the document that carries the agreed plan; looked at before it is stored. */
export const planFreezeForm: FormKind = {
  name: 'plan_freeze',
  first: () => 'symbol',
  steps: {
    ...documentSteps(async (_work, _actor, raw, day) => next({ ...raw, day }, 'preview')),
    preview: {
      ask: async (_work, _actor, raw) => {
        const { symbol, day } = raw as FreezeData;
        return {
          lines: [text('plan-freeze-preview', { symbol: symbol!, day: { day: day! } })],
          choices: [{ label: text('button-confirm'), value: 'yes', style: 'success' }],
        };
      },
      choose: async (work, actor, raw, value) =>
        value === 'yes' ? freeze(work, actor, raw as FreezeData) : wrong(text('form-choose')),
      back: () => 'day',
    },
  },
};

async function freeze(work: Work, actor: Actor, data: FreezeData): Promise<Taken> {
  const { planId, symbol, insisted = false, day } = data;
  const frozen = await freezePlan(work, actor, planId, { symbol: symbol!, day: day!, insisted });
  if (isRefused(frozen)) return wrong(frozen.refused);
  const message = await planMessage(work, actor, frozen.planned);
  return done({ ...message, lines: [text('plan-frozen-done'), ...message.lines] });
}
