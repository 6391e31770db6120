import { addDays, daysBetween } from './calendar-day.ts';
import type { DaySpec, Side } from './dates-vi-merge.ts';
import { resolveRange, resolveSide } from './dates-vi-range.ts';
import {
  type Days,
  type Frame,
  plusMonths,
  type Resolved,
  resolveMonths,
  single,
} from './dates-vi-resolve.ts';
import { distinctDays, offered, type PhraseReader, reachesOf, sideOf } from './dates-vi-rest.ts';
import type { Token, Tokens } from './dates-vi-tokens.ts';
import type { Spec } from './dates-vi-types.ts';

const JOINS = new Set([',', ';', '+', '&', 'và', 'va', 'and']);

/** Units of which a list says the name once: "tháng 3, 4", "quý II, III". */
const NAMED = new Set(['thang', 'quy', 'qui', 'q']);

/** No list of days or months is longer. */
const LONGEST_LIST = 31;

/**
 * "15, 16/3", "tháng 3, 4/2027", "quý II và III": what follows each other is one window; what does not, and "3, 4/2027", which may be
 * months or a date, is asked.
 */
export const readList: PhraseReader = (tokens, frame) => {
  const groups = groupsOf(tokens.list);
  if (groups.length < 2 || groups.length > LONGEST_LIST) return undefined;
  const said: Side[] = [];
  for (const group of groups) {
    const side = sideOf(tokens, withName(group, groups[0]!), frame);
    // A cell may hold anything: the first word that is no day ends it.
    if (!side) return undefined;
    said.push(side);
  }
  return monthList(said, frame) ?? dayList(said, frame) ?? doubtfulList(said, groups, frame);
};

function groupsOf(list: Tokens['list']): Token[][] {
  const groups: Token[][] = [[]];
  for (const token of list) {
    if (JOINS.has(token.raw)) groups.push([]);
    else groups.at(-1)!.push(token);
  }
  // "15, 16, và 17/3"
  return groups.filter((group, at) => group.length > 0 || at === 0 || at === groups.length - 1);
}

const withName = (group: Token[], first: Token[]): Token[] => {
  const name = first[0];
  return name && NAMED.has(name.t) && !NAMED.has(group[0]?.t ?? '') ? [name, ...group] : group;
};

type Numbered = { n: number; year: number | undefined };
type MonthOrQuarter = Extract<Spec, { t: 'month' | 'quarter' }>;

/** Months, or quarters, that were all said by number. */
function monthList(sides: Side[], frame: Frame): Resolved | undefined {
  const spans = sides.flatMap((side) => ('span' in side ? [side.span] : []));
  const listed = spans.filter((span): span is MonthOrQuarter => span.t === 'month' || span.t === 'quarter');
  const unit = listed[0]?.t;
  const isOther = (span: MonthOrQuarter): boolean => span.t !== unit || span.offset !== undefined;
  if (listed.length < sides.length || listed.some(isOther)) return undefined;
  const numbers = listed.map((span) => ({
    n: (span.t === 'month' ? span.month : span.quarter) ?? 0,
    year: span.year,
  }));
  const most = unit === 'month' ? 12 : 4;
  if (numbers.some(({ n }) => n < 1 || n > most)) return { why: 'no-such-date', choices: [] };
  return resolveNumbers(numbers, most, frame);
}

/** Numbers count on over the turn of a year: after month 12 comes month 1. One year typed says that of the others. */
function resolveNumbers(numbers: Numbered[], most: number, frame: Frame): Resolved | undefined {
  const places: number[] = [];
  let turns = 0;
  for (const [at, { n }] of numbers.entries()) {
    if (at > 0 && n <= numbers[at - 1]!.n) turns += 1;
    places.push(turns * most + n);
  }
  const years = numbers.flatMap(({ year }, at) =>
    year === undefined ? [] : [year - Math.floor((places[at]! - 1) / most)],
  );
  if (new Set(years).size > 1) return undefined;
  return resolvePlaces(places, { months: 12 / most, year: years[0] }, frame);
}

