import type { ReadCell } from '../domain/table-cells.ts';
import { TableRefused, unreadable } from './read-limits.ts';

/** A range of cells, rows and columns from 1, all included. */
export type Range = { top: number; left: number; bottom: number; right: number };

/** The last that Excel has. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

const ADDRESS = /^\s*\$?([A-Za-z]{1,3})\$?([0-9]{1,7})\s*$/;

/** "B12", "$B$12"; throws TableRefused for what is no cell. */
export function addressOf(written: string): { row: number; column: number } {
  const [, letters, digits] = ADDRESS.exec(written.slice(0, 20)) ?? [];
  const column = [...(letters ?? '').toUpperCase()].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  const row = Number(digits ?? 0);
  if (column < 1 || row < 1 || column > LAST_COLUMN || row > LAST_ROW)
    throw new TableRefused({ fault: 'broken' });
  return { row, column };
}

/** "A1:C3", or one cell; the corners in any order. */
export function rangeOf(written: string): Range {
  const [first = '', second = first] = written.slice(0, 50).split(':');
  const [one, other] = [addressOf(first), addressOf(second)];
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}

type Cells = {
  get(row: number, column: number): ReadCell;
  /** Empties the cells of a row between two columns, both included. */
  clear(row: number, left: number, right: number): number;
  set(row: number, column: number, cell: ReadCell): void;
};

/** Looking at more cells than that means ranges that lie on each other, which no program makes. */
const MOST_LOOKED_AT = 2_000_000;

/** Cells merged downwards all say what the first says; merged to the side, only the first does. */
export function spreadDown(ranges: readonly Range[], cells: Cells): void {
  let looked = 0;
  for (const { top, left, bottom, right } of ranges) {
    const first = cells.get(top, left);
    for (let row = top; row <= bottom; row++) {
      looked += cells.clear(row, left, right) + 1;
      if (looked > MOST_LOOKED_AT) throw unreadable();
      if (first !== '') cells.set(row, left, first);
    }
  }
}
