import type { ReadCell, ReadRow } from '../domain/table-cells.ts';
import { addressOf, LAST_COLUMN, LAST_ROW, type Range, rangeOf, spreadDown } from './merged-cells.ts';
import type { NumberFormat } from './read-formats.ts';
import { TABLE_LIMITS, TableRefused, unreadable } from './read-limits.ts';
import { collectText, unescapeText } from './read-texts.ts';
import { type RawCell, readValue } from './read-value.ts';
import type { ReadPart } from './read-workbook.ts';

/** What the cells of a sheet are read with; `left`: characters that all sheets may still hold, counted down. */
export type SheetContext = {
  texts: readonly string[];
  formats: readonly NumberFormat[];
  is1904: boolean;
  left: { letters: number };
};

type Cells = Map<number, Map<number, ReadCell>>;

/** The rows of a sheet that hold anything, in their order; throws TableRefused. */
export async function readSheet(read: ReadPart, context: SheetContext): Promise<ReadRow[]> {
  const cells: Cells = new Map();
  const merged: Range[] = [];
  const hidden = new Set<number>();
  const count = { rows: 0, cells: 0 };
  const at = { row: 0, column: 0 };
  const text = collectText();
  let raw: RawCell | undefined;
  await read({
    open: ({ name, attributes }, within) => {
      const parent = within.at(-1);
      if (name === 'row' && parent === 'sheetData') {
        count.rows += 1;
        at.row = numberOf(attributes.get('r'), at.row + 1, LAST_ROW);
        at.column = 0;
        if (isOn(attributes.get('hidden'))) hidden.add(at.row);
      } else if (name === 'c' && parent === 'row') {
        count.cells += 1;
        at.column = columnOf(attributes.get('r'), at.column + 1);
        raw = {
          type: attributes.get('t') ?? 'n',
          style: Number(attributes.get('s') ?? 0),
          value: '',
          isFormula: false,
        };
        text.clear();
      } else if (name === 'f' && raw) raw.isFormula = true;
      else if (name === 'mergeCell' && parent === 'mergeCells') {
        const range = rangeOf(attributes.get('ref') ?? '');
        merged.push(range);
        count.cells += range.bottom - range.top + 1;
      } else return;
      if (count.cells > TABLE_LIMITS.cells) throw unreadable();
    },
    text: (part, within) => {
      if (!raw) return;
      text.text(part, within);
      if (within.at(-1) === 'v' && raw.value.length < TABLE_LIMITS.cellLetters) raw.value += part;
    },
    close: (name, within) => {
      if (name !== 'c' || within.at(-1) !== 'row' || !raw) return;
      const cell = readValue({ ...raw, value: unescapeText(raw.value) }, text.get(), context);
      raw = undefined;
      if (cell !== '' && count.rows <= TABLE_LIMITS.sheetRows) put(cells, at, cell, context.left);
    },
  });
  if (count.rows > TABLE_LIMITS.sheetRows) throw new TableRefused({ fault: 'rows', count: count.rows });
  spreadDown(merged, {
    get: (row, column) => cells.get(row)?.get(column) ?? '',
    clear: (row, left, right) => clearBetween(cells.get(row), left, right),
    set: (row, column, cell) => put(cells, { row, column }, cell, context.left),
  });
  return sorted(cells, hidden);
}

function put(
  cells: Cells,
  { row, column }: { row: number; column: number },
  cell: ReadCell,
  left: SheetContext['left'],
): void {
  const own = cells.get(row) ?? new Map<number, ReadCell>();
  if (own.size === 0) cells.set(row, own);
  left.letters -= typeof cell === 'string' ? cell.length : 0;
  if (left.letters < 0) throw unreadable();
  own.set(column, cell);
}

/** Cells looked at. */
function clearBetween(own: Map<number, ReadCell> | undefined, left: number, right: number): number {
  for (const column of own?.keys() ?? []) if (column >= left && column <= right) own!.delete(column);
  return own?.size ?? 0;
}

const isOn = (flag: string | undefined): boolean => flag === '1' || flag === 'true';

const sorted = (cells: Cells, hidden: ReadonlySet<number>): ReadRow[] =>
  [...cells]
    .filter(([, own]) => own.size > 0)
    .toSorted(([a], [b]) => a - b)
    .map(([row, own]) => ({
      row,
      cells: new Map([...own].toSorted(([a], [b]) => a - b)),
      ...(hidden.has(row) && { isHidden: true as const }),
    }));

/** A row or cell without an address comes after the one before it. */
function numberOf(written: string | undefined, next: number, last: number): number {
  const number = written === undefined ? next : Number(written);
  if (!Number.isInteger(number) || number < 1 || number > last) throw new TableRefused({ fault: 'broken' });
  return number;
}

const columnOf = (address: string | undefined, next: number): number =>
  numberOf(address === undefined ? undefined : String(addressOf(address).column), next, LAST_COLUMN);
