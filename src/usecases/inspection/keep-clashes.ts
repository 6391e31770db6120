import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { caseFor } from './access.ts';
import type { Case } from './load-case.ts';
import { type OpenClash, openClashes } from './open-clashes.ts';
import { settleOverlap } from './settle-overlap.ts';

export type Clashing = { found: Case; clashes: OpenClash[] };

/** An inspection of the actor's own side with what it clashes with and nobody has settled; `lock` takes its row first. */
export async function clashesOfCase(
  work: Work,
  actor: Actor,
  inspectionId: number,
  options: { lock?: boolean } = {},
): Promise<Clashing | Refused> {
  const allowed = await caseFor(work, actor, inspectionId, 'inspection.draft', options);
  if (isRefused(allowed)) return allowed;
  const inPair = { ...actor, members: [allowed.member] };
  const clashes = (await openClashes(work, inPair)).filter((one) => one.inspectionId === inspectionId);
  return clashes.length > 0 ? { found: allowed.found, clashes } : refuse('overlap-none-open');
}

/** The đầu mối keeps both and says why (R2), for all that the inspection clashes with now; of two taps the first counts. */
export async function keepClashes(
  work: Work,
  actor: Actor,
  inspectionId: number,
  reasonText: string,
): Promise<Clashing | Refused> {
  const clashing = await clashesOfCase(work, actor, inspectionId, { lock: true });
  if (isRefused(clashing)) return clashing;
  const { pairId } = clashing.found.inspection;
  for (const { otherId } of clashing.clashes)
    await settleOverlap(work, actor, { pairId, inspectionId, otherId, reasonText });
  return clashing;
}
