import { eq } from 'drizzle-orm';
import { exchange } from '../../../db/schema/index.ts';
import type { Side } from '../../domain/side.ts';
import { audit } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { authoriseExchange, loadExchange } from './load-exchange.ts';
import { dropSteps } from './write-exchange-steps.ts';

/**
 * An entry is corrected by another one (R7): it stays readable with its successor and waits for nothing any more. The
 * direction is not corrected: that would be another document.
 */
export async function supersedeExchange(
  work: Work,
  actor: Actor,
  id: number,
  fromSide: Side,
): Promise<Refused | undefined> {
  const logged = await loadExchange(work, id, { lock: true });
  const allowed = authoriseExchange(logged, actor, 'exchange.correct', work.now.toMillis());
  if (isRefused(allowed)) return allowed;
  const { entry } = allowed.logged;
  if (entry.state === 'superseded' || entry.state === 'recalled') return refuse('refused-state');
  if (entry.fromSide !== fromSide) return refuse('exchange-correct-direction');
  await work.tx.update(exchange).set({ state: 'superseded' }).where(eq(exchange.id, id));
  await dropSteps(work, id, 'corrected');
  await audit(work, {
    pairId: entry.pairId,
    type: 'exchange.superseded',
    by: actor.personId,
    exchangeId: id,
    facts: { side: entry.loggedSide },
  });
  return undefined;
}
