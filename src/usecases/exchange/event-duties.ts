import { and, asc, eq, gt, isNotNull, isNull, or } from 'drizzle-orm';
import { duty } from '../../../db/schema/index.ts';
import type { EventTerm } from '../../domain/duty-event.ts';
import type { DutyEvent } from '../../domain/exchange.ts';
import { mayDo } from '../../domain/permission.ts';
import { type Refused, refuse } from '../said.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { sidesOf } from './align-slots.ts';

type Duty = typeof duty.$inferSelect;

/** A duty that an event brings, not a period. */
export type EventDuty = Duty & EventTerm & { event: DutyEvent; since: string };

export const isByEvent = (of: Duty): of is EventDuty => of.event !== null && of.since !== null;

/** Duties that have not ended. */
export const hasNotEnded = (work: Work) => or(isNull(duty.toDay), gt(duty.toDay, work.now.toISODate()!));

/** Duties by event that the person, a đầu mối, may say something happened for: of their own side, in the order of their pairs. */
export async function ownEventDuties(work: Work, actor: Actor): Promise<EventDuty[]> {
  if (!actor.members.some((member) => mayDo(member, 'duty.say'))) return [];
  const rows = await work.tx
    .select()
    .from(duty)
    .where(and(isNotNull(duty.event), hasNotEnded(work)))
    .orderBy(asc(duty.pairId), asc(duty.id));
  return rows.filter(isByEvent).filter((of) => owedBy(actor, of) !== undefined);
}

/** The membership by which the person may say it; undefined: they may not. */
function owedBy(actor: Actor, of: EventDuty): Member | undefined {
  const member = memberIn(actor, of.pairId);
  return member && sidesOf(of).includes(member.side) && mayDo(member, 'duty.say') ? member : undefined;
}

/** One of them; what the other side alone owes does not exist for this one. */
export async function ownEventDuty(
  work: Work,
  actor: Actor,
  dutyId: number,
): Promise<{ of: EventDuty; member: Member } | Refused> {
  const [of] = await work.tx
    .select()
    .from(duty)
    .where(and(eq(duty.id, dutyId), hasNotEnded(work)));
  const member = of && memberIn(actor, of.pairId);
  if (!of || !isByEvent(of) || !member || !sidesOf(of).includes(member.side))
    return refuse('refused-not-found');
  return mayDo(member, 'duty.say') ? { of, member } : refuse('refused-not-allowed');
}
