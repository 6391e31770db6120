import { and, eq, or } from 'drizzle-orm';
import { handover } from '../../../db/schema/index.ts';
import { namesOf } from '../form/people-list.ts';
import type { Actor, Work } from '../work.ts';

export type Handover = typeof handover.$inferSelect;

/** Offers that wait, of the sides on which the actor acts or made to the actor. */
export async function openOffers(work: Work, actor: Actor): Promise<Handover[]> {
  const own = actor.members
    .filter((member) => member.role === 'secretary')
    .map(({ pairId, side }) => and(eq(handover.pairId, pairId), eq(handover.side, side)));
  return work.tx
    .select()
    .from(handover)
    .where(
      and(
        eq(handover.state, 'asked'),
        or(eq(handover.toPerson, actor.personId), eq(handover.askedBy, actor.personId), ...own),
      ),
    )
    .orderBy(handover.id);
}

/** An offer, locked; undefined: not in the scope. */
export async function lockHandover(work: Work, id: number): Promise<Handover | undefined> {
  const [row] = await work.tx.select().from(handover).where(eq(handover.id, id)).for('update');
  return row;
}

/** Closes an offer in the state that was seen; false: someone else did. */
export async function closeHandover(
  work: Work,
  { id }: Handover,
  state: 'done' | 'refused' | 'withdrawn',
): Promise<boolean> {
  const rows = await work.tx
    .update(handover)
    .set({ state, closedAt: work.now })
    .where(and(eq(handover.id, id), eq(handover.state, 'asked')))
    .returning({ id: handover.id });
  return rows.length > 0;
}

/** Names of the one who hands over and of the successor. */
export async function namesIn(
  work: Work,
  { fromPerson, toPerson }: Handover,
): Promise<{ from: string; to: string }> {
  const names = await namesOf(work, [fromPerson, toPerson]);
  return { from: names.get(fromPerson) ?? '', to: names.get(toPerson) ?? '' };
}
