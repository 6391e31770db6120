import ExcelJS from 'exceljs';
import { nfc } from '../domain/fold.ts';
import type { ReadCell, ReadRow, ReadSheet } from '../domain/table-cells.ts';
import { TABLE_LIMITS, TableRefused } from './read-limits.ts';
import { openParts, packParts } from './read-zip.ts';

/** What the reader of workbooks would spread over every cell of its range, or look for in parts left behind. */
const IGNORED = [
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'tableParts',
  'picture',
  'autoFilter',
  'extLst',
];
const MERGE = /<mergeCell\s[^>]*ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;
const NAMES = /<definedNames>[\s\S]*?<\/definedNames>/g;

/** The sheets of an XLSX, the hidden ones too; throws TableRefused. Formulas give what was last reckoned, or nothing. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadSheet[]> {
  const parts = await openParts(bytes);
  for (const [name, content] of parts) {
    if (name.startsWith('xl/worksheets/')) checkSheet(content);
    if (name === 'xl/workbook.xml') parts.set(name, content.replace(NAMES, ''));
    if (name === '[Content_Types].xml' && content.includes('macroEnabled'))
      throw new TableRefused({ fault: 'macros' });
  }
  const book = await load(await packParts(parts));
  return book.worksheets.map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet) }));
}

async function load(packed: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  try {
    // Its types want a Buffer of an older Node; it reads any bytes.
    const bytes = Buffer.from(packed) as unknown as Parameters<typeof book.xlsx.load>[0];
    return await book.xlsx.load(bytes, { ignoreNodes: IGNORED });
  } catch {
    throw new TableRefused({ fault: 'broken' });
  }
}

function checkSheet(xml: string): void {
  const rows = countOf(xml, /<row[\s>]/g);
  if (rows > TABLE_LIMITS.sheetRows) throw new TableRefused({ fault: 'rows', count: rows });
  const merged = [...xml.matchAll(MERGE)].reduce((sum, match) => sum + areaOf(match), 0);
  if (countOf(xml, /<c[\s>]/g) + merged > TABLE_LIMITS.cells)
    throw new TableRefused({ fault: 'rows', count: rows });
}

function countOf(xml: string, pattern: RegExp): number {
  let count = 0;
  while (pattern.exec(xml)) count += 1;
  return count;
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const areaOf = ([, left, top, right, bottom]: RegExpExecArray): number =>
  (Math.abs(columnOf(right!) - columnOf(left!)) + 1) * (Math.abs(Number(bottom) - Number(top)) + 1);

function rowsOf(sheet: ExcelJS.Worksheet): ReadRow[] {
  const rows: ReadRow[] = [];
  sheet.eachRow((row, n) => {
    const cells = new Map<number, ReadCell>();
    row.eachCell((cell, column) => {
      const read = readCell(cell);
      if (read !== '') cells.set(column, read);
    });
    if (cells.size > 0) rows.push({ row: n, cells });
  });
  return rows;
}

/** Cells merged downwards all say what the first says; merged to the side, only the first does. */
function readCell(cell: ExcelJS.Cell): ReadCell {
  const first = cell.isMerged ? cell.master : cell;
  return first.fullAddress.col === cell.fullAddress.col ? readValue(first.value, first.numFmt ?? '') : '';
}

function readValue(value: ExcelJS.CellValue, format: string): ReadCell {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return readDate(value, format);
  if (typeof value !== 'object') return nfc(String(value));
  if ('error' in value) return { bad: 'error' };
  if ('richText' in value) return nfc(value.richText.map((part) => part.text).join(''));
  if ('text' in value) return readValue(value.text as ExcelJS.CellValue, format);
  if ('formula' in value || 'sharedFormula' in value)
    return value.result === undefined || value.result === null || value.result === ''
      ? { bad: 'formula' }
      : readValue(value.result, format);
  return '';
}

/** A date whose format shows no day is a month: "03/2027". The format counts days of no zone, given as UTC. */
function readDate(value: Date, format: string): ReadCell {
  if (Number.isNaN(value.getTime())) return { bad: 'error' };
  const [year, month] = value.toISOString().split('-');
  const shown = format.replace(/"[^"]*"|\[[^\]]*\]/g, '').toLowerCase();
  const isMonth = shown.includes('m') && shown.includes('y') && !shown.includes('d');
  return isMonth ? `${month}/${year}` : { day: value.toISOString().slice(0, 10) };
}
