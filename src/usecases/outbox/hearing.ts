import { and, eq, gte, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { DateTime } from 'luxon';
import { membership, outbox, pair } from '../../../db/schema/index.ts';
import { type Limits, limitsOf, soundOf, soundsFrom } from '../../domain/noise.ts';
import { DEFAULT_POLICY } from '../../domain/policy.ts';
import type { Role } from '../../domain/side.ts';
import { groupBy } from '../group-by.ts';
import { inForceOn } from '../link/own-side.ts';
import type { Work } from '../work.ts';
import { idList } from './claim.ts';

/**
 * What counts for a person's budget of sounds (R15): when they heard some this week, whether a digest that makes its sound is among
 * today's or waits to go, their limits.
 */
export type Hearing = { heard: DateTime[]; hasDigest: boolean; limits: Limits };

/**
 * The hearing of each of these people, in two queries whatever their number. What is on its way counts as heard now; `but`: rows of
 * which that is still to be decided.
 */
export function hearingOf(work: Work, people: number[], but: number[]): Promise<Map<number, Hearing>> {
  const onItsWay = and(
    inArray(outbox.state, ['claimed', 'sending']),
    sql`${outbox.id} <> all(${idList(but)})`,
  );
  const digest = and(eq(outbox.state, 'pending'), eq(outbox.kind, 'digest'));
  return loadHearing(work, people, or(onItsWay, digest)!, (state) => state !== 'pending');
}

/** Those of these people who would not hear what asks something of them now; what waits to go out today counts as heard. */
export async function withoutSound(work: Work, people: number[]): Promise<Set<number>> {
  const told = { says: 'asks', at: work.now, isOutOfHours: false, isInDigest: false, yields: false } as const;
  const waiting = and(
    inArray(outbox.state, ['claimed', 'sending', 'pending']),
    lte(outbox.notBefore, work.now.endOf('day')),
  );
  const hearing = await loadHearing(work, people, waiting!, () => true);
  const over = [...hearing].filter(([, one]) => !soundOf(told, one.heard, one.limits).isLoud);
  return new Set(over.map(([personId]) => personId));
}

async function loadHearing(
  work: Work,
  people: number[],
  unsent: SQL,
  isHeard: (state: string) => boolean,
): Promise<Map<number, Hearing>> {
  if (people.length === 0) return new Map();
  const limits = await loadLimits(work, people);
  const sounds = groupBy(await loadSounds(work, people, unsent), (one) => one.personId);
  return new Map(
    people.map((personId) => {
      const own = (sounds.get(personId) ?? []).map((one) => ({ ...one, at: one.at ?? work.now }));
      return [
        personId,
        {
          heard: own.filter((one) => isHeard(one.state)).map((one) => one.at),
          hasDigest: own.some((one) => one.kind === 'digest' && one.at.hasSame(work.now, 'day')),
          limits: limits.get(personId) ?? limitsOf([], DEFAULT_POLICY.maxPushesADay),
        },
      ];
    }),
  );
}

/** What has not gone out has no instant yet. In two parts, each along the index. */
function loadSounds(work: Work, people: number[], unsent: SQL) {
  const among = (which: SQL | undefined) =>
    work.tx
      .select({ personId: outbox.personId, kind: outbox.kind, at: outbox.sentAt, state: outbox.state })
      .from(outbox)
      .where(
        and(
          sql`${outbox.personId} = any(${idList(people)})`,
          // Spelled as the index has it.
          sql`says = 'asks' and not silent`,
          isNull(outbox.editMessageId),
          which,
        ),
      );
  const sent = and(eq(outbox.state, 'sent'), gte(outbox.sentAt, soundsFrom(work.now)));
  return unionAll(among(sent), among(and(isNull(outbox.sentAt), unsent)));
}

/** By the roles of today; agreements may differ in how many a day: the strictest holds. */
async function loadLimits(work: Work, people: number[]): Promise<Map<number, Limits>> {
  const rows = await work.tx.execute<{ person_id: number; roles: Role[]; a_day: number }>(sql`
    select ${membership.personId} as person_id, array_agg(distinct ${membership.role}) as roles,
      min(coalesce((${pair.policy}->>'maxPushesADay')::int, ${DEFAULT_POLICY.maxPushesADay})) as a_day
    from ${membership} join ${pair} on ${pair.id} = ${membership.pairId}
    where ${membership.personId} = any(${idList(people)}) and ${inForceOn(membership, work.now.toISODate()!)}
    group by ${membership.personId}`);
  return new Map(rows.map((row) => [row.person_id, limitsOf(row.roles, row.a_day)]));
}
