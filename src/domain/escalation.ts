import type { DateTime } from 'luxon';
import type { Calendar } from './calendar.ts';
import type { Policy } from './policy.ts';
import type { RequestKind, StepKind } from './request.ts';
import {
  dueAfterWorkingDays,
  halfway,
  isWorkingTime,
  lastMorning,
  nextWorkingInstant,
  tMinusDays,
} from './working-time.ts';

export type PlannedStep = { kind: StepKind; dueAt: DateTime };

type Asked = { kind: RequestKind; askedAt: DateTime; dueAt: DateTime; policy: Policy; eventAt?: DateTime };

/**
 * The obligations that a request brings, by its frozen policy (R6, R8, R14): reminders at half and on the last morning,
 * own leader after the deadline, then across. Steps that would come before the asking or after the event are left out;
 * a late notice compresses, since half and last morning lie between asking and deadline.
 */
export function planSteps(calendar: Calendar, asked: Asked): PlannedStep[] {
  const { askedAt, dueAt, policy } = asked;
  const steps: PlannedStep[] = [];
  if (policy.remindAtHalf) steps.push({ kind: 'half', dueAt: halfway(calendar, askedAt, dueAt) });
  if (policy.remindOnLastMorning) steps.push({ kind: 'last_morning', dueAt: lastMorning(calendar, dueAt) });
  const ownLeaderAt = afterDeadline(calendar, dueAt, policy.ownLeaderAfterWorkingDays);
  steps.push({ kind: 'own_leader', dueAt: ownLeaderAt });
  if (asked.kind !== 'approval' && asked.kind !== 'decision')
    steps.push({
      kind: 'across',
      dueAt: afterDeadline(calendar, ownLeaderAt, policy.acrossAfterWorkingDays),
    });
  if (asked.kind === 'notice' && policy.dayBefore && asked.eventAt)
    steps.push({ kind: 'day_before', dueAt: tMinusDays(calendar, asked.eventAt, 1) });
  const end = asked.eventAt;
  return withoutTwins(steps.filter((step) => step.dueAt > askedAt && (!end || step.dueAt < end)));
}

/** The next working instant after the deadline, or the end of the n-th working day after it. */
function afterDeadline(calendar: Calendar, dueAt: DateTime, workingDays: number): DateTime {
  if (workingDays > 0) return dueAfterWorkingDays(calendar, dueAt.minus({ minutes: 1 }), workingDays);
  return nextWorkingInstant(calendar, dueAt.plus({ minutes: 1 }));
}

/** Half of a one-day deadline falls on the last morning: one reminder is enough. */
function withoutTwins(steps: PlannedStep[]): PlannedStep[] {
  const half = steps.find((step) => step.kind === 'half');
  const last = steps.find((step) => step.kind === 'last_morning');
  if (!half || !last || half.dueAt < last.dueAt.minus({ hours: 1 })) return steps;
  return steps.filter((step) => step !== half);
}

/** When a person is to answer: so many working days after the asking, but before what it is about (R8, R14). */
export function deadline(
  calendar: Calendar,
  askedAt: DateTime,
  workingDays: number,
  eventAt?: DateTime,
): { dueAt: DateTime; source: 'policy' | 'short' } {
  const dueAt = dueAfterWorkingDays(calendar, askedAt, workingDays);
  if (!eventAt || dueAt < eventAt) return { dueAt, source: 'policy' };
  // Half of the time that is left, so that there is room for reminders before the event.
  const middle = askedAt.plus(eventAt.diff(askedAt).milliseconds / 2);
  const held = nextWorkingInstant(calendar, middle);
  return { dueAt: held < eventAt ? held : middle, source: 'short' };
}

export type StepFacts = {
  kind: StepKind;
  requestState: 'waiting' | 'open' | 'met' | 'void';
  requestKind: RequestKind;
  urgent: boolean;
  /** Persons who have not answered. */
  silent: number;
  /** The other side's đầu mối has said "đã tiếp nhận". */
  isReceived: boolean;
  /** A later step of the same request is due as well. */
  isOvertaken: boolean;
};

export type StepDecision =
  | { kind: 'act' }
  | { kind: 'hold'; until: DateTime }
  | { kind: 'skip'; reason: string };

/** What to do with a step that is due: looked at again before anything goes out (R6, R15). */
export function decideStep(calendar: Calendar, facts: StepFacts, now: DateTime): StepDecision {
  if (facts.kind === 'cross') return facts.requestState === 'waiting' ? { kind: 'act' } : skip('recalled');
  if (facts.requestState === 'void') return skip('overtaken by a change');
  if (facts.kind === 'day_before') return held(calendar, facts, now);
  if (facts.requestState === 'met') return skip('answered');
  if (facts.silent === 0) return skip('nobody is silent');
  if (facts.isOvertaken) return skip('a later step is due');
  if (facts.kind === 'half' && facts.isReceived) return skip('received');
  return held(calendar, facts, now);
}

const skip = (reason: string): StepDecision => ({ kind: 'skip', reason });

/** Held to working time, not dropped; only Khẩn goes at once. */
function held(calendar: Calendar, facts: StepFacts, now: DateTime): StepDecision {
  if (facts.urgent || isWorkingTime(calendar, now)) return { kind: 'act' };
  return { kind: 'hold', until: nextWorkingInstant(calendar, now) };
}
