import { and, asc, eq, lte } from 'drizzle-orm';
import { duty, dutySlot, pair } from '../../../db/schema/index.ts';
import { addDays } from '../../domain/calendar-day.ts';
import { eventDue } from '../../domain/duty-event.ts';
import { calendarOf } from '../../domain/escalation.ts';
import type { DutyEvent } from '../../domain/exchange.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Side } from '../../domain/side.ts';
import { audit } from '../audit.ts';
import type { Work } from '../work.ts';
import { sidesOf, writeSlotSteps } from './align-slots.ts';
import { type EventDuty, hasNotEnded, isByEvent } from './event-duties.ts';
import type { Slot } from './run-exchange-steps.ts';

/** What happened: its day, 'YYYY-MM-DD', and the key that tells it from every other (see `eventKey`). */
export type Happened = { day: string; key: string; inspectionId?: number };

/** Opens the slot of an event for one side, once (the unique key is the claim), with its reminders. Undefined: it was opened before. */
export async function openEventSlot(
  work: Work,
  of: EventDuty,
  policy: Policy,
  side: Side,
  { day, key, inspectionId }: Happened,
): Promise<Slot | undefined> {
  const [row] = await work.tx
    .insert(dutySlot)
    .values({
      ...{ pairId: of.pairId, dutyId: of.id, side, policy, eventKey: key },
      ...{ periodFrom: day, periodTo: addDays(day, 1), openedAt: work.now },
      ...eventDue(calendarOf(work.calendar, policy), day, of),
      inspectionId: inspectionId ?? null,
    })
    .onConflictDoNothing()
    .returning();
  if (row) await writeSlotSteps(work, row);
  return row;
}

/** What the log says of a slot that an event opened. */
export const openedFacts = ({ dutyId, id, side, periodFrom, dueAt }: Slot, event: DutyEvent) => ({
  ...{ duty: dutyId, slot: id, side, event },
  ...{ day: periodFrom, due: dueAt.toUTC().toISO()! },
});

/** `side`: the one that it concerns; absent: both. */
type Announced = Happened & { pairId: number; event: DutyEvent; side?: Side };

/**
 * The product itself saw an event: the duties of its pair that are counted from it open, for each side that owes them. What happened
 * before a duty began is not owed.
 */
export async function announceEvent(
  work: Work,
  { pairId, event, side: only, ...happened }: Announced,
): Promise<void> {
  const rows = await work.tx
    .select({ duty, policy: pair.policy })
    .from(duty)
    .innerJoin(pair, eq(pair.id, duty.pairId))
    .where(
      and(eq(duty.pairId, pairId), eq(duty.event, event), lte(duty.fromDay, happened.day), hasNotEnded(work)),
    )
    .orderBy(asc(duty.id));
  for (const { duty: of, policy } of rows) {
    if (!isByEvent(of)) continue;
    for (const side of sidesOf(of).filter((one) => only === undefined || one === only)) {
      const slot = await openEventSlot(work, of, policy, side, happened);
      if (slot) await audit(work, { pairId, type: 'duty.opened', facts: openedFacts(slot, event) });
    }
  }
}
