import type { Reason } from '../../domain/inspection.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import type { Via } from '../../domain/request.ts';
import { audit } from '../audit.ts';
import { tellPeople } from '../enqueue.ts';
import { closeWhenMet } from '../inspection/answer-notice.ts';
import type { Case } from '../inspection/load-case.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import type { Recipient, Request } from './load-request.ts';
import { type OwnNotice, ownNotice, requestOfRecipient } from './own-notice.ts';
import { tellTally } from './tell-tally.ts';
import { writeAnswer } from './write-answer.ts';

export type RecordedAnswer = {
  answer: 'received' | 'attending' | 'opinion';
  reason?: Reason;
  /** Dropped for sensitive kinds (C4). */
  reasonText?: string;
  via: Extract<Via, 'phone' | 'paper'>;
};

export type Recorded = { found: Case; request: Request; row: Recipient } | Refused;

/** The people of the actor's own side whose answer may be recorded: not the actor, not replaced, not counted yet. */
export const recordable = (notice: OwnNotice, actor: Actor): Recipient[] =>
  notice.own.filter(
    (row) => row.personId !== actor.personId && row.replacedBy === null && row.settledAt === null,
  );

/**
 * "Ghi nhận hộ": a đầu mối records an answer that a person of their own side gave by phone or on paper. It counts, is marked
 * with who recorded it and how it came, and the person is told (R4, R5).
 */
export async function recordAnswer(
  work: Work,
  actor: Actor,
  recipientId: number,
  given: RecordedAnswer,
): Promise<Recorded> {
  const requestId = await requestOfRecipient(work, recipientId);
  const notice = await ownNotice(work, actor, requestId, 'notice.record');
  if (isRefused(notice)) return notice;
  const { found, request } = notice;
  const row = notice.own.find((one) => one.id === recipientId && one.personId !== actor.personId);
  if (!row) return refuse('refused-not-found');
  if (!recordable(notice, actor).includes(row)) return refuse('record-answered');
  if (given.answer === 'attending' && !isOnTeam(row)) return refuse('refused-not-team');
  await store(work, actor, notice, row, given);
  await closeWhenMet(work, request);
  await tellTally(work, found, request);
  await tellPerson(work, found, request, row);
  return { found, request, row };
}

/** Whether the person answers as a member of the team. */
export const isOnTeam = (row: Pick<Recipient, 'capacity'>): boolean =>
  row.capacity === 'team' || row.capacity === 'substitute';

async function store(
  work: Work,
  actor: Actor,
  notice: OwnNotice,
  row: Recipient,
  given: RecordedAnswer,
): Promise<void> {
  const { found, request } = notice;
  const words = isSensitiveKind(found.version.kind) ? undefined : given.reasonText;
  await writeAnswer(work, {
    ...given,
    reasonText: words,
    pairId: request.pairId,
    requestId: request.id,
    recipientId: row.id,
    personId: row.personId,
    versionId: request.versionId,
    recordedBy: actor.personId,
    isSettled: given.answer !== 'opinion',
  });
  await audit(work, {
    pairId: request.pairId,
    type: 'notice.recorded',
    by: actor.personId,
    inspectionId: found.inspection.id,
    facts: {
      answer: given.answer,
      for: row.personId,
      request: request.id,
      side: row.side,
      version: request.versionId,
      via: given.via,
    },
    values: words ? { reasonText: { value: words } } : {},
  });
}

/** A receipt: silent, since nothing is asked (R15). */
const tellPerson = (work: Work, found: Case, request: Request, row: Recipient) =>
  tellPeople(work, [
    {
      pairId: request.pairId,
      kind: 'outcome',
      personId: row.personId,
      ref: {
        inspectionId: found.inspection.id,
        requestId: request.id,
        recipientId: row.id,
        note: 'recorded',
      },
    },
  ]);
