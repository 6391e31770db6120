import { and, desc, eq, isNull, ne } from 'drizzle-orm';
import { answer, dueStep, recipient, request } from '../../../db/schema/index.ts';
import { calendarOf, deadline, planSteps } from '../../domain/escalation.ts';
import { type Recipient, type Request, recipientOf } from '../request/load-request.ts';
import { addRecipients } from '../request/make-request.ts';
import { pushNotice } from '../request/push-notice.ts';
import { tellTally } from '../request/tell-tally.ts';
import type { Work } from '../work.ts';
import { closeWhenMet } from './answer-notice.ts';
import { eventOf } from './event-of.ts';
import type { Case } from './load-case.ts';
import { type Asked, rosterOf } from './roster.ts';

/** The notice that holds asks the people added to the team, and no longer those removed, unless in another capacity. */
export async function askTeam(work: Work, found: Case, added: number[], removed: number[]): Promise<void> {
  const notice = await noticeThatHolds(work, found.inspection.id);
  if (!notice) return;
  const roster = await rosterOf(work, found);
  for (const personId of removed) await release(work, notice, personId, roster);
  const asked: number[] = [];
  for (const one of roster)
    if (added.includes(one.personId) && (await join(work, notice, one))) asked.push(one.personId);
  const current = asked.length > 0 ? await reopen(work, found, notice) : notice;
  await push(work, current, asked);
  await closeWhenMet(work, current);
  await tellTally(work, found, current);
}

async function noticeThatHolds(work: Work, inspectionId: number): Promise<Request | undefined> {
  const [row] = await work.tx
    .select()
    .from(request)
    .where(and(eq(request.inspectionId, inspectionId), eq(request.kind, 'notice'), ne(request.state, 'void')))
    .orderBy(desc(request.id))
    .limit(1)
    .for('update');
  return row;
}

/** Asked in another capacity still (đầu mối, in charge of the area), or not at all: a row that replaces itself is out. */
async function release(work: Work, notice: Request, personId: number, roster: Asked[]): Promise<void> {
  const row = await recipientOf(work, notice.id, personId);
  if (!row || row.replacedBy !== null) return;
  const still = roster.find((one) => one.personId === personId);
  await work.tx
    .update(recipient)
    .set(still ? { capacity: still.capacity } : { replacedBy: row.id })
    .where(and(eq(recipient.pairId, notice.pairId), eq(recipient.id, row.id)));
}

/** What was answered in another capacity does not say whether one attends: asked anew. False: attends already as a substitute. */
async function join(work: Work, notice: Request, one: Asked): Promise<boolean> {
  const row = await recipientOf(work, notice.id, one.personId);
  if (!row) return (await addRecipients(work, notice.pairId, notice.id, [one])).length > 0;
  if (row.capacity === 'substitute' && row.replacedBy === null) return false;
  await work.tx
    .update(recipient)
    .set({
      capacity: one.capacity,
      replacedBy: null,
      answer: null,
      answeredAt: null,
      settledAt: null,
      openedAt: null,
    })
    .where(and(eq(recipient.pairId, notice.pairId), eq(recipient.id, row.id)));
  await work.tx
    .update(answer)
    .set({ voidedAt: work.now })
    .where(and(eq(answer.pairId, notice.pairId), eq(answer.recipientId, row.id), isNull(answer.voidedAt)));
  return true;
}

/** A quorum that was met is not any more; a deadline that has passed is set anew, with its reminders. */
async function reopen(work: Work, found: Case, notice: Request): Promise<Request> {
  const isLate = notice.dueAt <= work.now;
  const eventAt = await eventOf(work, found);
  const due = isLate
    ? deadline(calendarOf(work.calendar, notice.policy), work.now, notice.policy.answerWorkingDays, eventAt)
    : { dueAt: notice.dueAt, source: notice.dueSource };
  const [row] = await work.tx
    .update(request)
    .set({
      state: 'open',
      closedAt: null,
      dueAt: due.dueAt,
      dueSource: due.source,
      // From here the deadline is counted again when a calendar is imported.
      ...(isLate ? { askedAt: work.now } : {}),
    })
    .where(eq(request.id, notice.id))
    .returning();
  if (isLate) {
    const { pairId, id: requestId, policy } = notice;
    // The day before is planned already, from the event.
    const steps = planSteps(work.calendar, {
      kind: 'notice',
      askedAt: work.now,
      dueAt: due.dueAt,
      policy: { ...policy, dayBefore: false },
      eventAt,
    });
    if (steps.length > 0)
      await work.tx.insert(dueStep).values(steps.map((step) => ({ pairId, requestId, ...step })));
  }
  return row!;
}

async function push(work: Work, notice: Request, people: number[]): Promise<void> {
  const asked: Recipient[] = [];
  for (const personId of people) asked.push((await recipientOf(work, notice.id, personId))!);
  await pushNotice(work, notice, asked, notice.urgent);
}
