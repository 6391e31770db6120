import type { DateTime } from 'luxon';
import { calendarOf } from '../../domain/escalation.ts';
import type { OutboxRef } from '../../domain/outbox.ts';
import { isWorkingTime } from '../../domain/working-time.ts';
import { tellPeople } from '../enqueue.ts';
import type { Work } from '../work.ts';
import type { Planned } from './load-plan.ts';

/** News of a plan for people of its pair, without a sound outside working time (R14); what it says is composed when it goes out. */
export async function tellOfPlan(
  work: Work,
  { plan: { id: planId, pairId }, pair }: Pick<Planned, 'plan' | 'pair'>,
  people: number[],
  {
    kind,
    note,
    notBefore = work.now,
  }: { kind: 'plan' | 'plan-finding'; note: OutboxRef['note']; notBefore?: DateTime },
): Promise<void> {
  const isWorked = isWorkingTime(calendarOf(work.calendar, pair.policy), notBefore);
  await tellPeople(
    work,
    people.map((personId) => ({
      ...{ pairId, kind, personId, notBefore, ref: { planId, note } },
      ...(isWorked ? {} : { silent: true }),
    })),
  );
}
