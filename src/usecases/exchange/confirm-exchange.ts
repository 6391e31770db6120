import { eq } from 'drizzle-orm';
import { exchange } from '../../../db/schema/index.ts';
import type { Receipt } from '../../domain/exchange.ts';
import { audit } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { crossExchange } from './cross-exchange.ts';
import { exchangeFor, type Logged, loadExchange } from './load-exchange.ts';
import { tellOfChange, tellOfDispute } from './tell-exchange.ts';
import { dropSteps, restoreSteps } from './write-exchange-steps.ts';

const DISPUTED: Receipt[] = ['not_received', 'wrong_addressee'];

/**
 * The receiving side's word on a document, in one tap: received, not received, or not for this committee. A received one stays
 * received; the other two can still become so. Of two taps at once one counts.
 */
export async function confirmExchange(
  work: Work,
  actor: Actor,
  id: number,
  receipt: Receipt,
): Promise<{ logged: Logged } | Refused> {
  const allowed = await exchangeFor(work, actor, id, 'exchange.receive', { lock: true });
  if (isRefused(allowed)) return allowed;
  const { entry } = allowed.logged;
  if (entry.state === 'superseded' || entry.state === 'recalled') return refuse('refused-state');
  if (entry.receipt === 'received') return refuse('exchange-received-already');
  if (entry.receipt === receipt) return refuse('refused-answered-already');
  if (entry.state === 'waiting') await crossExchange(work, entry);
  await work.tx
    .update(exchange)
    .set({ state: 'open', receipt, receiptBy: actor.personId, receiptAt: work.now })
    .where(eq(exchange.id, id));
  // Who says that nothing came, or that it came to the wrong place, has answered: nobody is chased after that (R6).
  await dropSteps(work, id, receipt, receipt === 'received' ? 'receipt' : undefined);
  // What turned up after all is to be answered as before.
  if (receipt === 'received') await restoreSteps(work, id, DISPUTED, 'answer');
  await audit(work, {
    pairId: entry.pairId,
    type: `exchange.${receipt}`,
    by: actor.personId,
    exchangeId: id,
    facts: { side: allowed.member.side },
  });
  if (receipt === 'received') await tellOfChange(work, entry);
  else await tellOfDispute(work, entry, receipt);
  return { logged: (await loadExchange(work, id))! };
}
