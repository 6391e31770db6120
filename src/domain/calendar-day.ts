import { DateTime } from 'luxon';

const dayStart = (day: string): DateTime => {
  const at = DateTime.fromISO(day, { zone: 'utc' });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !at.isValid) {
    throw new RangeError(`"${day}" is not a day; expected YYYY-MM-DD, such as 2026-12-07`);
  }
  return at;
};

/** The day `n` calendar days after (before, when negative) a 'YYYY-MM-DD' day; throws RangeError on anything else. */
export function addDays(day: string, n: number): string {
  return dayStart(day).plus({ days: n }).toFormat('yyyy-MM-dd');
}

/** ISO weekday of a 'YYYY-MM-DD' day: 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: string): number {
  return dayStart(day).weekday;
}

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round(dayStart(to).diff(dayStart(from), 'days').days);
}

/** 'YYYY-MM-DD' of a year (1000–9998: the day after its last one can be written too), month and day of month, or undefined when there is no such date. */
export function dayFrom(year: number, month: number, day: number): string | undefined {
  const at = DateTime.fromObject({ year, month, day }, { zone: 'utc' });
  return at.isValid && year >= 1000 && year <= 9998 ? at.toFormat('yyyy-MM-dd') : undefined;
}

const MS_A_DAY = 86_400_000;

/** Days since 1970-01-01 of a 'YYYY-MM-DD' day, for comparing many; throws RangeError on what is not so written. */
export function dayNumber(day: string): number {
  const at = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / MS_A_DAY;
  if (!Number.isInteger(at))
    throw new RangeError(`"${day}" is not a day; expected YYYY-MM-DD, such as 2026-12-07`);
  return at;
}
