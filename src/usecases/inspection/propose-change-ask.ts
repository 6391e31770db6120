import { and, eq, inArray } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { request } from '../../../db/schema/index.ts';
import { calendarOf, deadline } from '../../domain/escalation.ts';
import type { RequestKind } from '../../domain/request.ts';
import { otherSide, type Side } from '../../domain/side.ts';
import { tellPeople } from '../enqueue.ts';
import type { Request } from '../request/load-request.ts';
import { makeRequest } from '../request/make-request.ts';
import type { Work } from '../work.ts';
import { eventOf } from './event-of.ts';
import type { Case } from './load-case.ts';
import { type Asked, peopleOf } from './roster.ts';

/** What one side asks the other to confirm. */
export const PENDING_KINDS = ['change', 'stop', 'not_held'] as const satisfies readonly RequestKind[];
export type PendingKind = (typeof PENDING_KINDS)[number];

export const isPendingKind = (kind: RequestKind): kind is PendingKind =>
  PENDING_KINDS.some((one) => one === kind);

/** A confirmation on its way: who recalls it within `seconds`, and what it is called. */
export type Crossing = {
  kind: 'crossing';
  found: Case;
  requestId: number;
  asks: PendingKind;
  seconds: number;
};

/** What waits for a confirmation; under the lock of the inspection, so that only one does at a time. */
export async function pendingOf(work: Work, inspectionId: number): Promise<Request | undefined> {
  const [row] = await work.tx
    .select()
    .from(request)
    .where(
      and(
        eq(request.inspectionId, inspectionId),
        inArray(request.kind, [...PENDING_KINDS]),
        inArray(request.state, ['waiting', 'open']),
      ),
    );
  return row;
}

/**
 * Asks the other side's leaders and đầu mối to confirm; it crosses after the time for recall and says nothing before. The
 * deadline keeps clear of the event.
 */
export async function askOtherSide(
  work: Work,
  found: Case,
  from: Side,
  asks: PendingKind,
  versionId: number,
): Promise<Crossing> {
  const { pairId, id } = found.inspection;
  const { policy } = found.pair;
  const crossesAt = work.now.plus({ seconds: policy.recallSeconds });
  const side = otherSide(from);
  const eventAt = after(await eventOf(work, found), crossesAt);
  const made = await makeRequest(work, found, {
    kind: asks,
    side,
    versionId,
    askedAt: crossesAt,
    due: deadline(calendarOf(work.calendar, policy), crossesAt, policy.confirmWorkingDays, eventAt),
    asked: await deciders(work, pairId, side),
    eventAt,
    isWaiting: true,
  });
  await tellPeople(
    work,
    made.recipients.map((one) => ({
      pairId,
      kind: 'change',
      personId: one.personId,
      ref: { requestId: made.id, recipientId: one.id, inspectionId: id },
      notBefore: crossesAt,
    })),
  );
  return { kind: 'crossing', found, requestId: made.id, asks, seconds: policy.recallSeconds };
}

const after = (eventAt: DateTime | undefined, at: DateTime): DateTime | undefined =>
  eventAt && eventAt > at ? eventAt : undefined;

async function deciders(work: Work, pairId: number, side: Side): Promise<Asked[]> {
  const leaders = await peopleOf(work, pairId, side, ['chair', 'vice']);
  const secretaries = await peopleOf(work, pairId, side, ['secretary']);
  return [
    ...leaders.map((personId): Asked => ({ personId, side, capacity: 'leader' })),
    ...secretaries.map((personId): Asked => ({ personId, side, capacity: 'secretary' })),
  ];
}
