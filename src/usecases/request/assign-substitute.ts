import { and, eq, isNull } from 'drizzle-orm';
import { answer, dueStep, inspectionTeam, recipient } from '../../../db/schema/index.ts';
import { calendarOf, deadline, type PlannedStep, planSteps } from '../../domain/escalation.ts';
import { isReminder } from '../../domain/escalation-decision.ts';
import { isLeader } from '../../domain/permission.ts';
import type { Via } from '../../domain/request.ts';
import { audit } from '../audit.ts';
import { tellPeople } from '../enqueue.ts';
import type { Case } from '../inspection/load-case.ts';
import { peopleOf } from '../inspection/roster.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { openAgain } from './ask-substitute.ts';
import { type Eligible, eligibleSubstitutes } from './eligible-substitutes.ts';
import { eventOfRequest, isUrgentRequest } from './event-of-request.ts';
import type { Recipient, Request } from './load-request.ts';
import { type OwnNotice, ownNotice, requestOfRecipient } from './own-notice.ts';
import { pushNotice } from './push-notice.ts';
import { tellTally } from './tell-tally.ts';

export type Assigned = { found: Case; asker: Recipient; substitute: Eligible } | Refused;

/** A notice whose member of one's own side waits for a substitute, and who may stand in. */
export async function openSubstitution(
  work: Work,
  actor: Actor,
  recipientId: number,
): Promise<(OwnNotice & { asker: Recipient; eligible: Eligible[] }) | Refused> {
  const requestId = await requestOfRecipient(work, recipientId);
  const notice = await ownNotice(work, actor, requestId, 'substitute.assign');
  if (isRefused(notice)) return notice;
  const asker = notice.own.find((row) => row.id === recipientId);
  if (!asker) return refuse('refused-not-found');
  if (asker.answer !== 'substitute_asked' || asker.replacedBy !== null) return refuse('substitute-settled');
  return { ...notice, asker, eligible: await eligibleSubstitutes(work, notice) };
}

/**
 * A leader names who stands in, or the đầu mối records their word (`via`). The substitute is asked in the member's place, on
 * the team as well; both are told. Reminders go to the substitute only, and it counts when they answer.
 */
export async function assignSubstitute(
  work: Work,
  actor: Actor,
  recipientId: number,
  personId: number,
  via?: Via,
): Promise<Assigned> {
  const open = await openSubstitution(work, actor, recipientId);
  if (isRefused(open)) return open;
  if (!isLeader(open.member.role) && !via) return refuse('refused-leader-only');
  const substitute = open.eligible.find((one) => one.id === personId);
  if (!substitute) return refuse('substitute-not-eligible');
  const { found, request, asker } = open;
  const row = await replace(work, open, personId);
  await audit(work, {
    pairId: request.pairId,
    type: 'substitute.assigned',
    by: actor.personId,
    inspectionId: found.inspection.id,
    facts: {
      request: request.id,
      for: asker.personId,
      substitute: personId,
      side: asker.side,
      via: via ?? 'tap',
    },
  });
  await openAgain(work, request);
  await remindSubstitute(work, found, request, row);
  await tellTally(work, found, request);
  await tellAll(work, actor, found, request, asker, row);
  return { found, asker, substitute };
}

/** The new row stands in for the old one; someone asked as in charge of the area is asked anew, as a member of the team. */
async function replace(
  work: Work,
  { found, request, asker, own }: OwnNotice & { asker: Recipient },
  personId: number,
) {
  const known = own.find((row) => row.personId === personId);
  const asked = {
    capacity: 'substitute' as const,
    substituteOf: asker.id,
    answer: null,
    answeredAt: null,
    settledAt: null,
    deliveredAt: null,
    openedAt: null,
  };
  if (known)
    await work.tx
      .update(answer)
      .set({ voidedAt: work.now })
      .where(and(eq(answer.recipientId, known.id), isNull(answer.voidedAt)));
  const [row] = known
    ? await work.tx.update(recipient).set(asked).where(eq(recipient.id, known.id)).returning()
    : await work.tx
        .insert(recipient)
        .values({ ...asked, pairId: request.pairId, requestId: request.id, personId, side: asker.side })
        .returning();
  await work.tx.update(recipient).set({ replacedBy: row!.id }).where(eq(recipient.id, asker.id));
  await replaceOnTeam(work, found, asker, personId);
  return row!;
}

/** With the role of the one they stand in for: a team keeps its head. The team is not material: no new version. */
async function replaceOnTeam(work: Work, found: Case, asker: Recipient, personId: number): Promise<void> {
  const { pairId, id: inspectionId } = found.inspection;
  const [was] = await work.tx
    .delete(inspectionTeam)
    .where(and(eq(inspectionTeam.inspectionId, inspectionId), eq(inspectionTeam.personId, asker.personId)))
    .returning();
  await work.tx
    .insert(inspectionTeam)
    .values({ pairId, inspectionId, personId, side: asker.side, role: was?.role ?? 'member' });
}

type Own = PlannedStep & { recipientId: number | null };

/** Asked after the common deadline, or shortly before it, a substitute has time of their own, and reminders in it. */
async function remindSubstitute(work: Work, found: Case, request: Request, row: Recipient): Promise<void> {
  const ahead = await work.tx
    .select({ kind: dueStep.kind })
    .from(dueStep)
    .where(and(eq(dueStep.requestId, request.id), eq(dueStep.state, 'pending'), isNull(dueStep.recipientId)));
  if (ahead.some((step) => isReminder(step.kind))) return;
  const calendar = calendarOf(work.calendar, request.policy);
  const eventAt = await eventOfRequest(work, found, request);
  const { dueAt } = deadline(calendar, work.now, request.policy.answerWorkingDays, eventAt);
  const planned = planSteps(calendar, { ...request, askedAt: work.now, dueAt, eventAt });
  const isTold = ahead.some((step) => step.kind === 'own_leader');
  const own = planned.flatMap((step): Own[] => {
    if (isReminder(step.kind)) return [{ kind: 'again', dueAt: step.dueAt, recipientId: row.id }];
    return step.kind === 'own_leader' && !isTold ? [{ ...step, recipientId: null }] : [];
  });
  if (own.length > 0)
    await work.tx
      .insert(dueStep)
      .values(
        own.map((step) => ({ ...step, pairId: request.pairId, requestId: request.id, reason: 'substitute' })),
      );
}

async function tellAll(
  work: Work,
  actor: Actor,
  found: Case,
  request: Request,
  asker: Recipient,
  row: Recipient,
): Promise<void> {
  const { pairId } = request;
  const base = { inspectionId: found.inspection.id, requestId: request.id };
  await pushNotice(work, request, [row], await isUrgentRequest(work, found, request));
  const own = await peopleOf(work, pairId, asker.side, ['secretary']);
  const told = [asker.personId, ...own].filter((one) => one !== actor.personId && one !== row.personId);
  await tellPeople(
    work,
    [...new Set(told)].map((personId) => ({
      pairId,
      kind: 'outcome' as const,
      personId,
      ref: { ...base, recipientId: asker.id, note: 'substitute_set' },
    })),
  );
}
