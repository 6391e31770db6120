import { and, eq } from 'drizzle-orm';
import { inspection, target } from '../../../db/schema/index.ts';
import { MOST_MEMBERS } from '../../domain/inspected.ts';
import { bodiesOf } from '../../domain/kinds.ts';
import { mayDo } from '../../domain/permission.ts';
import type { TeamRoles } from '../../domain/team.ts';
import { audit } from '../audit.ts';
import { type Refused, refuse } from '../said.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { setTeam } from './write-team.ts';
import { type Content, useVersion, writeVersion } from './write-version.ts';

/** A đầu mối's draft: version 0, seen by its own side only. Refused: no such pair, not a đầu mối, a target that has ended (R9). */
export async function draftInspection(
  work: Work,
  actor: Actor,
  pairId: number,
  content: Content,
  team: number[],
  roles?: TeamRoles,
): Promise<{ inspectionId: number } | Refused> {
  const member = memberIn(actor, pairId);
  if (!member) return refuse('refused-not-found');
  if (!mayDo(member, 'inspection.draft')) return refuse('refused-not-allowed');
  const wrong =
    checkBody(content) ?? checkWhoAndSince(content) ?? (await checkContent(work, pairId, content));
  if (wrong) return wrong;
  const inspectionId = await insertDraft(work, member, actor.personId, content);
  await setTeam(work, member, inspectionId, team, roles);
  await audit(work, {
    pairId,
    type: 'inspection.drafted',
    by: actor.personId,
    inspectionId,
    facts: { side: member.side, target: content.targetId, kind: content.kind },
    values: content.subject ? { subject: { value: content.subject } } : {},
  });
  return { inspectionId };
}

/** The kind must be one that its body may hold (Điều lệ Đảng, Điều 30 and 32). */
export const checkBody = ({ kind, subjectBody }: Content): Refused | undefined =>
  bodiesOf(kind).includes(subjectBody) ? undefined : refuse('refused-body');

/** Members are counted, and what is looked into begins before it is held and ends after it began. */
export function checkWhoAndSince({ memberCount, isOfMembers, ...content }: Content): Refused | undefined {
  const isCount = Number.isInteger(memberCount) && memberCount >= 0 && memberCount <= MOST_MEMBERS;
  if (!isCount || (isOfMembers && memberCount === 0)) return refuse('members-unclear');
  const { coveredFrom, coveredTo, windowTo } = content;
  if (coveredFrom === null) return coveredTo === null ? undefined : refuse('refused-covered');
  const isPeriod = coveredTo === null || coveredFrom < coveredTo;
  return isPeriod && coveredFrom < windowTo ? undefined : refuse('refused-covered');
}

/** The target must be of the pair and not ended; the window must not lie wholly in the past. */
export async function checkContent(
  work: Work,
  pairId: number,
  content: Content,
): Promise<Refused | undefined> {
  const today = work.now.toISODate()!;
  const [found] = await work.tx
    .select({ name: target.name, toDay: target.toDay })
    .from(target)
    .where(and(eq(target.pairId, pairId), eq(target.id, content.targetId)));
  if (!found) return refuse('refused-not-found');
  if (found.toDay !== null && found.toDay <= today)
    return refuse('refused-target-ended', { target: found.name, day: { day: found.toDay } });
  if (content.windowTo <= today)
    return refuse('refused-window-past', { window: { window: [content.windowFrom, content.windowTo] } });
  return undefined;
}

async function insertDraft(work: Work, member: Member, personId: number, content: Content): Promise<number> {
  const [row] = await work.tx
    .insert(inspection)
    .values({
      pairId: member.pairId,
      state: 'draft',
      side: member.side,
      draftedBy: personId,
      createdAt: work.now,
      changedAt: work.now,
    })
    .returning({ id: inspection.id });
  const inspectionId = row!.id;
  const where = { pairId: member.pairId, inspectionId, n: 0 };
  const versionId = await writeVersion(work, where, content, { personId, side: member.side });
  await useVersion(work, inspectionId, versionId);
  return inspectionId;
}
