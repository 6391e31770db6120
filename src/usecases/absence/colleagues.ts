import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { membership, person, telegramAccount } from '../../../db/schema/index.ts';
import { whyNotInstead } from '../../domain/absence.ts';
import { mayDo } from '../../domain/permission.ts';
import { inForceOn, REACHED } from '../link/own-side.ts';
import type { Actor, Work } from '../work.ts';
import { absencesFrom } from './away.ts';

export type Colleague = { id: number; name: string };
export type Days = { fromDay: string; toDay: string };

/** Who may stand in for a person on these days: reached people of the same committee and side, not away then. */
export async function mayStandInFor(work: Work, personId: number, days: Days): Promise<Colleague[]> {
  const today = work.now.toISODate()!;
  const own = alias(membership, 'own');
  const rows = await work.tx
    .selectDistinct({ id: person.id, name: person.name })
    .from(own)
    .innerJoin(
      membership,
      and(
        eq(membership.pairId, own.pairId),
        eq(membership.side, own.side),
        eq(membership.committeeId, own.committeeId),
      ),
    )
    .innerJoin(person, eq(person.id, membership.personId))
    .innerJoin(telegramAccount, REACHED)
    .where(
      and(
        eq(own.personId, personId),
        inForceOn(own, today),
        inForceOn(membership, today),
        ne(membership.role, 'observer'),
        ne(membership.personId, personId),
      ),
    )
    .orderBy(asc(person.name), asc(person.id));
  const absences = await absencesFrom(
    work,
    rows.map((row) => row.id),
    today,
  );
  return rows.filter((row) => !whyNotInstead(absences, personId, row.id, days));
}

/** People of the sides on which the actor is đầu mối, without the actor, by name: those for whom an absence may be recorded. */
export async function recordableFor(work: Work, actor: Actor): Promise<Colleague[]> {
  const own = actor.members.filter((member) => mayDo(member, 'absence.record'));
  if (own.length === 0) return [];
  const places = await work.tx
    .select({ id: person.id, name: person.name, pairId: membership.pairId, side: membership.side })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(
      and(
        inArray(
          membership.pairId,
          own.map((member) => member.pairId),
        ),
        ne(membership.personId, actor.personId),
        inForceOn(membership, work.now.toISODate()!),
      ),
    )
    .orderBy(asc(person.name), asc(person.id));
  const mine = places.filter((one) =>
    own.some((member) => member.pairId === one.pairId && member.side === one.side),
  );
  return [...new Map(mine.map(({ id, name }) => [id, { id, name }])).values()];
}

/** Whether the person is the actor, or one of a side on which the actor is đầu mối. */
export const mayRecordFor = async (work: Work, actor: Actor, personId: number): Promise<boolean> =>
  personId === actor.personId
    ? actor.members.length > 0
    : (await recordableFor(work, actor)).some((one) => one.id === personId);
