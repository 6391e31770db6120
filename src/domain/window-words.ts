import { addDays } from './calendar-day.ts';

/** What days are exactly, within one year: all of it, a half, or quarters or months in a row, from 1, both included. */
export type WholePeriod = { year: number } & (
  | { unit: 'year' }
  | { unit: 'half'; half: 1 | 2 }
  | { unit: 'quarter' | 'month'; first: number; last: number }
);

const QUARTERS = ['I', 'II', 'III', 'IV'];
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The whole months, quarters, half or year that days are, `to` excluded; undefined: they are none, as a plan's "7–11/12". */
export function wholePeriodOf(from: string, to: string): WholePeriod | undefined {
  if (!from.endsWith('-01') || !to.endsWith('-01') || to <= from) return undefined;
  const [year, first] = from.split('-').map(Number) as [number, number];
  const [lastYear, last] = addDays(to, -1).split('-').map(Number) as [number, number];
  if (lastYear !== year) return undefined;
  const months = last - first + 1;
  if (months === 12) return { year, unit: 'year' };
  if (months === 6 && first % 6 === 1) return { year, unit: 'half', half: first === 1 ? 1 : 2 };
  return months % 3 === 0 && first % 3 === 1
    ? { year, unit: 'quarter', first: (first + 2) / 3, last: last / 3 }
    : { year, unit: 'month', first, last };
}

/**
 * Whole months, quarters, a half or a year as people write them, within a sentence: "quý II/2027", "tháng 4-5/2027", "6 tháng đầu năm
 * 2027", "Q1–Q2 2027"; undefined: the days, `to` excluded, are none.
 */
export function wholePeriodWords(from: string, to: string, locale: 'vi' | 'en'): string | undefined {
  const period = wholePeriodOf(from, to);
  return period && (locale === 'vi' ? inVietnamese(period) : inEnglish(period));
}

/**
 * The same by itself, without its year, as beside a bar of that year's picture: "Quý II", "Tháng 4-5", "6 tháng đầu năm", "Q2", "April – May";
 * undefined: the days are no whole months.
 */
export function wholePeriodName(from: string, to: string, locale: 'vi' | 'en'): string | undefined {
  const period = wholePeriodOf(from, to);
  return period && (locale === 'vi' ? namedInVietnamese(period) : namedInEnglish(period));
}

function namedInVietnamese(period: WholePeriod): string {
  if (period.unit === 'year') return 'Cả năm';
  if (period.unit === 'half') return `6 tháng ${period.half === 1 ? 'đầu' : 'cuối'} năm`;
  return period.unit === 'quarter'
    ? `Quý ${spanOf(period, (n) => QUARTERS[n - 1]!, '-')}`
    : `Tháng ${spanOf(period, String, '-')}`;
}

function namedInEnglish(period: WholePeriod): string {
  if (period.unit === 'year') return 'All year';
  if (period.unit === 'half') return period.half === 1 ? 'Q1–Q2' : 'Q3–Q4';
  return period.unit === 'quarter'
    ? spanOf(period, (n) => `Q${n}`, '–')
    : spanOf(period, (n) => MONTHS[n - 1]!, ' – ');
}

function inVietnamese(period: WholePeriod): string {
  const { year } = period;
  if (period.unit === 'year') return `năm ${year}`;
  if (period.unit === 'half') return `6 tháng ${period.half === 1 ? 'đầu' : 'cuối'} năm ${year}`;
  return period.unit === 'quarter'
    ? `quý ${spanOf(period, (n) => QUARTERS[n - 1]!, '-')}/${year}`
    : `tháng ${spanOf(period, String, '-')}/${year}`;
}

/** So that it can be typed back a half is two quarters, and both months bear the year. */
function inEnglish(period: WholePeriod): string {
  const { year } = period;
  if (period.unit === 'year') return `year ${year}`;
  if (period.unit === 'half') return period.half === 1 ? `Q1–Q2 ${year}` : `Q3–Q4 ${year}`;
  return period.unit === 'quarter'
    ? `${spanOf(period, (n) => `Q${n}`, '–')} ${year}`
    : spanOf(period, (n) => `${MONTHS[n - 1]!} ${year}`, ' – ');
}

const spanOf = (
  { first, last }: { first: number; last: number },
  name: (n: number) => string,
  dash: string,
): string => (first === last ? name(first) : `${name(first)}${dash}${name(last)}`);
