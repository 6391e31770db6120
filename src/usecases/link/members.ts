import { and, countDistinct, eq, gt, isNull, ne } from 'drizzle-orm';
import { invitation, membership, person, telegramAccount } from '../../../db/schema/index.ts';
import type { Absence } from '../../domain/absence.ts';
import { otherSide, type Role, type Side } from '../../domain/side.ts';
import { awayOn } from '../absence/away.ts';
import type { Work } from '../work.ts';
import type { Account } from './account.ts';
import { acrossPairs } from './across-pairs.ts';
import { inForceOn } from './own-side.ts';

/** Where a person stands with the bot: not invited, invited, waiting to be confirmed, in use, or not reached. */
type Standing = 'uninvited' | 'invited' | 'waiting' | 'active' | 'unreachable';

export type SideMember = {
  personId: number;
  name: string;
  title: string;
  role: Role;
  standing: Standing;
  /** The account in use or waiting. */
  accountId: number | undefined;
  /** Away today. */
  away: Absence | undefined;
};

/** The people of one side of a pair today, by name. Callers see to it that nobody sees another side's names. */
export async function sideMembers(work: Work, pairId: number, side: Side): Promise<SideMember[]> {
  const people = await work.tx
    .select({ personId: person.id, name: person.name, title: person.title, role: membership.role })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(here(work, pairId, side))
    .orderBy(person.name, person.id);
  const accounts = await accountsOn(work, pairId, side);
  const invited = await invitedOn(work, pairId, side);
  const away = await awayOn(
    work,
    people.map((row) => row.personId),
    work.now.toISODate()!,
  );
  return people.map((row) => {
    const account = accounts.get(row.personId);
    const standing = standingOf(account, invited.has(row.personId));
    return { ...row, accountId: account?.id, standing, away: away.get(row.personId) };
  });
}

/** How many people across have an account in use: all that a side learns of the other. */
export async function countAcross(work: Work, pairId: number, side: Side): Promise<number> {
  const [row] = await work.tx
    .select({ people: countDistinct(membership.personId) })
    .from(membership)
    .innerJoin(
      telegramAccount,
      and(eq(telegramAccount.personId, membership.personId), eq(telegramAccount.state, 'active')),
    )
    .where(here(work, pairId, otherSide(side)));
  return row!.people;
}

function standingOf(account: Account | undefined, isInvited: boolean): Standing {
  if (!account) return isInvited ? 'invited' : 'uninvited';
  if (account.state !== 'active') return 'waiting';
  return account.unreachableAt === null ? 'active' : 'unreachable';
}

const here = (work: Work, pairId: number, side: Side) =>
  and(eq(membership.pairId, pairId), eq(membership.side, side), inForceOn(membership, work.now.toISODate()!));

/** Who only looks at the consent text has no account yet. An active account goes before one that waits. */
async function accountsOn(work: Work, pairId: number, side: Side): Promise<Map<number, Account>> {
  const rows = await work.tx
    .select({ account: telegramAccount })
    .from(telegramAccount)
    .innerJoin(membership, eq(membership.personId, telegramAccount.personId))
    .where(
      and(
        here(work, pairId, side),
        ne(telegramAccount.state, 'revoked'),
        ne(telegramAccount.state, 'consenting'),
      ),
    );
  const inOrder = rows.map((row) => row.account).sort((one) => (one.state === 'active' ? 1 : -1));
  return new Map(inOrder.map((account) => [account.personId, account]));
}

async function invitedOn(work: Work, pairId: number, side: Side): Promise<Set<number>> {
  const rows = await acrossPairs(work, () =>
    work.tx
      .select({ personId: invitation.personId })
      .from(invitation)
      .innerJoin(membership, eq(membership.personId, invitation.personId))
      .where(
        and(
          here(work, pairId, side),
          isNull(invitation.usedAt),
          isNull(invitation.revokedAt),
          gt(invitation.expiresAt, work.now),
        ),
      ),
  );
  return new Set(rows.map((row) => row.personId));
}
