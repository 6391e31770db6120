import { and, eq } from 'drizzle-orm';
import { telegramAccount } from '../../db/schema/index.ts';
import { record } from './audit.ts';
import { tellPeople } from './enqueue.ts';
import { type Account, accountsOf, lockPerson, moveAccount } from './link/account.ts';
import { mayConfirm } from './link/confirmers.ts';
import { welcomeMessage } from './link/messages.ts';
import { membershipsOf } from './link/own-side.ts';
import { tellWaiting } from './link/tell-waiting.ts';
import { type Refused, refuse } from './said.ts';
import type { Actor, Work } from './work.ts';

export type Confirmation = {
  by: { operator: true } | Actor;
  personId: number;
  /** The account that was shown; without it (command line) the one that waits. */
  accountId?: number;
};

export type Confirmed = { kind: 'confirmed'; account: Account; name: string } | Refused;

/**
 * Makes the account that was shown active (C6): by the inviter or who stands in for them, or by the operator where nobody
 * can. Two who confirm at once: the second is refused in words. The person is told what their role can do, and what waits for them.
 */
export async function confirmAccount(
  work: Work,
  { by, personId, accountId }: Confirmation,
): Promise<Confirmed> {
  const known = await lockPerson(work, personId);
  const waiting = known && (await waitingAccount(work, personId, accountId));
  if (!waiting) return refuse('link-nothing-waiting');
  const actor = 'operator' in by ? undefined : by;
  if (actor && !(await mayConfirm(work, actor, waiting))) return refuse('link-not-confirmer');
  const members = await membershipsOf(work, personId);
  if (members.length === 0) return refuse('link-no-membership');
  const others = await accountsOf(work, personId);
  if (others.some((other) => other.state === 'active')) return refuse('link-person-active');
  const account = await moveAccount(work, waiting, { state: 'active', activeAt: work.now });
  if (!account) return refuse('link-nothing-waiting');
  const facts = { person: personId, account: account.id, byOperator: actor === undefined };
  await record(work, { pairId: null, type: 'account.confirmed', by: actor?.personId ?? null, facts });
  const said = welcomeMessage(known.name, members);
  await tellPeople(work, [{ pairId: null, kind: 'said', ref: { message: said }, personId }]);
  await tellWaiting(work, personId);
  return { kind: 'confirmed', account, name: known.name };
}

async function waitingAccount(
  work: Work,
  personId: number,
  accountId?: number,
): Promise<Account | undefined> {
  const [row] = await work.tx
    .select()
    .from(telegramAccount)
    .where(
      and(
        eq(telegramAccount.personId, personId),
        eq(telegramAccount.state, 'pending'),
        accountId === undefined ? undefined : eq(telegramAccount.id, accountId),
      ),
    );
  return row;
}
