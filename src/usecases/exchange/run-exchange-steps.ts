import { and, eq } from 'drizzle-orm';
import { dutySlot, exchange, exchangeStep } from '../../../db/schema/index.ts';
import { calendarOf } from '../../domain/escalation.ts';
import {
  decideExchangeStep,
  type ExchangeStepDecision,
  type ExchangeStepSituation,
  isExchangeReminder,
} from '../../domain/exchange-steps.ts';
import { audit } from '../audit.ts';
import type { Work } from '../work.ts';
import { crossExchange } from './cross-exchange.ts';
import { isUnreached } from './is-unreached.ts';
import { type Entry, hasCrossed, type Logged, loadExchange, receiverOf } from './load-exchange.ts';
import { replanSteps } from './replan-steps.ts';
import { type ExchangeSaid, sendExchangeSteps } from './send-exchange-steps.ts';
import { peopleForStep } from './step-people.ts';
import { takeDueSteps } from './take-due-steps.ts';
import { planWait, receiptDue } from './write-exchange-steps.ts';

export type ExchangeStep = typeof exchangeStep.$inferSelect;
export type Slot = typeof dutySlot.$inferSelect;

/** What a step is about: an entry, or the slot of a duty. */
export type StepAbout = { logged: Logged; slot?: undefined } | { slot: Slot; logged?: undefined };

/**
 * Runs what is due of the ledger, the oldest first: crossings, reminders, one's own leader, across (R6). What falls due together for
 * a person goes as one message (R14). Any number of processes may sweep. A step that cannot be run is rolled back alone and
 * told to `onError`. Returns the kinds done.
 */
export async function runExchangeSteps(
  work: Work,
  limit: number,
  onError: (error: unknown) => void = rethrow,
): Promise<string[]> {
  const due = await takeDueSteps(work, limit);
  const said: ExchangeSaid[] = [];
  const done: string[] = [];
  for (const step of due) {
    try {
      const ran = await work.tx.transaction((tx) => runOne({ ...work, tx }, step, due));
      if (!ran) continue;
      done.push(step.kind);
      said.push(...ran);
    } catch (error) {
      onError(error);
    }
  }
  await sendExchangeSteps(work, said);
  return done;
}

const rethrow = (error: unknown): never => {
  throw error;
};

/** Undefined: it was skipped or deferred. */
async function runOne(
  work: Work,
  step: ExchangeStep,
  due: ExchangeStep[],
): Promise<ExchangeSaid[] | undefined> {
  const about = await aboutOf(work, step);
  if (!about) return undefined;
  const policy = about.logged ? about.logged.entry.policy : about.slot.policy;
  const calendar = calendarOf(work.calendar, policy);
  const situation = {
    ...situationOf(work, step, about, due),
    isUnreached: !!about.logged && (await isUnreached(work, about.logged.entry.id)),
  };
  const decision = decideExchangeStep(calendar, situation, work.now);
  if (decision.kind === 'move') await planAnew(work, step, about.logged!.entry);
  else await settle(work, step, decision);
  return decision.kind === 'act' ? act(work, step, about) : undefined;
}

/** As if it had crossed now. The deadline that a document names stays as it is; only what is done about it waits. */
async function planAnew(work: Work, { of }: ExchangeStep, crossed: Entry): Promise<void> {
  const { id: exchangeId, pairId } = crossed;
  const entry = { ...crossed, askedAgainAt: work.now };
  await work.tx.update(exchange).set({ askedAgainAt: work.now }).where(eq(exchange.id, exchangeId));
  const isReceipt = of === 'receipt';
  const planned = planWait(
    work,
    entry,
    isReceipt ? of : 'answer',
    isReceipt ? receiptDue(work, entry) : entry.answerDueAt!,
  );
  await replanSteps(work, { pairId, exchangeId }, of, planned, 'nothing has arrived');
}

async function aboutOf(work: Work, step: ExchangeStep): Promise<StepAbout | undefined> {
  if (step.exchangeId !== null) {
    const logged = await loadExchange(work, step.exchangeId);
    return logged && { logged };
  }
  const [slot] = await work.tx.select().from(dutySlot).where(eq(dutySlot.id, step.slotId!));
  return slot && { slot };
}

function situationOf(
  work: Work,
  step: ExchangeStep,
  { logged, slot }: StepAbout,
  due: ExchangeStep[],
): Omit<ExchangeStepSituation, 'isUnreached'> {
  const isLater = (other: ExchangeStep) =>
    isExchangeReminder(other.kind) &&
    other.of === step.of &&
    other.exchangeId === step.exchangeId &&
    other.slotId === step.slotId &&
    (other.dueAt > step.dueAt || (+other.dueAt === +step.dueAt && other.id > step.id));
  const isOvertaken = isExchangeReminder(step.kind) && due.some(isLater);
  if (slot)
    return {
      kind: step.kind,
      isWaiting: false,
      isGone: slot.state === 'withdrawn',
      isSettled: slot.state !== 'open',
      isOvertaken,
    };
  const { entry } = logged;
  return {
    kind: step.kind,
    isWaiting: step.kind === 'cross' ? entry.state === 'waiting' : !hasCrossed(entry, work.now.toMillis()),
    isGone: entry.state === 'recalled' || entry.state === 'superseded',
    isSettled: step.of === 'receipt' ? entry.receipt !== null : entry.answeredAt !== null,
    isOvertaken,
  };
}

async function settle(
  work: Work,
  step: ExchangeStep,
  decision: Exclude<ExchangeStepDecision, { kind: 'move' }>,
): Promise<void> {
  const values =
    decision.kind === 'defer'
      ? { dueAt: decision.until }
      : {
          state: decision.kind === 'act' ? ('done' as const) : ('skipped' as const),
          reason: decision.kind === 'skip' ? decision.reason : null,
          doneAt: work.now,
        };
  await work.tx
    .update(exchangeStep)
    .set(values)
    .where(and(eq(exchangeStep.id, step.id), eq(exchangeStep.state, 'pending')));
}

async function act(work: Work, step: ExchangeStep, about: StepAbout): Promise<ExchangeSaid[]> {
  if (step.kind === 'cross') {
    await crossExchange(work, about.logged!.entry);
    return [];
  }
  const people = await peopleForStep(work, step, about);
  await audit(work, {
    pairId: step.pairId,
    type: `ledger-step.${step.kind}`,
    ...(step.exchangeId === null ? {} : { exchangeId: step.exchangeId }),
    facts: {
      side: about.logged ? receiverOf(about.logged.entry) : about.slot.side,
      of: step.of,
      step: step.id,
      slot: step.slotId,
      told: people.length,
    },
  });
  return people.map((personId) => ({ personId, step }));
}
