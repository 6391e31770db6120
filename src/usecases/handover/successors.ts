import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { membership, person, telegramAccount } from '../../../db/schema/index.ts';
import { isLeader, mayDo } from '../../domain/permission.ts';
import type { Side } from '../../domain/side.ts';
import { inForceOn, REACHED, reachedOn } from '../link/own-side.ts';
import { type Refused, refuse } from '../said.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';

export type Successor = { id: number; name: string };

/** Who may follow: members and observers of the side with an account in use. Leaders keep their own role; a đầu mối already is one. */
export async function successorsOn(work: Work, pairId: number, side: Side): Promise<Successor[]> {
  return work.tx
    .select({ id: person.id, name: person.name })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .innerJoin(telegramAccount, REACHED)
    .where(
      and(
        eq(membership.pairId, pairId),
        eq(membership.side, side),
        inArray(membership.role, ['member', 'observer']),
        inForceOn(membership, work.now.toISODate()!),
      ),
    )
    .orderBy(asc(person.name), asc(person.id));
}

export type Giver = { member: Member; fromPerson: number };

/**
 * Whose duties the actor may offer in a pair: their own as its đầu mối; as a leader those of a đầu mối whom the bot does not
 * reach any more or who has left, while no other is reached.
 */
export async function giverFor(work: Work, actor: Actor, pairId: number): Promise<Giver | Refused> {
  const member = memberIn(actor, pairId);
  if (!member) return refuse('refused-not-found');
  if (!mayDo(member, 'handover.offer')) return refuse('refused-not-allowed');
  if (!isLeader(member.role)) return { member, fromPerson: actor.personId };
  if ((await reachedOn(work, pairId, member.side, ['secretary'])).length > 0)
    return refuse('refused-secretary-only');
  const fromPerson = await goneSecretary(work, pairId, member.side);
  return fromPerson === undefined ? refuse('handover-operator') : { member, fromPerson };
}

/** The đầu mối who holds the role and is not reached, else the last who held it. */
async function goneSecretary(work: Work, pairId: number, side: Side): Promise<number | undefined> {
  const rows = await work.tx
    .select({ personId: membership.personId, toDay: membership.toDay })
    .from(membership)
    .where(and(eq(membership.pairId, pairId), eq(membership.side, side), eq(membership.role, 'secretary')))
    .orderBy(desc(membership.toDay), desc(membership.id));
  return (rows.find((row) => row.toDay === null) ?? rows[0])?.personId;
}
