import { TABLE_FILE_BYTES } from '../domain/plan-file.ts';

/** What a file may measure; beyond it, nothing of it is read. */
export const TABLE_LIMITS = {
  fileBytes: TABLE_FILE_BYTES,
  inflatedBytes: 30 * 1024 * 1024,
  parts: 1_000,
  sheets: 20,
  /** Rows of one sheet: far more than a plan has, few enough to be read at once. */
  sheetRows: 20_000,
  /** Cells of one sheet, the empty ones and those that are merged downwards too. */
  cells: 200_000,
  /** Characters in all cells together; a text that stands in many cells is counted in each. */
  letters: 4_000_000,
  /** Characters of one cell; the rest is cut, which is longer than anything a row may say. */
  cellLetters: 2_000,
  /** Texts that cells share, formats of cells, and formats of numbers. */
  texts: 200_000,
  formats: 70_000,
} as const;

/** Why bytes were not read as a table; `count` where a number says more. */
export type TableFault =
  | { fault: 'too-big' | 'inflated' | 'sheets' | 'rows'; count: number }
  | { fault: 'macros' | 'old-excel' | 'not-a-table' | 'broken' | 'empty' | 'unreadable' | 'busy' };

/** Carries a fault out of the depths of a reader. */
export class TableRefused extends Error {
  readonly why: TableFault;

  constructor(why: TableFault) {
    super(`a table was refused: ${why.fault}`);
    this.why = why;
  }
}

/** For what no program that writes workbooks makes. */
export const unreadable = (): TableRefused => new TableRefused({ fault: 'unreadable' });
