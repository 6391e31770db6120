import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import { dueStep, inspection, recipient, request } from '../../../db/schema/index.ts';
import { decideStep, type StepDecision } from '../../domain/escalation.ts';
import { record } from '../audit.ts';
import type { Work } from '../work.ts';
import { actOnStep } from './act-on-step.ts';
import { lockRequest, type Request } from './load-request.ts';

type DueStep = typeof dueStep.$inferSelect;

/** Requests with a step that is due, the oldest first; each is then run in a transaction of its own. */
export async function dueRequests(work: Work, limit: number): Promise<number[]> {
  const rows = await work.tx
    .select({ requestId: dueStep.requestId })
    .from(dueStep)
    .where(and(eq(dueStep.state, 'pending'), lte(dueStep.dueAt, work.now)))
    .orderBy(asc(dueStep.dueAt))
    .limit(limit);
  return [...new Set(rows.map((row) => row.requestId))];
}

/**
 * Runs what is due of one request, oldest first; each step is looked at again, done or skipped with its reason (R6).
 * Any number of processes may sweep: the request is locked, and a step is claimed by the state it was seen in.
 */
export async function runDueSteps(work: Work, requestId: number): Promise<{ done: string[] }> {
  const locked = await lockRequest(work, requestId);
  if (!locked) return { done: [] };
  const done: string[] = [];
  const due = await dueOf(work, requestId);
  for (const step of due) {
    const current = (await reload(work, requestId)) ?? locked.request;
    const decision = decideStep(work.calendar, await factsOf(work, current, step, due), work.now);
    if (!(await settle(work, step, decision))) continue;
    if (decision.kind !== 'act') continue;
    await actOnStep(work, locked.found, current, step);
    done.push(step.kind);
  }
  return { done };
}

const dueOf = (work: Work, requestId: number): Promise<DueStep[]> =>
  work.tx
    .select()
    .from(dueStep)
    .where(and(eq(dueStep.requestId, requestId), eq(dueStep.state, 'pending'), lte(dueStep.dueAt, work.now)))
    .orderBy(asc(dueStep.dueAt), asc(dueStep.id))
    .for('update');

async function reload(work: Work, requestId: number): Promise<Request | undefined> {
  const [row] = await work.tx.select().from(request).where(eq(request.id, requestId));
  return row;
}

const REMINDERS: DueStep['kind'][] = ['half', 'last_morning', 'again'];

async function factsOf(work: Work, current: Request, step: DueStep, due: DueStep[]) {
  const rows = await work.tx.select().from(recipient).where(eq(recipient.requestId, current.id));
  const mine = step.recipientId === null ? rows : rows.filter((row) => row.id === step.recipientId);
  const isReminder = REMINDERS.includes(step.kind);
  const isProposal = current.kind === 'proposal';
  // A proposal that was received still waits for its decision; a notice's recipient who answered is done.
  const silent = isProposal ? rows.length : mine.filter((row) => row.answeredAt === null && row.replacedBy === null).length;
  return {
    kind: step.kind,
    requestState: current.state,
    requestKind: current.kind,
    urgent: current.urgent,
    silent,
    isReceived: isProposal && rows.some((row) => row.answeredAt !== null),
    isOvertaken: isReminder && due.some((other) => REMINDERS.includes(other.kind) && isLater(other, step)),
  };
}

const isLater = (other: DueStep, step: DueStep): boolean =>
  other.recipientId === step.recipientId && (other.dueAt > step.dueAt || (+other.dueAt === +step.dueAt && other.id > step.id));

async function settle(work: Work, step: DueStep, decision: StepDecision): Promise<boolean> {
  if (decision.kind === 'hold') {
    await work.tx.update(dueStep).set({ dueAt: decision.until }).where(eq(dueStep.id, step.id));
    return true;
  }
  const rows = await work.tx
    .update(dueStep)
    .set({
      state: decision.kind === 'act' ? 'done' : 'skipped',
      reason: decision.kind === 'skip' ? decision.reason : null,
      doneAt: work.now,
    })
    .where(and(eq(dueStep.id, step.id), eq(dueStep.state, 'pending')))
    .returning({ id: dueStep.id });
  return rows.length > 0;
}

/** The moment a proposal crosses: from now on the other side sees it. */
export async function markCrossed(work: Work, current: Request): Promise<void> {
  await work.tx
    .update(request)
    .set({ state: 'open' })
    .where(and(eq(request.id, current.id), inArray(request.state, ['waiting'])));
  await work.tx
    .update(inspection)
    .set({ changedAt: work.now })
    .where(eq(inspection.id, current.inspectionId));
  await record(work, {
    pairId: current.pairId,
    type: `${current.kind}.crossed`,
    inspectionId: current.inspectionId,
    facts: { request: current.id },
  });
}
