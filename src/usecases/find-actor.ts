import { and, eq, gt, isNull, lte, or, type SQL } from 'drizzle-orm';
import { membership, pair, person, telegramAccount } from '../../db/schema/index.ts';
import type { Actor, Work } from './work.ts';

/** The person behind an active Telegram account, with today's memberships; undefined: a stranger, or not active yet. */
export const findActor = (work: Work, userId: number): Promise<Actor | undefined> =>
  loadActor(work, eq(telegramAccount.userId, userId));

/** The same by the person: for what was asked for a while ago. */
export const findActorByPerson = (work: Work, personId: number): Promise<Actor | undefined> =>
  loadActor(work, eq(person.id, personId));

async function loadActor(work: Work, where: SQL): Promise<Actor | undefined> {
  const today = work.now.toISODate()!;
  const rows = await work.tx
    .select({
      personId: person.id,
      name: person.name,
      locale: person.locale,
      chatId: telegramAccount.chatId,
      id: membership.id,
      pairId: membership.pairId,
      pairName: pair.name,
      side: membership.side,
      committeeId: membership.committeeId,
      role: membership.role,
    })
    .from(telegramAccount)
    .innerJoin(person, eq(person.id, telegramAccount.personId))
    .leftJoin(
      membership,
      and(
        eq(membership.personId, person.id),
        lte(membership.fromDay, today),
        or(isNull(membership.toDay), gt(membership.toDay, today)),
      ),
    )
    .leftJoin(pair, eq(pair.id, membership.pairId))
    .where(and(where, eq(telegramAccount.state, 'active')))
    .orderBy(membership.pairId);
  const [first] = rows;
  if (!first) return undefined;
  return {
    personId: first.personId,
    name: first.name,
    locale: first.locale,
    chatId: first.chatId,
    members: rows.flatMap((row) => (row.id === null ? [] : [row as Actor['members'][number]])),
  };
}
