import { and, eq, inArray } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { dueStep, request as requestTable } from '../../../db/schema/index.ts';
import { planUrgent } from '../../domain/escalation.ts';
import type { Text } from '../../domain/message.ts';
import { mayBeUrgent } from '../../domain/noise.ts';
import { mayDo } from '../../domain/permission.ts';
import { audit } from '../audit.ts';
import { instantArg, isRefused, type Refused, refuse, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { silentOf } from './act-on-step.ts';
import { eventOfRequest } from './event-of-request.ts';
import type { Recipient, Request } from './load-request.ts';
import { type OwnNotice, ownNotice } from './own-notice.ts';
import { sendTogether } from './send-together.ts';

/** Reasons for Khẩn to pick from; others take words of their own. */
export const URGENT_REASONS = ['changed', 'absent'] as const;

export type MayBeUrgent = OwnNotice & { eventAt: DateTime; silent: Recipient[] };

export type MarkedUrgent = { found: OwnNotice['found']; told: number } | Refused;

/** A notice that the actor may mark as Khẩn now: the đầu mối of the lead, under 24 hours before it begins, once (R15). */
export async function urgentNotice(
  work: Work,
  actor: Actor,
  requestId: number,
): Promise<MayBeUrgent | Refused> {
  const notice = await ownNotice(work, actor, requestId, 'notice.remind');
  if (isRefused(notice)) return notice;
  const { found, request, member } = notice;
  // The đầu mối of the other side learns whose it is; to all others it is not allowed at all.
  if (!mayDo(member, 'notice.urgent', { lead: found.version.leadSide })) return refuse('urgent-lead-only');
  if (request.urgent) return refuse('urgent-already');
  const eventAt = await eventOfRequest(work, found, request);
  const when = eventAt ? mayBeUrgent(work.now, eventAt) : 'begun';
  if (!eventAt || when === 'begun') return refuse('urgent-begun');
  if (when === 'too early') return refuse('urgent-too-early', { at: instantArg(eventAt) });
  const silent = silentOf(request, notice.all);
  return silent.length > 0 ? { ...notice, eventAt, silent } : refuse('remind-nobody');
}

/**
 * Marks a notice as Khẩn with a reason (one of URGENT_REASONS, or words): the silent of both sides are told at once, at any
 * hour and beyond the pushes of a day (R15); leaders and across follow on the way to the event. Nobody who answered is chased.
 */
export async function markUrgent(
  work: Work,
  actor: Actor,
  requestId: number,
  reason: string,
): Promise<MarkedUrgent> {
  const notice = await urgentNotice(work, actor, requestId);
  if (isRefused(notice)) return notice;
  const { found, request, eventAt, silent } = notice;
  const marked: Request = { ...request, urgent: true, urgentReason: reason };
  await work.tx
    .update(requestTable)
    .set({ urgent: true, urgentReason: reason })
    .where(eq(requestTable.id, request.id));
  await audit(work, {
    pairId: request.pairId,
    type: 'notice.urgent',
    by: actor.personId,
    inspectionId: found.inspection.id,
    facts: { request: request.id, silent: silent.length },
    values: { reason: { value: reason } },
  });
  await bringForward(work, request, eventAt);
  const told = await sendTogether(
    work,
    silent.map((row) => ({
      personId: row.personId,
      recipientId: row.id,
      request: marked,
      kind: 'reminder',
      isUrgent: true,
    })),
  );
  return { found, told: told.size };
}

/** What was planned for a later working time would come too late: leaders and across are told before the event. */
async function bringForward(work: Work, request: Request, eventAt: DateTime): Promise<void> {
  const { ownLeaderAt, acrossAt } = planUrgent(work.now, eventAt);
  const done = await work.tx
    .select({ kind: dueStep.kind })
    .from(dueStep)
    .where(and(eq(dueStep.requestId, request.id), eq(dueStep.state, 'done')));
  await work.tx
    .update(dueStep)
    .set({ state: 'skipped', reason: 'brought forward', doneAt: work.now })
    .where(
      and(
        eq(dueStep.requestId, request.id),
        eq(dueStep.state, 'pending'),
        inArray(dueStep.kind, ['own_leader', 'across']),
      ),
    );
  const steps = [
    { kind: 'own_leader' as const, dueAt: ownLeaderAt },
    { kind: 'across' as const, dueAt: acrossAt },
  ].filter((step) => !done.some((one) => one.kind === step.kind));
  if (steps.length > 0)
    await work.tx
      .insert(dueStep)
      .values(
        steps.map((step) => ({ ...step, pairId: request.pairId, requestId: request.id, reason: 'urgent' })),
      );
}

/** The reason as people read it. */
export function urgentReasonText(reason: string): Text {
  const known = URGENT_REASONS.find((one) => one === reason);
  return known ? text(`urgent-reason-${known}`) : text('plain', { text: reason });
}
