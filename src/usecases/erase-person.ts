import { and, eq, gt, inArray, isNotNull, isNull, ne, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import {
  absence,
  auditValue,
  calendarFeed,
  consent,
  form,
  invitation,
  membership,
  outbox,
  person,
  targetPerson,
  telegramAccount,
} from '../../db/schema/index.ts';
import { act } from './actions/index.ts';
import { audit } from './audit.ts';
import { erasedKey } from './import-org-stored.ts';
import { tellSide } from './link/tell-side.ts';
import type { Work } from './work.ts';

/**
 * Removes what tells who a person was (C8): name, title, key, accounts, values behind the audit entries, unsent and sent messages. What
 * the person answered and when stays under a bare id, and the chains still verify. Their đầu mối and leaders are told, except of an
 * erasure that an older backup undid (`isAgain`): of that they were. Says false when there is nobody to erase.
 */
export async function erasePerson(
  work: Work,
  personId: number,
  by: number | null,
  { isAgain = false } = {},
): Promise<boolean> {
  const [found] = await work.tx.select().from(person).where(eq(person.id, personId)).for('update');
  if (!found || found.erasedAt !== null) return false;
  // While the name is known, and who stands beside it.
  const news = { personId, name: found.name, by: undefined };
  if (!isAgain) await tellSide(work, news, by === personId ? 'data-withdrawn-told' : 'member-erased-told');
  const ended = await endMemberships(work, personId);
  // While their chats are known.
  await dropMessages(work, personId);
  await closeAccounts(work, personId);
  await work.tx.delete(auditValue).where(eq(auditValue.personId, personId));
  await work.tx
    .update(person)
    .set({ key: erasedKey(found.key), name: '', title: '', erasedAt: work.now })
    .where(eq(person.id, personId));
  for (const pairId of ended)
    await audit(work, { pairId, type: 'person.erased', by, facts: { person: personId } });
  await audit(work, { pairId: null, type: 'person.erased', by, facts: { person: personId } });
  return true;
}

async function endMemberships({ tx, now }: Work, personId: number): Promise<number[]> {
  const today = now.toISODate()!;
  const rows = await tx
    .update(membership)
    .set({ toDay: today })
    .where(and(eq(membership.personId, personId), or(isNull(membership.toDay), gt(membership.toDay, today))))
    .returning({ pairId: membership.pairId });
  await tx.delete(targetPerson).where(eq(targetPerson.personId, personId));
  await tx.delete(absence).where(eq(absence.personId, personId));
  return rows.map((row) => row.pairId).sort((a, b) => a - b);
}

async function closeAccounts({ tx, now }: Work, personId: number): Promise<void> {
  await tx
    .update(telegramAccount)
    .set({ state: 'revoked', revokedAt: now })
    .where(and(eq(telegramAccount.personId, personId), ne(telegramAccount.state, 'revoked')));
  await tx
    .update(telegramAccount)
    .set({ userId: 0, chatId: 0, shownName: '' })
    .where(eq(telegramAccount.personId, personId));
  await tx
    .update(invitation)
    .set({ revokedAt: now })
    .where(and(eq(invitation.personId, personId), isNull(invitation.usedAt), isNull(invitation.revokedAt)));
  await tx
    .update(consent)
    .set({ withdrawnAt: now })
    .where(and(eq(consent.personId, personId), isNull(consent.withdrawnAt)));
  await tx
    .update(calendarFeed)
    .set({ revokedAt: now })
    .where(and(eq(calendarFeed.personId, personId), isNull(calendarFeed.revokedAt)));
  await tx
    .update(form)
    .set({ state: 'cancelled', changedAt: now })
    .where(and(eq(form.personId, personId), eq(form.state, 'open')));
  await tx.update(form).set({ data: {}, chatId: 0 }).where(eq(form.personId, personId));
}

/** What was said to them, and in their chats before they were linked: that names nobody, but stands in the same chat. */
async function dropMessages({ tx }: Work, personId: number): Promise<void> {
  const chats = tx
    .select({ chatId: telegramAccount.chatId })
    .from(telegramAccount)
    .where(eq(telegramAccount.personId, personId));
  await dropWhere(tx, or(eq(outbox.personId, personId), and(isNull(outbox.personId), inPrivate(chats)))!);
  const accounts = await tx
    .select({ id: telegramAccount.id })
    .from(telegramAccount)
    .where(eq(telegramAccount.personId, personId));
  for (const { id } of accounts) await dropQuestions(tx, id);
}

/** Removes what was said in an account's chat to its person, or to nobody by name, and what asks others about the account. */
export async function dropOfAccount(
  { tx }: Work,
  { id, personId, chatId }: { id: number; personId: number; chatId: number },
): Promise<void> {
  await dropWhere(tx, and(or(eq(outbox.personId, personId), isNull(outbox.personId)), inPrivate([chatId]))!);
  await dropQuestions(tx, id);
}

/** A question that has not gone out would still show others the account that is gone. */
async function dropQuestions(tx: Work['tx'], accountId: number): Promise<void> {
  const asks = [act('link.ok', { accountId }), act('link.not', { accountId })].map((does) =>
    JSON.stringify({ message: { buttons: [{ does }] } }),
  );
  await tx
    .update(outbox)
    .set({ state: 'skipped', reason: 'erased', owner: null, leaseUntil: null, ref: {} })
    .where(
      and(
        eq(outbox.kind, 'said'),
        inArray(outbox.state, ['pending', 'claimed', 'sending']),
        or(...asks.map((one) => sql`${outbox.ref} @> ${one}::jsonb`)),
      ),
    );
}

const inPrivate = (chats: SQLWrapper | number[]) =>
  and(eq(outbox.isGroup, false), ne(outbox.chatId, 0), inArray(outbox.chatId, chats));

/** Also what is on the wire: it may arrive, but its row ends here, and whoever sends it finds no row to settle. */
async function dropWhere(tx: Work['tx'], which: SQL): Promise<void> {
  await tx
    .update(outbox)
    .set({ state: 'skipped', reason: 'erased', owner: null, leaseUntil: null })
    .where(and(which, inArray(outbox.state, ['pending', 'claimed', 'sending'])));
  await tx
    .update(outbox)
    .set({ ...NOBODYS, messageId: null, editMessageId: null })
    .where(which);
}

/** What a row of the outbox keeps of somebody who was erased: a key of edits begins with the chat. */
const NOBODYS = { chatId: 0, coalesceKey: null, ref: {} };

/** Takes the chat out of what was said to people after they were erased, the last word to them; and out of what earlier versions left. */
export async function forgetErased({ tx }: Work): Promise<void> {
  const erased = tx.select({ id: person.id }).from(person).where(isNotNull(person.erasedAt));
  await tx
    .update(outbox)
    .set(NOBODYS)
    .where(
      and(
        inArray(outbox.personId, erased),
        ne(outbox.chatId, 0),
        inArray(outbox.state, ['sent', 'failed', 'skipped']),
      ),
    );
}
