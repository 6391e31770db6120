import { isSensitiveKind } from '../../domain/kinds.ts';
import type { Message } from '../../domain/message.ts';
import { planFor } from '../plan/load-plan.ts';
import { proposableItem } from '../plan/propose-item.ts';
import { ownDraft } from '../plan/write-items.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { openForm } from './open-form.ts';
import { planFreezeForm } from './plan-freeze-form.ts';
import { type PlanLineData, planLineForm } from './plan-line-form.ts';
import { bodyAtOnce, type ProposeData } from './propose-data.ts';
import { proposeForm } from './propose-form.ts';

type Opened = Message | Refused;

/** A new line of one's own side's part. */
export async function openPlanLine(work: Work, actor: Actor, planId: number): Promise<Opened> {
  const allowed = await ownDraft(work, actor, planId);
  if (isRefused(allowed)) return allowed;
  const { plan } = allowed.planned;
  const data: PlanLineData = { pairId: plan.pairId, planId, year: plan.year, team: [] };
  return openForm(work, actor, planLineForm, data, { pairId: plan.pairId });
}

/** The document of an agreed plan. */
export async function openPlanFreeze(work: Work, actor: Actor, planId: number): Promise<Opened> {
  const allowed = await planFor(work, actor, planId, 'plan.freeze');
  if (isRefused(allowed)) return allowed;
  const { plan } = allowed.planned;
  if (plan.state === 'frozen') return refuse('plan-frozen-already');
  if (plan.state !== 'agreed') return refuse('plan-not-agreed');
  return openForm(work, actor, planFreezeForm, { planId }, { pairId: plan.pairId });
}

/** The proposal's form with everything filled in from a line: the question of secrecy, the preview, one button. */
export async function openFromPlan(work: Work, actor: Actor, itemId: number): Promise<Opened> {
  const found = await proposableItem(work, actor, itemId);
  if (isRefused(found)) return found;
  const { item } = found;
  const data: ProposeData = {
    planItemId: item.id,
    pairId: item.pairId,
    kind: item.kind,
    targetId: item.targetId,
    subject: isSensitiveKind(item.kind) ? undefined : (item.subject ?? ''),
    leadSide: item.leadSide,
    mode: item.mode,
    windowFrom: item.windowFrom,
    windowTo: item.windowTo,
    body: bodyAtOnce(item.kind),
    team: [],
    sessionsDone: true,
  };
  return openForm(work, actor, proposeForm, data, { pairId: item.pairId });
}
