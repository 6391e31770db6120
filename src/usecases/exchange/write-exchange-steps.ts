import { and, eq, inArray } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { exchangeStep } from '../../../db/schema/index.ts';
import { calendarOf, deadline } from '../../domain/escalation.ts';
import { directionOf, type Wait } from '../../domain/exchange.ts';
import { type PlannedExchangeStep, planExchangeSteps } from '../../domain/exchange-steps.ts';
import type { Work } from '../work.ts';
import type { Entry } from './load-exchange.ts';

/** When the receipt of a document that goes out is due: so many working days after it crossed, by its frozen policy (R8). */
export const receiptDue = (work: Work, entry: Pick<Entry, 'policy' | 'crossesAt'>): DateTime =>
  deadline(calendarOf(work.calendar, entry.policy), entry.crossesAt, entry.policy.answerWorkingDays).dueAt;

/** Writes what an entry brings: its crossing, the receipt that is waited for, the answer that is waited for. */
export async function writeExchangeSteps(work: Work, entry: Entry): Promise<void> {
  const { id, pairId, crossesAt, policy, answerDueAt } = entry;
  const plan = (of: Wait, dueAt: DateTime): PlannedExchangeStep[] =>
    planExchangeSteps(work.calendar, { of, askedAt: crossesAt, dueAt, policy });
  const steps: PlannedExchangeStep[] = [
    { kind: 'cross', of: 'receipt', dueAt: crossesAt },
    ...(directionOf(entry) === 'out' ? plan('receipt', receiptDue(work, entry)) : []),
    ...(answerDueAt ? plan('answer', answerDueAt) : []),
  ];
  await work.tx.insert(exchangeStep).values(steps.map((step) => ({ pairId, exchangeId: id, ...step })));
}

/** What is no longer waited for is not chased: its pending steps are skipped with the reason. */
export async function dropSteps(work: Work, exchangeId: number, reason: string, of?: Wait): Promise<void> {
  await work.tx
    .update(exchangeStep)
    .set({ state: 'skipped', reason, doneAt: work.now })
    .where(
      and(
        eq(exchangeStep.exchangeId, exchangeId),
        eq(exchangeStep.state, 'pending'),
        of && eq(exchangeStep.of, of),
      ),
    );
}

/** What is waited for again is chased again: the steps that were skipped for these reasons. */
export async function restoreSteps(
  work: Work,
  exchangeId: number,
  reasons: string[],
  of?: Wait,
): Promise<void> {
  await work.tx
    .update(exchangeStep)
    .set({ state: 'pending', reason: null, doneAt: null })
    .where(
      and(
        eq(exchangeStep.exchangeId, exchangeId),
        inArray(exchangeStep.reason, reasons),
        of && eq(exchangeStep.of, of),
      ),
    );
}
