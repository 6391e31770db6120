import { and, eq } from 'drizzle-orm';
import { dutySlot } from '../../../db/schema/index.ts';
import { wasSaid } from '../../domain/duty-event.ts';
import { audit } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { dropSlotSteps } from './align-slots.ts';
import { ownSlot } from './close-slot.ts';
import type { DutySlot } from './slots-with-duty.ts';

/** Said by mistake: the side's đầu mối takes back the slot of an event that a person said; what the product saw itself stays. */
export async function withdrawSlot(work: Work, actor: Actor, slotId: number): Promise<DutySlot | Refused> {
  const own = await ownSlot(work, actor, slotId);
  if (isRefused(own)) return own;
  if (!wasSaid(own.slot.eventKey)) return refuse('refused-state');
  const [slot] = await work.tx
    .update(dutySlot)
    .set({ state: 'withdrawn', closedBy: actor.personId, closedAt: work.now })
    .where(and(eq(dutySlot.id, slotId), eq(dutySlot.state, 'open')))
    .returning();
  if (!slot) return refuse('duty-closed-already');
  await dropSlotSteps(work, [slotId], 'said by mistake');
  await audit(work, {
    pairId: slot.pairId,
    type: 'duty.withdrawn',
    by: actor.personId,
    facts: { slot: slotId, side: slot.side },
  });
  return { ...own, slot };
}
