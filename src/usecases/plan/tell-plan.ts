import type { DateTime } from 'luxon';
import { tellPeople } from '../enqueue.ts';
import type { RefOf } from '../outbox/kinds.ts';
import type { Work } from '../work.ts';
import type { Planned } from './load-plan.ts';

type PlanNews =
  | { kind: 'plan'; note: RefOf<'plan'>['note'] }
  | { kind: 'plan-finding'; note: RefOf<'plan-finding'>['note'] };

/** News of a plan for people of its pair; what it says is composed when it goes out. */
export async function tellOfPlan(
  work: Work,
  { plan: { id: planId, pairId } }: Pick<Planned, 'plan'>,
  people: number[],
  { notBefore = work.now, ...news }: PlanNews & { notBefore?: DateTime },
): Promise<void> {
  await tellPeople(
    work,
    people.map((personId) => ({ pairId, personId, notBefore, ...rowOf(planId, news) })),
  );
}

const rowOf = (planId: number, news: PlanNews) =>
  news.kind === 'plan'
    ? { kind: news.kind, ref: { planId, note: news.note } }
    : { kind: news.kind, ref: { planId, note: news.note } };
