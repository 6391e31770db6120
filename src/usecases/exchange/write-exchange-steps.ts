import { and, eq, inArray } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { exchangeStep } from '../../../db/schema/index.ts';
import { calendarOf, deadline } from '../../domain/escalation.ts';
import { directionOf, type Wait } from '../../domain/exchange.ts';
import { type PlannedExchangeStep, planExchangeSteps } from '../../domain/exchange-steps.ts';
import type { Work } from '../work.ts';
import type { Entry } from './load-exchange.ts';

type Asked = Pick<Entry, 'policy' | 'crossesAt' | 'askedAgainAt'>;

/** Since when it is waited for: since it crossed, or since its deadline came before anything had arrived. */
const askedAt = ({ crossesAt, askedAgainAt }: Asked): DateTime => askedAgainAt ?? crossesAt;

/** When the receipt of a document that goes out is due: so many working days after it was asked for, by its frozen policy (R8). */
export const receiptDue = (work: Work, entry: Asked): DateTime =>
  deadline(calendarOf(work.calendar, entry.policy), askedAt(entry), entry.policy.answerWorkingDays).dueAt;

/**
 * What is done about a wait of an entry (R6, R14). An answer's deadline stands in the document and stays; where nothing had arrived in
 * time, only what is done about it waits as long as for a receipt.
 */
export function planWait(
  work: Work,
  entry: Asked,
  of: 'receipt' | 'answer',
  due: DateTime,
): PlannedExchangeStep[] {
  const dueAt = entry.askedAgainAt ? DateTime.max(due, receiptDue(work, entry)) : due;
  return planExchangeSteps(work.calendar, { of, askedAt: askedAt(entry), dueAt, policy: entry.policy });
}

/** Writes what an entry brings: its crossing, the receipt that is waited for, the answer that is waited for. */
export async function writeExchangeSteps(work: Work, entry: Entry): Promise<void> {
  const { id, pairId, crossesAt, answerDueAt } = entry;
  const steps: PlannedExchangeStep[] = [
    { kind: 'cross', of: 'receipt', dueAt: crossesAt },
    ...(directionOf(entry) === 'out' ? planWait(work, entry, 'receipt', receiptDue(work, entry)) : []),
    ...(answerDueAt ? planWait(work, entry, 'answer', answerDueAt) : []),
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
