import { and, asc, eq, ne } from 'drizzle-orm';
import { yearPlan } from '../../../db/schema/index.ts';
import { eventKey } from '../../domain/duty-event.ts';
import { isLive } from '../../domain/inspection.ts';
import type { Side } from '../../domain/side.ts';
import { listCases } from '../view/list-cases.ts';
import type { Actor, Work } from '../work.ts';
import type { EventDuty } from './event-duties.ts';

/** What the product will see itself and a person may say before that; `name`: an inspection by its code, a plan by its year. */
export type EventAhead = { key: string; name: string; inspectionId?: number };

/** Inspections that the side leads and has not concluded, or plans without their document, by the event that the duty is counted from. */
export async function eventsAhead(
  work: Work,
  actor: Actor,
  { event, pairId }: EventDuty,
  side: Side,
): Promise<EventAhead[]> {
  if (event === 'plan') return plansAhead(work, pairId);
  return event === 'conclusion' ? casesAhead(work, actor, pairId, side) : [];
}

async function plansAhead(work: Work, pairId: number): Promise<EventAhead[]> {
  const rows = await work.tx
    .select({ id: yearPlan.id, year: yearPlan.year })
    .from(yearPlan)
    .where(and(eq(yearPlan.pairId, pairId), ne(yearPlan.state, 'frozen')))
    .orderBy(asc(yearPlan.year));
  return rows.map(({ id, year }) => ({ key: eventKey.plan(id), name: `KH-${year}` }));
}

async function casesAhead(work: Work, actor: Actor, pairId: number, side: Side): Promise<EventAhead[]> {
  const cases = await listCases(work, actor, pairId);
  return cases
    .filter(({ state, leadSide }) => isLive(state) && leadSide === side)
    .map(({ id, label }) => ({ key: eventKey.conclusion(id), name: label, inspectionId: id }));
}
