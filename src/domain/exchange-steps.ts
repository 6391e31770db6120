import type { DateTime } from 'luxon';
import type { Calendar } from './calendar.ts';
import { planSteps } from './escalation.ts';
import type { ExchangeStepKind, Wait } from './exchange.ts';
import type { Policy } from './policy.ts';
import { isWorkingTime, nextWorkingInstant } from './working-time.ts';

export type PlannedExchangeStep = { kind: ExchangeStepKind; of: Wait; dueAt: DateTime };

type Waited = { of: Wait; askedAt: DateTime; dueAt: DateTime; policy: Policy };

/**
 * What is done while something is waited for, by the frozen policy (R6, R14): reminders, one's own leader, then across. Half of
 * the time is a reminder for answers only: a receipt or a duty is a tap, and is reminded of once (R15).
 */
export function planExchangeSteps(calendar: Calendar, waited: Waited): PlannedExchangeStep[] {
  const { of, askedAt, dueAt, policy } = waited;
  return planSteps(calendar, { kind: 'proposal', askedAt, dueAt, policy }).flatMap(
    ({ kind, dueAt: at }): PlannedExchangeStep[] => {
      if (kind === 'half') return of === 'answer' ? [{ kind, of, dueAt: at }] : [];
      const isKnown = kind === 'last_morning' || kind === 'own_leader' || kind === 'across';
      return isKnown ? [{ kind, of, dueAt: at }] : [];
    },
  );
}

/** What is known of a step when it falls due. `isSettled`: received, answered, met; `isGone`: recalled or corrected since. */
export type ExchangeStepSituation = {
  kind: ExchangeStepKind;
  isWaiting: boolean;
  isGone: boolean;
  isSettled: boolean;
  /** A later reminder of the same thing is due as well. */
  isOvertaken: boolean;
  /** It waits to go out and has reached nobody. */
  isUnreached: boolean;
};

export type ExchangeStepDecision =
  | { kind: 'act' }
  | { kind: 'skip'; reason: string }
  | { kind: 'defer'; until: DateTime }
  /** Nothing has arrived: the steps begin anew from now. */
  | { kind: 'move' };

const skip = (reason: string): ExchangeStepDecision => ({ kind: 'skip', reason });

/** Looked at again before anything goes out (R6): still there, still waited for, in working time. Nobody is chased after answering. */
export function decideExchangeStep(
  calendar: Calendar,
  step: ExchangeStepSituation,
  now: DateTime,
): ExchangeStepDecision {
  if (step.isGone) return skip('recalled or corrected');
  if (step.kind === 'cross') return step.isWaiting ? { kind: 'act' } : skip('crossed already');
  if (step.isWaiting) return { kind: 'defer', until: now.plus({ minutes: 1 }) };
  if (step.isSettled) return skip('settled');
  if (step.isOvertaken) return skip('a later step is due');
  if (step.isUnreached) return { kind: 'move' };
  if (isWorkingTime(calendar, now)) return { kind: 'act' };
  return { kind: 'defer', until: nextWorkingInstant(calendar, now) };
}

export const isExchangeReminder = (kind: ExchangeStepKind): boolean =>
  kind === 'half' || kind === 'last_morning' || kind === 'again';
