import { and, eq, ne } from 'drizzle-orm';
import { form, person, telegramAccount } from '../../../db/schema/index.ts';
import { audit } from '../audit.ts';
import type { Work } from '../work.ts';
import { recordAccount } from './record-account.ts';

export type Account = typeof telegramAccount.$inferSelect;
export type Person = typeof person.$inferSelect;

/** Who writes from Telegram, as far as Telegram shows it. */
export type Visitor = { userId: number; chatId: number; shownName: string; languageCode?: string };

/** Locks the person, so that of two links or confirmations at once the second sees the first. Undefined: no such id. */
export async function lockPerson(work: Work, personId: number): Promise<Person | undefined> {
  const [row] = await work.tx.select().from(person).where(eq(person.id, personId)).for('update');
  return row;
}

/** The account of a Telegram user that is not revoked. */
export async function liveAccountOf(work: Work, userId: number): Promise<Account | undefined> {
  const [row] = await work.tx
    .select()
    .from(telegramAccount)
    .where(and(eq(telegramAccount.userId, userId), ne(telegramAccount.state, 'revoked')));
  return row;
}

/** The accounts of a person that are not revoked, the active one among them. */
export async function accountsOf(work: Work, personId: number): Promise<Account[]> {
  return work.tx
    .select()
    .from(telegramAccount)
    .where(and(eq(telegramAccount.personId, personId), ne(telegramAccount.state, 'revoked')));
}

/** Moves an account on from the state that was seen; undefined: someone else moved it first. */
export async function moveAccount(
  work: Work,
  account: Pick<Account, 'id' | 'state'>,
  to: Partial<Account> & Pick<Account, 'state'>,
): Promise<Account | undefined> {
  const [moved] = await work.tx
    .update(telegramAccount)
    .set(to)
    .where(and(eq(telegramAccount.id, account.id), eq(telegramAccount.state, account.state)))
    .returning();
  return moved;
}

/** Drops an account that nobody has consented for: its name and ids go with the row (C8). */
export async function dropUnconsented(work: Work, account: Account, by: number | null): Promise<boolean> {
  const gone = await work.tx
    .delete(telegramAccount)
    .where(and(eq(telegramAccount.id, account.id), eq(telegramAccount.state, 'consenting')))
    .returning({ id: telegramAccount.id });
  if (gone.length === 0) return false;
  const facts = { person: account.personId, account: account.id };
  await audit(work, { pairId: null, type: 'account.dropped', by, facts });
  return true;
}

/**
 * Closes an account in the state that was seen, with its open form; recorded with the reason. One that ends by itself, or for
 * another of the same person, before it was ever in use concerns no pair.
 */
export async function closeAccount(
  work: Work,
  account: Account,
  by: number | null,
  why: 'rejected' | 'replaced' | 'revoked' | 'expired' | 'withdrawn',
): Promise<boolean> {
  if (!(await moveAccount(work, account, { state: 'revoked', revokedAt: work.now }))) return false;
  await work.tx
    .update(form)
    .set({ state: 'cancelled', data: {}, changedAt: work.now })
    .where(and(eq(form.personId, account.personId), eq(form.state, 'open')));
  const ended = { personId: account.personId, accountId: account.id, by };
  if (why === 'rejected' || why === 'revoked') await recordAccount(work, ended, 'account.revoked', { why });
  else {
    const facts = { person: account.personId, account: account.id, why };
    await audit(work, { pairId: null, type: 'account.revoked', by, facts });
  }
  return true;
}
