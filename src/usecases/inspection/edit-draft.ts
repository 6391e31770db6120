import { eq } from 'drizzle-orm';
import { inspection } from '../../../db/schema/index.ts';
import { changedFields, isInWindow } from '../../domain/change.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import type { TeamRoles } from '../../domain/team.ts';
import { audit } from '../audit.ts';
import { closeRequests } from '../request/close-request.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import { materialOf } from '../view/change-lines.ts';
import type { Actor, Work } from '../work.ts';
import { caseFor } from './access.ts';
import { checkBody, checkContent, checkWhoAndSince } from './draft-inspection.ts';
import { type Case, loadCase } from './load-case.ts';
import { setTeam } from './write-team.ts';
import { type Content, useVersion, writeVersion } from './write-version.ts';

/** What a draft is to say; without sessions, those that stand stay. */
type Edited = Omit<Content, 'sessions'> & { sessions?: Content['sessions'] };

/**
 * Writes the next round of version 0 of one's own draft, or of what came back countered or declined. It is a draft again,
 * which the other side does not see until it crosses anew (C8); what they asked of the old round is void.
 */
export async function editDraft(
  work: Work,
  actor: Actor,
  inspectionId: number,
  content: Edited,
  team: number[],
  roles?: TeamRoles,
): Promise<{ found: Case } | Refused> {
  const editable = await openDraft(work, actor, inspectionId);
  if (isRefused(editable)) return editable;
  const { found } = editable;
  const before = await materialOf(work, found.version);
  const sessions = content.sessions ?? before.sessions;
  const kept = isSensitiveKind(content.kind) ? [] : sessions;
  const after = { ...content, sessions: kept.filter((one) => isInWindow(one.startsAt, content)) };
  const wrong =
    checkBody(after) ?? checkWhoAndSince(after) ?? (await checkContent(work, found.inspection.pairId, after));
  if (wrong) return wrong;
  const { pairId, side, state } = found.inspection;
  const member = actor.members.find((one) => one.pairId === pairId)!;
  const fields = changedFields(before, after);
  // The other side's own counter-proposal is taken up as one's own round even where nothing differs.
  if (fields.length > 0 || found.version.madeSide !== side) {
    const where = { pairId, inspectionId, n: found.version.n };
    await useVersion(
      work,
      inspectionId,
      await writeVersion(work, where, after, { personId: actor.personId, side }),
    );
  }
  await setTeam(work, member, inspectionId, team, roles);
  await closeRequests(work, inspectionId, ['not_held'], 'void');
  await work.tx
    .update(inspection)
    .set({ state: 'draft', crossesAt: null, changedAt: work.now })
    .where(eq(inspection.id, inspectionId));
  await audit(work, {
    pairId,
    type: 'inspection.edited',
    by: actor.personId,
    inspectionId,
    facts: { side, was: state, fields: fields.join(' ') },
    values: after.subject ? { subject: { value: after.subject } } : {},
  });
  return { found: (await loadCase(work, inspectionId))! };
}

/** The case, locked, when it is this person's to edit: their side's draft, or what was countered or declined. */
export async function openDraft(
  work: Work,
  actor: Actor,
  inspectionId: number,
): Promise<{ found: Case } | Refused> {
  const allowed = await caseFor(work, actor, inspectionId, 'inspection.draft', { lock: true });
  if (isRefused(allowed)) return allowed;
  if (!['draft', 'countered', 'declined'].includes(allowed.found.inspection.state))
    return refuse('refused-state');
  return { found: allowed.found };
}
