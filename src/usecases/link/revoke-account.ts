import { mayDo } from '../../domain/permission.ts';
import { sayInChat } from '../enqueue.ts';
import { message, type Refused, refuse, text } from '../said.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { type Account, accountsOf, closeAccount, lockPerson } from './account.ts';
import { placeIn } from './own-side.ts';
import { tellSide } from './tell-side.ts';

export type Revoked = { kind: 'revoked'; name: string } | Refused;

export type Revocation = { pairId: number; personId: number; accountId: number };

/** The account a secretary may revoke, with its person's name: own side only, never one's own. */
export async function revocable(
  work: Work,
  actor: Actor,
  { pairId, personId, accountId }: Revocation,
): Promise<{ account: Account; name: string } | Refused> {
  const member = memberIn(actor, pairId);
  if (!member || !mayDo(member, 'member.invite')) return refuse('member-not-secretary');
  if (personId === actor.personId) return refuse('member-own-account');
  const known = await lockPerson(work, personId);
  const place = await placeIn(work, pairId, personId);
  if (!known || place?.side !== member.side) return refuse('member-gone');
  const account = (await accountsOf(work, personId)).find((one) => one.id === accountId);
  return account ? { account, name: known.name } : refuse('member-no-account', { name: known.name });
}

/**
 * Revokes the account of a person of the own side. The person is told, and the đầu mối and leaders of their side in all their
 * pairs, since one account serves them all.
 */
export async function revokeAccount(work: Work, actor: Actor, asked: Revocation): Promise<Revoked> {
  const found = await revocable(work, actor, asked);
  if ('refused' in found) return found;
  const { account, name } = found;
  if (!(await closeAccount(work, account, actor.personId, 'revoked')))
    return refuse('member-no-account', { name });
  const { personId } = asked;
  await sayInChat(work, { chatId: account.chatId, personId }, message([text('member-revoked-you')]));
  await tellSide(work, { personId, name, by: actor }, 'member-revoked-told');
  return { kind: 'revoked', name };
}
