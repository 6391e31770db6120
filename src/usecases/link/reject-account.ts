import { and, eq, isNull } from 'drizzle-orm';
import { consent, telegramAccount } from '../../../db/schema/index.ts';
import { sayInChat, tellPeople } from '../enqueue.ts';
import { message, type Refused, refuse, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { type Account, closeAccount, lockPerson } from './account.ts';
import { mayReject } from './confirmers.ts';
import { invitationOf } from './find-invitation.ts';

/** "Không phải người này" (C6): the account is closed and the link spoiled; the person needs a new invitation. */
export async function rejectAccount(
  work: Work,
  actor: Actor,
  accountId: number,
): Promise<{ kind: 'rejected'; name: string } | Refused> {
  const [found] = await work.tx.select().from(telegramAccount).where(eq(telegramAccount.id, accountId));
  const known = found && (await lockPerson(work, found.personId));
  if (!known || found.state !== 'pending') return refuse('link-nothing-waiting');
  if (!(await mayReject(work, actor, found))) return refuse('link-not-confirmer');
  if (!(await closeAccount(work, found, actor.personId, 'rejected'))) return refuse('link-nothing-waiting');
  await work.tx
    .update(consent)
    .set({ withdrawnAt: work.now })
    .where(and(eq(consent.personId, found.personId), isNull(consent.withdrawnAt)));
  await sayInChat(work, { chatId: found.chatId }, message([text('link-rejected')]));
  await tellInviter(work, actor, found, known.name);
  return { kind: 'rejected', name: known.name };
}

async function tellInviter(work: Work, by: Actor, { invitationId }: Account, name: string): Promise<void> {
  const invited = await invitationOf(work, invitationId);
  if (!invited?.invitedBy || invited.invitedBy === by.personId) return;
  const said = message([text('link-rejected-told', { name, by: by.name })]);
  await tellPeople(work, [
    { pairId: invited.pairId, kind: 'said', ref: { message: said }, personId: invited.invitedBy },
  ]);
}

/** The person whose account a button names, for a confirmation by id; undefined: no such account. */
export async function personOfAccount(work: Work, accountId: number): Promise<number | undefined> {
  const [row] = await work.tx
    .select({ personId: telegramAccount.personId })
    .from(telegramAccount)
    .where(eq(telegramAccount.id, accountId));
  return row?.personId;
}
