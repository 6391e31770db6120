import { and, eq, gt, inArray, isNull, lte, ne, or, type SQL } from 'drizzle-orm';
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core';
import { membership, pair, telegramAccount } from '../../../db/schema/index.ts';
import type { Role, Side } from '../../domain/side.ts';
import type { Standing } from '../../domain/standing.ts';
import { groupBy } from '../group-by.ts';
import type { Member, Work } from '../work.ts';

type MembershipDays = { fromDay: AnyPgColumn; toDay: AnyPgColumn };

/** Whether a membership holds on a day; its last day is excluded. */
export const inForceOn = (row: MembershipDays, day: string): SQL =>
  and(lte(row.fromDay, day), or(isNull(row.toDay), gt(row.toDay, day)))!;

/** The active account of a membership's person, as a join: the bot reaches them. */
export const REACHED = and(
  eq(telegramAccount.personId, membership.personId),
  eq(telegramAccount.state, 'active'),
  isNull(telegramAccount.unreachableAt),
)!;

/** Who holds one of the roles on a side of a pair today and can be reached. */
export async function reachedOn(work: Work, pairId: number, side: Side, roles: Role[]): Promise<number[]> {
  const rows = await work.tx
    .select({ personId: membership.personId })
    .from(membership)
    .innerJoin(telegramAccount, REACHED)
    .where(
      and(
        eq(membership.pairId, pairId),
        eq(membership.side, side),
        inArray(membership.role, roles),
        inForceOn(membership, work.now.toISODate()!),
      ),
    )
    .orderBy(membership.id);
  return rows.map((row) => row.personId);
}

/** The đầu mối and leaders of a person's side in each of their pairs, as far as they can be reached. Never the person, never the other side. */
export async function answerableBeside(work: Work, personId: number) {
  const today = work.now.toISODate()!;
  const own = alias(membership, 'own');
  return work.tx
    .select({
      pairId: membership.pairId,
      personId: membership.personId,
      committeeId: membership.committeeId,
      role: membership.role,
    })
    .from(own)
    .innerJoin(membership, and(eq(membership.pairId, own.pairId), eq(membership.side, own.side)))
    .innerJoin(telegramAccount, REACHED)
    .where(
      and(
        eq(own.personId, personId),
        inForceOn(own, today),
        inForceOn(membership, today),
        ne(membership.personId, personId),
        inArray(membership.role, ['secretary', 'chair', 'vice']),
      ),
    )
    .orderBy(membership.id);
}

/**
 * Who is told of a change of a person's account: in each of the person's pairs the own side's secretaries, its chair and
 * vice where no other secretary can be reached.
 */
export async function overseersOf(work: Work, personId: number): Promise<number[]> {
  const rows = await answerableBeside(work, personId);
  const told = rows.filter(
    ({ pairId, role }) =>
      role === 'secretary' || !rows.some((other) => other.pairId === pairId && other.role === 'secretary'),
  );
  return [...new Set(told.map((row) => row.personId))];
}

/** The side and role a person holds in a pair today; undefined: none. */
export async function placeIn(
  work: Work,
  pairId: number,
  personId: number,
): Promise<{ side: Side; role: Role } | undefined> {
  const [row] = await work.tx
    .select({ side: membership.side, role: membership.role })
    .from(membership)
    .where(
      and(
        eq(membership.pairId, pairId),
        eq(membership.personId, personId),
        inForceOn(membership, work.now.toISODate()!),
      ),
    );
  return row;
}

/** The memberships a person holds today, as an actor has them. */
export async function membershipsOf(work: Work, personId: number): Promise<Member[]> {
  return work.tx
    .select({
      id: membership.id,
      pairId: membership.pairId,
      pairName: pair.name,
      side: membership.side,
      committeeId: membership.committeeId,
      role: membership.role,
    })
    .from(membership)
    .innerJoin(pair, eq(pair.id, membership.pairId))
    .where(and(eq(membership.personId, personId), inForceOn(membership, work.now.toISODate()!)))
    .orderBy(membership.pairId);
}

/** Every standing of today of each of these people, in all pairs. */
export async function standingsOf(work: Work, people: number[]): Promise<Map<number, Standing[]>> {
  const rows = await work.tx
    .select({
      personId: membership.personId,
      pairId: membership.pairId,
      side: membership.side,
      role: membership.role,
    })
    .from(membership)
    .where(and(inArray(membership.personId, people), inForceOn(membership, work.now.toISODate()!)))
    .orderBy(membership.pairId);
  return groupBy(rows, (row) => row.personId);
}
