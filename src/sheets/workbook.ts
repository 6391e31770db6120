import type { CellObject, SheetData } from 'write-excel-file/node';
import type { Cell, Table } from '../domain/report-table.ts';
import { type BookSheet, dayCell, words, writeBook } from './write-book.ts';

/** What stands above the header of each sheet: the mark, the title, whose and of which period it is. */
const HEAD_ROWS = 3;
const CELL: CellObject = { alignVertical: 'top', wrap: true };

/**
 * Tables as XLSX, a sheet each: numbers, days and shares by their types, so that they can be reckoned with; words are always
 * words, also those that begin like a formula. Every sheet and every printed page bears `mark`.
 */
export const writeWorkbook = (
  tables: readonly Table[],
  given: { mark: string; subtitle: string },
): Promise<Uint8Array> => writeBook(tables.map((table) => sheetOf(table, given)));

function sheetOf(table: Table, { mark, subtitle }: { mark: string; subtitle: string }): BookSheet {
  const head: CellObject = {
    ...CELL,
    ...{ fontWeight: 'bold', backgroundColor: '#E7E6E6', bottomBorderStyle: 'thin' },
  };
  const data: SheetData = [
    [words(`${mark} · ${table.title}`, { fontWeight: 'bold', fontSize: 13 })],
    [words(subtitle, { fontStyle: 'italic' })],
    table.columns.map(({ title }) => words(title, head)),
    ...table.rows.map((row) => row.map(cellOf)),
    ...table.notes.map((note) => [words(note, { fontStyle: 'italic' })]),
  ];
  return {
    ...{ name: table.name, headRows: HEAD_ROWS, mark, data },
    widths: table.columns.map(({ width }) => width),
    filter: `A${HEAD_ROWS}:${letterOf(table.columns.length)}${HEAD_ROWS + table.rows.length}`,
  };
}

function cellOf(cell: Cell): CellObject {
  if (cell === null || typeof cell === 'string') return words(cell, CELL);
  if (typeof cell === 'number')
    return { ...CELL, type: Number, value: cell, format: Number.isInteger(cell) ? '0' : '0.0' };
  return 'day' in cell
    ? dayCell(cell.day, CELL)
    : { ...CELL, type: Number, value: cell.share, format: '0.0%' };
}

/** The letter of a column from 1; no table has more than 26. */
const letterOf = (column: number): string => String.fromCharCode(64 + column);
