import type { Message } from '../../domain/message.ts';
import { ownDraft } from '../plan/own-draft.ts';
import { isRefused, type Refused } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { openForm } from './open-form.ts';
import type { PlanFileData } from './plan-file-data.ts';
import { planFileForm } from './plan-file-form.ts';

/** Opens the import of a file into one's own side's draft of a plan (R4). */
export async function openPlanFile(work: Work, actor: Actor, planId: number): Promise<Message | Refused> {
  const planned = await ownDraft(work, actor, planId);
  if (isRefused(planned)) return planned;
  const { pairId } = planned.plan;
  const data: PlanFileData = { planId, pairId, good: [], bad: [], asked: [], sheets: [] };
  return openForm(work, actor, planFileForm, data, { pairId });
}
