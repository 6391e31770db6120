import { cellText, type Table } from '../../domain/report-table.ts';
import { csvCell } from '../chain/export-csv.ts';

/**
 * Tables as one CSV by RFC 4180, a line a figure: the table, the row's first words, the column, the value; UTF-8 with a byte order mark,
 * lines end in CR LF. `columns`: the names of these four.
 */
export function writeReportCsv(tables: readonly Table[], columns: string[], locale: 'vi' | 'en'): Uint8Array {
  const lines = tables.flatMap((table) => table.rows.flatMap((row) => linesOf(table, row, locale)));
  const text = [columns, ...lines].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
  return Buffer.from(`\uFEFF${text}`);
}

/** The words before the first figure name the row; words among the figures are values like these. */
function linesOf({ title, columns }: Table, row: Table['rows'][number], locale: 'vi' | 'en'): string[][] {
  const firstFigure = row.findIndex((cell) => cell !== null && typeof cell !== 'string');
  const named = Math.max(1, firstFigure);
  const name = row
    .slice(0, named)
    .map((cell) => cellText(cell, locale))
    .filter(Boolean)
    .join(' · ');
  return row.slice(named).flatMap((cell, at) => {
    if (cell === null) return [];
    return [[title, name, columns[named + at]!.title, cellText(cell, locale)]];
  });
}
