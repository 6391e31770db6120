import { and, eq, inArray, sql } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { outbox } from '../../../db/schema/index.ts';
import type { Side } from '../../domain/side.ts';
import { peopleOf } from '../inspection/roster.ts';
import type { Work } from '../work.ts';
import type { Planned } from './load-plan.ts';
import { tellOfPlan } from './tell-plan.ts';

export type FindingNews = { side: Side; note: 'asked' | 'answered'; notBefore?: DateTime };

/**
 * A side's đầu mối learn that something was put forward or answered: one message a plan while it waits to go out (R15); one that
 * only informs does not stand for one that asks. The plan's row is locked by the caller, so that two do not add one each.
 */
export async function tellOfFindings(work: Work, planned: Planned, news: FindingNews): Promise<void> {
  const { side, ...rest } = news;
  const { pairId } = planned.plan;
  const people = await peopleOf(work, pairId, side, ['secretary']);
  const told = await toldAlready(work, planned, people, news.note);
  const untold = people.filter((personId) => !told.has(personId));
  await tellOfPlan(work, planned, untold, { kind: 'plan-finding', ...rest });
}

async function toldAlready(
  work: Work,
  { plan: { id: planId, pairId } }: Planned,
  people: number[],
  note: FindingNews['note'],
): Promise<Set<number>> {
  if (people.length === 0) return new Set();
  const rows = await work.tx
    .select({ personId: outbox.personId })
    .from(outbox)
    .where(
      and(
        eq(outbox.pairId, pairId),
        eq(outbox.kind, 'plan-finding'),
        eq(outbox.state, 'pending'),
        inArray(outbox.personId, people),
        sql`(${outbox.ref}->>'planId')::int = ${planId}`,
        note === 'asked' ? eq(outbox.says, 'asks') : undefined,
      ),
    );
  return new Set(rows.flatMap((row) => row.personId ?? []));
}
