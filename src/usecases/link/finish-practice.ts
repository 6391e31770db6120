import { audit } from '../audit.ts';
import type { Work } from '../work.ts';
import { type Account, liveAccountOf, moveAccount } from './account.ts';
import { askToConfirm } from './ask-to-confirm.ts';

export type Practised = { kind: 'step'; account: Account } | { kind: 'stale' };

/** The practice tap: the account waits, and whoever confirms it is shown the account (C6). */
export async function finishPractice(work: Work, userId: number, accountId: number): Promise<Practised> {
  const seen = await liveAccountOf(work, userId);
  if (seen?.id !== accountId || seen.state !== 'practising') return { kind: 'stale' };
  const account = await moveAccount(work, seen, { state: 'pending' });
  if (!account) return { kind: 'stale' };
  const { personId } = account;
  const facts = { person: personId, account: account.id };
  await audit(work, { pairId: null, type: 'account.waiting', by: personId, facts });
  await askToConfirm(work, account);
  return { kind: 'step', account };
}
