import { audit } from '../audit.ts';
import { lockPerson } from '../link/account.ts';
import { placeIn } from '../link/own-side.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { closeHandover, type Handover, lockHandover, namesIn } from './load-handover.ts';
import { mayFollow } from './offer-handover.ts';
import { passDuties } from './pass-duties.ts';
import { sayDone, sayTo } from './tell-handover.ts';

export type Answered = { kind: 'done' | 'refused'; offer: Handover; name: string } | Refused;

/**
 * The successor confirms by one tap, and everything passes in this transaction; or refuses, and nothing does. An offer that was
 * withdrawn, answered, or overtaken (the role went elsewhere meanwhile) is refused in words.
 */
export async function answerHandover(
  work: Work,
  actor: Actor,
  id: number,
  isTaken: boolean,
): Promise<Answered> {
  const offer = await lockHandover(work, id);
  if (offer?.toPerson !== actor.personId) return refuse('refused-not-found');
  const { from } = await namesIn(work, offer);
  // The same tap twice changes nothing.
  if (offer.state === 'done' && isTaken) return { kind: 'done', offer, name: from };
  if (offer.state !== 'asked') return refuse('handover-closed');
  if (!isTaken) return refuseOffer(work, actor, offer, from);
  await lockPerson(work, offer.fromPerson);
  const stale = await overtaken(work, offer);
  if (stale) return stale;
  if (!(await closeHandover(work, offer, 'done'))) return refuse('handover-closed');
  await audit(work, {
    pairId: offer.pairId,
    type: 'handover.done',
    by: actor.personId,
    facts: {
      handover: offer.id,
      side: offer.side,
      person: offer.toPerson,
      for: offer.fromPerson,
      leaves: offer.leaves,
    },
  });
  await passDuties(work, offer);
  await sayDone(work, offer);
  return { kind: 'done', offer, name: from };
}

async function refuseOffer(work: Work, actor: Actor, offer: Handover, name: string): Promise<Answered> {
  if (!(await closeHandover(work, offer, 'refused'))) return refuse('handover-closed');
  await audit(work, {
    pairId: offer.pairId,
    type: 'handover.refused',
    by: actor.personId,
    facts: { handover: offer.id, side: offer.side, person: offer.toPerson },
  });
  const told = [...new Set([offer.askedBy, offer.fromPerson])];
  await sayTo(work, offer.pairId, told, 'handover-told-refused', { name: actor.name });
  return { kind: 'refused', offer, name };
}

/** Since the offer the role may have gone elsewhere, or the successor may have become a đầu mối or have left. */
async function overtaken(work: Work, offer: Handover): Promise<Refused | undefined> {
  const follow = await mayFollow(work, offer, offer.side, offer.fromPerson);
  const place = await placeIn(work, offer.pairId, offer.fromPerson);
  const isHeld = place?.role === 'secretary' || offer.askedBy !== offer.fromPerson;
  const why = isRefused(follow) ? follow : isHeld ? undefined : refuse('handover-closed');
  if (why) await closeHandover(work, offer, 'withdrawn');
  return why;
}
