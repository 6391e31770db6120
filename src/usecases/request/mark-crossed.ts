import { and, eq, sql } from 'drizzle-orm';
import { dueStep, inspection, outbox, request } from '../../../db/schema/index.ts';
import { audit } from '../audit.ts';
import type { Case } from '../inspection/load-case.ts';
import type { Work } from '../work.ts';
import { lockRequest, type Request } from './load-request.ts';

/** The moment a proposal crosses: from now on the other side sees it. `by`: who did not wait for it. */
export async function markCrossed(work: Work, current: Request, by: number | null = null): Promise<void> {
  await work.tx
    .update(request)
    .set({ state: 'open' })
    .where(and(eq(request.id, current.id), eq(request.state, 'waiting')));
  await work.tx
    .update(inspection)
    .set({ changedAt: work.now })
    .where(eq(inspection.id, current.inspectionId));
  await audit(work, {
    pairId: current.pairId,
    type: `${current.kind}.crossed`,
    by,
    inspectionId: current.inspectionId,
    facts: { request: current.id },
  });
}

/**
 * As lockRequest, for those who answer: what has crossed by its instant is open, though its message may be there some seconds
 * before the sweep marks the crossing.
 */
export async function lockCrossed(
  work: Work,
  requestId: number,
): Promise<{ request: Request; found: Case } | undefined> {
  const locked = await lockRequest(work, requestId);
  if (locked?.request.state !== 'waiting' || locked.request.askedAt > work.now) return locked;
  await markCrossed(work, locked.request);
  return { ...locked, request: { ...locked.request, state: 'open' } };
}

/** The time for recall ends now, by a person's tap: it has crossed, its messages may go, and it may be answered. */
export async function crossNow(work: Work, current: Request, by: number): Promise<void> {
  const requestId = current.id;
  await work.tx.update(request).set({ askedAt: work.now }).where(eq(request.id, requestId));
  await work.tx
    .update(dueStep)
    .set({ dueAt: work.now, state: 'done', doneAt: work.now })
    .where(and(eq(dueStep.requestId, requestId), eq(dueStep.kind, 'cross'), eq(dueStep.state, 'pending')));
  await work.tx
    .update(outbox)
    .set({ notBefore: work.now })
    .where(and(sql`(${outbox.ref}->>'requestId')::int = ${requestId}`, eq(outbox.state, 'pending')));
  await markCrossed(work, current, by);
}
