import type { DateTime } from 'luxon';
import type { OutboxRef } from '../../domain/outbox.ts';
import { tellPeople } from '../enqueue.ts';
import type { Work } from '../work.ts';
import type { Planned } from './load-plan.ts';

/** News of a plan for people of its pair; what it says is composed when it goes out. */
export async function tellOfPlan(
  work: Work,
  { plan: { id: planId, pairId } }: Pick<Planned, 'plan'>,
  people: number[],
  {
    kind,
    note,
    notBefore = work.now,
  }: { kind: 'plan' | 'plan-finding'; note: OutboxRef['note']; notBefore?: DateTime },
): Promise<void> {
  await tellPeople(
    work,
    people.map((personId) => ({ pairId, kind, personId, notBefore, ref: { planId, note } })),
  );
}
