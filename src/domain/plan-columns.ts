import { fold } from './fold.ts';
import type { ReadCell, ReadRow, ReadSheet } from './table-cells.ts';

/** What the columns of a plan say; `window` in one column, or `from` and `to` in two. */
export const PLAN_FIELDS = ['target', 'kind', 'subject', 'window', 'from', 'to', 'lead', 'mode'] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];

/** Headings without accents, both languages; the first that fits wins: "đơn vị chủ trì" names who leads, not a unit. */
const HEADINGS: readonly [PlanField, RegExp][] = [
  ['lead', /(?:^| )(?:chu tri|lead)(?: |$)/],
  ['mode', /phuong thuc|(?:cach|hinh thuc) phoi hop|^mode(?: |$)/],
  [
    'from',
    /^(?:thoi gian )?(?:tu|tu ngay|tu thang|ngay bat dau|bat dau|from|start)(?: date| day| du kien)?$/,
  ],
  [
    'to',
    /^(?:thoi gian )?(?:den|den ngay|den thang|ngay ket thuc|ket thuc|to|end|until)(?: date| day| du kien)?$/,
  ],
  ['window', /^(?:du kien )?(?:thoi gian|thoi diem|thoi han|window|time|when|dates?)(?: |$)/],
  ['subject', /^(?:noi dung|subject|content)(?: |$)/],
  ['kind', /^(?:loai|hinh thuc|kind|type)(?: |$)/],
  [
    'target',
    /^(?:ten |ma )?(?:to chuc|doi tuong|don vi|chi bo|dang bo|target|unit|organi[sz]ation)(?: |$)|^party organi[sz]ation/,
  ],
];
/** A heading is a few words, not a sentence. */
const LONGEST_HEADING = 80;
/** Above the headings stand a title, the issuer and the like. */
const LAST_HEADING_ROW = 40;

/** Where the fields stand: columns from 1. */
export type PlanColumns = Partial<Record<PlanField, number>>;

/** One row below the headings: its number, its cells by field, and the words of the whole row. */
export type PlanCells = { row: number; cells: Partial<Record<PlanField, ReadCell>>; words: string };

/** The rows of the sheet whose headings fit best and the words above them, or which headings are missing there. */
export type PlanTable = { rows: PlanCells[]; above: string } | { missing: ('target' | 'kind' | 'window')[] };

const fieldOf = (cell: ReadCell): PlanField | undefined => {
  if (typeof cell !== 'string' || cell.length > LONGEST_HEADING) return undefined;
  const words = fold(cell);
  return HEADINGS.find(([, pattern]) => pattern.test(words))?.[0];
};

/** The fields that the cells of a row name as headings. */
export function matchHeadings({ cells }: ReadRow): PlanColumns {
  const columns: PlanColumns = {};
  for (const [column, cell] of cells) {
    const field = fieldOf(cell);
    if (field) columns[field] ??= column;
  }
  return columns;
}

const missingIn = (columns: PlanColumns): ('target' | 'kind' | 'window')[] => {
  const missing: ('target' | 'kind' | 'window')[] = [];
  if (!columns.target) missing.push('target');
  if (!columns.kind) missing.push('kind');
  if (!columns.window && !columns.from) missing.push('window');
  return missing;
};

/** Finds the sheet and the row of the headings; further rows that only repeat or number the columns are no rows. */
export function findPlanTable(sheets: readonly ReadSheet[]): PlanTable {
  const found = sheets
    .flatMap(({ rows }) =>
      rows
        .filter(({ row }) => row <= LAST_HEADING_ROW)
        .map((head) => ({ rows, head, columns: matchHeadings(head) })),
    )
    .map((one) => ({ ...one, missing: missingIn(one.columns), size: Object.keys(one.columns).length }))
    .reduce<Found | undefined>((best, one) => (best && !isBetter(one, best) ? best : one), undefined);
  if (!found || found.missing.length > 0) return { missing: found?.missing ?? ['target', 'kind', 'window'] };
  const { head, columns } = found;
  const above = found.rows.filter(({ row }) => row < head.row).map(wordsOf);
  const below = found.rows.filter(({ row }) => row > head.row).map((row) => take(row, columns));
  return { rows: below.filter(({ cells }) => !isNoLine(cells)), above: above.join('\n') };
}

type Found = {
  rows: ReadRow[];
  head: ReadRow;
  columns: PlanColumns;
  missing: ('target' | 'kind' | 'window')[];
  size: number;
};

/** Of two rows of headings, one above the other, the lower one is the finer. */
const isBetter = (one: Found, than: Found): boolean =>
  one.missing.length < than.missing.length ||
  (one.missing.length === than.missing.length && one.size > than.size);

function take({ row, cells }: ReadRow, columns: PlanColumns): PlanCells {
  const taken: PlanCells['cells'] = {};
  for (const field of PLAN_FIELDS) {
    const cell = columns[field] === undefined ? undefined : cells.get(columns[field]);
    if (cell !== undefined) taken[field] = cell;
  }
  return { row, cells: taken, words: wordsOf({ row, cells }) };
}

const wordsOf = ({ cells }: ReadRow): string =>
  [...cells.values()].filter((cell) => typeof cell === 'string').join('\n');

/** Nothing in our columns, their headings again (a new page), or their numbers "(1) (2) (3)". */
function isNoLine(cells: PlanCells['cells']): boolean {
  const all = Object.entries(cells) as [PlanField, ReadCell][];
  if (all.length === 0) return true;
  if (all.every(([, cell]) => typeof cell === 'string' && /^\(?\d{1,2}\)?$/.test(cell))) return true;
  return all.length > 1 && all.every(([field, cell]) => fieldOf(cell) === field);
}
