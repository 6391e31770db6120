import { eq } from 'drizzle-orm';
import { inspection, inspectionVersion } from '../../../db/schema/index.ts';
import type { Reason } from '../../domain/inspection.ts';
import { isLeader } from '../../domain/permission.ts';
import type { Via } from '../../domain/request.ts';
import { isAbove, otherSide, type Side } from '../../domain/side.ts';
import { audit } from '../audit.ts';
import { tellPeople } from '../enqueue.ts';
import type { OutcomeNote } from '../outbox/refs.ts';
import { comparePlansOf } from '../plan/compare-plan.ts';
import { closeRequests } from '../request/close-request.ts';
import { type Request, recipientOf } from '../request/load-request.ts';
import { lockCrossed } from '../request/mark-crossed.ts';
import { writeAnswer } from '../request/write-answer.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { authorise } from './access.ts';
import { issueNotice } from './issue-notice.ts';
import { type Case, loadCase, loadSessions } from './load-case.ts';
import { peopleOf } from './roster.ts';
import { useVersion, writeVersion } from './write-version.ts';

export type Decision = {
  decision: 'agreed' | 'countered' | 'declined';
  reason?: Reason;
  reasonText?: string;
  /** A counter-proposal's window; `windowTo` excluded. */
  window?: { windowFrom: string; windowTo: string };
  /** How the đầu mối heard a leader's word; a leader's own tap otherwise. */
  via?: Via;
};

export type Decided = { found: Case; decision: Decision['decision'] } | Refused;

/**
 * The other side's answer to a proposal: chair or vice, or the đầu mối recording their word. Silence is never consent;
 * downward items are received or reported on, never declined. Agreement may send the notices (setting).
 */
export async function decideProposal(
  work: Work,
  actor: Actor,
  requestId: number,
  given: Decision,
): Promise<Decided> {
  const locked = await lockCrossed(work, requestId);
  const asked = locked?.request.side ?? undefined;
  const allowed = authorise(locked?.found, actor, 'proposal.decide', work.now.toMillis(), asked);
  if (isRefused(allowed)) return allowed;
  const { found, request } = locked!;
  if (request.kind !== 'proposal' && request.kind !== 'decision') return refuse('refused-not-found');
  if (request.state !== 'open' || found.inspection.state !== 'proposed')
    return refuse('refused-answered-already');
  if (!isLeader(allowed.member.role) && !given.via) return refuse('refused-leader-only');
  if (given.decision === 'declined' && isAbove(found.pair.relation, found.inspection.side))
    return refuse('refused-downward');
  await writeDecision(work, actor, request, given);
  await closeRequests(work, found.inspection.id, ['proposal', 'decision'], 'met');
  const after = await applyDecision(work, actor, found, allowed.member.side, given);
  await tellFirstSide(work, after, allowed.member.side, given.decision);
  return { found: after, decision: given.decision };
}

async function writeDecision(work: Work, actor: Actor, request: Request, given: Decision): Promise<void> {
  const mine = await recipientOf(work, request.id, actor.personId);
  if (mine)
    await writeAnswer(work, {
      pairId: request.pairId,
      requestId: request.id,
      recipientId: mine.id,
      personId: actor.personId,
      versionId: request.versionId,
      answer: given.decision,
      reason: given.reason,
      reasonText: given.reasonText,
      via: given.via ?? 'tap',
      isSettled: true,
    });
}

/** Applies a decision on the version that stands; agreement confirms it and sends the notices by policy. */
export async function applyDecision(
  work: Work,
  actor: Actor,
  found: Case,
  side: Side,
  given: Decision,
): Promise<Case> {
  const { id, pairId } = found.inspection;
  if (given.decision === 'countered' && given.window) await writeCounter(work, actor, found, side, given);
  if (given.decision === 'agreed')
    await work.tx
      .update(inspectionVersion)
      .set({ confirmedBy: actor.personId, confirmedAt: work.now })
      .where(eq(inspectionVersion.id, found.version.id));
  await work.tx
    .update(inspection)
    .set({ state: given.decision, changedAt: work.now })
    .where(eq(inspection.id, id));
  await audit(work, {
    pairId,
    type: `proposal.${given.decision}`,
    by: actor.personId,
    inspectionId: id,
    facts: { side, version: found.version.id, via: given.via ?? 'tap', reason: given.reason ?? null },
    values: given.reasonText ? { reasonText: { value: given.reasonText } } : {},
  });
  const after = (await loadCase(work, id))!;
  if (given.decision === 'agreed') await comparePlansOf(work, pairId);
  if (given.decision === 'agreed' && found.pair.policy.noticeAt === 'agreed')
    await issueNotice(work, after, actor.personId);
  return after;
}

/** A counter-proposal is the next round of the same version, made by the side that was asked. */
async function writeCounter(
  work: Work,
  actor: Actor,
  found: Case,
  side: Side,
  given: Decision,
): Promise<void> {
  const { id, pairId } = found.inspection;
  const { version } = found;
  const sessions = await loadSessions(work, version.id);
  const versionId = await writeVersion(
    work,
    { pairId, inspectionId: id, n: version.n },
    {
      targetId: version.targetId,
      kind: version.kind,
      subjectBody: version.subjectBody,
      subject: version.subject,
      coveredFrom: version.coveredFrom,
      coveredTo: version.coveredTo,
      memberCount: version.memberCount,
      isOfMembers: version.isOfMembers,
      leadSide: version.leadSide,
      mode: version.mode,
      ...given.window!,
      // Hours of another window mean nothing in the new one.
      sessions: sessions.filter((session) => inWindow(session.startsAt.toISODate()!, given.window!)),
    },
    { personId: actor.personId, side, reason: given.reason, reasonText: given.reasonText },
  );
  await useVersion(work, id, versionId);
}

const inWindow = (day: string, window: { windowFrom: string; windowTo: string }): boolean =>
  day >= window.windowFrom && day < window.windowTo;

/** đầu mối and leaders of the side across from `side` learn the decision; only a counter or a refusal asks something of them. */
export async function tellFirstSide(work: Work, found: Case, side: Side, note: OutcomeNote): Promise<void> {
  const { pairId, id } = found.inspection;
  const people = await peopleOf(work, pairId, otherSide(side), ['secretary', 'chair', 'vice']);
  await tellPeople(
    work,
    people.map((personId) => ({ pairId, kind: 'outcome', personId, ref: { inspectionId: id, note } })),
  );
}
