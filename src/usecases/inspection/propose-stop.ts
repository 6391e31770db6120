import { type InspectionState, isLive, type Reason } from '../../domain/inspection.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import { audit } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import { materialOf } from '../view/change-lines.ts';
import type { Actor, Work } from '../work.ts';
import { caseFor } from './access.ts';
import { askOtherSide, type Crossing, pendingOf } from './propose-change-ask.ts';
import { writeVersion } from './write-version.ts';

export const STOP_KINDS = ['stop', 'not_held'] as const;
export type StopKind = (typeof STOP_KINDS)[number];
export type StopReason = { reason: Reason; reasonText?: string };

const ACTS = { stop: 'stop.propose', not_held: 'not_held.propose' } as const;

/** Where each can be asked for: a stop once agreed; "chưa thực hiện" while the sides do not agree. */
export const mayStop = (asks: StopKind, state: InspectionState): boolean =>
  asks === 'stop' ? isLive(state) : state === 'countered' || state === 'declined';

/**
 * One side proposes to stop, or not to hold, an inspection; both must want it. The reason stands in a further round of the
 * version that holds, with the same content, which never becomes the one that holds.
 */
export async function proposeStop(
  work: Work,
  actor: Actor,
  inspectionId: number,
  asks: StopKind,
  given: StopReason,
): Promise<Crossing | Refused> {
  const allowed = await caseFor(work, actor, inspectionId, ACTS[asks], { lock: true });
  if (isRefused(allowed)) return allowed;
  const { found, member } = allowed;
  if (!mayStop(asks, found.inspection.state)) return refuse('refused-state');
  if (await pendingOf(work, inspectionId)) return refuse('refused-pending-already');
  const versionId = await writeVersion(
    work,
    { pairId: member.pairId, inspectionId, n: found.version.n },
    await materialOf(work, found.version),
    { personId: actor.personId, side: member.side, ...given },
  );
  const crossing = await askOtherSide(work, found, member.side, asks, versionId);
  await audit(work, {
    pairId: member.pairId,
    type: `${asks}.proposed`,
    by: actor.personId,
    inspectionId,
    facts: { side: member.side, version: found.version.id, reason: given.reason },
    values:
      given.reasonText && !isSensitiveKind(found.version.kind)
        ? { reasonText: { value: given.reasonText } }
        : {},
  });
  return crossing;
}
