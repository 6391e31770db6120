import { eq } from 'drizzle-orm';
import { person } from '../../../db/schema/index.ts';
import { record } from '../audit.ts';
import { tellPeople } from '../enqueue.ts';
import { button, details, text } from '../said.ts';
import type { Work } from '../work.ts';
import { type Account, liveAccountOf, moveAccount } from './account.ts';
import { confirmersOf } from './confirmers.ts';
import { invitationOf } from './find-invitation.ts';

export type Practised = { kind: 'step'; account: Account } | { kind: 'stale' };

/** The practice tap: the account waits, and whoever confirms it is shown the account (C6). */
export async function finishPractice(work: Work, userId: number, accountId: number): Promise<Practised> {
  const seen = await liveAccountOf(work, userId);
  if (seen?.id !== accountId || seen.state !== 'practising') return { kind: 'stale' };
  const account = await moveAccount(work, seen, { state: 'pending' });
  if (!account) return { kind: 'stale' };
  const { personId } = account;
  const facts = { person: personId, account: account.id };
  await record(work, { pairId: null, type: 'account.waiting', by: personId, facts });
  await askToConfirm(work, account);
  return { kind: 'step', account };
}

/** Whoever confirms the account is shown it; again when others confirm from now on. */
export async function askToConfirm(work: Work, account: Account): Promise<void> {
  const { pairId, told } = await confirmersOf(work, account);
  const [known] = await work.tx.select().from(person).where(eq(person.id, account.personId));
  const invited = await invitationOf(work, account.invitationId);
  const inviter = await nameOf(work, invited?.invitedBy ?? null);
  const said = details(
    [
      text('link-confirm-title', { name: known!.name }),
      text('link-confirm-account', { shown: account.shownName, id: String(account.userId) }),
      inviter === undefined ? text('link-confirm-by-operator') : text('link-confirm-by', { inviter }),
      text('link-confirm-look'),
    ],
    [
      button('button-link-confirm', `link.ok.${account.id}`, 'success'),
      button('button-link-reject', `link.not.${account.id}`, 'danger'),
    ],
  );
  await tellPeople(
    work,
    told.map((personId) => ({
      pairId,
      kind: 'said',
      ref: { message: said, note: 'confirm-account' },
      personId,
    })),
  );
}

async function nameOf(work: Work, personId: number | null): Promise<string | undefined> {
  if (personId === null) return undefined;
  const [row] = await work.tx.select({ name: person.name }).from(person).where(eq(person.id, personId));
  return row?.name;
}
