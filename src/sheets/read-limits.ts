import { TABLE_FILE_BYTES } from '../domain/plan-file.ts';

/** What a file may measure; beyond it, nothing of it is read. */
export const TABLE_LIMITS = {
  fileBytes: TABLE_FILE_BYTES,
  inflatedBytes: 30 * 1024 * 1024,
  parts: 1_000,
  sheets: 20,
  /** Rows with any cell, of one sheet: far more than a plan has, few enough to be read at once. */
  sheetRows: 20_000,
  cells: 200_000,
} as const;

/** Why bytes were not read as a table; `count` where a number says more. */
export type TableFault =
  | { fault: 'too-big' | 'inflated' | 'sheets' | 'rows'; count: number }
  | { fault: 'macros' | 'old-excel' | 'not-a-table' | 'broken' | 'empty' };

/** Carries a fault out of the depths of a reader. */
export class TableRefused extends Error {
  constructor(readonly why: TableFault) {
    super(`a table was refused: ${why.fault}`);
  }
}
