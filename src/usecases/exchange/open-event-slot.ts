import { and, asc, eq, isNull, like, lt, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { DateTime } from 'luxon';
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

/** A slot of what happened under that key, seen by the product or said by a person. */
export const isOf = (key: string): SQL | undefined =>
  or(eq(dutySlot.eventKey, key), like(dutySlot.eventKey, `said ${key} %`));

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

/**
 * What a person had said of it before the product saw it is that event, and becomes its slot with the day that was said: of this one by its
 * key; or of its day, and it came into the product only since then, so that it could not be named. True: there was such a slot.
 */
async function takeOver(
  work: Work,
  of: EventDuty,
  side: Side,
  { day, key, inspectionId, knownSince }: Announced,
): Promise<boolean> {
  const unnamed =
    knownSince &&
    and(
      like(dutySlot.eventKey, `said ${day} %`),
      isNull(dutySlot.inspectionId),
      lt(dutySlot.openedAt, knownSince),
    );
  const [said] = await work.tx
    .select({ id: dutySlot.id })
    .from(dutySlot)
    .where(
      and(
        ...[eq(dutySlot.dutyId, of.id), eq(dutySlot.side, side), ne(dutySlot.state, 'withdrawn')],
        or(isOf(key), unnamed),
      ),
    )
    // What is named stands before what only has its day.
    .orderBy(sql`${dutySlot.inspectionId} is null`, asc(dutySlot.id))
    .limit(1)
    .for('update');
  if (!said) return false;
  await work.tx
    .update(dutySlot)
    .set({ eventKey: key, inspectionId: inspectionId ?? null })
    .where(eq(dutySlot.id, said.id));
  return true;
}

/** `side`: the one that it concerns; absent: both. `knownSince`: when it came into the product, where people could not have named it before. */
type Announced = Happened & { pairId: number; event: DutyEvent; side?: Side; knownSince?: DateTime };

/**
 * The product itself saw an event: the duties of its pair that are counted from it open, for each side that owes them. What happened
 * before a duty began is not owed.
 */
export async function announceEvent(work: Work, announced: Announced): Promise<void> {
  const { pairId, event, side: only, ...happened } = announced;
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
      if (await takeOver(work, of, side, announced)) continue;
      const slot = await openEventSlot(work, of, policy, side, happened);
      if (slot) await audit(work, { pairId, type: 'duty.opened', facts: openedFacts(slot, event) });
    }
  }
}
