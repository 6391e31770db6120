import { DateTime } from 'luxon';
import { addWorkingDays, type Calendar, isWorkingDay, workingDayFrom, workingDayUpTo } from './calendar.ts';
import { addDays } from './calendar-day.ts';

/** The zone in which every instant is reckoned and shown (R13). */
export const ZONE = 'Asia/Ho_Chi_Minh';

const MS_PER_MINUTE = 60_000;

const dayOf = (at: DateTime): string => at.setZone(ZONE).toFormat('yyyy-MM-dd');

const atMs = (day: string, milliseconds: number): DateTime =>
  DateTime.fromISO(day, { zone: ZONE }).plus({ milliseconds });

const openingOf = (cal: Calendar, day: string): DateTime => atMs(day, cal.intervals[0]!.from * MS_PER_MINUTE);

const closingOf = (cal: Calendar, day: string): DateTime =>
  atMs(day, cal.intervals.at(-1)!.to * MS_PER_MINUTE);

const intervalsOn = (cal: Calendar, day: string): { from: number; length: number }[] =>
  isWorkingDay(cal, day)
    ? cal.intervals.map(({ from, to }) => ({
        from: from * MS_PER_MINUTE,
        length: (to - from) * MS_PER_MINUTE,
      }))
    : [];

const msOfDay = (at: DateTime): number => at.toMillis() - at.setZone(ZONE).startOf('day').toMillis();

/** Working milliseconds of a day before `ms` after its midnight; all of them when not given. */
const workedOn = (cal: Calendar, day: string, ms = Number.POSITIVE_INFINITY): number =>
  intervalsOn(cal, day).reduce((sum, { from, length }) => sum + Math.min(Math.max(ms - from, 0), length), 0);

/** Whether the instant lies in working time, half-open: 11h30 and 17h00 do not (R14). */
export function isWorkingTime(cal: Calendar, at: DateTime): boolean {
  const ms = msOfDay(at);
  return intervalsOn(cal, dayOf(at)).some(({ from, length }) => from <= ms && ms < from + length);
}

/** The instant itself when in working time, else the next start of working time. */
export function nextWorkingInstant(cal: Calendar, at: DateTime): DateTime {
  return addWorkingMinutes(cal, at, 0);
}

/** Working minutes in [a, b), with fractions of a minute; 0 when b is not after a. */
export function workingMinutesBetween(cal: Calendar, a: DateTime, b: DateTime): number {
  if (b <= a) return 0;
  const last = dayOf(b);
  let total = workedOn(cal, last, msOfDay(b)) - workedOn(cal, dayOf(a), msOfDay(a));
  for (let day = dayOf(a); day < last; day = addDays(day, 1)) total += workedOn(cal, day);
  return total / MS_PER_MINUTE;
}

/** The working instant that many working minutes after `at`; what ends with working time gives the next start. Throws RangeError when negative. */
export function addWorkingMinutes(cal: Calendar, at: DateTime, minutes: number): DateTime {
  if (!(minutes >= 0 && Number.isFinite(minutes))) {
    throw new RangeError(`working minutes must be 0 or more; got ${minutes}`);
  }
  let day = dayOf(at);
  let left = Math.round(minutes * MS_PER_MINUTE) + workedOn(cal, day, msOfDay(at));
  for (let full = workedOn(cal, day); left >= full; full = workedOn(cal, day)) {
    left -= full;
    day = workingDayFrom(cal, addDays(day, 1));
  }
  return atMs(day, placeOf(cal, day, left));
}

/** Milliseconds after midnight at which `worked` working milliseconds of that day are over; `worked` is less than the day has. */
function placeOf(cal: Calendar, day: string, worked: number): number {
  let left = worked;
  for (const { from, length } of intervalsOn(cal, day)) {
    if (left < length) return from + left;
    left -= length;
  }
  throw new RangeError(`${day} has no ${worked} ms of working time`);
}

/**
 * 17h00 (the end of working time) of the n-th working day after the day of sending, which is not counted (R14). What is sent after 17h00, or
 * on a day not worked, counts as sent on the next working day; so Friday 18h00, Saturday and Monday morning fall due together.
 */
export function dueAfterWorkingDays(cal: Calendar, sentAt: DateTime, n: number): DateTime {
  const day = dayOf(sentAt);
  const late = sentAt > closingOf(cal, day);
  const counted = workingDayFrom(cal, late ? addDays(day, 1) : day);
  return closingOf(cal, addWorkingDays(cal, counted, n));
}

/** More working days than any deadline is given. */
const MOST_WORKING_DAYS = 366;

/**
 * A deadline of so many working days, counted by another calendar; how many they were follows from the calendar before.
 * Undefined: it was not counted by that one.
 */
export function recount(
  { before, after }: { before: Calendar; after: Calendar },
  sentAt: DateTime,
  dueAt: DateTime,
): DateTime | undefined {
  for (let n = 0; n <= MOST_WORKING_DAYS; n += 1) {
    const counted = dueAfterWorkingDays(before, sentAt, n);
    if (+counted === +dueAt) return dueAfterWorkingDays(after, sentAt, n);
    if (counted > dueAt) return undefined;
  }
  return undefined;
}

/** The working instant at half of the working minutes between sending and due (R14); `dueAt` when there are none between. */
export function halfway(cal: Calendar, sentAt: DateTime, dueAt: DateTime): DateTime {
  const minutes = workingMinutesBetween(cal, sentAt, dueAt);
  return minutes > 0 ? addWorkingMinutes(cal, sentAt, minutes / 2) : dueAt.setZone(ZONE);
}

/** The latest start of a working day strictly before `dueAt`: that morning, or the one before when due at the start or on a day not worked. */
export function lastMorning(cal: Calendar, dueAt: DateTime): DateTime {
  const day = workingDayUpTo(cal, dayOf(dueAt));
  const morning = openingOf(cal, day);
  return morning < dueAt ? morning : openingOf(cal, workingDayUpTo(cal, addDays(day, -1)));
}

/**
 * T-n: the start of working time n calendar days before the event, held to the next working day (R14). Where holding would reach the event
 * itself, it goes the other way, to the last morning before; the result is always a start of a working day and before the event.
 */
export function tMinusDays(cal: Calendar, at: DateTime, n: number): DateTime {
  const held = openingOf(cal, workingDayFrom(cal, addDays(dayOf(at), -n)));
  return held < at ? held : lastMorning(cal, at);
}

/** The due instant one working day later, at the same hour ("Trao đổi trực tiếp" stops the clock one working day). */
export function pauseOneWorkingDay(cal: Calendar, dueAt: DateTime): DateTime {
  const local = dueAt.setZone(ZONE);
  const next = DateTime.fromISO(addWorkingDays(cal, dayOf(local), 1), { zone: ZONE });
  return next.set({
    hour: local.hour,
    minute: local.minute,
    second: local.second,
    millisecond: local.millisecond,
  });
}
