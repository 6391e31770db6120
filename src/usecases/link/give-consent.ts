import { eq } from 'drizzle-orm';
import { consent, person } from '../../../db/schema/index.ts';
import { audit } from '../audit.ts';
import { tellPeople } from '../enqueue.ts';
import { instantArg, message, type Refused, refuse, text } from '../said.ts';
import type { Work } from '../work.ts';
import {
  type Account,
  accountsOf,
  closeAccount,
  dropUnconsented,
  liveAccountOf,
  lockPerson,
  moveAccount,
} from './account.ts';
import { confirmersOf } from './confirmers.ts';
import { type Invitation, invitationOf, takeInvitation, whyUnusable } from './find-invitation.ts';

/** Names the consent text (link-consent) that was shown: another text, another version. */
const CONSENT_VERSION = 'consent-1';

/** `stale`: a button of another step, or of another person's account. */
export type Consented = { kind: 'step'; account: Account } | { kind: 'stale' } | Refused;

/**
 * "Đồng ý": the consent is kept (C8), the invitation used up (C6), and older unfinished links of the person end. Of two
 * people with one link only the first gets through.
 */
export async function giveConsent(work: Work, userId: number, accountId: number): Promise<Consented> {
  const seen = await consentingOf(work, userId, accountId);
  if (!seen) return { kind: 'stale' };
  await lockPerson(work, seen.personId);
  const refused = await useUp(work, seen);
  if (refused) {
    await dropUnconsented(work, seen, null);
    return refused;
  }
  // Rows of accounts before the log's head, the order everywhere: no deadlock with a phone that blocks the bot now.
  const account = await moveAccount(work, seen, { state: 'practising' });
  if (!account) return { kind: 'stale' };
  await endOthers(work, account);
  const { personId } = account;
  await work.tx.insert(consent).values({ personId, textVersion: CONSENT_VERSION, givenAt: work.now });
  await audit(work, {
    pairId: null,
    type: 'consent.given',
    by: personId,
    facts: { person: personId, account: account.id, invitation: account.invitationId, text: CONSENT_VERSION },
    values: {
      shownName: { value: account.shownName, personId },
      userId: { value: String(account.userId), personId },
    },
  });
  return { kind: 'step', account };
}

/** "Không đồng ý": the account goes, the invitation stays usable, the inviter hears of it silently. */
export async function declineConsent(
  work: Work,
  userId: number,
  accountId: number,
): Promise<{ kind: 'declined'; account: Account } | { kind: 'stale' }> {
  const seen = await consentingOf(work, userId, accountId);
  if (!seen || !(await dropUnconsented(work, seen, null))) return { kind: 'stale' };
  const invited = await invitationOf(work, seen.invitationId);
  if (invited) await tellDeclined(work, seen, invited);
  return { kind: 'declined', account: seen };
}

/** Changes the language of what the person reads from now on. */
export async function switchLanguage(work: Work, personId: number): Promise<void> {
  const before = await lockPerson(work, personId);
  const locale = before?.locale === 'vi' ? 'en' : 'vi';
  await work.tx.update(person).set({ locale }).where(eq(person.id, personId));
  await audit(work, {
    pairId: null,
    type: 'person.language',
    by: personId,
    facts: { person: personId, locale },
  });
}

async function consentingOf(work: Work, userId: number, accountId: number): Promise<Account | undefined> {
  const mine = await liveAccountOf(work, userId);
  return mine?.id === accountId && mine.state === 'consenting' ? mine : undefined;
}

async function useUp(work: Work, account: Account): Promise<Refused | undefined> {
  const found = await invitationOf(work, account.invitationId);
  if (!found) return refuse('link-foreign');
  const refused = await whyUnusable(work, found);
  if (refused) return refused;
  const others = await accountsOf(work, account.personId);
  if (others.some((other) => other.state === 'active')) return refuse('link-person-active');
  return (await takeInvitation(work, found.id)) ? undefined : refuse('link-used');
}

/** Who still looks at the consent text of the same person keeps it, and is refused at the tap: the link is used. */
async function endOthers(work: Work, kept: Account): Promise<void> {
  for (const other of await accountsOf(work, kept.personId))
    if (other.id !== kept.id && other.state !== 'consenting')
      await closeAccount(work, other, null, 'replaced');
}

async function tellDeclined(work: Work, account: Account, invited: Invitation): Promise<void> {
  const [known] = await work.tx.select().from(person).where(eq(person.id, account.personId));
  const { told } = await confirmersOf(work, account);
  const said = message([
    text('link-declined-inviter', { name: known!.name, until: instantArg(invited.expiresAt) }),
  ]);
  await tellPeople(
    work,
    told.map((personId) => ({
      pairId: invited.pairId,
      kind: 'said',
      ref: { message: said },
      personId,
    })),
  );
}
