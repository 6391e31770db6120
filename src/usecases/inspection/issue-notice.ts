import { calendarOf, deadline } from '../../domain/escalation.ts';
import { audit } from '../audit.ts';
import { tellGroups, tellPeople } from '../enqueue.ts';
import { type MadeRequest, makeRequest } from '../request/make-request.ts';
import { pushNotice } from '../request/push-notice.ts';
import type { Work } from '../work.ts';
import { eventOf } from './event-of.ts';
import type { Case } from './load-case.ts';
import { peopleOf, rosterOf } from './roster.ts';

/**
 * Notifies both committees of the version that holds, at once (R14); the roster and the policy are frozen. Groups get one message (C7).
 * `byPerson` null: its time had come.
 */
export async function issueNotice(
  work: Work,
  found: Case,
  byPerson: number | null,
  urgentReason?: string,
): Promise<MadeRequest> {
  const { pairId, id } = found.inspection;
  const eventAt = await eventOf(work, found);
  const roster = await rosterOf(work, found);
  const { policy } = found.pair;
  const made = await makeRequest(work, found, {
    kind: 'notice',
    side: null,
    askedAt: work.now,
    due: deadline(calendarOf(work.calendar, policy), work.now, policy.answerWorkingDays, eventAt),
    asked: roster,
    eventAt,
    urgentReason,
  });
  await sendPushes(work, found, made, urgentReason !== undefined);
  for (const side of ['a', 'b'] as const)
    await tellGroups(work, found.committees[side].id, {
      pairId,
      kind: 'group-event',
      ref: { requestId: made.id, inspectionId: id },
    });
  await audit(work, {
    pairId,
    type: 'notice.issued',
    by: byPerson,
    inspectionId: id,
    facts: { request: made.id, version: found.version.id, asked: made.recipients.length },
  });
  return made;
}

async function sendPushes(work: Work, found: Case, made: MadeRequest, isUrgent: boolean): Promise<void> {
  const { pairId, id: inspectionId } = found.inspection;
  const notice = { id: made.id, pairId, inspectionId };
  const { unreached } = await pushNotice(work, notice, made.recipients, isUrgent);
  await tellOfUnreached(work, found, made, unreached);
}

/** Someone asked has no account, or blocked the bot: their own đầu mối must tell them otherwise, or they are lost. */
async function tellOfUnreached(
  work: Work,
  found: Case,
  made: MadeRequest,
  unreached: number[],
): Promise<void> {
  const { pairId, id } = found.inspection;
  for (const side of ['a', 'b'] as const) {
    const missed = made.recipients.some((one) => one.side === side && unreached.includes(one.personId));
    const secretaries = missed ? await peopleOf(work, pairId, side, ['secretary']) : [];
    await tellPeople(
      work,
      secretaries.map((personId) => ({
        pairId,
        kind: 'outcome',
        personId,
        ref: { inspectionId: id, requestId: made.id, note: 'unreached' },
      })),
    );
  }
}
