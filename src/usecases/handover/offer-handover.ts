import { and, eq } from 'drizzle-orm';
import { handover } from '../../../db/schema/index.ts';
import { audit } from '../audit.ts';
import { lockPerson } from '../link/account.ts';
import { placeIn } from '../link/own-side.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { closeHandover, type Handover, lockHandover, namesIn } from './load-handover.ts';
import { giverFor, successorsOn } from './successors.ts';
import { sayOffer, sayTo } from './tell-handover.ts';

export type Offer = { pairId: number; toPerson: number; leaves: boolean };
export type Offered = { kind: 'offered'; offer: Handover; name: string } | Refused;

/**
 * A đầu mối offers their duties in a pair to a successor of the same side (a leader does, when the đầu mối is gone). Nothing passes
 * before the successor confirms. One offer at a time; a second is refused while the first waits.
 */
export async function offerHandover(work: Work, actor: Actor, asked: Offer): Promise<Offered> {
  const giver = await giverFor(work, actor, asked.pairId);
  if (isRefused(giver)) return giver;
  const { member, fromPerson } = giver;
  await lockPerson(work, fromPerson);
  if (await hasOpenOffer(work, asked.pairId, fromPerson)) return refuse('handover-open');
  const named = await mayFollow(work, asked, member.side, fromPerson);
  if (isRefused(named)) return named;
  const [offer] = await work.tx
    .insert(handover)
    .values({ ...asked, side: member.side, fromPerson, askedBy: actor.personId, askedAt: work.now })
    .returning();
  await audit(work, {
    pairId: asked.pairId,
    type: 'handover.offered',
    by: actor.personId,
    facts: {
      handover: offer!.id,
      side: member.side,
      person: asked.toPerson,
      from: fromPerson,
      leaves: asked.leaves,
    },
  });
  await sayOffer(work, offer!);
  return { kind: 'offered', offer: offer!, name: named.name };
}

/** The successor's name, or why this person cannot follow. */
export async function mayFollow(
  work: Work,
  { pairId, toPerson }: Pick<Offer, 'pairId' | 'toPerson'>,
  side: Handover['side'],
  fromPerson: number,
): Promise<{ name: string } | Refused> {
  const place = await placeIn(work, pairId, toPerson);
  if (place?.side !== side || toPerson === fromPerson) return refuse('refused-not-found');
  if (place.role === 'secretary') return refuse('handover-already');
  const successor = (await successorsOn(work, pairId, side)).find((one) => one.id === toPerson);
  return successor ?? refuse('handover-not-eligible');
}

async function hasOpenOffer(work: Work, pairId: number, fromPerson: number): Promise<boolean> {
  const rows = await work.tx
    .select({ id: handover.id })
    .from(handover)
    .where(
      and(eq(handover.pairId, pairId), eq(handover.fromPerson, fromPerson), eq(handover.state, 'asked')),
    );
  return rows.length > 0;
}

export type Withdrawn = { kind: 'withdrawn'; name: string } | Refused;

/** Takes an offer back before the successor confirms: whoever made it, or whose duties they are. The successor is told. */
export async function withdrawHandover(work: Work, actor: Actor, id: number): Promise<Withdrawn> {
  const offer = await lockHandover(work, id);
  if (!offer || !(offer.askedBy === actor.personId || offer.fromPerson === actor.personId))
    return refuse('refused-not-found');
  if (!(await closeHandover(work, offer, 'withdrawn'))) return refuse('handover-closed');
  const { from, to } = await namesIn(work, offer);
  await audit(work, {
    pairId: offer.pairId,
    type: 'handover.withdrawn',
    by: actor.personId,
    facts: { handover: offer.id, side: offer.side, person: offer.toPerson },
  });
  await sayTo(work, offer.pairId, [offer.toPerson], 'handover-told-withdrawn', { name: from });
  return { kind: 'withdrawn', name: to };
}
