import { and, eq, isNull } from 'drizzle-orm';
import { exchange } from '../../../db/schema/index.ts';
import { audit } from '../audit.ts';
import type { Work } from '../work.ts';
import type { Entry } from './load-exchange.ts';
import { tellOfChange } from './tell-exchange.ts';
import { dropSteps } from './write-exchange-steps.ts';

/** A document that was answered waits for nothing any more: not for an answer, nor for its receipt. */
export async function closeAnswered(work: Work, answered: Entry, by: Entry): Promise<void> {
  const receipt = answered.receipt === 'received' ? {} : receiptOf(work, by);
  const rows = await work.tx
    .update(exchange)
    .set({ answeredById: by.id, answeredAt: work.now, ...receipt })
    .where(and(eq(exchange.id, answered.id), isNull(exchange.answeredAt)))
    .returning({ id: exchange.id });
  if (rows.length === 0) return;
  await dropSteps(work, answered.id, 'answered');
  await audit(work, {
    pairId: answered.pairId,
    type: 'exchange.answered',
    by: by.loggedBy,
    exchangeId: answered.id,
    facts: { answer: by.id, side: by.fromSide },
  });
  await tellOfChange(work, answered);
}

/** Who answers a document has received it. */
const receiptOf = (work: Work, { loggedBy, loggedSide, fromSide }: Entry) =>
  loggedSide === fromSide ? { receipt: 'received' as const, receiptBy: loggedBy, receiptAt: work.now } : {};
