import { DateTime } from 'luxon';
import { addDays, daysBetween } from './calendar-day.ts';
import type { Period } from './report-period.ts';
import type { Term } from './term.ts';

/**
 * What the days of a report are. `first_months` of a year that are no quarter; `years` from two on, or from the first day of the term
 * (`isOfTerm`); `mid_term` from there to about its middle; `days`: none of these.
 */
export type Span =
  | { is: 'month' | 'quarter' | 'year' | 'second_half' | 'days' }
  | { is: 'first_months'; months: number }
  | { is: 'term' | 'mid_term'; term: { from: string; to: string } }
  | { is: 'years'; years: number; isOfTerm: boolean };

/** How a report is called: figures so far, a result, looked back on (sơ kết), summed up (tổng kết). */
export type ReportName = 'figures' | 'result' | 'interim' | 'final';

/** Days on either side of the middle of a term that are about it. */
const AROUND_MIDDLE = 184;

/** What the days of a period are, in an agreement of this term. */
export function spanOf(period: Period, term: Term | undefined): Span {
  const whole = term && wholeTerm(term);
  if (whole && period.from === whole.from && period.to === whole.to) return { is: 'term', term: whole };
  return calendarSpan(period) ?? yearsSpan(period, term) ?? midTerm(period, whole) ?? { is: 'days' };
}

const wholeTerm = ({ from, to }: Term): { from: string; to: string } | undefined =>
  to === null ? undefined : { from, to };

function calendarSpan({ from, to }: Period): Span | undefined {
  const [start, end] = [dayAt(from), dayAt(to)];
  if (start.day !== 1 || end.day !== 1) return undefined;
  const months = (end.year - start.year) * 12 + end.month - start.month;
  if (months === 1) return { is: 'month' };
  if (months === 3 && start.month % 3 === 1) return { is: 'quarter' };
  if (months === 12 && start.month === 1) return { is: 'year' };
  if (months < 12 && start.month === 1) return { is: 'first_months', months };
  return months === 6 && start.month === 7 ? { is: 'second_half' } : undefined;
}

function yearsSpan({ from, to }: Period, term: Term | undefined): Span | undefined {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  const isOfTerm = from === term?.from;
  if (years < (isOfTerm ? 1 : 2) || to.slice(4) !== from.slice(4)) return undefined;
  return { is: 'years', years, isOfTerm };
}

function midTerm({ from, to }: Period, whole: ReturnType<typeof wholeTerm>): Span | undefined {
  if (whole === undefined || from !== whole.from) return undefined;
  const isAbout = Math.abs(daysBetween(middleOf(whole), to)) <= AROUND_MIDDLE;
  return isAbout ? { is: 'mid_term', term: whole } : undefined;
}

/** The day at which half of a term is over: after whole months, where it has as many. */
export function middleOf({ from, to }: { from: string; to: string }): string {
  const [start, end] = [dayAt(from), dayAt(to)];
  const months = (end.year - start.year) * 12 + end.month - start.month;
  const isWhole = months % 2 === 0 && end.day === start.day;
  return isWhole
    ? start.plus({ months: months / 2 }).toFormat('yyyy-MM-dd')
    : addDays(from, Math.round(daysBetween(from, to) / 2));
}

const dayAt = (day: string): DateTime => DateTime.fromISO(day, { zone: 'utc' });

/** A period that has not ended has figures so far, whatever its days are: nothing is summed up before it is over. `today`: 'YYYY-MM-DD'. */
export function nameOf({ to }: Period, { is }: Span, today: string): ReportName {
  if (to > today) return 'figures';
  if (is === 'year' || is === 'term') return 'final';
  return is === 'month' || is === 'quarter' || is === 'days' ? 'result' : 'interim';
}
