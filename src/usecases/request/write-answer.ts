import { and, eq } from 'drizzle-orm';
import { answer, recipient } from '../../../db/schema/index.ts';
import type { Reason } from '../../domain/inspection.ts';
import type { Answer, Via } from '../../domain/request.ts';
import type { Work } from '../work.ts';

export type Given = {
  pairId: number;
  requestId: number;
  recipientId: number;
  personId: number;
  versionId: number;
  answer: Answer;
  reason?: Reason;
  reasonText?: string;
  via: Via;
  recordedBy?: number;
  /** An opinion or a substitute counts only when it is settled. */
  isSettled: boolean;
};

/** Writes an answer with its version and instant (R5) and makes it the one that stands. */
export async function writeAnswer(work: Work, given: Given): Promise<void> {
  const { isSettled, ...values } = given;
  await work.tx.insert(answer).values({
    ...values,
    reason: given.reason ?? null,
    reasonText: given.reasonText ?? null,
    recordedBy: given.recordedBy ?? null,
    at: work.now,
  });
  await work.tx
    .update(recipient)
    .set({
      answer: given.answer,
      answeredAt: work.now,
      settledAt: isSettled ? work.now : null,
    })
    .where(and(eq(recipient.pairId, given.pairId), eq(recipient.id, given.recipientId)));
}
