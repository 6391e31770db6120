import { and, eq, isNull } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { invitation } from '../../../db/schema/index.ts';
import { mayDo } from '../../domain/permission.ts';
import { audit } from '../audit.ts';
import { makeInvitation } from '../make-invitation.ts';
import { type Refused, refuse } from '../said.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { lockPerson } from './account.ts';
import { acrossPairs } from './across-pairs.ts';
import { confirmersOf } from './confirmers.ts';
import { type SideMember, sideMembers } from './members.ts';
import { placeIn } from './own-side.ts';

/** The actor as a secretary of the pair; a pair that is not theirs answers as one that does not exist. */
function inviterIn(actor: Actor, pairId: number): Member | Refused {
  const member = memberIn(actor, pairId);
  return member && mayDo(member, 'member.invite') ? member : refuse('member-not-secretary');
}

/** The own side's people whom an invitation can still help: without an account, invited or not. */
export async function listInvitable(
  work: Work,
  actor: Actor,
  pairId: number,
): Promise<SideMember[] | Refused> {
  const member = inviterIn(actor, pairId);
  if ('refused' in member) return member;
  const people = await sideMembers(work, pairId, member.side);
  return people.filter(({ standing }) => standing === 'uninvited' || standing === 'invited');
}

export type Invited =
  | {
      kind: 'made';
      name: string;
      token: string;
      expiresAt: DateTime;
      invitationId: number;
      /** Another than the inviter will confirm the account. */
      isForSecond: boolean;
    }
  | { kind: 'open'; name: string; expiresAt: DateTime; invitationId: number }
  | Refused;

/**
 * Invites a person of the own side (C6). An open invitation is shown, not replaced, unless `again`: a second link voids the
 * first, which may be in the person's hands. The link itself is told once and kept nowhere.
 */
export async function invitePerson(
  work: Work,
  actor: Actor,
  { pairId, personId, again }: { pairId: number; personId: number; again: boolean },
): Promise<Invited> {
  const member = inviterIn(actor, pairId);
  if ('refused' in member) return member;
  await lockPerson(work, personId);
  const people = await sideMembers(work, pairId, member.side);
  const found = people.find((one) => one.personId === personId);
  if (!found) return refuse('member-gone');
  if (found.standing === 'waiting') return refuse('member-waits', { name: found.name });
  if (found.standing !== 'uninvited' && found.standing !== 'invited')
    return refuse('member-has-account', { name: found.name });
  if (found.standing === 'invited' && !again) {
    const open = await openInvitation(work, personId);
    return { kind: 'open', name: found.name, expiresAt: open!.expiresAt, invitationId: open!.id };
  }
  const made = await acrossPairs(work, () =>
    makeInvitation(work, { pairId, personId, invitedBy: actor.personId }),
  );
  const open = await openInvitation(work, personId);
  const { second } = await confirmersOf(work, { invitationId: open!.id, personId });
  return {
    kind: 'made',
    name: found.name,
    ...made,
    invitationId: open!.id,
    isForSecond: second !== undefined,
  };
}

async function openInvitation(work: Work, personId: number) {
  const [row] = await acrossPairs(work, () =>
    work.tx
      .select()
      .from(invitation)
      .where(and(eq(invitation.personId, personId), isNull(invitation.usedAt), isNull(invitation.revokedAt))),
  );
  return row;
}

/** "Thu hồi": the link is void from now on. One that was used, or is void already, is refused in words. */
export async function revokeInvitation(
  work: Work,
  actor: Actor,
  invitationId: number,
): Promise<{ kind: 'revoked' } | Refused> {
  const [found] = await work.tx.select().from(invitation).where(eq(invitation.id, invitationId));
  const member = found && inviterIn(actor, found.pairId);
  const place = found && (await placeIn(work, found.pairId, found.personId));
  if (!found || !member || 'refused' in member || place?.side !== member.side) return refuse('member-gone');
  const revoked = await work.tx
    .update(invitation)
    .set({ revokedAt: work.now })
    .where(and(eq(invitation.id, invitationId), isNull(invitation.usedAt), isNull(invitation.revokedAt)))
    .returning({ id: invitation.id });
  if (revoked.length === 0) return refuse('member-link-closed');
  const facts = { person: found.personId, invitation: invitationId };
  await audit(work, { pairId: found.pairId, type: 'invitation.revoked', by: actor.personId, facts });
  return { kind: 'revoked' };
}
