import { and, eq, isNull } from 'drizzle-orm';
import { recipient, request as requestTable } from '../../../db/schema/index.ts';
import type { Reason } from '../../domain/inspection.ts';
import { isQuorumMet } from '../../domain/quorum.ts';
import { audit } from '../audit.ts';
import { tellPeople } from '../enqueue.ts';
import { lockRequest, type Recipient, type Request, recipientOf } from '../request/load-request.ts';
import { tellTally } from '../request/tell-tally.ts';
import { writeAnswer } from '../request/write-answer.ts';
import { type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { memberIn } from '../work.ts';
import type { Case } from './load-case.ts';
import { peopleOf } from './roster.ts';

export type NoticeAnswer = {
  answer: 'received' | 'attending' | 'opinion';
  reason?: Reason;
  reasonText?: string;
};

export type NoticeAnswered =
  | { kind: 'answered'; found: Case; request: Request; mine: Recipient }
  | { kind: 'overtaken'; found: Case }
  | Refused;

/**
 * A person's own answer to a notice, with the version it answers (R5). A button of an older version leads to the new one.
 * The same tap twice changes nothing; another answer replaces the first, both are kept.
 */
export async function answerNotice(
  work: Work,
  actor: Actor,
  requestId: number,
  given: NoticeAnswer,
): Promise<NoticeAnswered> {
  const locked = await lockRequest(work, requestId);
  const mine = locked && (await recipientOf(work, requestId, actor.personId));
  if (!locked || !mine || !memberIn(actor, locked.request.pairId)) return refuse('refused-not-found');
  if (locked.request.kind !== 'notice') return refuse('refused-not-found');
  if (locked.request.state === 'void') return { kind: 'overtaken', found: locked.found };
  if (mine.replacedBy !== null) return refuse('refused-replaced');
  if (given.answer === 'attending' && mine.capacity !== 'team' && mine.capacity !== 'substitute')
    return refuse('refused-not-team');
  if (mine.answer !== given.answer || given.answer === 'opinion')
    await accept(work, actor, locked.found, locked.request, mine, given);
  return {
    kind: 'answered',
    found: locked.found,
    request: locked.request,
    mine: { ...mine, answer: given.answer },
  };
}

async function accept(
  work: Work,
  actor: Actor,
  found: Case,
  request: Request,
  mine: Recipient,
  given: NoticeAnswer,
): Promise<void> {
  await writeAnswer(work, {
    pairId: request.pairId,
    requestId: request.id,
    recipientId: mine.id,
    personId: actor.personId,
    versionId: request.versionId,
    answer: given.answer,
    reason: given.reason,
    reasonText: given.reasonText,
    via: 'tap',
    isSettled: given.answer !== 'opinion',
  });
  await audit(work, {
    pairId: request.pairId,
    type: 'notice.answered',
    by: actor.personId,
    inspectionId: found.inspection.id,
    facts: { answer: given.answer, request: request.id, side: mine.side, version: request.versionId },
    values: given.reasonText ? { reasonText: { value: given.reasonText } } : {},
  });
  await closeWhenMet(work, request);
  await tellTally(work, found, request);
  if (given.answer === 'opinion') await tellOwnSecretaries(work, found, request, mine);
}

/** A met quorum ends reminding (frozen setting). */
export async function closeWhenMet(work: Work, request: Request): Promise<void> {
  if (request.state !== 'open') return;
  const ofRequest = eq(recipient.requestId, request.id);
  if (request.policy.quorum === 'all') {
    // Most taps end here: with thousands asked, reading them all would take longer than the tap.
    const isSilent = and(ofRequest, isNull(recipient.settledAt), isNull(recipient.replacedBy));
    const [silent] = await work.tx.select({ id: recipient.id }).from(recipient).where(isSilent).limit(1);
    if (silent) return;
  }
  const { capacity, settledAt, replacedBy } = recipient;
  const rows = await work.tx.select({ capacity, settledAt, replacedBy }).from(recipient).where(ofRequest);
  if (!isQuorumMet(request.policy.quorum, rows)) return;
  await work.tx
    .update(requestTable)
    .set({ state: 'met', closedAt: work.now })
    .where(eq(requestTable.id, request.id));
}

async function tellOwnSecretaries(work: Work, found: Case, request: Request, mine: Recipient): Promise<void> {
  const { pairId, id } = found.inspection;
  const secretaries = await peopleOf(work, pairId, mine.side, ['secretary']);
  await tellPeople(
    work,
    secretaries.map((personId) => ({
      pairId,
      kind: 'outcome',
      personId,
      ref: { inspectionId: id, requestId: request.id, recipientId: mine.id, note: 'opinion' },
    })),
  );
}
