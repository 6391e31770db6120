import { overlapSettled } from '../../../db/schema/index.ts';
import { record } from '../audit.ts';
import type { Actor, Work } from '../work.ts';

/** A person keeps an overlapping plan and says why (R2); the other inspection must be of the same pair. */
export async function settleOverlap(
  work: Work,
  actor: Actor,
  given: { pairId: number; inspectionId: number; otherId: number; reasonText: string },
): Promise<void> {
  await work.tx
    .insert(overlapSettled)
    .values({ ...given, byPerson: actor.personId, at: work.now })
    .onConflictDoNothing();
  await record(work, {
    pairId: given.pairId,
    type: 'overlap.kept',
    by: actor.personId,
    inspectionId: given.inspectionId,
    facts: { other: given.otherId },
    values: { reasonText: { value: given.reasonText } },
  });
}
