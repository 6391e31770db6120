import { eq } from 'drizzle-orm';
import { exchange } from '../../../db/schema/index.ts';
import { audit } from '../audit.ts';
import type { Actor, Member, Work } from '../work.ts';
import { closeAnswered } from './close-answered.ts';
import { crossExchange } from './cross-exchange.ts';
import { ENTRY, type Entry } from './load-exchange.ts';
import type { LoggedExchange } from './log-exchange.ts';
import { meetSlot } from './meet-slot.ts';
import { tellOfChange } from './tell-exchange.ts';
import { dropSteps } from './write-exchange-steps.ts';

/**
 * The other side logs the same document: one entry, known to both. Whoever holds the document may see its entry, so a time
 * for recall that still runs ends here; the receiver's logging is its receipt; what was said with it, that it answers or meets a duty, holds.
 */
export async function joinExchange(
  work: Work,
  actor: Actor,
  member: Member,
  same: Entry,
  also: { answers: Entry | undefined; slotId: number | undefined },
): Promise<LoggedExchange> {
  if (same.state === 'waiting') await crossExchange(work, same);
  const isReceiver = member.side !== same.fromSide;
  const receipt = isReceiver
    ? { receipt: 'received' as const, receiptBy: actor.personId, receiptAt: work.now }
    : {};
  const [entry] = await work.tx
    .update(exchange)
    .set({ state: 'open', ...receipt })
    .where(eq(exchange.id, same.id))
    .returning(ENTRY);
  if (isReceiver) await dropSteps(work, same.id, 'received', 'receipt');
  await audit(work, {
    pairId: same.pairId,
    type: 'exchange.joined',
    by: actor.personId,
    exchangeId: same.id,
    facts: { side: member.side },
  });
  if (also.answers) await closeAnswered(work, also.answers, entry!);
  if (also.slotId !== undefined) await meetSlot(work, entry!, also.slotId, actor.personId);
  await tellOfChange(work, entry!);
  return { entry: entry!, isJoined: true, seconds: 0 };
}
