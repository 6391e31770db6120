import { and, eq, isNull, notInArray } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { dueStep, request } from '../../../db/schema/index.ts';
import { calendarOf, deadline, planSteps } from '../../domain/escalation.ts';
import type { StepKind } from '../../domain/request.ts';
import { audit } from '../audit.ts';
import type { Work } from '../work.ts';
import type { Request } from './load-request.ts';
import { workingDaysOf } from './working-days-of.ts';

/** They belong to the day of crossing and to the event, wherever the deadline is. */
const STAY: StepKind[] = ['cross', 'day_before'];

/**
 * Nothing has reached those whom a due step would count against: the deadline and the steps before and after it are planned as if
 * it were asked now; a deadline never comes nearer by that. Audited.
 */
export async function moveDeadline(work: Work, asked: Request, eventAt: DateTime | undefined): Promise<void> {
  const calendar = calendarOf(work.calendar, asked.policy);
  const fresh = deadline(calendar, work.now, workingDaysOf(asked), eventAt).dueAt;
  const dueAt = DateTime.max(asked.dueAt, fresh);
  await work.tx.update(request).set({ dueAt, dueSource: 'late' }).where(eq(request.id, asked.id));
  await work.tx
    .update(dueStep)
    .set({ state: 'skipped', reason: 'nothing has arrived', doneAt: work.now })
    .where(
      and(
        eq(dueStep.requestId, asked.id),
        eq(dueStep.state, 'pending'),
        notInArray(dueStep.kind, STAY),
        isNull(dueStep.recipientId),
        isNull(dueStep.reason),
      ),
    );
  const planned = planSteps(work.calendar, { ...asked, askedAt: work.now, dueAt, eventAt });
  const steps = planned.filter(({ kind }) => !STAY.includes(kind));
  if (steps.length > 0)
    await work.tx
      .insert(dueStep)
      .values(steps.map((step) => ({ pairId: asked.pairId, requestId: asked.id, ...step })));
  await audit(work, {
    pairId: asked.pairId,
    type: 'request.moved',
    inspectionId: asked.inspectionId,
    facts: { request: asked.id, from: asked.dueAt.toUTC().toISO()!, to: dueAt.toUTC().toISO()! },
  });
}
