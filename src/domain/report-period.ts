import type { DateTime } from 'luxon';
import { addDays, dayFrom, daysBetween } from './calendar-day.ts';
import { type DateParse, parseDateVi } from './dates-vi.ts';
import { fold } from './fold.ts';

/** Days of a report; `to` excluded. */
export type Period = { from: string; to: string };

/** The periods that are offered as buttons. */
export const PERIODS = ['month', 'quarter', 'half', 'year', 'last_year'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** A report of more than this is taken for a slip: a term of a committee is five years. */
const LONGEST_DAYS = 20 * 366;

/** A period by its name, as of now; `half` is the first six months of the year. */
export function periodNamed(name: PeriodName, now: DateTime): Period {
  if (name === 'half') return halfOf(now.year, 1);
  const start = now
    .startOf(name === 'last_year' ? 'year' : name)
    .minus({ years: name === 'last_year' ? 1 : 0 });
  const end = start.plus({ [name === 'last_year' ? 'year' : name]: 1 });
  return { from: start.toFormat('yyyy-MM-dd'), to: end.toFormat('yyyy-MM-dd') };
}

const halfOf = (year: number, month: 1 | 7): Period => ({
  from: `${year}-0${month}-01`,
  to: month === 1 ? `${year}-07-01` : `${year + 1}-01-01`,
});

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

const HALVES: [words: RegExp, month: 1 | 7][] = [
  [/^(?:6|sau) thang dau nam(?: (\d{4}))?$/, 1],
  [/^(?:6|sau) thang cuoi nam(?: (\d{4}))?$/, 7],
  [/^(?:6|sau) thang(?: (\d{4}))?$/, 1],
  [/^first half(?: of)?(?: (\d{4}))?$/, 1],
  [/^second half(?: of)?(?: (\d{4}))?$/, 7],
];

/**
 * A period as typed: "quý III", "6 tháng đầu năm", "năm 2026", "01/6/2022 - 31/12/2025"; both days inclusive. Reports look
 * back: without a year it is the last one that has begun. Else why it was not taken, as parseDateVi says.
 */
export function parsePeriod(typed: string, now: DateTime): Period | Unclear {
  for (const [words, month] of HALVES) {
    const found = words.exec(fold(typed).trim());
    if (found) return orAsk(halfOf(Number(found[1] ?? now.year), month), typed);
  }
  const said = parseDateVi(typed, now);
  const period = periodOf(said);
  const today = now.toFormat('yyyy-MM-dd');
  if (period && period.from <= today) return orAsk(period, typed);
  if (said.kind === 'ask' && !YEAR_OPEN.includes(said.why)) return said;
  return orAsk(lastSuch(typed, now) ?? period, typed, said);
}

const YEAR_OPEN: readonly string[] = ['past-or-next-year', 'far-ahead'];

type Unclear = Extract<DateParse, { kind: 'ask' }>;

function orAsk(period: Period | undefined, typed: string, said?: DateParse): Period | Unclear {
  if (period && isPeriod(period)) return period;
  return said?.kind === 'ask' ? said : { kind: 'ask', why: 'unclear', part: typed.slice(0, 60), choices: [] };
}

/** Read again as if on the first day of this year, then of the last: the first that has begun by now. */
function lastSuch(typed: string, now: DateTime): Period | undefined {
  if (/\d{4}/.test(typed)) return undefined;
  const today = now.toFormat('yyyy-MM-dd');
  const starts = [now.startOf('year'), now.startOf('year').minus({ years: 1 })];
  return starts
    .map((start) => periodOf(parseDateVi(typed, start)))
    .find((period) => period !== undefined && period.from <= today);
}

/** Of the readings of an open year the last: on the first day of a year that is the one within it. */
function periodOf(given: DateParse): Period | undefined {
  const said =
    given.kind === 'ask' && YEAR_OPEN.includes(given.why) ? (given.choices.at(-1) ?? given) : given;
  if (said.kind === 'day') return { from: said.day, to: addDays(said.day, 1) };
  return said.kind === 'range' ? { from: said.from, to: addDays(said.to, 1) } : undefined;
}
