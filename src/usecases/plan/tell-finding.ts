import { and, eq, inArray, sql } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { outbox } from '../../../db/schema/index.ts';
import { calendarOf } from '../../domain/escalation.ts';
import type { Side } from '../../domain/side.ts';
import { isWorkingTime } from '../../domain/working-time.ts';
import { tellPeople } from '../enqueue.ts';
import { peopleOf } from '../inspection/roster.ts';
import type { Work } from '../work.ts';
import type { Planned } from './load-plan.ts';

export type FindingNews = { side: Side; note: 'asked' | 'answered'; notBefore?: DateTime };

/**
 * A side's đầu mối learn that something was put forward or answered: one message a plan while it waits to go out (R15), silent
 * outside working time (R14). The plan's row is locked by the caller, so that two do not add one each.
 */
export async function tellOfFindings(work: Work, { plan, pair }: Planned, news: FindingNews): Promise<void> {
  const { pairId, id: planId } = plan;
  const notBefore = news.notBefore ?? work.now;
  const people = await peopleOf(work, pairId, news.side, ['secretary']);
  const told = await toldAlready(work, pairId, planId, people);
  const isWorked = isWorkingTime(calendarOf(work.calendar, pair.policy), notBefore);
  await tellPeople(
    work,
    people
      .filter((personId) => !told.has(personId))
      .map((personId) => ({
        pairId,
        kind: 'plan-finding',
        personId,
        notBefore,
        ref: { planId, note: news.note },
        ...(isWorked ? {} : { silent: true }),
      })),
  );
}

async function toldAlready(
  work: Work,
  pairId: number,
  planId: number,
  people: number[],
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
      ),
    );
  return new Set(rows.flatMap((row) => row.personId ?? []));
}
