import { and, eq, isNull } from 'drizzle-orm';
import { recipient } from '../../../db/schema/index.ts';
import { audit } from '../audit.ts';
import { closeWhenMet } from '../inspection/answer-notice.ts';
import type { Case } from '../inspection/load-case.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import type { Recipient } from './load-request.ts';
import { ownNotice, requestOfRecipient } from './own-notice.ts';
import { tellTally } from './tell-tally.ts';

export type Settled = { found: Case; row: Recipient } | Refused;

/** An opinion counts from when the đầu mối of the person's own side says that it is dealt with; once. */
export async function settleOpinion(work: Work, actor: Actor, recipientId: number): Promise<Settled> {
  const requestId = await requestOfRecipient(work, recipientId);
  const notice = await ownNotice(work, actor, requestId, 'notice.record');
  if (isRefused(notice)) return notice;
  const { found, request } = notice;
  const row = notice.own.find((one) => one.id === recipientId);
  if (!row) return refuse('refused-not-found');
  if (row.answer !== 'opinion' || row.settledAt !== null || row.replacedBy !== null)
    return refuse('refused-answered-already');
  await work.tx
    .update(recipient)
    .set({ settledAt: work.now })
    .where(and(eq(recipient.id, row.id), isNull(recipient.settledAt)));
  await audit(work, {
    pairId: request.pairId,
    type: 'opinion.settled',
    by: actor.personId,
    inspectionId: found.inspection.id,
    facts: { request: request.id, of: row.personId, side: row.side },
  });
  await closeWhenMet(work, request);
  await tellTally(work, found, request);
  return { found, row };
}
