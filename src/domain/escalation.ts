import type { DateTime } from 'luxon';
import { addWorkingDays, type Calendar, withHours } from './calendar.ts';
import { daysBetween } from './calendar-day.ts';
import type { Policy } from './policy.ts';
import type { RequestKind, StepKind } from './request.ts';
import {
  addWorkingMinutes,
  dueAfterWorkingDays,
  halfway,
  isWorkingTime,
  lastMorning,
  nextWorkingInstant,
  tMinusDays,
  workingMinutesBetween,
  ZONE,
} from './working-time.ts';

export type PlannedStep = { kind: StepKind; dueAt: DateTime };

type Asked = { kind: RequestKind; askedAt: DateTime; dueAt: DateTime; policy: Policy; eventAt?: DateTime };

/** Two reminders closer than this are one. */
const TWIN_HOURS = 1;
/** A late notice leaves this much working time, or half of what there is, between its deadline and the event. */
const ROOM_MINUTES = 225;
/** The same where no working time is left before the event. */
const ROOM_HOURS = 2;
const QUARTER_MINUTES = 15;

/** The days off as they are, with the working hours frozen in a policy (R14). */
export const calendarOf = (calendar: Calendar, policy: Pick<Policy, 'workingHours'>): Calendar =>
  withHours(calendar, policy.workingHours);

/**
 * The obligations that a request brings, by its frozen policy (R6, R8, R14): reminders at half of the working minutes and on
 * the last morning, own leader after the deadline, then across, the day before. All in working time, in this order, after
 * the asking and before the event; what would come too late is pulled in before the event, or left out when no working time is left.
 */
export function planSteps(calendar: Calendar, asked: Asked): PlannedStep[] {
  const cal = calendarOf(calendar, asked.policy);
  return [...reminders(cal, asked), ...escalations(cal, asked), ...dayBefore(cal, asked)];
}

function reminders(cal: Calendar, { askedAt, dueAt, policy }: Asked): PlannedStep[] {
  const between = (at: DateTime) => at > askedAt && at < dueAt;
  const lastAt = lastMorning(cal, dueAt);
  const last = policy.remindOnLastMorning && between(lastAt);
  const halfAt = halfway(cal, askedAt, dueAt);
  // Half of a one-day deadline falls on the last morning: one reminder is enough.
  const isTwin = last && halfAt > lastAt.minus({ hours: TWIN_HOURS });
  const half = policy.remindAtHalf && between(halfAt) && !isTwin;
  return [
    ...(half ? [{ kind: 'half' as const, dueAt: halfAt }] : []),
    ...(last ? [{ kind: 'last_morning' as const, dueAt: lastAt }] : []),
  ];
}

/** A leader's decision escalates with the proposal that it belongs to; a side's own approval never crosses. */
function escalations(cal: Calendar, { kind, dueAt, policy, eventAt }: Asked): PlannedStep[] {
  if (kind === 'decision') return [];
  const ownAt = daysAfter(cal, dueAt, policy.ownLeaderAfterWorkingDays, eventAt);
  if (!ownAt) return [];
  const own = { kind: 'own_leader' as const, dueAt: ownAt };
  if (kind === 'approval') return [own];
  const acrossAt = daysAfter(cal, ownAt, policy.acrossAfterWorkingDays, eventAt);
  return acrossAt ? [own, { kind: 'across', dueAt: acrossAt }] : [own];
}

/** So many working days after `from` at the same hour, held to working time; pulled in to half-way before the event. */
function daysAfter(cal: Calendar, from: DateTime, days: number, eventAt?: DateTime): DateTime | undefined {
  const local = from.setZone(ZONE);
  const today = local.toISODate()!;
  const at = nextWorkingInstant(
    cal,
    days > 0
      ? local.plus({ days: daysBetween(today, addWorkingDays(cal, today, days)) })
      : local.plus({ minutes: 1 }),
  );
  if (!eventAt || at < eventAt) return at;
  const left = workingMinutesBetween(cal, from, eventAt);
  return left > 0 ? addWorkingMinutes(cal, from, left / 2) : undefined;
}

function dayBefore(cal: Calendar, { kind, askedAt, policy, eventAt }: Asked): PlannedStep[] {
  if (kind !== 'notice' || !policy.dayBefore || !eventAt) return [];
  const at = tMinusDays(cal, eventAt, 1);
  return at > askedAt ? [{ kind: 'day_before', dueAt: at }] : [];
}

/** The day before what a schedule that is said after the asking begins with: at once where that day has come; `eventAt` is ahead. */
export function dayBeforeSaid(
  calendar: Calendar,
  policy: Policy,
  now: DateTime,
  eventAt: DateTime,
): DateTime {
  const at = tMinusDays(calendarOf(calendar, policy), eventAt, 1);
  return at > now ? at : now;
}

/**
 * When a person is to answer: so many working days after the asking; for a late notice sooner ('short'), so that there is
 * room to remind and to tell the leader before what it is about (R8, R14). Always after the asking and before an event to come.
 */
export function deadline(
  calendar: Calendar,
  askedAt: DateTime,
  workingDays: number,
  eventAt?: DateTime,
): { dueAt: DateTime; source: 'policy' | 'short' } {
  const usual = dueAfterWorkingDays(calendar, askedAt, workingDays);
  if (!eventAt || eventAt <= askedAt) return { dueAt: usual, source: 'policy' };
  const latest = latestBefore(calendar, askedAt, eventAt);
  return usual <= latest ? { dueAt: usual, source: 'policy' } : { dueAt: latest, source: 'short' };
}

function latestBefore(calendar: Calendar, askedAt: DateTime, eventAt: DateTime): DateTime {
  const minutes = workingMinutesBetween(calendar, askedAt, eventAt);
  if (minutes === 0) {
    const room = Math.min(eventAt.diff(askedAt).toMillis() / 2, ROOM_HOURS * 3_600_000);
    return eventAt.minus(room).setZone(ZONE);
  }
  const exact = addWorkingMinutes(calendar, askedAt, minutes - Math.min(minutes / 2, ROOM_MINUTES));
  const round = exact.startOf('minute').minus({ minutes: exact.minute % QUARTER_MINUTES });
  return round > askedAt && isWorkingTime(calendar, round) ? round : exact;
}

/** Khẩn: own leader and across are told on the way to the event, at a quarter and at half of the time that is left. */
export function planUrgent(now: DateTime, eventAt: DateTime): { ownLeaderAt: DateTime; acrossAt: DateTime } {
  const left = eventAt.diff(now).toMillis();
  return { ownLeaderAt: now.plus(left / 4), acrossAt: now.plus(left / 2) };
}
