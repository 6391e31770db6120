import { eq } from 'drizzle-orm';
import { inspection } from '../../../db/schema/index.ts';
import { isLeader } from '../../domain/permission.ts';
import type { Via } from '../../domain/request.ts';
import { audit } from '../audit.ts';
import { tellPeople } from '../enqueue.ts';
import { closeRequests } from '../request/close-request.ts';
import { openRequest, recipientOf } from '../request/load-request.ts';
import { writeAnswer } from '../request/write-answer.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { caseFor } from './access.ts';
import type { Case } from './load-case.ts';
import { cross, type Proposed } from './propose-inspection.ts';
import { peopleOf } from './roster.ts';

export type Approved = Proposed | { kind: 'not_approved'; found: Case } | Refused;

/**
 * Own leader's word on a draft: approved, it crosses after the time for recall; not approved, it is a draft again. The
 * đầu mối may record the word and says how it came (`via`).
 */
export async function approveCrossing(
  work: Work,
  actor: Actor,
  inspectionId: number,
  isApproved: boolean,
  via?: Via,
): Promise<Approved> {
  const allowed = await caseFor(work, actor, inspectionId, 'inspection.approve', { lock: true });
  if (isRefused(allowed)) return allowed;
  const { found, member } = allowed;
  if (found.inspection.state !== 'awaiting_leader') return refuse('refused-answered-already');
  if (!isLeader(member.role) && !via) return refuse('refused-leader-only');
  await writeWord(work, actor, found, isApproved, via);
  await closeRequests(work, inspectionId, ['approval'], 'met');
  if (!isApproved) await backToDraft(work, inspectionId);
  await tellSecretaries(work, found, isApproved);
  return isApproved ? cross(work, actor.personId, found) : { kind: 'not_approved', found };
}

async function writeWord(
  work: Work,
  actor: Actor,
  found: Case,
  isApproved: boolean,
  via?: Via,
): Promise<void> {
  const { pairId, id } = found.inspection;
  const request = await openRequest(work, id, 'approval');
  const mine = request && (await recipientOf(work, request.id, actor.personId));
  if (mine)
    await writeAnswer(work, {
      pairId,
      requestId: request.id,
      recipientId: mine.id,
      personId: actor.personId,
      versionId: request.versionId,
      answer: isApproved ? 'approved' : 'not_approved',
      via: via ?? 'tap',
      isSettled: true,
    });
  await audit(work, {
    pairId,
    type: isApproved ? 'inspection.approved' : 'inspection.not-approved',
    by: actor.personId,
    inspectionId: id,
    facts: { via: via ?? 'tap' },
  });
}

const backToDraft = (work: Work, id: number) =>
  work.tx.update(inspection).set({ state: 'draft', changedAt: work.now }).where(eq(inspection.id, id));

/** The đầu mối who drafted it may still recall it. */
async function tellSecretaries(work: Work, found: Case, isApproved: boolean): Promise<void> {
  const { pairId, id, side } = found.inspection;
  const people = await peopleOf(work, pairId, side, ['secretary']);
  await tellPeople(
    work,
    people.map((personId) => ({
      pairId,
      kind: 'outcome',
      personId,
      ref: { inspectionId: id, note: isApproved ? 'approved' : 'not_approved' },
    })),
  );
}
