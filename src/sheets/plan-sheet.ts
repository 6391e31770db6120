import ExcelJS from 'exceljs';
import type { DateTime } from 'luxon';

/** A line of a plan in words; days 'YYYY-MM-DD', both included, as people read them. */
export type PlanSheetLine = {
  target: string;
  kind: string;
  subject: string;
  from: string;
  to: string;
  lead: string;
  mode: string;
};

/** What may be chosen in the columns, on a sheet of its own; `keys` beside the targets. */
export type PlanLists = {
  name: string;
  headings: string[];
  keys: string[];
  targets: string[];
  kinds: string[];
  leads: string[];
  modes: string[];
};

/** The plan beside what was lived: rows of words, and days in the columns of `days`; the figures under them. Null: empty. */
export type LivedSheet = {
  name: string;
  headings: string[];
  /** Columns of days, from 1. */
  days: number[];
  rows: (string | null)[][];
  figures: string[];
};

export type PlanSheet = { name: string; lines: PlanSheetLine[] };

const FIELDS = ['target', 'kind', 'subject', 'from', 'to', 'lead', 'mode'] as const;
const WIDTHS = [48, 30, 48, 13, 13, 24, 34];
/** Empty rows that get drop-downs. */
const OFFERED_ROWS = 300;
const HEAD_ROWS = 2;

/**
 * Sheets of a plan as XLSX that can be filled in and read back: real days, drop-downs for what is chosen from `lists`. Every
 * sheet and printed page bears `mark`. `lived`: one sheet more, to read only.
 */
export async function writePlanSheets(
  sheets: readonly PlanSheet[],
  given: { mark: string; headings: string[]; lists: PlanLists; lived?: LivedSheet; madeAt: DateTime },
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = '';
  book.created = given.madeAt.toJSDate();
  book.modified = given.madeAt.toJSDate();
  for (const [at, sheet] of sheets.entries()) addSheet(book, sheet, given, at === 0);
  if (given.lived) addLived(book, given.lived, given.mark);
  addLists(book, given.lists, given.mark);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function newSheet(book: ExcelJS.Workbook, name: string, mark: string): ExcelJS.Worksheet {
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: HEAD_ROWS }],
    headerFooter: { oddHeader: `&R${mark.replaceAll('&', '&&')}`, oddFooter: '&C&P/&N' },
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.addRow([mark]).font = { bold: true };
  return sheet;
}

function addSheet(
  book: ExcelJS.Workbook,
  { name, lines }: PlanSheet,
  { mark, headings, lists }: { mark: string; headings: string[]; lists: PlanLists },
  isOffered: boolean,
): void {
  const sheet = newSheet(book, name, mark);
  addHeadings(sheet, headings, WIDTHS);
  for (const line of lines)
    sheet.addRow(
      FIELDS.map((field) => (field === 'from' || field === 'to' ? dayValue(line[field]) : line[field])),
    );
  for (const column of [4, 5]) sheet.getColumn(column).numFmt = 'dd/mm/yyyy';
  for (const column of [1, 3]) sheet.getColumn(column).alignment = { wrapText: true, vertical: 'top' };
  sheet.getCell('A1').alignment = { wrapText: false };
  if (isOffered) offerChoices(sheet, lists, HEAD_ROWS + lines.length + OFFERED_ROWS);
}

const LIVED_WIDTHS = [48, 30, 17, 17, 18, 17, 17, 28];

function addLived(book: ExcelJS.Workbook, { name, headings, days, rows, figures }: LivedSheet, mark: string) {
  const sheet = newSheet(book, name, mark);
  addHeadings(sheet, headings, LIVED_WIDTHS);
  for (const row of rows)
    sheet.addRow(row.map((value, at) => (value && days.includes(at + 1) ? dayValue(value) : value)));
  for (const column of days) sheet.getColumn(column).numFmt = 'dd/mm/yyyy';
  sheet.addRow([]);
  for (const figure of figures) sheet.addRow([figure]);
}

function addHeadings(sheet: ExcelJS.Worksheet, headings: string[], widths: number[]): void {
  const header = sheet.addRow(headings);
  header.font = { bold: true };
  header.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7E6E6' } };
  });
  for (const [at, width] of widths.entries()) sheet.getColumn(at + 1).width = width;
}

/** The file format counts days of no zone; the library takes them from UTC. */
const dayValue = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** A name that is not in the list is let in: aliases are understood too. */
function offerChoices(sheet: ExcelJS.Worksheet, lists: PlanLists, lastRow: number): void {
  const offers = [
    ['A', 'B', lists.targets],
    ['B', 'C', lists.kinds],
    ['F', 'D', lists.leads],
    ['G', 'E', lists.modes],
  ] as const;
  for (const [column, from, values] of offers)
    for (let row = HEAD_ROWS + 1; row <= lastRow && values.length > 0; row++)
      sheet.getCell(`${column}${row}`).dataValidation = {
        type: 'list',
        allowBlank: true,
        showErrorMessage: false,
        formulae: [`'${lists.name}'!$${from}$${HEAD_ROWS + 1}:$${from}$${HEAD_ROWS + values.length}`],
      };
}

function addLists(book: ExcelJS.Workbook, lists: PlanLists, mark: string): void {
  const sheet = newSheet(book, lists.name, mark);
  addHeadings(sheet, lists.headings, [18, 60, 36, 30, 36]);
  const columns = [lists.keys, lists.targets, lists.kinds, lists.leads, lists.modes];
  const longest = Math.max(...columns.map((column) => column.length));
  for (let at = 0; at < longest; at++) sheet.addRow(columns.map((column) => column[at] ?? null));
}
