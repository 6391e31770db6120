import { sql } from 'drizzle-orm';
import { digestSlot } from '../../../db/schema/index.ts';
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
  await work.tx
    .insert(digestSlot)
    .values(missing.map(({ person_id: personId, kind }) => ({ personId, kind, dueAt: dueAt.get(kind)! })))
    .onConflictDoNothing();
}

/** After another calendar was imported: what waits is planned anew (R14). */
export async function replanDigests(work: Work): Promise<void> {
  await work.tx.execute(
    sql`delete from ${digestSlot} where state = 'pending' and due_at > ${work.now.toISO()}`,
  );
  await planDigests(work);
}
