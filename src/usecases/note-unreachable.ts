import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import { groupChat, person, telegramAccount } from '../../db/schema/index.ts';
import type { TextKey } from '../locales/keys.ts';
import { audit } from './audit.ts';
import { tellPeople } from './enqueue.ts';
import { tellSecretaries } from './group/note-muted.ts';
import type { Account } from './link/account.ts';
import { overseersOf } from './link/own-side.ts';
import { tellWaiting } from './link/tell-waiting.ts';
import { message, text } from './said.ts';
import type { Work } from './work.ts';

/**
 * A chat that takes nothing any more: the account is marked once and the own side's secretaries are told by name, so that
 * nobody waits for an answer that cannot come. For a group: it is left, and its committee's secretaries are told.
 */
export async function noteUnreachable(work: Work, chatId: number): Promise<void> {
  if (chatId < 0) return leaveGroup(work, chatId);
  const [account] = await work.tx
    .update(telegramAccount)
    .set({ unreachableAt: work.now })
    .where(
      and(
        eq(telegramAccount.chatId, chatId),
        ne(telegramAccount.state, 'revoked'),
        isNull(telegramAccount.unreachableAt),
      ),
    )
    .returning();
  if (!account) return;
  await auditAbout(work, 'account.unreachable', account);
  if (account.state === 'active') await tellOverseers(work, account, 'link-unreachable', 'unreachable');
}

/** The person is back (unblocked, or /start): what is said reaches them again, and what waits for them comes now. False: they were never away. */
export async function noteReturned(work: Work, userId: number, chatId: number): Promise<boolean> {
  const [account] = await work.tx
    .update(telegramAccount)
    .set({ unreachableAt: null, chatId })
    .where(
      and(
        eq(telegramAccount.userId, userId),
        ne(telegramAccount.state, 'revoked'),
        isNotNull(telegramAccount.unreachableAt),
      ),
    )
    .returning();
  if (!account) return false;
  await auditAbout(work, 'account.returned', account);
  if (account.state === 'active') {
    await tellOverseers(work, account, 'link-returned', 'returned');
    await tellWaiting(work, account.personId);
  }
  return true;
}

const auditAbout = (work: Work, type: string, { id, personId }: Account): Promise<void> =>
  audit(work, { pairId: null, type, facts: { person: personId, account: id } });

async function tellOverseers(
  work: Work,
  account: Account,
  key: TextKey,
  note: 'unreachable' | 'returned',
): Promise<void> {
  const [known] = await work.tx.select().from(person).where(eq(person.id, account.personId));
  const said = message([text(key, { name: known!.name })]);
  const told = await overseersOf(work, account.personId);
  await tellPeople(
    work,
    told.map((personId) => ({ pairId: null, kind: 'said', ref: { message: said, note }, personId })),
  );
}

async function leaveGroup(work: Work, chatId: number): Promise<void> {
  const [left] = await work.tx
    .update(groupChat)
    .set({ leftAt: work.now })
    .where(and(eq(groupChat.chatId, chatId), isNull(groupChat.leftAt)))
    .returning();
  if (!left) return;
  await audit(work, {
    pairId: null,
    type: 'group.left',
    facts: { group: left.id, committee: left.committeeId },
  });
  await tellSecretaries(work, left, 'link-group-left');
}
