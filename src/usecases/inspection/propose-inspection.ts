import { and, eq, sql } from 'drizzle-orm';
import { codeCounter, inspection, request } from '../../../db/schema/index.ts';
import { calendarOf, deadline } from '../../domain/escalation.ts';
import { isLeader } from '../../domain/permission.ts';
import { otherSide } from '../../domain/side.ts';
import { audit } from '../audit.ts';
import { tellPeople } from '../enqueue.ts';
import { closeRequests } from '../request/close-request.ts';
import { makeRequest } from '../request/make-request.ts';
import { crossNow } from '../request/mark-crossed.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { caseFor } from './access.ts';
import { eventOf } from './event-of.ts';
import { type Case, needsApproval } from './load-case.ts';
import { peopleOf } from './roster.ts';

export type Proposed =
  | { kind: 'awaiting_leader'; found: Case }
  | { kind: 'crossing'; found: Case; code: string; seconds: number }
  | Refused;

/** A draft is put forward: to one's own leader first where the side asks for it, else across after the time for recall. */
export async function proposeInspection(work: Work, actor: Actor, inspectionId: number): Promise<Proposed> {
  const allowed = await caseFor(work, actor, inspectionId, 'inspection.draft', { lock: true });
  if (isRefused(allowed)) return allowed;
  const { found, member } = allowed;
  if (!['draft', 'countered', 'declined'].includes(found.inspection.state)) return refuse('refused-state');
  // To propose again answers what the other side may have asked meanwhile: not to hold it.
  await closeRequests(work, inspectionId, ['not_held'], 'void');
  const asksLeader = await needsApproval(work, member.pairId, member.side);
  if (!asksLeader || isLeader(member.role)) return cross(work, actor.personId, found);
  return askLeader(work, actor.personId, found);
}

async function askLeader(work: Work, personId: number, found: Case): Promise<Proposed> {
  const { pairId, id, side } = found.inspection;
  await work.tx
    .update(inspection)
    .set({ state: 'awaiting_leader', changedAt: work.now })
    .where(eq(inspection.id, id));
  const leaders = await peopleOf(work, pairId, side, ['chair', 'vice']);
  const { policy } = found.pair;
  const made = await makeRequest(work, found, {
    kind: 'approval',
    side,
    askedAt: work.now,
    due: deadline(calendarOf(work.calendar, policy), work.now, policy.answerWorkingDays),
    asked: leaders.map((leader) => ({ personId: leader, side, capacity: 'leader' })),
  });
  await tellPeople(
    work,
    made.recipients.map((one) => ({
      pairId,
      kind: 'approval',
      personId: one.personId,
      ref: { requestId: made.id, recipientId: one.id, inspectionId: id },
    })),
  );
  await audit(work, {
    pairId,
    type: 'inspection.leader-asked',
    by: personId,
    inspectionId: id,
    facts: { side },
  });
  return { kind: 'awaiting_leader', found };
}

/** Own leader has approved, or none is needed: the proposal crosses after the time for recall; the code is given now. */
export async function cross(work: Work, personId: number, found: Case): Promise<Proposed> {
  const { pairId, id, side } = found.inspection;
  const { policy } = found.pair;
  const crossesAt = work.now.plus({ seconds: policy.recallSeconds });
  const code =
    found.inspection.code ?? (await giveCode(work, pairId, Number(found.version.windowFrom.slice(0, 4))));
  await work.tx
    .update(inspection)
    .set({ state: 'proposed', code, crossesAt: found.inspection.crossesAt ?? crossesAt, changedAt: work.now })
    .where(eq(inspection.id, id));
  const asked = otherSide(side);
  const secretaries = await peopleOf(work, pairId, asked, ['secretary']);
  const made = await makeRequest(work, found, {
    kind: 'proposal',
    side: asked,
    askedAt: crossesAt,
    due: deadline(
      calendarOf(work.calendar, policy),
      crossesAt,
      policy.proposalAnswerWorkingDays,
      await eventOf(work, found),
    ),
    asked: secretaries.map((secretary) => ({ personId: secretary, side: asked, capacity: 'secretary' })),
    isWaiting: true,
  });
  await tellPeople(
    work,
    made.recipients.map((one) => ({
      pairId,
      kind: 'proposal',
      personId: one.personId,
      ref: { requestId: made.id, recipientId: one.id, inspectionId: id },
      notBefore: crossesAt,
    })),
  );
  await audit(work, {
    pairId,
    type: 'inspection.proposed',
    by: personId,
    inspectionId: id,
    facts: { code, version: found.version.id, side },
  });
  return { kind: 'crossing', found, code, seconds: policy.recallSeconds };
}

/** PH-2026-001: per pair and year of the window, never reused, gaps allowed. */
export async function giveCode(work: Work, pairId: number, year: number): Promise<string> {
  const [row] = await work.tx
    .insert(codeCounter)
    .values({ pairId, year, last: 1 })
    .onConflictDoUpdate({
      target: [codeCounter.pairId, codeCounter.year],
      set: { last: sql`${codeCounter.last} + 1` },
    })
    .returning({ last: codeCounter.last });
  return `PH-${year}-${String(row!.last).padStart(3, '0')}`;
}

/** Takes a proposal back before it has crossed; the draft and its code stay. */
export async function recallProposal(
  work: Work,
  actor: Actor,
  inspectionId: number,
): Promise<{ found: Case } | Refused> {
  const allowed = await waiting(work, actor, inspectionId);
  if (isRefused(allowed)) return allowed;
  const { id, pairId, crossesAt } = allowed.found.inspection;
  const wasSeen = crossesAt !== null && crossesAt <= work.now;
  await closeRequests(work, id, ['proposal'], 'void');
  await work.tx
    .update(inspection)
    .set({
      // A round that was edited and never crossed is a draft, whatever came before it.
      state: wasSeen && allowed.found.version.round > 1 ? 'countered' : 'draft',
      crossesAt: wasSeen ? crossesAt : null,
      changedAt: work.now,
    })
    .where(eq(inspection.id, id));
  await audit(work, { pairId, type: 'inspection.recalled', by: actor.personId, inspectionId: id });
  return { found: allowed.found };
}

/** Lets a proposal cross at once, without waiting for the time for recall to run out. */
export async function sendProposalNow(
  work: Work,
  actor: Actor,
  inspectionId: number,
): Promise<{ found: Case } | Refused> {
  const allowed = await waiting(work, actor, inspectionId);
  if (isRefused(allowed)) return allowed;
  await crossNow(work, allowed.request, actor.personId);
  const { crossesAt, id } = allowed.found.inspection;
  if (crossesAt && crossesAt > work.now)
    await work.tx.update(inspection).set({ crossesAt: work.now }).where(eq(inspection.id, id));
  return { found: allowed.found };
}

async function waiting(work: Work, actor: Actor, inspectionId: number) {
  const allowed = await caseFor(work, actor, inspectionId, 'inspection.recall', { lock: true });
  if (isRefused(allowed)) return allowed;
  const [open] = await work.tx
    .select()
    .from(request)
    .where(
      and(
        eq(request.inspectionId, inspectionId),
        eq(request.kind, 'proposal'),
        eq(request.state, 'waiting'),
        sql`${request.askedAt} > ${work.now.toISO()}`,
      ),
    )
    .for('update');
  return open ? { found: allowed.found, request: open } : refuse('refused-crossed-already');
}
