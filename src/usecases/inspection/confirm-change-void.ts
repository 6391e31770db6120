import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import { answer, dueStep, recipient, request } from '../../../db/schema/index.ts';
import type { Recipient } from '../request/load-request.ts';
import { tellTally } from '../request/tell-tally.ts';
import type { Work } from '../work.ts';
import type { Case } from './load-case.ts';

/**
 * Ends every notice of the version that held, the met ones too: their steps skip themselves, old buttons lead on, and the
 * groups' messages say so. Returns the notices and who was asked and not replaced.
 */
export async function voidNotices(
  work: Work,
  found: Case,
): Promise<{ requestIds: number[]; asked: Recipient[] }> {
  const notices = await work.tx
    .update(request)
    .set({ state: 'void', closedAt: work.now })
    .where(
      and(
        eq(request.inspectionId, found.inspection.id),
        eq(request.kind, 'notice'),
        ne(request.state, 'void'),
      ),
    )
    .returning();
  for (const notice of notices) await tellTally(work, found, notice);
  const requestIds = notices.map((notice) => notice.id);
  if (requestIds.length === 0) return { requestIds, asked: [] };
  const asked = await work.tx
    .select()
    .from(recipient)
    .where(and(inArray(recipient.requestId, requestIds), isNull(recipient.replacedBy)));
  return { requestIds, asked };
}

/** A material change voids what was answered to these notices (R5); the answers stay readable as history. */
export async function voidAnswers(work: Work, requestIds: number[]): Promise<number> {
  if (requestIds.length === 0) return 0;
  const rows = await work.tx
    .update(answer)
    .set({ voidedAt: work.now })
    .where(and(inArray(answer.requestId, requestIds), isNull(answer.voidedAt)))
    .returning({ id: answer.id });
  return rows.length;
}

/** Ends the notices of what is over: what was answered stands and can be read; no reminder, no day before. */
export async function endNotices(work: Work, inspectionId: number): Promise<void> {
  const isNotice = and(eq(request.inspectionId, inspectionId), eq(request.kind, 'notice'));
  await work.tx
    .update(request)
    .set({ state: 'met', closedAt: work.now })
    .where(and(isNotice, eq(request.state, 'open')));
  const notices = work.tx.select({ id: request.id }).from(request).where(isNotice);
  await work.tx
    .update(dueStep)
    .set({ state: 'skipped', reason: 'concluded', doneAt: work.now })
    .where(and(inArray(dueStep.requestId, notices), eq(dueStep.state, 'pending')));
}

/** Whether a notice of this inspection holds already; before the first there is nothing to ask anew. */
export async function hasNotice(work: Work, inspectionId: number): Promise<boolean> {
  const rows = await work.tx
    .select({ id: request.id })
    .from(request)
    .where(and(eq(request.inspectionId, inspectionId), eq(request.kind, 'notice'), ne(request.state, 'void')))
    .limit(1);
  return rows.length > 0;
}
