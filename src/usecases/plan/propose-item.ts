import { and, eq, isNull } from 'drizzle-orm';
import { planItem } from '../../../db/schema/index.ts';
import { mayDo } from '../../domain/permission.ts';
import { audit } from '../audit.ts';
import { type Refused, refuse } from '../said.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { findItem } from './find-item.ts';
import type { Item } from './visible-items.ts';

/** A line of one's own side in an agreed plan, of which no inspection was made yet; `lock` holds the plan until the transaction ends. */
export async function proposableItem(
  work: Work,
  actor: Actor,
  itemId: number,
  options: { lock?: boolean } = {},
): Promise<{ item: Item } | Refused> {
  const found = await findItem(work, actor, itemId, options);
  if (!found) return refuse('refused-not-found');
  const { planned, item } = found;
  const member = memberIn(actor, item.pairId)!;
  if (item.side !== member.side || !mayDo(member, 'inspection.draft')) return refuse('refused-not-allowed');
  if (planned.plan.state !== 'agreed' && planned.plan.state !== 'frozen') return refuse('plan-not-agreed');
  return item.inspectionId === null ? { item } : refuse('plan-line-made-already');
}

/** Notes on the line which inspection was made of it; the caller has found it proposable under lock. */
export async function noteInspection(
  work: Work,
  actor: Actor,
  item: Item,
  inspectionId: number,
): Promise<void> {
  await work.tx
    .update(planItem)
    .set({ inspectionId })
    .where(and(eq(planItem.id, item.id), isNull(planItem.inspectionId)));
  await audit(work, {
    pairId: item.pairId,
    type: 'plan.line-proposed',
    by: actor.personId,
    facts: { plan: item.planId, line: item.id, made: inspectionId },
  });
}
