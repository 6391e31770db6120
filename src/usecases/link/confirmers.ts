import { eq } from 'drizzle-orm';
import { person } from '../../../db/schema/index.ts';
import type { Text } from '../../domain/message.ts';
import { mayDo } from '../../domain/permission.ts';
import { type Chosen, chooseConfirmers, type Standee } from '../../domain/standing.ts';
import { type Refused, refuse, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { memberIn } from '../work.ts';
import type { Account } from './account.ts';
import { invitationOf } from './find-invitation.ts';
import { placeIn, reachedOn, standingsOf } from './own-side.ts';

/** `pairId`: of the invitation. */
export type Confirmers = Chosen & { pairId: number | null };

type Waiting = Pick<Account, 'invitationId' | 'personId'>;

/** Who confirms an account (C6), as the roles are now. Nobody in chat: the operator, by the command line. */
export async function confirmersOf(work: Work, account: Waiting): Promise<Confirmers> {
  const found = await invitationOf(work, account.invitationId);
  const place = found && (await placeIn(work, found.pairId, found.personId));
  if (!found || !place) return { pairId: found?.pairId ?? null, told: [] };
  const { pairId, invitedBy } = found;
  const reached = await reachedOn(work, pairId, place.side, ['secretary', 'chair', 'vice']);
  const standings = await standingsOf(work, [...reached, account.personId, invitedBy ?? 0]);
  const standee = (personId: number): Standee => ({ personId, standing: standings.get(personId) ?? [] });
  const chosen = chooseConfirmers({
    pairId,
    invited: standee(account.personId),
    inviter: invitedBy === null ? undefined : standee(invitedBy),
    reached: reached.map(standee),
  });
  return { pairId, ...chosen };
}

/**
 * Why a person in chat may not confirm the account; undefined: they may. A đầu mối of its side reads who does it, and what the
 * operator types where nobody in chat can.
 */
export async function whyNotConfirm(
  work: Work,
  actor: Actor,
  account: Waiting,
): Promise<Refused | undefined> {
  const { pairId, told, second } = await confirmersOf(work, account);
  const member = pairId === null ? undefined : memberIn(actor, pairId);
  if (!member) return refuse('link-not-confirmer');
  if (mayDo(member, 'account.confirm') && told.includes(actor.personId)) return undefined;
  const place = await placeIn(work, member.pairId, account.personId);
  const isInviting = mayDo(member, 'member.invite') && place?.side === member.side;
  if (!isInviting || !second) return refuse('link-not-confirmer');
  return { refused: await secondText(work, account.personId, told) };
}

/** Whether a person in chat may refuse the account: who may confirm it, and its inviter; after them who invites for that side now. */
export async function mayReject(work: Work, actor: Actor, account: Waiting): Promise<boolean> {
  if (!(await whyNotConfirm(work, actor, account))) return true;
  const found = await invitationOf(work, account.invitationId);
  const member = found && memberIn(actor, found.pairId);
  if (!found || found.invitedBy === null || !member || !mayDo(member, 'member.invite')) return false;
  if (found.invitedBy === actor.personId) return true;
  const place = await placeIn(work, found.pairId, account.personId);
  const inviting = await reachedOn(work, found.pairId, member.side, ['secretary']);
  return place?.side === member.side && !inviting.includes(found.invitedBy);
}

/** Who the second person is, for those who have invited: another of the own side, or the operator with the line they type. */
export async function secondText(work: Work, personId: number, told: readonly number[]): Promise<Text> {
  if (told.length > 0) return text('link-second-asked');
  const [known] = await work.tx.select({ key: person.key }).from(person).where(eq(person.id, personId));
  return text('link-second-operator', { line: `npm run admin -- confirm ${known!.key}` });
}