function resolvePlaces(
  places: number[],
  { months, year }: { months: number; year: number | undefined },
  frame: Frame,
): Resolved {
  const between = (from: number, to: number): Resolved =>
    resolveMonths({ first: (from - 1) * months + 1, count: (to - from + 1) * months, year }, frame);
  const [first, last] = [places[0]!, places.at(-1)!];
  const whole = between(first, last);
  if (last - first === places.length - 1) return whole;
  const each = (span: Days): Days[] => [span, ...endsOf(span, months)];
  return offered(whole, 'unclear', each);
}

/** The first and the last of a list that has a hole. */
const endsOf = ({ from, to }: Days, months: number): Days[] => [
  { from, to: addDays(plusMonths(from, months), -1) },
  { from: plusMonths(addDays(to, 1), -months), to },
];

type ListedDay = Extract<DaySpec, { t: 'date' }>;

/** Days of which the last, or each, says its month. */
function dayList(sides: Side[], frame: Frame): Resolved | undefined {
  const days = sides.map(listedDay);
  const listed = days.filter((day) => day !== undefined);
  const [first, last] = [listed[0], listed.at(-1)];
  const isNamed = sides.some((side) => 'days' in side && side.days[0]?.t === 'date');
  if (!first || !last || listed.length < sides.length || !isNamed) return undefined;
  const whole = resolveRange({ days: [withMonthOf(listed)] }, { days: [last] }, frame);
  if (reachesOf(whole).every((reach) => isRun(reach, listed))) return whole;
  return offered(whole, 'unclear', ({ from, to }) => distinctDays([{ from, to }, single(from), single(to)]));
}

function listedDay(side: Side): ListedDay | undefined {
  const [day, other] = 'days' in side ? side.days : [];
  if (!day || other) return undefined;
  if (day.t === 'bare') return { t: 'date', day: day.n };
  return day.t === 'date' ? day : undefined;
}

/** The first day, with the month that the next one that says it says. */
function withMonthOf(listed: ListedDay[]): ListedDay {
  const [first] = listed;
  const month = listed.find((day) => day.month !== undefined || day.monthsAhead !== undefined);
  if (first!.month !== undefined || first!.monthsAhead !== undefined || !month) return first!;
  return { ...first!, month: month.month, monthsAhead: month.monthsAhead, year: first!.year ?? month.year };
}

const isRun = ({ from, to }: Days, listed: ListedDay[]): boolean =>
  daysBetween(from, to) === listed.length - 1 &&
  listed.every(({ day }, at) => Number(addDays(from, at).slice(8)) === day);

/** "3, 4/2027": months 3 and 4, or the 3rd of April. */
function doubtfulList(sides: Side[], groups: Token[][], frame: Frame): Resolved | undefined {
  const [last, bare] = [sides.at(-1), sides.slice(0, -1).map(bareOf)];
  const days = bare.filter((n) => n !== undefined);
  if (!last || !('span' in last) || last.span.t !== 'month' || days.length < bare.length) return undefined;
  const { month, year } = last.span;
  if (month === undefined || groups.at(-1)?.[0]?.n === undefined) return undefined;
  const choices = distinctDays([
    ...monthsReading([...days, month], year, frame),
    ...(days.length === 1
      ? reachesOf(resolveSide({ days: [{ t: 'date', day: days[0]!, month, year }] }, frame))
      : []),
  ]);
  return { why: choices.length > 0 ? 'ambiguous' : 'no-such-date', choices };
}

const bareOf = (side: Side): number | undefined =>
  'days' in side && side.days.length === 1 && side.days[0]?.t === 'bare' ? side.days[0].n : undefined;

function monthsReading(numbers: number[], year: number | undefined, frame: Frame): Days[] {
  const isRising = numbers.every((n, at) => n >= 1 && n <= 12 && (at === 0 || n > numbers[at - 1]!));
  const [first, last] = [numbers[0]!, numbers.at(-1)!];
  return isRising ? reachesOf(resolveMonths({ first, count: last - first + 1, year }, frame)) : [];
}
