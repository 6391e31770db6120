import { and, eq } from 'drizzle-orm';
import { dutySlot } from '../../../db/schema/index.ts';
import { mayDo } from '../../domain/permission.ts';
import { audit } from '../audit.ts';
import { type Refused, refuse } from '../said.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { type DutySlot, slotsWithDuty } from './slots-with-duty.ts';

/** A slot of a duty of the actor's own side; of anything else nothing is said but that it does not exist. */
export async function ownSlot(work: Work, actor: Actor, slotId: number): Promise<DutySlot | Refused> {
  const [row] = await slotsWithDuty(work).where(eq(dutySlot.id, slotId));
  const member = row && memberIn(actor, row.slot.pairId);
  if (!row || !member || member.side !== row.slot.side) return refuse('refused-not-found');
  return mayDo(member, 'duty.meet', { owner: row.slot.side }) ? row : refuse('refused-not-allowed');
}

/** "Không phát sinh": nothing to exchange in this period, in one tap. Of two taps one counts. */
export async function closeSlotWithNothing(
  work: Work,
  actor: Actor,
  slotId: number,
): Promise<DutySlot | Refused> {
  const own = await ownSlot(work, actor, slotId);
  if ('refused' in own) return own;
  const rows = await work.tx
    .update(dutySlot)
    .set({ state: 'nothing', closedBy: actor.personId, closedAt: work.now })
    .where(and(eq(dutySlot.id, slotId), eq(dutySlot.state, 'open')))
    .returning();
  if (rows.length === 0) return refuse('duty-closed-already');
  await audit(work, {
    pairId: own.slot.pairId,
    type: 'duty.nothing',
    by: actor.personId,
    facts: { slot: slotId, side: own.slot.side },
  });
  return { ...own, slot: rows[0]! };
}
