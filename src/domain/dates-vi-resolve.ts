import { DateTime } from 'luxon';
import { addDays, dayFrom, daysBetween, weekdayOf } from './calendar-day.ts';
import type { DaySpec, SpanSpec } from './dates-vi-merge.ts';
import type { AskReason } from './dates-vi-types.ts';

/** Days from … to, both inclusive; `guessed` when the year was not typed. */
type Reach = { from: string; to: string; guessed: boolean };

/** Days from … to, both inclusive. */
export type Days = { from: string; to: string };

export type Resolved = Reach | { why: AskReason; choices: Days[] };

/**
 * A date without a year is the next such date from `from` on; `ask` off for the end of a range, which follows its start. With `year` it lies
 * in that year, and nothing is told from today, as in a plan.
 */
export type Frame = { today: string; from: string; ask: boolean; year?: number | undefined };

/** How far ahead a date without a year is believed. */
const MONTHS_BELIEVED = 9;
/** "Just past": asked as past or next year; longer ago it is plainly far ahead. */
const JUST_PAST_DAYS = 31;
/** A typed year farther from now than this is taken for a slip. */
const YEARS_BELIEVED = 10;
/** Long enough to meet 29 February over a century's skipped leap year. */
const YEARS_SEARCHED = 8;
/** A bare "ngày 24" this short after the 24th is asked. */
const JUST_PAST_DAY_OF_MONTH = 7;

const yearOf = (day: string): number => Number(day.slice(0, 4));

const monthOf = (day: string): number => Number(day.slice(5, 7));

/** The day so many months later; the last of its month where there is no such day. */
export const plusMonths = (day: string, months: number): string =>
  DateTime.fromISO(day, { zone: 'utc' }).plus({ months }).toFormat('yyyy-MM-dd');

const ask = (why: AskReason, choices: Days[] = []): Resolved => ({ why, choices });

export const single = (day: string): Days => ({ from: day, to: day });

type OfYear = (year: number) => Days | undefined;

function inYear(year: number, ofYear: OfYear, { today }: Frame): Resolved {
  const reach = ofYear(year);
  if (!reach) return ask('no-such-date');
  if (year > yearOf(today) + YEARS_BELIEVED) return ask('far-ahead', [reach]);
  if (year < yearOf(today) - YEARS_BELIEVED) return ask('past', [reach]);
  return { ...reach, guessed: false };
}

/** The next such date or span that has not ended; asked when it lies more than nine months ahead (R13). */
function nextSuch(ofYear: OfYear, frame: Frame): Resolved {
  if (frame.year !== undefined) return inYear(frame.year, ofYear, frame);
  const first = yearOf(frame.from);
  const years = Array.from({ length: YEARS_SEARCHED + 2 }, (_, index) => first - 1 + index);
  const reaches = years.map(ofYear).filter((reach) => reach !== undefined);
  const next = reaches.find((reach) => reach.to >= frame.from);
  if (!next) return ask('no-such-date');
  if (!frame.ask || next.from <= plusMonths(frame.today, MONTHS_BELIEVED)) return { ...next, guessed: true };
  const last = reaches.filter((reach) => reach.to < frame.from).at(-1);
  const justPast = last && daysBetween(last.to, frame.today) <= JUST_PAST_DAYS;
  return justPast ? ask('past-or-next-year', [last, next]) : ask('far-ahead', [next]);
}

const spanOfMonths = (year: number, month: number, months: number): Days | undefined => {
  const from = dayFrom(year, month, 1);
  return from === undefined ? undefined : { from, to: addDays(plusMonths(from, months), -1) };
};

function resolveWeekday(
  weekday: number,
  week: Extract<DaySpec, { t: 'weekday' }>['week'],
  frame: Frame,
): Resolved {
  const { today, from } = frame;
  const monday = addDays(today, 1 - weekdayOf(today));
  const thisWeek = addDays(monday, weekday - 1);
  const nextWeek = addDays(thisWeek, 7);
  const both = [single(thisWeek), single(nextWeek)];
  if (typeof week === 'number') return { ...single(addDays(thisWeek, 7 * week)), guessed: false };
  if (!frame.ask && week === 'bare') {
    return { ...single(addDays(from, (weekday - weekdayOf(from) + 7) % 7)), guessed: true };
  }
  if (week === 'first' || (week === 'bare' && thisWeek !== today)) {
    return { ...single(thisWeek > today ? thisWeek : nextWeek), guessed: false };
  }
  if (week === 'near')
    return thisWeek < today ? ask('ambiguous', both) : { ...single(thisWeek), guessed: false };
  const sure = week !== 'bare' && thisWeek <= today;
  return sure ? { ...single(nextWeek), guessed: false } : ask('ambiguous', both);
}

