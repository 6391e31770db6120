import { digestedNow } from '../digest/digested-now.ts';
import { tellPeople } from '../enqueue.ts';
import { groupBy } from '../group-by.ts';
import type { LedgerRef } from '../outbox/refs.ts';
import type { Work } from '../work.ts';
import type { ExchangeStep } from './run-exchange-steps.ts';

/** One step as it is said to one person. */
export type ExchangeSaid = { personId: number; step: ExchangeStep };

/** One message a person for all that fell due together (R14); what a digest of this morning says too is marked so. */
export async function sendExchangeSteps(work: Work, said: ExchangeSaid[]): Promise<void> {
  const byPerson = groupBy(said, (one) => one.personId);
  const digested = await digestedNow(work, [...byPerson.keys()]);
  await tellPeople(
    work,
    [...byPerson].map(([personId, items]) => ({
      pairId: items[0]!.step.pairId,
      kind: 'exchange-step' as const,
      personId,
      ref: {
        ledger: items.map((one) => refOf(one.step)),
        ...(digested.has(personId) && isInDigest(items) ? { inDigest: true } : {}),
      },
    })),
  );
}

/** Of the last morning: the digest of that morning bears it, and makes the sound (R14). */
const isInDigest = (items: ExchangeSaid[]): boolean =>
  items.every(({ step }) => step.kind === 'last_morning');

const refOf = ({ kind, of, exchangeId, slotId }: ExchangeStep): LedgerRef => ({
  step: kind === 'own_leader' || kind === 'across' ? kind : 'reminder',
  of,
  ...(exchangeId === null ? {} : { exchangeId }),
  ...(slotId === null ? {} : { slotId }),
});
