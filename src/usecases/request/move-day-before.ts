import { and, eq, inArray } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { dueStep, request } from '../../../db/schema/index.ts';
import { dayBeforeSaid } from '../../domain/escalation.ts';
import type { Case } from '../inspection/load-case.ts';
import type { Work } from '../work.ts';
import type { Request } from './load-request.ts';

type Moved = { from: DateTime | undefined; to: DateTime | undefined };

/**
 * What comes next is another instant since the lead has said a schedule: the day before it is planned anew, of each notice that holds.
 * Not twice of one day; what was reminded of an earlier session stays done.
 */
export async function moveDayBefore(work: Work, found: Case, { from, to }: Moved): Promise<void> {
  if (from?.toMillis() === to?.toMillis()) return;
  const notices = await work.tx
    .select()
    .from(request)
    .where(
      and(
        eq(request.inspectionId, found.inspection.id),
        eq(request.kind, 'notice'),
        inArray(request.state, ['open', 'met']),
      ),
    );
  for (const notice of notices) await moveOne(work, notice, { from, to });
}

async function moveOne(work: Work, notice: Request, { from, to }: Moved): Promise<void> {
  const isDayBefore = and(eq(dueStep.requestId, notice.id), eq(dueStep.kind, 'day_before'));
  const steps = await work.tx.select({ state: dueStep.state }).from(dueStep).where(isDayBefore);
  const isDone = steps.some(({ state }) => state === 'done');
  if (isDone && from && to && from.hasSame(to, 'day')) return;
  await work.tx
    .update(dueStep)
    .set({ state: 'skipped', reason: 'another schedule', doneAt: work.now })
    .where(and(isDayBefore, eq(dueStep.state, 'pending')));
  if (!to || !notice.policy.dayBefore) return;
  await work.tx.insert(dueStep).values({
    pairId: notice.pairId,
    requestId: notice.id,
    kind: 'day_before',
    dueAt: dayBeforeSaid(work.calendar, notice.policy, work.now, to),
    // One that was reminded of already: an imported calendar, which plans each kind once, leaves this one alone.
    reason: isDone ? 'another session' : null,
  });
}
