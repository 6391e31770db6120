import { isSensitiveKind } from '../../domain/kinds.ts';
import type { Message } from '../../domain/message.ts';
import { mayRecommend } from '../outcome/add-recommendation.ts';
import { loadRecommendation } from '../outcome/load-recommendation.ts';
import { mayRecordApart } from '../outcome/record-apart.ts';
import { mayRecord } from '../outcome/record-outcome.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { openForm } from './open-form.ts';
import { outcomeForm } from './outcome-form.ts';
import { recommendationDoneForm } from './recommendation-done-form.ts';
import { recommendationForm } from './recommendation-form.ts';

type Opened = Message | Refused;

/** The counts of a concluded inspection, or their correction. */
export async function openOutcome(work: Work, actor: Actor, inspectionId: number): Promise<Opened> {
  const allowed = await mayRecord(work, actor, inspectionId);
  if (isRefused(allowed)) return allowed;
  const { pairId } = allowed.member;
  return openForm(work, actor, outcomeForm, { pairId, inspectionId }, { pairId });
}

/** The counts of a period apart from the pair's inspections (R11). */
export async function openApart(work: Work, actor: Actor, pairId: number): Promise<Opened> {
  const allowed = mayRecordApart(actor, pairId);
  return isRefused(allowed) ? allowed : openForm(work, actor, outcomeForm, { pairId }, { pairId });
}

/** What a conclusion asked for. */
export async function openRecommendation(work: Work, actor: Actor, inspectionId: number): Promise<Opened> {
  const allowed = await mayRecommend(work, actor, inspectionId);
  if (isRefused(allowed)) return allowed;
  const isSensitive = isSensitiveKind(allowed.found.version.kind);
  const { pairId } = allowed.member;
  return openForm(work, actor, recommendationForm, { inspectionId, isSensitive }, { pairId });
}

/** "Đã thực hiện" of an open one. */
export async function openDone(work: Work, actor: Actor, recommendationId: number): Promise<Opened> {
  const loaded = await loadRecommendation(work, actor, recommendationId, 'recommendation.finish');
  if (isRefused(loaded)) return loaded;
  if (loaded.row.state === 'done') return refuse('refused-answered-already');
  const { pairId } = loaded.member;
  return openForm(work, actor, recommendationDoneForm, { recommendationId }, { pairId });
}
