import { and, eq, gt, gte, lt, sql } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { outbox } from '../../../db/schema/index.ts';
import { type Absence, backAt } from '../../domain/absence.ts';
import { ZONE } from '../../domain/working-time.ts';
import type { Work } from '../work.ts';

const deferredFor = (personId: number) =>
  and(eq(outbox.personId, personId), eq(outbox.state, 'pending'), sql`${outbox.ref}->>'awayId' is not null`);

/** What would have come out on a day of this absence, deferred for another one, comes out after both. */
export async function deferLonger(work: Work, absences: Absence[], made: Absence): Promise<void> {
  if (made.redirectTo !== null) return;
  const startOf = (day: string) => DateTime.fromISO(day, { zone: ZONE });
  await work.tx
    .update(outbox)
    .set({ notBefore: backAt(absences, made, work.calendar) })
    .where(
      and(
        deferredFor(made.personId),
        gte(outbox.notBefore, startOf(made.fromDay)),
        lt(outbox.notBefore, startOf(made.toDay)),
      ),
    );
}

/** The person is back: what was deferred for this absence goes out now. */
export async function letGo(work: Work, { id, personId }: Absence): Promise<void> {
  await work.tx
    .update(outbox)
    .set({ notBefore: work.now })
    .where(
      and(
        deferredFor(personId),
        gt(outbox.notBefore, work.now),
        sql`(${outbox.ref}->>'awayId')::int = ${id}`,
      ),
    );
}
