import { mayPush } from '../../domain/noise.ts';
import type { LedgerRef } from '../../domain/outbox.ts';
import type { Policy } from '../../domain/policy.ts';
import { digestedNow } from '../digest/digested-now.ts';
import { tellPeople } from '../enqueue.ts';
import { pushesToday } from '../outbox/pushes-today.ts';
import type { Work } from '../work.ts';
import type { ExchangeStep } from './run-exchange-steps.ts';

/** One step as it is said to one person. */
export type ExchangeSaid = { personId: number; step: ExchangeStep; policy: Policy };

/**
 * One message a person for all that fell due together (R14). Over the day's pushes it comes without a sound (R15): not lost, and
 * waiting in /viec as well.
 */
export async function sendExchangeSteps(work: Work, said: ExchangeSaid[]): Promise<void> {
  const byPerson = new Map<number, ExchangeSaid[]>();
  for (const one of said) byPerson.set(one.personId, [...(byPerson.get(one.personId) ?? []), one]);
  const pushes = await pushesToday(work, [...byPerson.keys()]);
  const digested = await digestedNow(work, [...byPerson.keys()]);
  await tellPeople(
    work,
    [...byPerson].map(([personId, items]) => {
      const maxADay = Math.min(...items.map((one) => one.policy.maxPushesADay));
      return {
        pairId: items[0]!.step.pairId,
        kind: 'exchange-step' as const,
        personId,
        ref: { ledger: items.map((one) => refOf(one.step)) },
        silent:
          (digested.has(personId) && isInDigest(items)) ||
          !mayPush(pushes.get(personId) ?? [], { maxADay, isUrgent: false }),
      };
    }),
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
