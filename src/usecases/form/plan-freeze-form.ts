import { freezePlan } from '../plan/freeze-plan.ts';
import { planMessage } from '../plan/plan-message.ts';
import { isRefused, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { done, type FormData, type FormKind, type Taken, wrong } from './form.ts';
import { type DocumentData, documentSteps } from './symbol-form.ts';

type FreezeData = DocumentData & { planId: number };

/** "Chốt bằng văn bản": the symbol and the day of the document that carries the agreed plan. */
export const planFreezeForm: FormKind = {
  name: 'plan_freeze',
  first: () => 'symbol',
  steps: documentSteps(finish),
};

async function finish(work: Work, actor: Actor, raw: FormData, day: string): Promise<Taken> {
  const { planId, symbol, insisted = false } = raw as FreezeData;
  const frozen = await freezePlan(work, actor, planId, { symbol: symbol!, day, insisted });
  if (isRefused(frozen)) return wrong(frozen.refused);
  const message = await planMessage(work, actor, frozen.planned);
  return done({ ...message, lines: [text('plan-frozen-done'), ...message.lines] });
}
