import { and, eq, exists, or } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { membership, person, telegramAccount } from '../../../db/schema/index.ts';
import type { ActionData } from '../../domain/message.ts';
import { mayDo } from '../../domain/permission.ts';
import { act } from '../actions/index.ts';
import type { Actor, Work } from '../work.ts';
import { confirmersOf, whyNotConfirm } from './confirmers.ts';
import { accountEnds } from './expire-account.ts';
import { inForceOn } from './own-side.ts';

/** An account that waits for this person to confirm it; `dueAt`: when it ends by itself. */
export type AccountTask = {
  kind: 'account';
  pairId: number;
  name: string;
  opens: ActionData;
  dueAt: DateTime;
};

/** What waits for a đầu mối or leader of accounts of their side; one query where nothing waits. */
export async function accountTasks(work: Work, actor: Actor): Promise<AccountTask[]> {
  const tasks: AccountTask[] = [];
  for (const { account, name } of await waitingFor(work, actor)) {
    if (await whyNotConfirm(work, actor, account)) continue;
    const { pairId } = await confirmersOf(work, account);
    tasks.push({
      kind: 'account',
      pairId: pairId!,
      name,
      opens: act('members.who', { accountId: account.id }),
      dueAt: accountEnds(account),
    });
  }
  return tasks;
}

async function waitingFor({ tx, now }: Work, actor: Actor) {
  const own = actor.members.filter((member) => mayDo(member, 'account.confirm'));
  if (own.length === 0) return [];
  const places = own.map(({ pairId, side }) => and(eq(membership.pairId, pairId), eq(membership.side, side)));
  const isOnOwnSide = tx
    .select({ id: membership.id })
    .from(membership)
    .where(
      and(
        eq(membership.personId, telegramAccount.personId),
        inForceOn(membership, now.toISODate()!),
        or(...places),
      ),
    );
  return tx
    .select({ account: telegramAccount, name: person.name })
    .from(telegramAccount)
    .innerJoin(person, eq(person.id, telegramAccount.personId))
    .where(and(eq(telegramAccount.state, 'pending'), exists(isOnOwnSide)))
    .orderBy(telegramAccount.id);
}
