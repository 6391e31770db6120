import type { DateTime } from 'luxon';
import { dayFrom, daysBetween } from './calendar-day.ts';

/** Days of a report; `to` excluded. */
export type Period = { from: string; to: string };

/** The periods that are offered as buttons, beside the agreement's term. */
export const PERIODS = ['month', 'quarter', 'half', 'nine_months', 'year', 'last_year'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** A report of more than this is taken for a slip: a term of a committee is five years. */
const LONGEST_DAYS = 20 * 366;

/** In so many days of a month the month before is handed in. */
const DAYS_AFTER = 10;

/**
 * The period of a name that is handed in about now: just after a month, a quarter's end or a new year it is the one that went by. `half` and
 * `nine_months` are the first of a year; `year` is the running one.
 */
export function periodNamed(name: PeriodName, now: DateTime): Period {
  switch (name) {
    case 'month':
      return unitOf('month', now.minus({ months: now.day > DAYS_AFTER ? 0 : 1 }));
    case 'quarter':
      return unitOf('quarter', now.minus({ quarters: now.month % 3 === 1 ? 1 : 0 }));
    case 'half':
      return firstMonths(6, now.month > 3 ? now.year : now.year - 1);
    case 'nine_months':
      return firstMonths(9, now.month > 6 ? now.year : now.year - 1);
    case 'year':
      return unitOf('year', now);
    case 'last_year':
      return unitOf('year', now.minus({ years: 1 }));
  }
}

function unitOf(unit: 'month' | 'quarter' | 'year', within: DateTime): Period {
  const start = within.startOf(unit);
  return { from: isoDay(start), to: isoDay(start.plus({ [unit]: 1 })) };
}

const isoDay = (at: DateTime): string => at.toFormat('yyyy-MM-dd');

/** The first `count` months of a year, 1–12. */
export const firstMonths = (count: number, year: number): Period => ({
  from: monthStart(year, 1),
  to: monthStart(year, count + 1),
});

/** The first day of a month; month 13 is the next year's first. */
export const monthStart = (year: number, month: number): string =>
  month > 12 ? `${year + 1}-01-01` : `${year}-${String(month).padStart(2, '0')}-01`;

/** Whether days make a period: neither empty nor beyond twenty years, in this century. */
export const isPeriod = ({ from, to }: Period): boolean =>
  from < to && from >= '2000' && to <= '2100' && daysBetween(from, to) <= LONGEST_DAYS;

/** A period as digits for button data: "20260101" and "20270101". */
export const periodData = ({ from, to }: Period) => ({ from: digits(from), to: digits(to) });

const digits = (day: string): string => day.replaceAll('-', '');

/** From the digits of button data, which may be forged; undefined: no period. */
export function periodFrom(from: string | undefined, to: string | undefined): Period | undefined {
  const [first, last] = [dayOf(from), dayOf(to)];
  if (first === undefined || last === undefined) return undefined;
  const period = { from: first, to: last };
  return isPeriod(period) ? period : undefined;
}

function dayOf(text: string | undefined): string | undefined {
  const found = /^(\d{4})(\d\d)(\d\d)$/.exec(text ?? '');
  return found ? dayFrom(Number(found[1]), Number(found[2]), Number(found[3])) : undefined;
}
