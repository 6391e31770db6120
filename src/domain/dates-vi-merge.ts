import type { AskReason, Spec } from './dates-vi-types.ts';

export type DaySpec = Extract<Spec, { t: 'date' | 'ahead' | 'weekday' | 'bare' }>;
export type SpanSpec = Extract<Spec, { t: 'week' | 'month' | 'quarter' | 'year' }>;

/** One end of what was typed: days that must all agree ("thứ Hai 7/12"), or one span ("tháng 3/2027"). */
export type Side = { days: DaySpec[] } | { span: SpanSpec };

export type Merged = Side | { why: AskReason };

type Sorts = { [T in Spec['t']]?: Extract<Spec, { t: T }> };

function sorted(specs: readonly Spec[]): Sorts | undefined {
  const sorts: Record<string, Spec> = {};
  for (const spec of specs) {
    if (sorts[spec.t]) return undefined;
    sorts[spec.t] = spec;
  }
  return sorts as Sorts;
}

/** "5" and "tháng 12", "ngày 5" and "tháng sau" are one date. */
function withMonth(sorts: Sorts): Sorts {
  const { bare, month, ...rest } = sorts;
  const day = bare?.n ?? (rest.date?.month === undefined ? rest.date?.day : undefined);
  if (!month || day === undefined || (bare && rest.date)) return sorts;
  const year = month.year ?? rest.date?.year;
  return { ...rest, date: { t: 'date', day, month: month.month, monthsAhead: month.offset, year } };
}

/** A year said apart ("năm 2027", "Dec 7 …, 2026") belongs to the date, month or quarter beside it. */
function withYear(sorts: Sorts, thisYear: number | undefined): Sorts | undefined {
  const { year, ...rest } = sorts;
  if (!year) return sorts;
  const value = year.year ?? (thisYear ?? 0) + (year.offset ?? 0);
  const owner = rest.date ?? rest.month ?? rest.quarter;
  if (owner) {
    const told = owner.t === 'date' ? owner.monthsAhead : owner.offset;
    const agrees = told === undefined && (owner.year === undefined || owner.year === value);
    return agrees ? { ...rest, [owner.t]: { ...owner, year: value } } : undefined;
  }
  if (rest.bare) return { ...rest, bare: undefined, date: { t: 'date', day: rest.bare.n, year: value } };
  return { ...rest, year: { ...year, year: value } };
}

function withWeek(sorts: Sorts): Sorts | undefined {
  const { week, weekday, ...rest } = sorts;
  if (!week || !weekday) return sorts;
  return weekday.week === 'bare' ? { ...rest, weekday: { ...weekday, week: week.offset } } : undefined;
}

/** Joins what was said of one end into days that must agree or one span; `thisYear` is the year of now, where there is a now. */
export function mergeSpecs(specs: readonly Spec[], thisYear: number | undefined): Merged {
  const isToldFromNow = specs.some((spec) => spec.t === 'year' && spec.year === undefined);
  if (isToldFromNow && thisYear === undefined) return { why: 'unclear' };
  const sorts = sorted(specs);
  const dated = sorts && withYear(withMonth(sorts), thisYear);
  const merged = dated && withWeek(dated);
  if (!merged) return { why: 'ambiguous' };
  const { date, ahead, weekday, bare, week, month, quarter, year } = merged;
  const days = [date, ahead, bare, weekday].filter((spec) => spec !== undefined);
  const spans = [week, month, quarter, year].filter((spec) => spec !== undefined);
  if (days.length > 0 && spans.length === 0) return { days };
  const span = spans[0];
  if (days.length > 0 || spans.length !== 1 || !span) return { why: 'unclear' };
  return span.t === 'year' && !span.said ? { why: 'unclear' } : { span };
}
