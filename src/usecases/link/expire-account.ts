import { and, eq, isNull, lte, ne } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { consent, telegramAccount } from '../../../db/schema/index.ts';
import { sayInChat, tellPeople } from '../enqueue.ts';
import { message, text } from '../said.ts';
import type { Work } from '../work.ts';
import { type Account, closeAccount, dropUnconsented, lockPerson } from './account.ts';
import { invitationOf } from './find-invitation.ts';

const WAIT_DAYS = 14;

/** When an account that nobody confirms ends by itself. */
export const accountEnds = ({ createdAt }: Pick<Account, 'createdAt'>): DateTime =>
  createdAt.plus({ days: WAIT_DAYS });

/** The accounts whose time to be confirmed is over. */
export async function accountsToExpire({ tx, now }: Work): Promise<number[]> {
  const rows = await tx
    .select({ id: telegramAccount.id })
    .from(telegramAccount)
    .where(unconfirmed(now))
    .orderBy(telegramAccount.id);
  return rows.map(({ id }) => id);
}

/** Ends an account that was not confirmed in time; the person and the inviter are told. False: it has moved on meanwhile. */
export async function expireAccount(work: Work, accountId: number): Promise<boolean> {
  const [found] = await work.tx
    .select()
    .from(telegramAccount)
    .where(and(eq(telegramAccount.id, accountId), unconfirmed(work.now)));
  if (!found) return false;
  const known = await lockPerson(work, found.personId);
  if (found.state === 'consenting') return dropUnconsented(work, found, null);
  if (!(await closeAccount(work, found, null, 'expired'))) return false;
  await work.tx
    .update(consent)
    .set({ withdrawnAt: work.now })
    .where(and(eq(consent.personId, found.personId), isNull(consent.withdrawnAt)));
  const { chatId, personId } = found;
  await sayInChat(work, { chatId, personId }, message([text('link-unconfirmed')]));
  await tellInviter(work, found, known!.name);
  return true;
}

const unconfirmed = (now: DateTime) =>
  and(
    ne(telegramAccount.state, 'revoked'),
    ne(telegramAccount.state, 'active'),
    lte(telegramAccount.createdAt, now.minus({ days: WAIT_DAYS })),
  );

async function tellInviter(work: Work, { invitationId }: Account, name: string): Promise<void> {
  const invited = await invitationOf(work, invitationId);
  if (!invited?.invitedBy) return;
  const said = message([text('link-unconfirmed-told', { name })]);
  await tellPeople(work, [
    { pairId: invited.pairId, kind: 'said', ref: { message: said }, personId: invited.invitedBy },
  ]);
}
