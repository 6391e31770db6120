import { addDays, daysBetween, weekdayOf } from './calendar-day.ts';
import type { DaySpec, Side, SpanSpec } from './dates-vi-merge.ts';
import { type Days, type Frame, type Resolved, resolveDay, resolveSpan, single } from './dates-vi-resolve.ts';

/** A range whose year was not typed and that comes out longer has its ends the wrong way round. */
const LONGEST_GUESSED_DAYS = 183;

/** Resolves one end; days said together must agree: "thứ Hai 7/12" only when it is a Monday. */
export function resolveSide(side: Side, frame: Frame): Resolved {
  if ('span' in side) return resolveSpan(side.span, frame);
  const [first, ...others] = side.days;
  const resolved = first ? resolveDay(first, frame) : undefined;
  if (!resolved || 'why' in resolved) return resolved ?? { why: 'unclear', choices: [] };
  for (const other of others) {
    const why = disagreement(resolved.from, other, frame);
    if (why) return { why, choices: readingsOf(resolved.from, other) };
  }
  return resolved;
}

/** The day as dated, and the weekday that lies nearest to it. */
const readingsOf = (day: string, other: DaySpec): Days[] =>
  other.t === 'weekday' ? [single(day), single(nearest(other.weekday, day))] : [single(day)];

const nearest = (weekday: number, day: string): string =>
  addDays(day, ((weekday - weekdayOf(day) + 10) % 7) - 3);

function disagreement(
  day: string,
  other: DaySpec,
  frame: Frame,
): 'weekday-mismatch' | 'ambiguous' | undefined {
  if (other.t === 'weekday') {
    if (other.weekday !== weekdayOf(day)) return 'weekday-mismatch';
    if (other.week === 'bare') return undefined;
  }
  const resolved = resolveDay(other, frame);
  return 'why' in resolved || resolved.from !== day ? 'ambiguous' : undefined;
}

type Spec = DaySpec | SpanSpec;

const mainOf = (side: Side): Spec | undefined => ('span' in side ? side.span : side.days[0]);

const withMain = (side: Side, spec: Spec): Side =>
  spec.t === 'week' || spec.t === 'month' || spec.t === 'quarter' || spec.t === 'year'
    ? { span: spec }
    : { days: [spec, ...('days' in side ? side.days.slice(1) : [])] };

/** What one end lacks and the other has: the month of "7 - 11/12", the week of "thứ 2 đến thứ 6 tuần sau". */
function borrow(own: Spec, other: Spec): Spec {
  if (own.t === 'bare') {
    if (other.t === 'date') return borrow({ t: 'date', day: own.n }, other);
    if (other.t === 'month' && other.month !== undefined) return { ...other, month: own.n };
    return other.t === 'quarter' && other.quarter !== undefined ? { ...other, quarter: own.n } : own;
  }
  if (own.t === 'date' && own.month === undefined && other.t === 'date') {
    return { ...own, month: other.month, monthsAhead: other.monthsAhead, year: own.year ?? other.year };
  }
  if (own.t === 'weekday' && own.week === 'bare' && other.t === 'weekday' && typeof other.week === 'number') {
    return { ...own, week: other.week };
  }
  return own;
}

const hasYear = (spec: Spec): spec is Extract<Spec, { year?: number }> =>
  spec.t === 'date' || spec.t === 'month' || spec.t === 'quarter';

/** Spans go with spans of their sort, days with days; a weekday does not pair with a date it says nothing about. */
function pairable(a: Side, b: Side): boolean {
  const [x, y] = [mainOf(a), mainOf(b)];
  if (!x || !y || x.t === 'bare' || y.t === 'bare') return false;
  if ('span' in a || 'span' in b) return x.t === y.t;
  const sorts = [x.t, y.t];
  return !(sorts.includes('weekday') && sorts.includes('date'));
}

/** Resolves the start: with only the end's year known, in that year, or in the one before when it would come after the end. */
function resolveStart(start: Side, end: Side, frame: Frame): Resolved {
  const [a, b] = [mainOf(start)!, mainOf(end)!];
  if (!hasYear(a) || !hasYear(b) || a.year !== undefined || b.year === undefined)
    return resolveSide(start, frame);
  const year = b.year;
  const tried = [year, year - 1].map((of) => resolveSide(withMain(start, { ...a, year: of }), frame));
  const closing = resolveSide(end, frame);
  const fits = tried.find((it) => !('why' in it) && !('why' in closing) && it.from <= closing.to);
  return fits && !('why' in fits) ? { ...fits, guessed: true } : tried[0]!;
}

/** Within one year no end comes before its start, however long it is. */
const isTooLong = (from: string, to: string): boolean =>
  from.slice(0, 4) !== to.slice(0, 4) && daysBetween(from, to) > LONGEST_GUESSED_DAYS;

const wholeOf = (from: string, end: Resolved): Days[] =>
  'why' in end || end.to < from || isTooLong(from, end.to) ? [] : [{ from, to: end.to }];

/** Resolves "start to end", both inclusive: the end is the first such day on or after the start; an end before its start is asked. */
export function resolveRange(left: Side, right: Side, frame: Frame): Resolved {
  const [a, b] = [mainOf(left), mainOf(right)];
  if (!a || !b) return { why: 'unclear', choices: [] };
  const [x, y] = [borrow(a, b), borrow(b, a)];
  const [start, end] = [withMain(left, x), withMain(right, y)];
  if (!pairable(start, end)) return { why: 'unclear', choices: [] };
  const from = resolveStart(start, end, frame);
  const endAfter = (day: string): Resolved => resolveSide(end, { ...frame, from: day, ask: false });
  if ('why' in from)
    return { why: from.why, choices: from.choices.flatMap((it) => wholeOf(it.from, endAfter(it.from))) };
  const to = endAfter(from.from);
  if ('why' in to) return { why: to.why, choices: [] };
  const guessed = from.guessed || to.guessed || x !== a || y !== b;
  const backwards = to.to < from.from || (guessed && isTooLong(from.from, to.to));
  return backwards ? { why: 'end-before-start', choices: [] } : { from: from.from, to: to.to, guessed };
}
