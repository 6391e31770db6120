import { addDays, dayNumber, weekdayOf } from './calendar-day.ts';

export { defaultCalendarDays } from './calendar-table.ts';

/** One exception to "Monday to Friday": a day off, or a swapped day that is worked; `provisional` until the year's notice is imported. */
export type CalendarDay = { day: string; kind: 'off' | 'work'; label: string; provisional: boolean };

/** Working time of a day as ['HH:mm', 'HH:mm'] pairs, half-open, ascending. */
export type WorkingHours = readonly (readonly [from: string, to: string])[];

/** The days off and the working time, made by `makeCalendar` and `withHours` only; ask it through the functions of this room. */
export type Calendar = {
  readonly days: ReadonlyMap<string, CalendarDay>;
  readonly years: ReadonlyMap<number, { provisional: boolean }>;
  readonly intervals: readonly { from: number; to: number }[];
};

const DEFAULT_HOURS: WorkingHours = [
  ['07:30', '11:30'],
  ['13:30', '17:00'],
];

/** Longest run without a working day that is believed; beyond it the list is broken and would be walked for ever. */
const LONGEST_CLOSURE_DAYS = 60;

const yearOf = (day: string): number => Number(day.slice(0, 4));

const minuteOf = (clock: string): number => {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(clock);
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!(minute <= 24 * 60)) throw new RangeError(`"${clock}" is not an hour; expected HH:mm, such as 07:30`);
  return minute;
};

function intervalsOf(hours: WorkingHours): { from: number; to: number }[] {
  if (hours.length === 0) throw new RangeError('working time needs at least one interval');
  const intervals = hours.map(([from, to]) => ({ from: minuteOf(from), to: minuteOf(to) }));
  let last = -1;
  for (const { from, to } of intervals) {
    if (from <= last || to <= from)
      throw new RangeError('working time must ascend without touching or overlapping');
    last = to;
  }
  return intervals;
}

/** Builds a calendar (R13, R14); throws RangeError on a day given twice, a day that does not exist, or working time that does not ascend. */
export function makeCalendar(
  days: readonly CalendarDay[],
  workingHours: WorkingHours = DEFAULT_HOURS,
): Calendar {
  const byDay = new Map<string, CalendarDay>();
  const years = new Map<number, { provisional: boolean }>();
  for (const entry of days) {
    weekdayOf(entry.day);
    if (byDay.has(entry.day)) throw new RangeError(`${entry.day} stands twice in the calendar`);
    byDay.set(entry.day, entry);
    const year = yearOf(entry.day);
    years.set(year, { provisional: entry.provisional || (years.get(year)?.provisional ?? false) });
  }
  return { days: byDay, years, intervals: intervalsOf(workingHours) };
}

/** The same days with other working hours; throws RangeError as `makeCalendar` does. */
export const withHours = (cal: Calendar, hours: WorkingHours): Calendar => ({
  ...cal,
  intervals: intervalsOf(hours),
});

/** Whether a 'YYYY-MM-DD' day is worked: its entry decides, else Monday to Friday. */
export function isWorkingDay(cal: Calendar, day: string): boolean {
  const entry = cal.days.get(day);
  return entry ? entry.kind === 'work' : weekdayOf(day) <= 5;
}

/** For each of `count` days from `start`, and for the day after the last, how many worked days lie before it; for counting in bulk. */
export function workedBefore(cal: Calendar, start: string, count: number): number[] {
  const first = dayNumber(start);
  const weekday = weekdayOf(start);
  const kinds = new Map([...cal.days].map(([day, { kind }]) => [dayNumber(day) - first, kind]));
  const before = [0];
  for (let n = 0; n < count; n += 1) {
    const kind = kinds.get(n) ?? ((weekday + n - 1) % 7 < 5 ? 'work' : 'off');
    before.push(before[n]! + (kind === 'work' ? 1 : 0));
  }
  return before;
}

function seekWorkingDay(cal: Calendar, from: string, step: 1 | -1): string {
  let day = from;
  for (let tried = 0; tried <= LONGEST_CLOSURE_DAYS; tried++) {
    if (isWorkingDay(cal, day)) return day;
    day = addDays(day, step);
  }
  throw new RangeError(
    `no working day within ${LONGEST_CLOSURE_DAYS} days of ${from}; is the calendar right?`,
  );
}

/** The day itself when it is worked, else the first worked day after it. */
export function workingDayFrom(cal: Calendar, day: string): string {
  return seekWorkingDay(cal, day, 1);
}

/** The day itself when it is worked, else the last worked day before it. */
export function workingDayUpTo(cal: Calendar, day: string): string {
  return seekWorkingDay(cal, day, -1);
}

/** The first worked day after `day`, `day` itself not counted. */
export function nextWorkingDay(cal: Calendar, day: string): string {
  return seekWorkingDay(cal, addDays(day, 1), 1);
}

/** The `n`-th worked day after `day` (before it when negative), `day` itself not counted; `n` = 0 gives `day` or the first worked day after. */
export function addWorkingDays(cal: Calendar, day: string, n: number): string {
  if (!Number.isInteger(n)) throw new RangeError(`working days are whole; got ${n}`);
  if (n === 0) return workingDayFrom(cal, day);
  const step = n > 0 ? 1 : -1;
  let current = day;
  for (let left = Math.abs(n); left > 0; left--) current = seekWorkingDay(cal, addDays(current, step), step);
  return current;
}

/** False when the year's list is missing: then only weekends are known, and the digest says so. */
export function knowsYear(cal: Calendar, year: number): boolean {
  return cal.years.has(year);
}

/** True while any day of the year's list is computed, not announced ("tạm tính"). */
export function isProvisional(cal: Calendar, year: number): boolean {
  return cal.years.get(year)?.provisional ?? false;
}
