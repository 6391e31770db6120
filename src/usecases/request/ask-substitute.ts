import { eq } from 'drizzle-orm';
import { recipient, request as requestTable } from '../../../db/schema/index.ts';
import type { Reason } from '../../domain/inspection.ts';
import { isQuorumMet } from '../../domain/quorum.ts';
import { audit } from '../audit.ts';
import { tellPeople } from '../enqueue.ts';
import type { Case } from '../inspection/load-case.ts';
import { peopleOf } from '../inspection/roster.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { lockRequest, type Recipient, type Request, recipientOf } from './load-request.ts';
import { isOnTeam } from './record-answer.ts';
import { tellTally } from './tell-tally.ts';
import { writeAnswer } from './write-answer.ts';

/** Why, where the person says it. */
type Why = { reason?: Reason | undefined; reasonText?: string | undefined };

export type SubstituteAsked =
  | { kind: 'asked'; found: Case; request: Request; mine: Recipient }
  | { kind: 'overtaken'; found: Case }
  | Refused;

/**
 * "Đề nghị cử người thay", by a member of the team: their own reminders stop, own đầu mối and leaders are told; it counts when
 * the substitute answers. Until one is named they may still choose another answer. The same tap twice changes nothing; a reason may
 * be brought later, and is told.
 */
export async function askSubstitute(
  work: Work,
  actor: Actor,
  requestId: number,
  why: Why = {},
): Promise<SubstituteAsked> {
  const asked = await mayAskSubstitute(work, actor, requestId);
  if (isRefused(asked) || asked.kind === 'overtaken') return asked;
  const { found, request, mine } = asked;
  if (mine.answer !== 'substitute_asked' || why.reason) await accept(work, actor, found, request, mine, why);
  return { ...asked, mine: { ...mine, answer: 'substitute_asked' } };
}

/** Whether a member of the team may ask for a substitute, or say why. */
export async function mayAskSubstitute(
  work: Work,
  actor: Actor,
  requestId: number,
): Promise<SubstituteAsked> {
  const locked = await lockRequest(work, requestId);
  const mine = locked && (await recipientOf(work, requestId, actor.personId));
  if (!locked || !mine || !memberIn(actor, locked.request.pairId)) return refuse('refused-not-found');
  const { request, found } = locked;
  if (request.kind !== 'notice') return refuse('refused-not-found');
  if (request.state === 'void') return { kind: 'overtaken', found };
  if (mine.replacedBy !== null) return refuse('refused-replaced');
  if (!isOnTeam(mine)) return refuse('substitute-only-team');
  return { kind: 'asked', found, request, mine };
}

async function accept(
  work: Work,
  actor: Actor,
  found: Case,
  request: Request,
  mine: Recipient,
  why: Why,
): Promise<void> {
  await writeAnswer(work, {
    pairId: request.pairId,
    requestId: request.id,
    recipientId: mine.id,
    personId: actor.personId,
    versionId: request.versionId,
    answer: 'substitute_asked',
    reason: why.reason,
    reasonText: why.reasonText,
    via: 'tap',
    isSettled: false,
  });
  await audit(work, {
    pairId: request.pairId,
    type: 'substitute.asked',
    by: actor.personId,
    inspectionId: found.inspection.id,
    facts: { request: request.id, side: mine.side, version: request.versionId },
    values: why.reasonText ? { reasonText: { value: why.reasonText } } : {},
  });
  await openAgain(work, request);
  await tellTally(work, found, request);
  await tellOwnSide(work, actor, found, request, mine);
}

/** A quorum that is lost again is waited for again. */
export async function openAgain(work: Work, request: Request): Promise<void> {
  if (request.state !== 'met') return;
  const rows = await work.tx.select().from(recipient).where(eq(recipient.requestId, request.id));
  if (isQuorumMet(request.policy.quorum, rows)) return;
  await work.tx
    .update(requestTable)
    .set({ state: 'open', closedAt: null })
    .where(eq(requestTable.id, request.id));
}

async function tellOwnSide(
  work: Work,
  actor: Actor,
  found: Case,
  request: Request,
  mine: Recipient,
): Promise<void> {
  const people = await peopleOf(work, request.pairId, mine.side, ['secretary', 'chair', 'vice']);
  await tellPeople(
    work,
    people
      .filter((personId) => personId !== actor.personId)
      .map((personId) => ({
        pairId: request.pairId,
        kind: 'outcome',
        personId,
        ref: {
          inspectionId: found.inspection.id,
          requestId: request.id,
          recipientId: mine.id,
          note: 'substitute_asked',
        },
      })),
  );
}
