import { and, eq } from 'drizzle-orm';
import { dutySlot } from '../../../db/schema/index.ts';
import { checkEventDay, eventKey } from '../../domain/duty-event.ts';
import { audit } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import { loadPair } from '../view/load-pair.ts';
import type { Actor, Work } from '../work.ts';
import { type EventDuty, ownEventDuty } from './event-duties.ts';
import { openEventSlot, openedFacts } from './open-event-slot.ts';
import type { Slot } from './run-exchange-steps.ts';

/** What a đầu mối says: the day, and which event of that day it is, from 1, as they saw it when they were asked. */
export type SaidEvent = { day: string; nth: number };

/** Why a day is not taken; undefined: it is. */
export function refuseDay(work: Work, of: EventDuty, day: string): Refused | undefined {
  const fault = checkEventDay(of, day, work.now.toISODate()!);
  if (fault === undefined) return undefined;
  return refuse(`duty-event-${fault}`, { day: { day: fault === 'ahead' ? day : of.fromDay } });
}

/** Slots of that day which the duty has for the side, and how many of them stand. */
export async function eventsOfDay(
  work: Work,
  of: EventDuty,
  side: 'a' | 'b',
  day: string,
): Promise<{ known: number; standing: number }> {
  const rows = await work.tx
    .select({ state: dutySlot.state })
    .from(dutySlot)
    .where(and(eq(dutySlot.dutyId, of.id), eq(dutySlot.side, side), eq(dutySlot.periodFrom, day)));
  return { known: rows.length, standing: rows.filter(({ state }) => state !== 'withdrawn').length };
}

/** A đầu mối of the side that owes it says that the event happened: its slot opens. Of two who say the same at once one counts. */
export async function sayEvent(
  work: Work,
  actor: Actor,
  dutyId: number,
  { day, nth }: SaidEvent,
): Promise<{ slot: Slot; of: EventDuty } | Refused> {
  const own = await ownEventDuty(work, actor, dutyId);
  if (isRefused(own)) return own;
  const { of, member } = own;
  const wrong = refuseDay(work, of, day);
  if (wrong) return wrong;
  const { pair } = await loadPair(work, of.pairId);
  const slot = await openEventSlot(work, of, pair.policy, member.side, { day, key: eventKey.said(day, nth) });
  if (!slot) return refuse('duty-event-already', { day: { day } });
  const facts = openedFacts(slot, of.event);
  await audit(work, { pairId: of.pairId, type: 'duty.event-said', by: actor.personId, facts });
  return { slot, of };
}
