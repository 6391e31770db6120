import { eq, sql } from 'drizzle-orm';
import { exchange } from '../../../db/schema/index.ts';
import { audit } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { crossExchange } from './cross-exchange.ts';
import { exchangeFor, type Logged, loadExchange } from './load-exchange.ts';
import { dropSteps, restoreSteps } from './write-exchange-steps.ts';

/** Takes an entry back before it has crossed: the other side never saw it, its code is not given again. What it corrects stands again. */
export async function recallExchange(
  work: Work,
  actor: Actor,
  id: number,
): Promise<{ logged: Logged } | Refused> {
  const logged = await stillWaiting(work, actor, id);
  if (isRefused(logged)) return logged;
  const { entry } = logged;
  await work.tx.update(exchange).set({ state: 'recalled' }).where(eq(exchange.id, id));
  await dropSteps(work, id, 'recalled');
  if (entry.supersedesId !== null) await restore(work, entry.supersedesId);
  await audit(work, {
    pairId: entry.pairId,
    type: 'exchange.recalled',
    by: actor.personId,
    exchangeId: id,
    facts: { side: entry.loggedSide },
  });
  return { logged };
}

/** Lets it cross at once. */
export async function sendExchangeNow(
  work: Work,
  actor: Actor,
  id: number,
): Promise<{ logged: Logged } | Refused> {
  const logged = await stillWaiting(work, actor, id);
  if (isRefused(logged)) return logged;
  await crossExchange(work, logged.entry, actor.personId);
  return { logged: (await loadExchange(work, id))! };
}

async function stillWaiting(work: Work, actor: Actor, id: number): Promise<Logged | Refused> {
  const allowed = await exchangeFor(work, actor, id, 'exchange.recall', { lock: true });
  if (isRefused(allowed)) return allowed;
  const { entry } = allowed.logged;
  if (entry.state !== 'waiting' || entry.crossesAt <= work.now) return refuse('exchange-crossed-already');
  return allowed.logged;
}

/** What it was to correct stands again, with what is waited for. */
async function restore(work: Work, supersedesId: number): Promise<void> {
  await work.tx
    .update(exchange)
    .set({
      supersededById: null,
      state: sql`case when ${exchange.crossesAt} <= ${work.now.toISO()} then 'open' else 'waiting' end`,
    })
    .where(eq(exchange.id, supersedesId));
  await restoreSteps(work, supersedesId, ['corrected']);
}
