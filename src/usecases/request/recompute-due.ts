import { and, eq, inArray } from 'drizzle-orm';
import { calendarDay, dueStep, request } from '../../../db/schema/index.ts';
import { makeCalendar } from '../../domain/calendar.ts';
import { calendarOf, deadline, planSteps } from '../../domain/escalation.ts';
import { pauseOneWorkingDay } from '../../domain/working-time.ts';
import { audit } from '../audit.ts';
import { eventOf } from '../inspection/event-of.ts';
import type { Case } from '../inspection/load-case.ts';
import type { Work } from '../work.ts';
import { lockRequest, type Request } from './load-request.ts';
import { workingDaysOf } from './working-days-of.ts';

/**
 * A calendar was imported: the due instants of open requests are computed anew from their frozen policy (R14), audited. What a
 * person named stays, and what was moved because nothing had arrived; steps that are done stay done. Returns how many deadlines moved.
 */
export async function recomputeDue(work: Work): Promise<number> {
  const fresh: Work = { ...work, calendar: makeCalendar(await work.tx.select().from(calendarDay)) };
  const rows = await work.tx
    .select({ id: request.id })
    .from(request)
    .where(inArray(request.state, ['waiting', 'open']))
    .orderBy(request.id);
  let moved = 0;
  for (const { id } of rows) if (await recomputeOne(fresh, id)) moved += 1;
  return moved;
}

const STAYS: Request['dueSource'][] = ['person', 'late'];

async function recomputeOne(work: Work, requestId: number): Promise<boolean> {
  const locked = await lockRequest(work, requestId);
  if (!locked || STAYS.includes(locked.request.dueSource)) return false;
  const { request: asked, found } = locked;
  const eventAt = await eventOf(work, found);
  const dueAt = await dueOf(work, asked, found, eventAt);
  await replan(work, { ...asked, dueAt }, eventAt);
  if (+dueAt === +asked.dueAt) return false;
  await work.tx.update(request).set({ dueAt }).where(eq(request.id, requestId));
  await audit(work, {
    pairId: asked.pairId,
    type: 'request.recomputed',
    inspectionId: asked.inspectionId,
    facts: { request: requestId, from: asked.dueAt.toUTC().toISO()!, to: dueAt.toUTC().toISO()! },
  });
  return true;
}

async function dueOf(
  work: Work,
  asked: Request,
  found: Case,
  eventAt: Request['dueAt'] | undefined,
): Promise<Request['dueAt']> {
  const askedAt = asked.kind === 'decision' ? await proposalAskedAt(work, found) : asked.askedAt;
  const days = workingDaysOf(asked);
  const calendar = calendarOf(work.calendar, asked.policy);
  const { dueAt } = deadline(calendar, askedAt ?? asked.askedAt, days, eventAt);
  return asked.dueSource === 'paused' ? pauseOneWorkingDay(calendar, dueAt) : dueAt;
}

/** A leader decides by the deadline of the proposal. */
async function proposalAskedAt(work: Work, found: Case): Promise<Request['dueAt'] | undefined> {
  const [row] = await work.tx
    .select({ askedAt: request.askedAt })
    .from(request)
    .where(
      and(
        eq(request.inspectionId, found.inspection.id),
        eq(request.kind, 'proposal'),
        inArray(request.state, ['waiting', 'open']),
      ),
    );
  return row?.askedAt;
}

async function replan(work: Work, asked: Request, eventAt: Request['dueAt'] | undefined): Promise<void> {
  const steps = await work.tx.select().from(dueStep).where(eq(dueStep.requestId, asked.id));
  const done = new Set(steps.filter((step) => step.state === 'done').map((step) => step.kind));
  const open = steps.filter(
    (step) =>
      step.state === 'pending' && step.kind !== 'cross' && step.recipientId === null && step.reason === null,
  );
  const planned = planSteps(work.calendar, { ...asked, eventAt }).filter(
    (step) => !done.has(step.kind) && step.dueAt > work.now,
  );
  if (open.length > 0)
    await work.tx
      .update(dueStep)
      .set({ state: 'skipped', reason: 'calendar imported', doneAt: work.now })
      .where(
        inArray(
          dueStep.id,
          open.map((step) => step.id),
        ),
      );
  if (planned.length > 0)
    await work.tx
      .insert(dueStep)
      .values(planned.map((step) => ({ pairId: asked.pairId, requestId: asked.id, ...step })));
}
