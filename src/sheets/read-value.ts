import { nfc } from '../domain/fold.ts';
import type { ReadCell } from '../domain/table-cells.ts';
import { SOFT_HYPHEN } from './legacy-fonts.ts';
import type { NumberFormat } from './read-formats.ts';
import { TABLE_LIMITS } from './read-limits.ts';

/** A cell as it stands in its sheet: what kind of value it has, and the text of that. */
export type RawCell = { type: string; style: number; value: string; isFormula: boolean };

type Context = { texts: readonly string[]; formats: readonly NumberFormat[]; is1904: boolean };

/** What a cell says; `inline`: the text that it bears itself. */
export function readValue(cell: RawCell, inline: string, context: Context): ReadCell {
  if (cell.type === 'e') return { bad: 'error' };
  const stored = storedText(cell, inline, context);
  if (cell.isFormula && stored === '') return { bad: 'formula' };
  if (cell.type === 'd')
    return /^\d{4}-\d\d-\d\d/.test(stored) ? { day: stored.slice(0, 10) } : short(stored);
  if (cell.type !== 'n' || stored === '') return short(stored);
  return readNumber(Number(stored), context.formats[cell.style] ?? 'number', context.is1904);
}

function storedText({ type, value }: RawCell, inline: string, { texts }: Context): string {
  if (type === 's') return value.trim() === '' ? '' : (texts[Number(value)] ?? '');
  if (type === 'inlineStr') return inline;
  if (type === 'b') return value.trim() === '' ? '' : String(value.trim() === '1' || value.trim() === 'true');
  return type === 'str' ? value : value.trim();
}

/** TCVN3 writes a letter as the soft hyphen, which is invisible everywhere else. */
const short = (text: string): string =>
  nfc(text.slice(0, TABLE_LIMITS.cellLetters).replaceAll('\u00ad', SOFT_HYPHEN));

const DAY_MS = 86_400_000;
/** Days from the format's first day to 1970, and what a workbook of the other count has less. */
const TO_1970 = 25_569;
const COUNT_1904 = 1_462;
/** 31/12/9999. */
const LAST_DAY = 2_958_465;

/** The format counts days of no zone. */
function readNumber(value: number, format: NumberFormat, is1904: boolean): ReadCell {
  if (!Number.isFinite(value)) return { bad: 'error' };
  if (format === 'number') return String(value);
  const days = value + (is1904 ? COUNT_1904 : 0);
  if (days < 0 || days >= LAST_DAY + 1) return { bad: 'error' };
  const day = new Date(Math.round((days - TO_1970) * DAY_MS)).toISOString().slice(0, 10);
  const [year, month] = day.split('-');
  if (format === 'month') return `${month}/${year}`;
  return format === 'short-day' ? { day, isShort: true } : { day };
}
