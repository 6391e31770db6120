import type { DateTime } from 'luxon';
import { addDays } from './calendar-day.ts';
import { ownEntry } from './own-entry.ts';
import { middleOf } from './report-name.ts';
import { firstMonths, monthStart, type Period } from './report-period.ts';
import type { Term } from './term.ts';

/** When a period was typed, and the term of the agreement, where it is known. */
export type PeriodAsked = { now: DateTime; today: string; term: Term | undefined };

/** The days that were meant, or why there are none. */
export type PeriodRead = Period | 'no-term' | 'unclear';

/** Folded words for the first months of a year, its last six, a term, or whole years; undefined: none of these. */
export const readPeriodWords = (said: string, asked: PeriodAsked): PeriodRead | undefined =>
  readFirst(said, asked) ?? readLast(said, asked) ?? readTerm(said, asked) ?? readYears(said);

const YEAR = '(?: (?<year>\\d{4}|nay|truoc|ngoai|roi|this year|last year))?$';
const FIRST = [
  new RegExp(`^(?<count>\\d{1,2}|ba|sau|chin) ?(?:thang|t)(?<first> dau)?(?: nam)?${YEAR}`),
  new RegExp(
    `^(?:the )?(?<first>first )?(?<count>half|(?:three|six|nine|\\d{1,2})(?= months))(?: months)?(?: of)?(?: the)?(?: year)?${YEAR}`,
  ),
];
const LAST = [
  new RegExp(`^(?:6|sau) ?(?:thang|t) cuoi(?: nam)?${YEAR}`),
  new RegExp(`^(?:the )?second half(?: of)?(?: the)?(?: year)?${YEAR}`),
];
const COUNTS: Record<string, number> = { half: 6, ba: 3, three: 3, sau: 6, six: 6, chin: 9, nine: 9 };

/** Bare "6 tháng" and "9 tháng" are the first ones of a year; other counts must say so. */
function readFirst(said: string, { now }: PeriodAsked): Period | undefined {
  const { count: word, first, year } = matched(FIRST, said) ?? {};
  if (word === undefined) return undefined;
  const count = ownEntry(COUNTS, word) ?? Number(word);
  const isFirst = first !== undefined || (word !== 'half' && (count === 6 || count === 9));
  return isFirst && count >= 2 && count <= 12 ? firstMonths(count, yearOf(year, now) ?? now.year) : undefined;
}

function readLast(said: string, { now }: PeriodAsked): Period | undefined {
  const found = matched(LAST, said);
  if (!found) return undefined;
  const year = yearOf(found.year, now) ?? (now.month > 6 ? now.year : now.year - 1);
  return { from: monthStart(year, 7), to: monthStart(year, 13) };
}

const matched = (patterns: RegExp[], said: string): Partial<Record<string, string>> | undefined =>
  patterns.map((pattern) => pattern.exec(said)?.groups).find((groups) => groups !== undefined);

function yearOf(word: string | undefined, { year }: DateTime): number | undefined {
  if (word === undefined) return undefined;
  if (/^\d/.test(word)) return Number(word);
  return word === 'nay' || word === 'this year' ? year : year - 1;
}

const OF_YEARS = '(?: (\\d{4})(?: den| toi| to)? (\\d{4}))?$';
const TERM = new RegExp(
  `^(?:(?:ca|toan|het|whole|this) )?(?:nhiem ky|term)(?: nay| hien nay| hien tai)?${OF_YEARS}`,
);
const MIDDLE = new RegExp(`^(?:tu dau den )?(?:giua nhiem ky|mid term)${OF_YEARS}`);
const YEARS_OF_TERM = /^0?([1-9]) (?:nam|years?)$/;

/** A term whose last day nobody has said goes up to today. */
function readTerm(said: string, { today, term }: PeriodAsked): PeriodRead | undefined {
  const [whole, middle, years] = [TERM, MIDDLE, YEARS_OF_TERM].map((pattern) => pattern.exec(said));
  const found = whole ?? middle ?? years;
  if (!found) return undefined;
  if (term === undefined) return 'no-term';
  if (years) return yearsFrom(term.from, Number(years[1]));
  if (found[1] !== undefined && !isOfYears(term, found[1], found[2]!)) return 'unclear';
  if (whole) return { from: term.from, to: term.to ?? addDays(today, 1) };
  return term.to === null ? 'no-term' : { from: term.from, to: middleOf({ from: term.from, to: term.to }) };
}

function yearsFrom(from: string, count: number): Period {
  const to = `${Number(from.slice(0, 4)) + count}${from.slice(4)}`;
  // A term that begins on 29/02.
  return { from, to: to.endsWith('02-29') ? to.replace('02-29', '03-01') : to };
}

const isOfYears = ({ from, to }: Term, first: string, last: string): boolean =>
  from.startsWith(first) && (to === null || addDays(to, -1).startsWith(last));

/** "2022 - 2025", "02 năm 2024 - 2025": whole years, both included. */
function readYears(said: string): PeriodRead | undefined {
  const found = /^(?:0?([2-9]) nam )?(?:tu )?(?:nam )?(\d{4})(?: den| toi| va| to)?(?: nam)? (\d{4})$/.exec(
    said,
  );
  if (!found) return undefined;
  const [first, last] = [Number(found[2]), Number(found[3])];
  const isSo = found[1] === undefined || Number(found[1]) === last - first + 1;
  return isSo ? { from: monthStart(first, 1), to: monthStart(last, 13) } : 'unclear';
}
