import Papa from 'papaparse';
import { nfc } from '../domain/fold.ts';
import type { ReadCell, ReadRow, ReadSheet } from '../domain/table-cells.ts';
import { decodeText } from './decode-text.ts';
import type { LegacyFont } from './legacy-fonts.ts';
import { TABLE_LIMITS, TableRefused } from './read-limits.ts';

const DELIMITERS = [';', ',', '\t'] as const;

/**
 * A CSV parted by each of ; , and tab, where that gives columns at all: names hold commas, so that only the headings tell which is
 * meant. Throws TableRefused for bytes that are no text, for a quote that never ends, and for too many rows.
 */
export function readCsv(bytes: Uint8Array): { sheets: ReadSheet[]; font?: LegacyFont } {
  const { text, font } = decodeText(bytes);
  const readings = DELIMITERS.map((delimiter) => readAs(text, delimiter));
  const useful = readings.filter(({ rows }) => rows.some(({ cells }) => cells.size > 1));
  if (useful.length === 0) throw new TableRefused({ fault: text.trim() === '' ? 'empty' : 'not-a-table' });
  if (useful.every(({ isOpen }) => isOpen)) throw new TableRefused({ fault: 'broken' });
  const sheets = useful.filter(({ isOpen }) => !isOpen).map(({ name, rows }) => ({ name, rows }));
  return { sheets, ...(font && { font }) };
}

function readAs(text: string, delimiter: string): ReadSheet & { isOpen: boolean } {
  const parsed = Papa.parse<string[]>(text, { delimiter });
  const rows = parsed.data.map((cells, at) => rowOf(cells, at + 1)).filter(({ cells }) => cells.size > 0);
  if (rows.length > TABLE_LIMITS.sheetRows) throw new TableRefused({ fault: 'rows', count: rows.length });
  return { name: delimiter, rows, isOpen: parsed.errors.some(({ code }) => code === 'MissingQuotes') };
}

/** No person's plan has more columns. */
const MOST_COLUMNS = 200;

function rowOf(fields: string[], row: number): ReadRow {
  const cells = new Map<number, ReadCell>();
  for (const [at, field] of fields.slice(0, MOST_COLUMNS).entries()) {
    const read = nfc(field.slice(0, TABLE_LIMITS.cellLetters));
    if (read !== '') cells.set(at + 1, read.startsWith('=') ? { bad: 'formula' } : read);
  }
  return { row, cells };
}