/** "ngày 15": the next 15th; asked when the last one is only days past. */
function resolveDayOfMonth(day: number, { from, today, year }: Frame): Resolved {
  if (year !== undefined) return ask('unclear');
  const here = dayFrom(yearOf(from), monthOf(from), day);
  const following = plusMonths(`${from.slice(0, 7)}-01`, 1);
  const there = dayFrom(yearOf(following), monthOf(following), day);
  if (here && here >= from) return { ...single(here), guessed: true };
  if (!there) return ask('no-such-date');
  const justPast = here && daysBetween(here, today) <= JUST_PAST_DAY_OF_MONTH;
  return justPast ? ask('ambiguous', [single(here), single(there)]) : { ...single(there), guessed: true };
}

function resolveDate(spec: Extract<DaySpec, { t: 'date' }>, frame: Frame): Resolved {
  const { day, month, year, monthsAhead } = spec;
  if (monthsAhead !== undefined) {
    if (frame.year !== undefined) return ask('unclear');
    const first = plusMonths(`${frame.today.slice(0, 7)}-01`, monthsAhead);
    const found = dayFrom(yearOf(first), monthOf(first), day);
    return found ? { ...single(found), guessed: false } : ask('no-such-date');
  }
  if (month === undefined) return year === undefined ? resolveDayOfMonth(day, frame) : ask('unclear');
  const ofYear: OfYear = (of) => {
    const found = dayFrom(of, month, day);
    return found === undefined ? undefined : single(found);
  };
  return year === undefined ? nextSuch(ofYear, frame) : inYear(year, ofYear, frame);
}

/** Resolves one day as typed against today; `bare` numbers have to be given their month first. */
export function resolveDay(spec: DaySpec, frame: Frame): Resolved {
  if (frame.year !== undefined && (spec.t === 'weekday' || spec.t === 'ahead')) return ask('unclear');
  switch (spec.t) {
    case 'date':
      return resolveDate(spec, frame);
    case 'weekday':
      return resolveWeekday(spec.weekday, spec.week, frame);
    case 'ahead': {
      const day =
        spec.unit === 'months'
          ? plusMonths(frame.today, spec.n)
          : addDays(frame.today, spec.n * (spec.unit === 'weeks' ? 7 : 1));
      return { ...single(day), guessed: false };
    }
    case 'bare':
      return ask('unclear');
  }
}

/** Resolves a week (Monday to Sunday), month, quarter or year as typed against today. */
export function resolveSpan(spec: SpanSpec, frame: Frame): Resolved {
  const { today } = frame;
  const isToldFromToday = spec.t === 'week' || (spec.t !== 'year' && spec.offset !== undefined);
  if (frame.year !== undefined && isToldFromToday) return ask('unclear');
  if (spec.t === 'week') {
    const monday = addDays(today, 1 - weekdayOf(today) + 7 * spec.offset);
    return { from: monday, to: addDays(monday, 6), guessed: false };
  }
  if (spec.t === 'year')
    return inYear(spec.year ?? yearOf(today), (year) => spanOfMonths(year, 1, 12), frame);
  const months = spec.t === 'month' ? 1 : 3;
  if (spec.offset !== undefined) {
    const first = Math.floor((monthOf(today) - 1) / months) * months + 1;
    const start = plusMonths(
      `${today.slice(0, 4)}-${String(first).padStart(2, '0')}-01`,
      months * spec.offset,
    );
    return { from: start, to: addDays(plusMonths(start, months), -1), guessed: false };
  }
  const month = spec.t === 'month' ? (spec.month ?? 0) : ((spec.quarter ?? 0) - 1) * 3 + 1;
  return resolveMonths({ first: month, count: months, year: spec.year }, frame);
}

/** Resolves months that follow each other, `first` of a year, typed or not. */
export function resolveMonths(
  { first, count, year }: { first: number; count: number; year?: number | undefined },
  frame: Frame,
): Resolved {
  const ofYear: OfYear = (of) => spanOfMonths(of, first, count);
  return year === undefined ? nextSuch(ofYear, frame) : inYear(year, ofYear, frame);
}
