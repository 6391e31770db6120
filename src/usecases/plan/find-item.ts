import { eq } from 'drizzle-orm';
import { planItem } from '../../../db/schema/index.ts';
import { isRefused } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { type Planned, planFor } from './load-plan.ts';
import { type Item, visibleItems } from './visible-items.ts';

/** A live line that the actor may see, with its plan; `lock` takes the plan's row first. Undefined: none for them. */
export async function findItem(
  work: Work,
  actor: Actor,
  itemId: number,
  options: { lock?: boolean } = {},
): Promise<{ planned: Planned; item: Item } | undefined> {
  const [row] = await work.tx
    .select({ planId: planItem.planId })
    .from(planItem)
    .where(eq(planItem.id, itemId));
  const allowed = row && (await planFor(work, actor, row.planId, 'plan.view', options));
  if (!allowed || isRefused(allowed)) return undefined;
  const { planned } = allowed;
  const item = (await visibleItems(work, actor, planned)).find((one) => one.id === itemId);
  return item && { planned, item };
}
