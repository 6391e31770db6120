import { changedFields, isInWindow, type Material, WORDLESS } from '../../domain/change.ts';
import { isLive, type Reason } from '../../domain/inspection.ts';
import { bodyFor, isSensitiveKind } from '../../domain/kinds.ts';
import { audit } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import { materialOf } from '../view/change-lines.ts';
import type { Actor, Work } from '../work.ts';
import { caseFor } from './access.ts';
import { checkBody, checkContent, checkWhoAndSince } from './draft-inspection.ts';
import type { Case } from './load-case.ts';
import { askOtherSide, type Crossing, pendingOf } from './propose-change-ask.ts';
import { isOtherSchedule } from './say-schedule.ts';
import { writeVersion } from './write-version.ts';

export type NewChange = {
  /** The version that the đầu mối saw; when another holds by now, nothing is proposed. */
  baseVersionId: number;
  /** How much had been said of its schedule. */
  baseSchedule?: number;
  /** Only what is to be changed. Sessions outside a new window are dropped. */
  changes: Partial<Material>;
  reason: Reason;
  reasonText?: string;
};

/**
 * Proposes "Điều chỉnh lần n" to the other side: a new version, which holds only when it is confirmed and voids nothing
 * until then (R4, R5). One change or stop waits at a time.
 */
export async function proposeChange(
  work: Work,
  actor: Actor,
  inspectionId: number,
  given: NewChange,
): Promise<Crossing | Refused> {
  const allowed = await caseFor(work, actor, inspectionId, 'change.propose', { lock: true });
  if (isRefused(allowed)) return allowed;
  const { found, member } = allowed;
  if (!isLive(found.inspection.state)) return refuse('refused-state');
  if (await pendingOf(work, inspectionId)) return refuse('refused-pending-already');
  if (found.version.id !== given.baseVersionId || (await isOtherSchedule(work, found, given.baseSchedule)))
    return refuse('refused-version-moved');
  const before = await materialOf(work, found.version);
  const after = applyChange(before, given.changes);
  const wrong = await checkChange(work, found, before, after);
  if (wrong) return wrong;
  const maker = {
    personId: actor.personId,
    side: member.side,
    reason: given.reason,
    reasonText: given.reasonText,
  };
  const n = found.version.n + 1;
  const versionId = await writeVersion(work, { pairId: member.pairId, inspectionId, n }, after, maker);
  const crossing = await askOtherSide(work, found, member.side, 'change', versionId);
  await audit(work, {
    pairId: member.pairId,
    type: 'change.proposed',
    by: actor.personId,
    inspectionId,
    facts: {
      side: member.side,
      n,
      version: versionId,
      fields: changedFields(before, after).join(' '),
      reason: given.reason,
    },
    values:
      given.reasonText && !isSensitiveKind(after.kind) ? { reasonText: { value: given.reasonText } } : {},
  });
  return crossing;
}

/**
 * The content with the changes applied; hours of another window mean nothing in the new one, unless they were set anew. Another kind
 * that cannot be its body's becomes the usual body's. What becomes of a sensitive kind keeps no text: neither content nor places (C4).
 */
export function applyChange(before: Material, changes: Partial<Material>): Material {
  const moved = { ...before, ...changes };
  const after = changes.kind ? { ...moved, subjectBody: bodyFor(moved.kind, moved.subjectBody) } : moved;
  const isBare = isSensitiveKind(after.kind);
  const kept = isBare ? [] : before.sessions.filter((one) => isInWindow(one.startsAt, after));
  return {
    ...after,
    ...(isBare && WORDLESS),
    sessions: changes.sessions ?? kept,
  };
}

async function checkChange(
  work: Work,
  found: Case,
  before: Material,
  after: Material,
): Promise<Refused | undefined> {
  const fields = changedFields(before, after);
  if (fields.length === 0) return refuse('refused-nothing-changed');
  if (after.sessions.some((one) => !isInWindow(one.startsAt, after)))
    return refuse('refused-session-outside');
  // A place is a text, and sensitive kinds bear none (C4).
  if (isSensitiveKind(after.kind) && fields.includes('sessions') && after.sessions.length > 0)
    return refuse('refused-sensitive-session');
  const ofBody = fields.includes('body') ? checkBody(after) : undefined;
  const wrong = ofBody ?? checkWhoAndSince(after);
  if (wrong) return wrong;
  if (!fields.includes('window') && !fields.includes('target')) return undefined;
  return checkContent(work, found.inspection.pairId, after);
}
