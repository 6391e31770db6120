import { eq } from 'drizzle-orm';
import { person, telegramAccount } from '../../../db/schema/index.ts';
import { audit } from '../audit.ts';
import { type Refused, refuse } from '../said.ts';
import type { Work } from '../work.ts';
import {
  type Account,
  accountsOf,
  closeAccount,
  dropUnconsented,
  liveAccountOf,
  lockPerson,
  type Visitor,
} from './account.ts';
import { findInvitation, type Invitation, whyUnusable } from './find-invitation.ts';

export type Opened = { kind: 'step'; account: Account } | Refused;

/**
 * Opens an invitation link (C6): a good one begins with the consent text, a repeated one goes on where the person stands.
 * The invitation is not used up before the consent. Foreign, used, revoked and expired links are refused, each in its words.
 */
export async function openLink(work: Work, visitor: Visitor, token: string): Promise<Opened> {
  const found = await findInvitation(work, token);
  if (!found) return refuse('link-foreign');
  const invited = await lockPerson(work, found.personId);
  const mine = await liveAccountOf(work, visitor.userId);
  if (mine && isSameStep(mine, found)) return { kind: 'step', account: mine };
  const refused =
    (await whyUnusable(work, found)) ?? whyTaken(mine, found, await accountsOf(work, found.personId));
  if (refused) return refused;
  if (mine?.invitationId === found.id) return { kind: 'step', account: mine };
  if (mine?.state === 'consenting') await dropUnconsented(work, mine, null);
  else if (mine) await closeAccount(work, mine, null, 'replaced');
  return { kind: 'step', account: await offer(work, visitor, found, invited!.locale) };
}

/** Someone who tapped their own link again after it was used. */
const isSameStep = (mine: Account, found: Invitation): boolean =>
  mine.state === 'active'
    ? mine.personId === found.personId
    : mine.state !== 'consenting' && mine.invitationId === found.id;

function whyTaken(mine: Account | undefined, found: Invitation, theirs: Account[]): Refused | undefined {
  if (mine?.state === 'active') return refuse('link-account-active');
  if (mine && mine.state !== 'consenting' && mine.personId !== found.personId)
    return refuse('link-account-waiting');
  return theirs.some((account) => account.state === 'active') ? refuse('link-person-active') : undefined;
}

async function offer(work: Work, visitor: Visitor, found: Invitation, locale: 'vi' | 'en'): Promise<Account> {
  const { userId, chatId, shownName } = visitor;
  const [made] = await work.tx
    .insert(telegramAccount)
    .values({
      personId: found.personId,
      invitationId: found.id,
      userId,
      chatId,
      shownName,
      state: 'consenting',
      createdAt: work.now,
    })
    .returning();
  const spoken = languageOf(visitor) ?? locale;
  if (spoken !== locale)
    await work.tx.update(person).set({ locale: spoken }).where(eq(person.id, found.personId));
  // Without a consent yet: ids only, nothing of the visitor enters the log.
  const facts = { person: found.personId, account: made!.id, invitation: found.id, locale: spoken };
  await audit(work, { pairId: null, type: 'account.offered', facts });
  return made!;
}

function languageOf({ languageCode }: Visitor): 'vi' | 'en' | undefined {
  const [language] = (languageCode ?? '').toLowerCase().split('-');
  return language === 'vi' || language === 'en' ? language : undefined;
}
