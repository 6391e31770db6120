import { and, eq } from 'drizzle-orm';
import { duty, dutySlot } from '../../../db/schema/index.ts';
import type { Work } from '../work.ts';

export type DutySlot = { slot: typeof dutySlot.$inferSelect; duty: typeof duty.$inferSelect };

/** Slots, each with the duty that it is a period of; the caller says which. */
export const slotsWithDuty = (work: Work) =>
  work.tx
    .select({ slot: dutySlot, duty })
    .from(dutySlot)
    .innerJoin(duty, and(eq(duty.pairId, dutySlot.pairId), eq(duty.id, dutySlot.dutyId)));
