import { and, inArray, isNotNull, lte, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { inspection } from '../../../db/schema/index.ts';
import { otherSide, type Side } from '../../domain/side.ts';
import type { Actor, Work } from '../work.ts';

/** The inspections a person may see, over all their pairs: everything of their own side, of the other what has crossed (C8). */
export function visibleTo(work: Work, actor: Actor): SQL {
  const own = (['a', 'b'] as const).flatMap((side) => seenFrom(work, actor, side));
  return or(...own) ?? sql`false`;
}

function seenFrom(work: Work, actor: Actor, side: Side): SQL[] {
  const pairs = pairsOn(actor, side);
  if (pairs.length === 0) return [];
  const crossed = and(
    inArray(inspection.side, [otherSide(side)]),
    isNotNull(inspection.crossesAt),
    lte(inspection.crossesAt, work.now),
    notInArray(inspection.state, ['draft', 'awaiting_leader']),
  );
  return [and(inArray(inspection.pairId, pairs), or(inArray(inspection.side, [side]), crossed))!];
}

const pairsOn = (actor: Actor, side: Side): number[] =>
  actor.members.filter((member) => member.side === side).map((member) => member.pairId);

/** Targets that the person belongs to, with everything below them: inspections of these stay out of lists and searches. */
export const shutTargets = (actor: Actor): SQL => sql`(
  with recursive shut (pair_id, id) as (
    select pair_id, target_id from target_person where person_id = ${actor.personId} and tie = 'belongs'
    union
    select t.pair_id, t.id from target t join shut on shut.pair_id = t.pair_id and shut.id = t.parent_id)
  select id from shut)`;
