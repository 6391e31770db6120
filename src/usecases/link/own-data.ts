import { and, count, desc, eq, isNull } from 'drizzle-orm';
import { answer, consent, person } from '../../../db/schema/index.ts';
import type { Message, Text } from '../../domain/message.ts';
import { act } from '../actions/index.ts';
import { erasePerson } from '../erase-person.ts';
import { button, details, instantArg, message, type Refused, refuse, text } from '../said.ts';
import type { Work } from '../work.ts';
import { type Account, liveAccountOf } from './account.ts';
import { acrossPairs } from './across-pairs.ts';
import { roleText } from './messages.ts';
import { membershipsOf } from './own-side.ts';
import { withdrawWaiting } from './withdraw-waiting.ts';

/** One message holds seven lines: two memberships are shown, the rest counted. */
const SHOWN_MEMBERSHIPS = 2;

/** The account whose person may see and withdraw: anyone who has consented, active or still waiting. */
export async function consentedAccountOf(work: Work, userId: number): Promise<Account | undefined> {
  const account = await liveAccountOf(work, userId);
  return account?.state === 'consenting' ? undefined : account;
}

/**
 * What is kept (C8), as one protected message: about the person, and where the account is not confirmed about the account alone, since
 * whoever has a link is not yet the person.
 */
export async function ownData(work: Work, account: Account): Promise<Message> {
  const about = account.state === 'active' ? await aboutPerson(work, account.personId) : undefined;
  const [given] = await work.tx
    .select({ givenAt: consent.givenAt })
    .from(consent)
    .where(and(eq(consent.personId, account.personId), isNull(consent.withdrawnAt)))
    .orderBy(desc(consent.id))
    .limit(1);
  return details(
    [
      about?.name,
      text('data-account', { shown: account.shownName, id: String(account.userId) }),
      given && text('data-consent', { at: instantArg(given.givenAt) }),
      ...(about?.work ?? []),
    ],
    [button('button-data-withdraw', act('data.ask', { accountId: account.id }))],
  );
}

async function aboutPerson(work: Work, personId: number): Promise<{ name: Text; work: (Text | false)[] }> {
  const [known] = await work.tx.select().from(person).where(eq(person.id, personId));
  const { name, title } = known!;
  const members = await membershipsOf(work, personId);
  return {
    name: text('data-name', { name, title, hasTitle: title === '' ? 'no' : 'yes' }),
    work: [
      ...members
        .slice(0, SHOWN_MEMBERSHIPS)
        .map((one) => text('data-membership', { pair: one.pairName, role: roleText(one.role) })),
      members.length > SHOWN_MEMBERSHIPS && text('data-more', { count: members.length - SHOWN_MEMBERSHIPS }),
      text('data-answers', { count: await countAnswers(work, personId) }),
    ],
  };
}

/** The question before a withdrawal: what goes, what stays. */
export const withdrawQuestion = (account: Account): Message =>
  message(
    [text(account.state === 'active' ? 'data-withdraw-ask' : 'data-withdraw-ask-waiting')],
    [
      button('button-data-withdraw-yes', act('data.yes', { accountId: account.id }), 'danger'),
      button('button-data-keep', act('data.keep', { accountId: account.id })),
    ],
  );

/**
 * Withdraws the consent of the account that was shown (C8). Of an active one what tells who the person was is erased; answers stay under
 * a bare id, the chains still verify, the own side's đầu mối and leaders are told. One that waits ends with what it brought.
 */
export async function withdrawConsent(
  work: Work,
  userId: number,
  accountId: number,
): Promise<{ kind: 'withdrawn' } | Refused> {
  const account = await consentedAccountOf(work, userId);
  if (account?.id !== accountId) return refuse('data-nothing');
  const { personId, state } = account;
  const isDone = await acrossPairs(work, () =>
    state === 'active' ? erasePerson(work, personId, personId) : withdrawWaiting(work, account),
  );
  return isDone ? { kind: 'withdrawn' } : refuse('data-nothing');
}

async function countAnswers(work: Work, personId: number): Promise<number> {
  const rows = await acrossPairs(work, () =>
    work.tx.select({ n: count() }).from(answer).where(eq(answer.personId, personId)),
  );
  return rows[0]!.n;
}
