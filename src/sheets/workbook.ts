import ExcelJS from 'exceljs';
import type { DateTime } from 'luxon';
import type { Cell, Table } from '../domain/report-table.ts';

/** What stands above the header of each sheet: the mark, the title, whose and of which period it is. */
const HEAD_ROWS = 3;

/**
 * Tables as XLSX, a sheet each: numbers, days and shares by their types, so that they can be reckoned with; words are always
 * words, also those that begin like a formula. Every sheet and every printed page bears `mark`.
 */
export async function writeWorkbook(
  tables: readonly Table[],
  given: { mark: string; subtitle: string; madeAt: DateTime },
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = '';
  book.created = given.madeAt.toJSDate();
  book.modified = given.madeAt.toJSDate();
  for (const table of tables) addSheet(book, table, given);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function addSheet(
  book: ExcelJS.Workbook,
  table: Table,
  { mark, subtitle }: { mark: string; subtitle: string },
): void {
  const sheet = book.addWorksheet(table.name, {
    views: [{ state: 'frozen', ySplit: HEAD_ROWS, activeCell: 'A1' }],
    headerFooter: { oddHeader: `&R${mark}`, oddFooter: '&C&P/&N' },
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = table.columns.map(({ width }) => ({
    width,
    style: { alignment: { vertical: 'top', wrapText: true } },
  }));
  sheet.addRow([`${mark} · ${table.title}`]).font = { bold: true, size: 13 };
  sheet.addRow([subtitle]).font = { italic: true };
  for (const n of [1, 2]) sheet.getCell(n, 1).alignment = { wrapText: false };
  const header = sheet.addRow(table.columns.map(({ title }) => title));
  header.font = { bold: true };
  header.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7E6E6' } };
    cell.border = { bottom: { style: 'thin' } };
  });
  for (const row of table.rows) addRow(sheet, row);
  sheet.autoFilter = {
    from: { row: HEAD_ROWS, column: 1 },
    to: { row: HEAD_ROWS + table.rows.length, column: table.columns.length },
  };
  for (const note of table.notes) {
    const row = sheet.addRow([note]);
    row.font = { italic: true };
    row.getCell(1).alignment = { wrapText: false };
  }
}

function addRow(sheet: ExcelJS.Worksheet, cells: readonly Cell[]): void {
  const row = sheet.addRow([]);
  for (const [at, value] of cells.entries()) {
    const cell = row.getCell(at + 1);
    cell.value = storedValue(value);
    const format = formatOf(value);
    if (format) cell.numFmt = format;
  }
}

function storedValue(cell: Cell): ExcelJS.CellValue {
  if (cell === null || typeof cell !== 'object') return cell;
  // The file format counts days of no zone; the library takes them from UTC.
  return 'day' in cell ? new Date(`${cell.day}T00:00:00Z`) : cell.share;
}

function formatOf(cell: Cell): string | undefined {
  if (typeof cell === 'number') return Number.isInteger(cell) ? '0' : '0.0';
  if (cell === null || typeof cell === 'string') return undefined;
  return 'day' in cell ? 'dd/mm/yyyy' : '0.0%';
}
