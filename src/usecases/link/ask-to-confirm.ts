import { and, eq, inArray } from 'drizzle-orm';
import { person, telegramAccount } from '../../../db/schema/index.ts';
import type { Message, Text } from '../../domain/message.ts';
import { act } from '../actions/index.ts';
import { tellPeople } from '../enqueue.ts';
import { button, details, type Refused, refuse, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import type { Account } from './account.ts';
import { type Confirmers, confirmersOf, secondText, whyNotConfirm } from './confirmers.ts';
import { invitationOf } from './find-invitation.ts';
import { placeIn, reachedOn } from './own-side.ts';

/** Whoever confirms the account is shown it; again when others confirm from now on. An inviter who does not hears who does. */
export async function askToConfirm(work: Work, account: Account): Promise<void> {
  const confirmers = await confirmersOf(work, account);
  const said = await confirmQuestion(work, account, confirmers);
  const { pairId, told } = confirmers;
  const ref = { message: said, note: 'confirm-account' } as const;
  await tellPeople(
    work,
    told.map((personId) => ({ pairId, kind: 'said', ref, personId })),
  );
  await tellInviter(work, account, confirmers);
}

/** Those of these accounts that wait for a person in chat. */
export async function confirmable(work: Work, actor: Actor, ids: number[]): Promise<Account[]> {
  if (ids.length === 0) return [];
  const waiting = await work.tx
    .select()
    .from(telegramAccount)
    .where(and(inArray(telegramAccount.id, ids), eq(telegramAccount.state, 'pending')));
  const found: Account[] = [];
  for (const account of waiting) if (!(await whyNotConfirm(work, actor, account))) found.push(account);
  return found;
}

/** The question once more, for whoever may answer it now. */
export async function askAgain(work: Work, actor: Actor, accountId: number): Promise<Message | Refused> {
  const [account] = await confirmable(work, actor, [accountId]);
  if (!account) return refuse('link-not-confirmer');
  return confirmQuestion(work, account, await confirmersOf(work, account));
}

/** The account as its confirmer is shown it, with both answers. */
async function confirmQuestion(
  work: Work,
  account: Account,
  { second }: Pick<Confirmers, 'second'>,
): Promise<Message> {
  const invited = await invitationOf(work, account.invitationId);
  const inviter = await nameOf(work, invited?.invitedBy ?? null);
  return details(
    [
      ...(await accountLines(work, account)),
      inviter === undefined ? text('link-confirm-by-operator') : text('link-confirm-by', { inviter }),
      text(second ? 'link-confirm-second' : 'link-confirm-look'),
    ],
    [
      button('button-link-confirm', act('link.ok', { accountId: account.id }), 'success'),
      rejectButton(account),
    ],
  );
}

/** The inviter, who may still refuse; after a handover whoever invites there now. */
async function tellInviter(work: Work, account: Account, { told, second }: Confirmers): Promise<void> {
  const invited = await invitationOf(work, account.invitationId);
  const place = invited && (await placeIn(work, invited.pairId, account.personId));
  if (!second || !place || invited.invitedBy === null) return;
  const secretaries = await reachedOn(work, invited.pairId, place.side, ['secretary']);
  const informed = secretaries.includes(invited.invitedBy)
    ? [invited.invitedBy]
    : secretaries.filter((personId) => !told.includes(personId));
  const said = details(
    [...(await accountLines(work, account)), await secondText(work, account.personId, told)],
    [rejectButton(account)],
  );
  await tellPeople(
    work,
    informed.map((personId) => ({ pairId: invited.pairId, kind: 'said', ref: { message: said }, personId })),
  );
}

async function accountLines(work: Work, { personId, shownName, userId }: Account): Promise<Text[]> {
  return [
    text('link-confirm-title', { name: (await nameOf(work, personId))! }),
    text('link-confirm-account', { shown: shownName, id: String(userId) }),
  ];
}

const rejectButton = ({ id }: Account) =>
  button('button-link-reject', act('link.not', { accountId: id }), 'danger');

async function nameOf(work: Work, personId: number | null): Promise<string | undefined> {
  if (personId === null) return undefined;
  const [row] = await work.tx.select({ name: person.name }).from(person).where(eq(person.id, personId));
  return row?.name;
}
