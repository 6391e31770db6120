import { showDecimal } from './report.ts';

/** What stands in a cell: words, a number, a day 'YYYY-MM-DD', a share of 1 that is shown as per cent, or nothing. */
export type Cell = string | number | { day: string } | { share: number } | null;

/** A table in words of one language, of no file format; `width` in characters. */
export type Table = {
  /** Its name in code. */
  key: string;
  /** Of its sheet: at most 31 characters, none of \ / ? * [ ] : */
  name: string;
  title: string;
  columns: { title: string; width: number }[];
  rows: Cell[][];
  notes: string[];
};

/** A cell as words: comma or point by language, days as "07/12/2026", nothing as nothing. */
export function cellText(cell: Cell, locale: 'vi' | 'en'): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return showDecimal(cell, locale);
  if ('day' in cell) return cell.day.split('-').toReversed().join('/');
  return `${showDecimal(cell.share * 100, locale)}%`;
}

/** A share as a cell; empty of nothing. */
export const shareCell = (part: number, whole: number): Cell =>
  whole === 0 ? null : { share: part / whole };
