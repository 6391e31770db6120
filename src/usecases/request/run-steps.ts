import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { dueStep, recipient, request } from '../../../db/schema/index.ts';
import { calendarOf } from '../../domain/escalation.ts';
import {
  decideStep,
  isReminder,
  type StepDecision,
  type StepSituation,
} from '../../domain/escalation-decision.ts';
import { isUrgentNow } from '../../domain/noise.ts';
import type { Case } from '../inspection/load-case.ts';
import type { Work } from '../work.ts';
import { actOnStep, silentOf, unsettledOf } from './act-on-step.ts';
import { eventOfRequest } from './event-of-request.ts';
import { lockRequest, type Request } from './load-request.ts';
import { markCrossed } from './mark-crossed.ts';
import { moveDeadline } from './move-deadline.ts';
import { type Said, sendTogether } from './send-together.ts';
import { unreachedOf } from './unreached.ts';

type DueStep = typeof dueStep.$inferSelect;
type Ran = { done: string[]; said: Said[] };

// Any fixed number that no other advisory lock of the application takes.
const STEPS_LOCK = 7_246_101;
const MOST_TOGETHER = 200;

/** Requests with a step that is due, the oldest first. */
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
 * Runs what is due of one request, oldest first; each step is looked at again, done or skipped with its reason (R6). What is
 * due of other requests to the same people runs with it, so that each person gets one message (R14). Any number of processes
 * may sweep: they take turns here, requests are locked, and a step is claimed by the state it was seen in.
 */
export async function runDueSteps(work: Work, requestId: number): Promise<string[]> {
  await work.tx.execute(sql`select pg_advisory_xact_lock(${STEPS_LOCK})`);
  const ran = [await runOne(work, requestId)];
  if (ran[0]!.said.length > 0)
    for (const id of await dueTogether(work, requestId)) ran.push(await tryOne(work, id));
  await sendTogether(
    work,
    ran.flatMap((one) => one.said),
  );
  return ran.flatMap((one) => one.done);
}

/** Other due requests of pairs that share a person with this one's pair. */
async function dueTogether(work: Work, requestId: number): Promise<number[]> {
  const rows = await work.tx.execute<{ id: number }>(sql`
    select distinct step.request_id as id from due_step step
    where step.state = 'pending' and step.due_at <= ${work.now.toISO()} and step.request_id <> ${requestId}
      and step.pair_id in (
        select theirs.pair_id from request asked
        join membership mine on mine.pair_id = asked.pair_id
        join membership theirs on theirs.person_id = mine.person_id
        where asked.id = ${requestId})
    order by id limit ${MOST_TOGETHER}`);
  return rows.map((row) => row.id);
}

/** A request that cannot be run is rolled back alone: its own turn in the sweep reports why. */
async function tryOne(work: Work, requestId: number): Promise<Ran> {
  try {
    return await work.tx.transaction((tx) => runOne({ ...work, tx }, requestId));
  } catch {
    return { done: [], said: [] };
  }
}

async function runOne(work: Work, requestId: number): Promise<Ran> {
  const locked = await lockRequest(work, requestId);
  if (!locked) return { done: [], said: [] };
  const { found } = locked;
  const ran: Ran = { done: [], said: [] };
  const eventAt = await eventOfRequest(work, found, locked.request);
  const due = await dueOf(work, requestId);
  for (const step of due) {
    const current = (await reload(work, requestId)) ?? locked.request;
    const unreached = await unreachedOf(work, [requestId]);
    const situation = await situationOf(
      work,
      current,
      step,
      due,
      // A session that was said later has a day before of its own.
      step.kind === 'day_before' ? await eventOfRequest(work, found, current, step.dueAt) : eventAt,
      unreached,
    );
    const decision = decideStep(calendarOf(work.calendar, current.policy), situation, work.now);
    if (!(await settle(work, step, decision))) continue;
    if (decision.kind === 'move') await moveDeadline(work, current, eventAt);
    if (decision.kind !== 'act') continue;
    ran.said.push(...(await act(work, found, current, step, situation.urgent, unreached)));
    ran.done.push(step.kind);
  }
  return ran;
}

async function act(
  work: Work,
  found: Case,
  current: Request,
  step: DueStep,
  isUrgent: boolean,
  unreached: Set<number>,
): Promise<Said[]> {
  if (step.kind !== 'cross') return actOnStep(work, found, current, step, isUrgent, unreached);
  await markCrossed(work, current);
  return [];
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

async function situationOf(
  work: Work,
  current: Request,
  step: DueStep,
  due: DueStep[],
  eventAt: StepSituation['eventAt'],
  unreached: Set<number>,
): Promise<StepSituation> {
  const rows = await work.tx.select().from(recipient).where(eq(recipient.requestId, current.id));
  const isReceived = current.kind === 'proposal' && rows.some((row) => row.answeredAt !== null);
  const isLater = (other: DueStep) =>
    isReminder(other.kind) &&
    other.recipientId === step.recipientId &&
    (other.dueAt > step.dueAt || (+other.dueAt === +step.dueAt && other.id > step.id));
  const silent = silentOf(current, rows, step.recipientId);
  const unsettled = unsettledOf(current, rows);
  const counted = isReminder(step.kind) ? silent : unsettled;
  return {
    kind: step.kind,
    requestState: current.state,
    requestKind: current.kind,
    urgent: isUrgentNow(current, work.now, eventAt),
    silent: silent.length,
    unsettled: unsettled.length,
    unreached: counted.filter((row) => unreached.has(row.id)).length,
    isForOne: step.recipientId !== null,
    isReceived,
    isOvertaken: isReminder(step.kind) && due.some(isLater),
    eventAt,
  };
}

const reasonOf = (step: DueStep, decision: StepDecision): string | null => {
  if (decision.kind === 'move') return 'nothing has arrived';
  return decision.kind === 'skip' ? decision.reason : step.reason;
};

/** Deferred steps only move; false: someone else has settled it. */
async function settle(work: Work, step: DueStep, decision: StepDecision): Promise<boolean> {
  const values =
    decision.kind === 'defer'
      ? { dueAt: decision.until }
      : {
          state: decision.kind === 'act' ? ('done' as const) : ('skipped' as const),
          reason: reasonOf(step, decision),
          doneAt: work.now,
        };
  const rows = await work.tx
    .update(dueStep)
    .set(values)
    .where(and(eq(dueStep.id, step.id), eq(dueStep.state, 'pending')))
    .returning({ id: dueStep.id });
  return rows.length > 0;
}
