import { overlapSettled } from '../../../db/schema/index.ts';
import { audit } from '../audit.ts';
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
  await auditKept(work, actor, given, { other: given.otherId });
}

type Kept = { pairId: number; inspectionId: number; reasonText: string };

/** The same beside a line of the year's plan: once the line becomes an inspection, the two are compared anew. */
export const keepBesideLine = (work: Work, actor: Actor, given: Kept & { itemId: number }): Promise<void> =>
  auditKept(work, actor, given, { line: given.itemId });

const auditKept = async (
  work: Work,
  actor: Actor,
  { pairId, inspectionId, reasonText }: Kept,
  facts: Record<string, number>,
): Promise<void> => {
  await audit(work, {
    ...{ pairId, inspectionId, facts },
    type: 'overlap.kept',
    by: actor.personId,
    values: { reasonText: { value: reasonText } },
  });
};
