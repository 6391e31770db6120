import { and, eq, gt, inArray, isNull, notInArray } from 'drizzle-orm';
import { type duty, dutySlot, exchangeStep } from '../../../db/schema/index.ts';
import { planSlotSteps } from '../../domain/duty.ts';
import type { Side } from '../../domain/side.ts';
import type { Work } from '../work.ts';
import type { Slot } from './run-exchange-steps.ts';

type Duty = typeof duty.$inferSelect;

/** The sides that owe a duty; null stands for both. */
export const sidesOf = ({ side }: Pick<Duty, 'side'>): Side[] => (side === null ? ['a', 'b'] : [side]);

/**
 * Makes the slots say what their duty says now: open ones that nobody owes any more are withdrawn and not chased; withdrawn
 * ones that are owed again and not due yet are open again. Returns their ids.
 */
export async function alignSlots(work: Work, of: Duty): Promise<{ withdrawn: number[]; reopened: number[] }> {
  const owing = of.toDay === null ? sidesOf(of) : [];
  return { withdrawn: await withdraw(work, of, owing), reopened: await reopen(work, of, owing) };
}

async function withdraw(work: Work, { id }: Duty, owing: Side[]): Promise<number[]> {
  const rows = await work.tx
    .update(dutySlot)
    .set({ state: 'withdrawn', closedAt: work.now })
    .where(and(eq(dutySlot.dutyId, id), eq(dutySlot.state, 'open'), notInArray(dutySlot.side, owing)))
    .returning({ id: dutySlot.id });
  const ids = rows.map((row) => row.id);
  await dropSlotSteps(work, ids, 'the duty was withdrawn');
  return ids;
}

/** What is still to be done about slots is not done. */
export async function dropSlotSteps(work: Work, slotIds: number[], reason: string): Promise<void> {
  await work.tx
    .update(exchangeStep)
    .set({ state: 'skipped', reason, doneAt: work.now })
    .where(and(inArray(exchangeStep.slotId, slotIds), eq(exchangeStep.state, 'pending')));
}

async function reopen(work: Work, { id }: Duty, owing: Side[]): Promise<number[]> {
  const rows = await work.tx
    .update(dutySlot)
    .set({ state: 'open', closedAt: null })
    .where(
      and(
        eq(dutySlot.dutyId, id),
        eq(dutySlot.state, 'withdrawn'),
        // What a person took back stays so.
        isNull(dutySlot.closedBy),
        inArray(dutySlot.side, owing),
        gt(dutySlot.dueAt, work.now),
      ),
    )
    .returning();
  for (const row of rows) await writeSlotSteps(work, row);
  return rows.map((row) => row.id);
}

/** Writes what an open slot brings from now on: the reminder, one's own leader, across. */
export async function writeSlotSteps(work: Work, { id, pairId, dueAt, policy }: Slot): Promise<void> {
  const steps = planSlotSteps(work.calendar, { askedAt: work.now, dueAt, policy });
  await work.tx.insert(exchangeStep).values(steps.map((step) => ({ pairId, slotId: id, ...step })));
}
