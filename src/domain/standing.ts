import { isLeader } from './permission.ts';
import type { Role, Side } from './side.ts';

/** A role on one side of a pair: what an account of that person may act as. */
export type Standing = { pairId: number; side: Side; role: Role };

/** Which roles lack nothing of another on the same side. An order: whoever holds a holder's account gains nothing by the held one. */
const HOLDS: Record<Role, readonly Role[]> = {
  chair: ['chair', 'vice', 'member', 'observer'],
  vice: ['chair', 'vice', 'member', 'observer'],
  secretary: ['secretary', 'member', 'observer'],
  member: ['member', 'observer'],
  observer: ['observer'],
};

/** Whether whoever has these standings lacks none of the others. */
export const covers = (own: readonly Standing[], others: readonly Standing[]): boolean =>
  others.every((other) =>
    own.some(
      ({ pairId, side, role }) =>
        pairId === other.pairId && side === other.side && HOLDS[role].includes(other.role),
    ),
  );

/** Why the inviter does not confirm an account: its person leads somewhere, or stands where the inviter does not. */
type WhySecond = 'leads' | 'lacks';

/** A person with every standing of today. */
export type Standee = { personId: number; standing: readonly Standing[] };

/** `inviter` undefined: the operator. `reached`: the đầu mối and leaders of the side in the pair of the invitation who can be told. */
export type ConfirmerQuestion = {
  pairId: number;
  invited: Standee;
  inviter: Standee | undefined;
  reached: readonly Standee[];
};

/** `told` empty: nobody in the chats, so the operator. `second`: never the inviter, and why. */
export type Chosen = { told: number[]; second?: WhySecond };

/**
 * Who confirms an account (C6): only who lacks nothing that it can do. The inviter, where they can be told; else the side's đầu mối,
 * else its leaders. An account with `second` is confirmed by another than the inviter.
 */
export function chooseConfirmers({ pairId, invited, inviter, reached }: ConfirmerQuestion): Chosen {
  const able = reached.filter(
    ({ personId, standing }) => personId !== invited.personId && covers(standing, invited.standing),
  );
  const second = whySecond(invited, inviter);
  if (second) return { told: ids(able.filter(({ personId }) => personId !== inviter?.personId)), second };
  const secretaries = able.filter((one) => isSecretaryIn(one, pairId));
  const own = secretaries.filter(({ personId }) => personId === inviter?.personId);
  return { told: ids([own, secretaries, able].find((some) => some.length > 0) ?? []) };
}

function whySecond(invited: Standee, inviter: Standee | undefined): WhySecond | undefined {
  if (invited.standing.some(({ role }) => isLeader(role))) return 'leads';
  return inviter && !covers(inviter.standing, invited.standing) ? 'lacks' : undefined;
}

const ids = (people: readonly Standee[]): number[] => people.map(({ personId }) => personId);

const isSecretaryIn = ({ standing }: Standee, pairId: number): boolean =>
  standing.some((one) => one.pairId === pairId && one.role === 'secretary');
