import { and, eq } from 'drizzle-orm';
import { dutySlot } from '../../../db/schema/index.ts';
import { checkEventDay, eventKey } from '../../domain/duty-event.ts';
import { audit } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import { loadPair } from '../view/load-pair.ts';
import type { Actor, Member, Work } from '../work.ts';
import { type EventDuty, ownEventDuty } from './event-duties.ts';
import { eventsAhead } from './events-ahead.ts';
import { type Happened, isOf, openEventSlot, openedFacts } from './open-event-slot.ts';
import type { Slot } from './run-exchange-steps.ts';

/**
 * What a đầu mối says: the day, and which event of that day it is, from 1, as they saw it when they were asked; `of`: the key of what the product
 * will see itself.
 */
export type SaidEvent = { day: string; nth: number; of?: string | null | undefined };

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

/** Slots that somebody opened by saying that it happened to this one, and how many of them stand. */
export async function eventsOf(
  work: Work,
  of: EventDuty,
  side: 'a' | 'b',
  key: string,
): Promise<{ known: number; standing: number }> {
  const rows = await work.tx
    .select({ state: dutySlot.state })
    .from(dutySlot)
    .where(and(eq(dutySlot.dutyId, of.id), eq(dutySlot.side, side), isOf(key)));
  return { known: rows.length, standing: rows.filter(({ state }) => state !== 'withdrawn').length };
}

/** A đầu mối of the side that owes it says that the event happened: its slot opens. Of two who say the same at once one counts. */
export async function sayEvent(
  work: Work,
  actor: Actor,
  dutyId: number,
  said: SaidEvent,
): Promise<{ slot: Slot; of: EventDuty } | Refused> {
  const own = await ownEventDuty(work, actor, dutyId);
  if (isRefused(own)) return own;
  const { of, member } = own;
  const wrong = refuseDay(work, of, said.day);
  if (wrong) return wrong;
  const happened = await happenedAs(work, actor, own, said);
  if (isRefused(happened)) return happened;
  const { pair } = await loadPair(work, of.pairId);
  const slot = await openEventSlot(work, of, pair.policy, member.side, happened);
  if (!slot) return alreadySaid(said);
  const facts = openedFacts(slot, of.event);
  await audit(work, { pairId: of.pairId, type: 'duty.event-said', by: actor.personId, facts });
  return { slot, of };
}

const alreadySaid = ({ day }: SaidEvent): Refused => refuse('duty-event-already', { day: { day } });

/** As it is kept; refused where it was said, or seen by the product, since the person was asked. */
async function happenedAs(
  work: Work,
  actor: Actor,
  { of, member: { side } }: { of: EventDuty; member: Member },
  said: SaidEvent,
): Promise<Happened | Refused> {
  const { day, nth, of: key } = said;
  if (!key) {
    const { known } = await eventsOfDay(work, of, side, day);
    return known >= nth ? alreadySaid(said) : { day, key: eventKey.said(day, nth) };
  }
  const ahead = (await eventsAhead(work, actor, of, side)).find((one) => one.key === key);
  if (!ahead) return refuse('duty-event-gone');
  const { known, standing } = await eventsOf(work, of, side, key);
  if (standing > 0) return refuse('duty-event-said', { name: ahead.name });
  return {
    day,
    key: eventKey.saidOf(key, known + 1),
    ...(ahead.inspectionId && { inspectionId: ahead.inspectionId }),
  };
}
