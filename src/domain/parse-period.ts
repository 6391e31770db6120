import type { DateTime } from 'luxon';
import { addDays } from './calendar-day.ts';
import { clip } from './cut.ts';
import { type DateParse, type DaysParse, parseDateVi, parseDaysVi, reachOf } from './dates-vi.ts';
import { fold } from './fold.ts';
import { type PeriodAsked, type PeriodRead, readPeriodWords } from './period-words.ts';
import { firstMonths, isPeriod, type Period } from './report-period.ts';
import type { Term } from './term.ts';

/**
 * Why a period was not taken: it is of a term whose days nobody has said, or its words are not understood. `part`: what was typed, clipped;
 * `choices`: the readings to offer, those that have begun.
 */
export type PeriodUnclear = { kind: 'ask'; why: 'unclear' | 'no-term'; part: string; choices: Period[] };

/**
 * A period as typed: "quý III", "9 tháng đầu năm 2026", "nhiệm kỳ", "từ 01/6/2022 đến nay", "01/6/2022 - 31/12/2025"; both days inclusive. Reports
 * look back: without a year it is the last one that has begun. `term`: of the agreement, where it is known.
 */
export function parsePeriod(typed: string, now: DateTime, term?: Term): Period | PeriodUnclear {
  const asked: PeriodAsked = { now, today: now.toFormat('yyyy-MM-dd'), term };
  const isLong = typed.length > LONGEST_TYPED;
  const read = isLong ? 'unclear' : readPeriod(withoutLead(typed), asked);
  if (typeof read === 'object' && isPeriod(read)) return read;
  return {
    kind: 'ask',
    why: read === 'no-term' ? 'no-term' : 'unclear',
    part: clip(typed.trim(), LONGEST_PART),
    choices: isLong || read === 'no-term' ? [] : meantBy(withoutLead(typed), now),
  };
}

/** What days that mean several things may mean, the last such that have begun: "4-5/2026", "cuối tháng 3", "trước 30/6". */
function meantBy(typed: string, now: DateTime): Period[] {
  const today = now.toFormat('yyyy-MM-dd');
  const starts = /\d{4}/.test(typed) ? [now] : [now.startOf('year'), now.startOf('year').minus({ years: 1 })];
  const found = starts.map((start) =>
    choicesOf(parseDaysVi(typed, start)).filter(({ from }) => from <= today),
  );
  return found.find((periods) => periods.length > 0) ?? [];
}

const choicesOf = (parsed: DaysParse): Period[] =>
  parsed.kind === 'ask'
    ? parsed.choices
        .map(reachOf)
        .map(({ from, to }) => ({ from, to: addDays(to, 1) }))
        .filter(isPeriod)
    : [];

/** No words for a period are longer. */
const LONGEST_TYPED = 200;

/** Longest text shown back. */
const LONGEST_PART = 60;

/** Words for a report that stand before its period, as folded; those of two words first. */
const LEADS = [
  ...['bao cao', 'so ket', 'tong ket', 'so lieu', 'ket qua'],
  ...['bc', 'ky', 'trong', 'cua', 'report', 'figures', 'summary', 'of', 'for', 'the', 'in'],
];

/** "6 tháng" of "sơ kết 6 tháng". */
function withoutLead(typed: string): string {
  const words = typed.trim().split(/\s+/);
  const lead = LEADS.find((one) => fold(words.slice(0, wordsIn(one)).join(' ')) === one);
  const rest = lead === undefined ? [] : words.slice(wordsIn(lead));
  return rest.length > 0 ? withoutLead(rest.join(' ')) : words.join(' ');
}

const wordsIn = (text: string): number => text.split(' ').length;

const readPeriod = (typed: string, asked: PeriodAsked): PeriodRead =>
  readPeriodWords(fold(typed).replace(/ thuc hien quy che(?: phoi hop)?$/, ''), asked) ??
  readUntilNow(typed, asked) ??
  readDays(typed, asked.now) ??
  readFromOn(typed, asked) ??
  'unclear';

const UNTIL_NOW = /^(.+?)[\s,]+(?:đến|den|tới|toi|until|to)\s+(?:hôm\s+nay|hom\s+nay|nay|now|today|date)$/iu;
const FROM = /^(?:(?:kể|ke)\s+)?(?:từ|tu|from|since)\s+/iu;
const BEGINNING = /^(?:đầu|dau|ngày|ngay)\s+/iu;

/** "từ 01/6/2022 đến nay": from a day, or from the first day of a period, up to today. */
function readUntilNow(typed: string, asked: PeriodAsked): PeriodRead | undefined {
  const start = UNTIL_NOW.exec(typed.normalize('NFC'))?.[1];
  return start === undefined ? undefined : sinceStart(start.replace(FROM, ''), asked);
}

/** "từ đầu nhiệm kỳ": up to today as well, where nothing else is said. */
function readFromOn(typed: string, asked: PeriodAsked): PeriodRead | undefined {
  const written = typed.normalize('NFC');
  return FROM.test(written) ? sinceStart(written.replace(FROM, ''), asked) : undefined;
}

function sinceStart(start: string, asked: PeriodAsked): PeriodRead {
  const { now, today } = asked;
  const period = /^(?:đầu|dau)\s+(?:năm|nam)$/iu.test(start)
    ? firstMonths(12, now.year)
    : readPeriod(start.replace(BEGINNING, ''), asked);
  return typeof period === 'object' ? { from: period.from, to: addDays(today, 1) } : period;
}

/** Days, months, quarters and years as parseDateVi reads them: the last such that has begun. */
function readDays(typed: string, now: DateTime): Period | undefined {
  const said = parseDateVi(typed, now);
  const period = periodOf(said);
  if (period && period.from <= now.toFormat('yyyy-MM-dd')) return period;
  if (said.kind === 'ask' && !YEAR_OPEN.includes(said.why)) return undefined;
  return lastSuch(typed, now) ?? period;
}

const YEAR_OPEN: readonly string[] = ['past-or-next-year', 'far-ahead'];

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
