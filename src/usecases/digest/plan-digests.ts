import { and, eq, gt, sql } from 'drizzle-orm';
import { insertMany } from '../../../db/insert-many.ts';
import { calendarDay, digestSlot } from '../../../db/schema/index.ts';
import { makeCalendar } from '../../domain/calendar.ts';
import { type DigestKind, nextSlot } from '../../domain/digest.ts';
import type { Work } from '../work.ts';
import { wantedDigests } from './wanted.ts';

/** Writes the next slot of everyone who has none waiting: an obligation with its due instant. */
export async function planDigests(work: Work): Promise<void> {
  const missing = await work.tx.execute<{ person_id: number; kind: DigestKind }>(sql`
    select wanted.person_id, wanted.kind from ${wantedDigests(work)} as wanted
    where not exists (select from ${digestSlot} slot
      where slot.person_id = wanted.person_id and slot.kind = wanted.kind and slot.state = 'pending')`);
  if (missing.length === 0) return;
  const kinds = [...new Set(missing.map((row) => row.kind))];
  const dueAt = new Map(kinds.map((kind) => [kind, nextSlot(kind, work.calendar, work.now)]));
  // Another process may have planned the same, or the slot may be one that was turned off and on again.
  await insertMany(
    work.tx,
    digestSlot,
    missing.map(({ person_id: personId, kind }) => ({ personId, kind, dueAt: dueAt.get(kind)! })),
    { skipExisting: true },
  );
}

/** A calendar was imported: the slots that wait for their hour are planned anew (R14). */
export async function replanDigests(work: Work): Promise<void> {
  const calendar = makeCalendar(await work.tx.select().from(calendarDay));
  await work.tx
    .delete(digestSlot)
    .where(and(eq(digestSlot.state, 'pending'), gt(digestSlot.dueAt, work.now)));
  await planDigests({ ...work, calendar });
}
