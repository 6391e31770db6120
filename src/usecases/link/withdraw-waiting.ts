import { and, eq, isNull, sql } from 'drizzle-orm';
import { auditEntry, auditValue, consent } from '../../../db/schema/index.ts';
import { tellPeople } from '../enqueue.ts';
import { dropOfAccount } from '../erase-person.ts';
import { message, text } from '../said.ts';
import type { Work } from '../work.ts';
import { type Account, closeAccount, lockPerson, moveAccount } from './account.ts';
import { invitationOf } from './find-invitation.ts';

/**
 * Ends an account that waits and removes what it brought (C8). Whoever has a link is not yet the person: their name, roles and earlier
 * accounts stay. The inviter is told. False: the account has moved on meanwhile.
 */
export async function withdrawWaiting(work: Work, account: Account): Promise<boolean> {
  const { personId } = account;
  const known = await lockPerson(work, personId);
  if (!known || !(await closeAccount(work, account, null, 'withdrawn'))) return false;
  await dropOfAccount(work, account);
  await forgetConsent(work, account);
  await moveAccount(
    work,
    { id: account.id, state: 'revoked' },
    { state: 'revoked', userId: 0, chatId: 0, shownName: '' },
  );
  await tellInviter(work, account, known.name);
  return true;
}

/** The values behind the account's own consent alone: the person may have left others by an account of before. */
async function forgetConsent({ tx, now }: Work, { id, personId }: Account): Promise<void> {
  await tx
    .update(consent)
    .set({ withdrawnAt: now })
    .where(and(eq(consent.personId, personId), isNull(consent.withdrawnAt)));
  const own = tx
    .select({ chainId: auditEntry.chainId, seq: auditEntry.seq })
    .from(auditEntry)
    .where(
      and(eq(auditEntry.type, 'consent.given'), sql`(${auditEntry.body}::json->>'account')::int = ${id}`),
    );
  await tx
    .delete(auditValue)
    .where(and(eq(auditValue.personId, personId), sql`(${auditValue.chainId}, ${auditValue.seq}) in ${own}`));
}

async function tellInviter(work: Work, { invitationId }: Account, name: string): Promise<void> {
  const invited = await invitationOf(work, invitationId);
  if (!invited?.invitedBy) return;
  const said = message([text('link-withdrawn-told', { name })]);
  await tellPeople(work, [
    { pairId: invited.pairId, kind: 'said', ref: { message: said }, personId: invited.invitedBy },
  ]);
}
