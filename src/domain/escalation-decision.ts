import type { DateTime } from 'luxon';
import type { Calendar } from './calendar.ts';
import type { RequestKind, RequestState, StepKind } from './request.ts';
import { isWorkingTime, nextWorkingInstant } from './working-time.ts';

export type StepSituation = {
  kind: StepKind;
  requestState: RequestState;
  requestKind: RequestKind;
  /** Khẩn, by the rule for it: outside working time as well. */
  urgent: boolean;
  /** Persons of this step who have not answered: they may be reminded. */
  silent: number;
  /** Persons whose answer does not count yet: silent, or waiting for a substitute or for an opinion to be settled. */
  unsettled: number;
  /** How many of these nothing has reached yet, since what asks them still waits to go out; of a reminder's among the silent. */
  unreached: number;
  /** It is for one person only. */
  isForOne: boolean;
  /** The other side's đầu mối has said "đã tiếp nhận". */
  isReceived: boolean;
  /** A later reminder of the same people is due as well. */
  isOvertaken: boolean;
  /** When it begins; absent: nothing begins. */
  eventAt?: DateTime;
};

export type SkipReason =
  | 'recalled'
  | 'crossed already'
  | 'overtaken by a change'
  | 'it has begun'
  | 'answered'
  | 'nobody is silent'
  | 'a later step is due'
  | 'received'
  | 'no working time is left';

/** So soon a step that can only wait is looked at again. */
const LOOK_AGAIN_MINUTES = 5;

export type StepDecision =
  | { kind: 'act' }
  | { kind: 'defer'; until: DateTime }
  /** Nothing has arrived: the deadline moves, and the steps with it. */
  | { kind: 'move' }
  | { kind: 'skip'; reason: SkipReason };

const REMINDERS: readonly StepKind[] = ['half', 'last_morning', 'again'];

/** Whether a step speaks to those who have not answered themselves. */
export const isReminder = (kind: StepKind): boolean => REMINDERS.includes(kind);

const skip = (reason: SkipReason): StepDecision => ({ kind: 'skip', reason });

function decideCross(state: RequestState): StepDecision {
  if (state === 'waiting') return { kind: 'act' };
  return skip(state === 'void' ? 'recalled' : 'crossed already');
}

/** What to do with a step that is due: looked at again before anything goes out (R6, R15). Nobody is chased after answering. */
export function decideStep(calendar: Calendar, step: StepSituation, now: DateTime): StepDecision {
  if (step.kind === 'cross') return decideCross(step.requestState);
  if (step.requestState === 'void') return skip('overtaken by a change');
  if (step.eventAt && step.eventAt <= now) return skip('it has begun');
  // It crosses first: at the latest in the next sweep.
  if (step.requestState === 'waiting') return { kind: 'defer', until: now.plus({ minutes: 1 }) };
  if (step.kind === 'day_before') return deferred(calendar, step, now);
  if (step.requestState === 'met') return skip('answered');
  if (isReminder(step.kind)) return decideReminder(calendar, step, now);
  if (step.unsettled === 0) return skip('nobody is silent');
  return step.unreached === step.unsettled ? waits(step, now) : deferred(calendar, step, now);
}

function decideReminder(calendar: Calendar, step: StepSituation, now: DateTime): StepDecision {
  if (step.silent === 0) return skip('nobody is silent');
  if (step.isOvertaken) return skip('a later step is due');
  if (step.kind === 'half' && step.isReceived) return skip('received');
  if (step.unreached === step.silent) return waits(step, now);
  return deferred(calendar, step, now);
}

/** Nothing counts against those whom nothing reached. Before what is Khẩn there is no room to move to: it is looked at again. */
function waits({ urgent, isForOne }: StepSituation, now: DateTime): StepDecision {
  if (urgent || isForOne) return { kind: 'defer', until: now.plus({ minutes: LOOK_AGAIN_MINUTES }) };
  return { kind: 'move' };
}

/** Deferred to working time, not dropped; only Khẩn goes at once. The day before goes when it cannot be deferred, then without a sound (R14). */
function deferred(calendar: Calendar, step: StepSituation, now: DateTime): StepDecision {
  if (step.urgent || isWorkingTime(calendar, now)) return { kind: 'act' };
  const until = nextWorkingInstant(calendar, now);
  if (!step.eventAt || until < step.eventAt) return { kind: 'defer', until };
  return step.kind === 'day_before' ? { kind: 'act' } : skip('no working time is left');
}
