import { mayDo } from '../../domain/permission.ts';
import type { Actor, Work } from '../work.ts';
import { memberIn } from '../work.ts';
import type { Account } from './account.ts';
import { invitationOf } from './find-invitation.ts';
import { placeIn, reachedOn } from './own-side.ts';

export type Confirmers = { pairId: number | null; told: number[] };

/**
 * Who confirms an account (C6): the inviter; where the operator invited, or the inviter is no secretary of that side any
 * more or cannot be reached, its secretaries. `told` empty: the operator, by the command line.
 */
export async function confirmersOf(
  work: Work,
  account: Pick<Account, 'invitationId' | 'personId'>,
): Promise<Confirmers> {
  const found = await invitationOf(work, account.invitationId);
  const place = found && (await placeIn(work, found.pairId, found.personId));
  if (!found || !place) return { pairId: found?.pairId ?? null, told: [] };
  const secretaries = (await reachedOn(work, found.pairId, place.side, ['secretary'])).filter(
    (personId) => personId !== account.personId,
  );
  const inviter = secretaries.filter((personId) => personId === found.invitedBy);
  return { pairId: found.pairId, told: inviter.length > 0 ? inviter : secretaries };
}

/** Whether a person in chat may confirm or reject the account: one who is told of it, and still a secretary there. */
export async function mayConfirm(work: Work, actor: Actor, account: Account): Promise<boolean> {
  const { pairId, told } = await confirmersOf(work, account);
  const member = pairId === null ? undefined : memberIn(actor, pairId);
  return member !== undefined && mayDo(member, 'member.invite') && told.includes(actor.personId);
}
