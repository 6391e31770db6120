import { and, eq } from 'drizzle-orm';
import { telegramAccount } from '../../db/schema/index.ts';
import { tellPeople } from './enqueue.ts';
import { type Account, accountsOf, lockPerson, moveAccount, type Person } from './link/account.ts';
import { whyNotConfirm } from './link/confirmers.ts';
import { welcomeMessage } from './link/messages.ts';
import { membershipsOf } from './link/own-side.ts';
import { recordAccount } from './link/record-account.ts';
import { tellSide } from './link/tell-side.ts';
import { tellWaiting } from './link/tell-waiting.ts';
import { type Refused, refuse } from './said.ts';
import type { Actor, Member, Work } from './work.ts';

export type Confirmation = {
  by: { operator: true } | Actor;
  personId: number;
  /** The account that was shown; without it (command line) the one that waits. */
  accountId?: number;
};

export type Confirmed = { kind: 'confirmed'; account: Account; name: string } | Refused;

/**
 * Makes the account that was shown active (C6): by those who lack nothing that it can do (for a leader's never the
 * inviter), or by the operator. Two who confirm at once: the second is refused in words. The person is told what their role can do,
 * and what waits for them.
 */
export async function confirmAccount(
  work: Work,
  { by, personId, accountId }: Confirmation,
): Promise<Confirmed> {
  const known = await lockPerson(work, personId);
  const waiting = known && (await waitingAccount(work, personId, accountId));
  if (!waiting) return refuse('link-nothing-waiting');
  const actor = 'operator' in by ? undefined : by;
  const refused = actor && (await whyNotConfirm(work, actor, waiting));
  if (refused) return refused;
  const members = await membershipsOf(work, personId);
  if (members.length === 0) return refuse('link-no-membership');
  const others = await accountsOf(work, personId);
  if (others.some((other) => other.state === 'active')) return refuse('link-person-active');
  const account = await moveAccount(work, waiting, { state: 'active', activeAt: work.now });
  if (!account) return refuse('link-nothing-waiting');
  await announce(work, known, account, actor, members);
  await tellWaiting(work, personId);
  return { kind: 'confirmed', account, name: known.name };
}

/** The person reads what they can do, the đầu mối and leaders of their side that they are in, every chain that it was so. */
async function announce(
  work: Work,
  { id: personId, name }: Person,
  { id: accountId }: Account,
  by: Actor | undefined,
  members: Member[],
): Promise<void> {
  const begun = { personId, accountId, by: by?.personId ?? null };
  await recordAccount(work, begun, 'account.confirmed', { byOperator: by === undefined });
  const said = welcomeMessage(name, members);
  await tellPeople(work, [{ pairId: null, kind: 'said', ref: { message: said }, personId }]);
  await tellSide(work, { personId, name, by }, 'member-confirmed-told');
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
