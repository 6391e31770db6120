import type { CellObject, SheetData } from 'write-excel-file/node';
import { type BookSheet, dayCell, type Offer, words, writeBook } from './write-book.ts';

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
  given: { mark: string; headings: string[]; lists: PlanLists; lived?: LivedSheet },
): Promise<Uint8Array> {
  const { mark, lists, lived } = given;
  return writeBook([
    ...sheets.map((sheet, at) => planSheet(sheet, given, at === 0)),
    ...(lived ? [livedSheet(lived, mark)] : []),
    listSheet(lists, mark),
  ]);
}

const HEADING: CellObject = { fontWeight: 'bold', backgroundColor: '#E7E6E6' };

const newSheet = (
  name: string,
  mark: string,
  headings: readonly string[],
  widths: readonly number[],
  rows: SheetData,
): BookSheet => ({
  ...{ name, mark, widths, headRows: HEAD_ROWS },
  data: [[words(mark, { fontWeight: 'bold' })], headings.map((one) => words(one, HEADING)), ...rows],
});

/** Long words stand in several lines. */
const LOOKS: Partial<Record<(typeof FIELDS)[number], CellObject>> = {
  target: { wrap: true, alignVertical: 'top' },
  subject: { wrap: true, alignVertical: 'top' },
};

function planSheet(
  { name, lines }: PlanSheet,
  { mark, headings, lists }: { mark: string; headings: string[]; lists: PlanLists },
  isOffered: boolean,
): BookSheet {
  const cellOf = (field: (typeof FIELDS)[number], value: string | null) =>
    field === 'from' || field === 'to' ? dayCell(value) : words(value, LOOKS[field]);
  const rows = lines.map((line) => FIELDS.map((field) => cellOf(field, line[field])));
  const empty = Array.from({ length: isOffered ? OFFERED_ROWS : 0 }, () =>
    FIELDS.map((field) => cellOf(field, null)),
  );
  const sheet = newSheet(name, mark, headings, WIDTHS, [...rows, ...empty]);
  return isOffered ? { ...sheet, offers: offersOf(lists, HEAD_ROWS + rows.length + OFFERED_ROWS) } : sheet;
}

const LIVED_WIDTHS = [48, 30, 17, 17, 18, 17, 17, 28];

const livedSheet = ({ name, headings, days, rows, figures }: LivedSheet, mark: string): BookSheet =>
  newSheet(name, mark, headings, LIVED_WIDTHS, [
    ...rows.map((row) =>
      row.map((value, at) => (value && days.includes(at + 1) ? dayCell(value) : words(value))),
    ),
    [],
    ...figures.map((figure) => [words(figure)]),
  ]);

/** A name that is not in the list is let in: aliases are understood too. */
function offersOf(lists: PlanLists, lastRow: number): Offer[] {
  const offers = [
    ['A', 'B', lists.targets],
    ['B', 'C', lists.kinds],
    ['F', 'D', lists.leads],
    ['G', 'E', lists.modes],
  ] as const;
  return offers
    .filter(([, , values]) => values.length > 0)
    .map(([column, from, values]) => ({
      cells: `${column}${HEAD_ROWS + 1}:${column}${lastRow}`,
      from: `'${lists.name}'!$${from}$${HEAD_ROWS + 1}:$${from}$${HEAD_ROWS + values.length}`,
    }));
}

function listSheet(lists: PlanLists, mark: string): BookSheet {
  const columns = [lists.keys, lists.targets, lists.kinds, lists.leads, lists.modes];
  const longest = Math.max(...columns.map((column) => column.length));
  const rows = Array.from({ length: longest }, (_, at) => columns.map((column) => words(column[at] ?? null)));
  return newSheet(lists.name, mark, lists.headings, [18, 60, 36, 30, 36], rows);
}
