import type { ReadSheet } from '../domain/table-cells.ts';
import { convertLegacy, type LegacyFont } from './legacy-fonts.ts';
import { readCsv } from './read-csv.ts';
import { TABLE_LIMITS, type TableFault, TableRefused } from './read-limits.ts';
import { readWorkbook } from './read-workbook.ts';

/** The sheets of a file; `areReadings`: they are the same lines, each time parted in another way. `font`: it was typed in a legacy font. */
export type ReadBook = { sheets: ReadSheet[]; areReadings: boolean; font?: LegacyFont };

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/**
 * The cells of an XLSX or CSV as text, told by its bytes and not by its name; or why it cannot be read. Nothing in the file is
 * reckoned or run. Takes as long as the file makes it: where others wait, `readPlanApart` is what to call.
 */
export async function readBytes(bytes: Uint8Array): Promise<ReadBook | TableFault> {
  try {
    const read = await readAny(bytes);
    const sheets = read.sheets.filter(({ rows }) => rows.length > 0);
    return sheets.length > 0 ? { ...read, sheets } : { fault: 'empty' };
  } catch (error) {
    if (error instanceof TableRefused) return error.why;
    throw error;
  }
}

async function readAny(bytes: Uint8Array): Promise<ReadBook> {
  if (bytes.length === 0) throw new TableRefused({ fault: 'empty' });
  if (bytes.length > TABLE_LIMITS.fileBytes)
    throw new TableRefused({ fault: 'too-big', count: bytes.length });
  if (startsWith(bytes, 0x50, 0x4b))
    return { ...convertLegacy(await readWorkbook(bytes)), areReadings: false };
  // The container of .xls, and of a workbook with a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new TableRefused({ fault: 'old-excel' });
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw new TableRefused({ fault: 'not-a-table' });
  return { ...readCsv(bytes), areReadings: true };
}
