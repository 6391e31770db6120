import { cut } from './cut.ts';
import { findHead, type MissingColumn, type PlanHead } from './plan-columns.ts';
import { MOST_PLAN_LINES } from './plan-file.ts';
import { type Aside, type PlanCells, type PlanLayout, readLayout, wordsIn } from './plan-layout.ts';
import { hideSecrets, type PlanRow } from './plan-secret.ts';
import { findSecret } from './secrecy.ts';
import type { ReadSheet } from './table-cells.ts';

/** What became of each sheet of a file, of its columns and of its rows that are no lines: nothing is left out in silence. */
export type SheetRead = {
  name: string;
  /** Lines that were read; null: the sheet has no headings of a plan, or is hidden. */
  lines: number | null;
  isHidden?: true;
  /** Headings of columns with anything in them from which nothing is read, the first of them. */
  unused: string[];
  /** Rows that are no lines, the first of them; `asideCount`: of all. */
  aside: Aside[];
  asideCount: number;
};

/** A line with the sheet that it stands in. */
export type SheetLine<Line> = Line & { sheet: string };

/** The lines of all sheets whose headings fit, and the words above them, or which headings are missing in the best one. */
export type PlanTable =
  | { rows: SheetLine<PlanCells>[]; above: string; sheets: SheetRead[] }
  | { missing: MissingColumn[] };

/** The lines of a plan's tables, or why the file is refused as a whole; `secret`: a mark stands above the headings (C1). */
export type PlanTableRead =
  | { rows: SheetLine<PlanRow>[]; sheets: SheetRead[] }
  | { fault: 'no-columns'; missing: MissingColumn[] }
  | { fault: 'rows'; count: number }
  | { fault: 'secret' | 'empty' };

/** Sheets of a file; `areReadings`: they say the same, parted in different ways, and the best is meant. */
type Book = { sheets: readonly ReadSheet[]; areReadings: boolean };

/** Finds the tables and looks through them for secrets: all of a file that needs nothing but its cells. */
export function readPlanTable(book: Book): PlanTableRead {
  const table = findPlanTable(book);
  if ('missing' in table) return { fault: 'no-columns', missing: table.missing };
  if (findSecret(table.above).kind === 'refused') return { fault: 'secret' };
  if (table.rows.length === 0) return { fault: 'empty' };
  if (table.rows.length > MOST_PLAN_LINES) return { fault: 'rows', count: table.rows.length };
  return { rows: hideSecrets(table.rows), sheets: table.sheets };
}

type Found = { sheet: ReadSheet; head: PlanHead; layout: PlanLayout; missing: MissingColumn[] };

/** Reads every sheet that has the headings of a plan; where kinds stand in section rows only, no column for them is needed. */
export function findPlanTable({ sheets, areReadings }: Book): PlanTable {
  const found = sheets.map((sheet) => (sheet.isHidden ? undefined : readOne(narrow(sheet))));
  const best = found
    .filter((one) => one !== undefined)
    .reduce<Found | undefined>((than, one) => (than && !isBetter(one, than) ? than : one), undefined);
  if (!best || best.missing.length > 0) return { missing: best?.missing ?? ['target', 'kind', 'window'] };
  const read = areReadings ? [best] : found.filter((one) => one?.missing.length === 0).map((one) => one!);
  return {
    rows: read.flatMap(({ sheet, layout }) =>
      layout.lines.map((line) => ({ ...line, sheet: cut(sheet.name, KEPT.letters) })),
    ),
    above: [...sheets.map(({ name }) => name), ...read.flatMap(aboveOf)].join('\n'),
    sheets: areReadings ? [readOf(best)] : sheets.map((sheet, at) => sheetRead(sheet, found[at], read)),
  };
}

/** No person's plan has more columns. */
const MOST_COLUMNS = 200;

const narrow = (sheet: ReadSheet): ReadSheet => ({
  ...sheet,
  rows: sheet.rows.map((row) =>
    row.cells.size <= MOST_COLUMNS ? row : { ...row, cells: new Map([...row.cells].slice(0, MOST_COLUMNS)) },
  ),
});

function readOne(sheet: ReadSheet): Found | undefined {
  const found = findHead(sheet.rows);
  if (!found) return undefined;
  const layout = readLayout(sheet.rows, found.head);
  const hasSections = layout.lines.some(({ sections }) => sections.length > 0);
  const missing = found.missing.filter((one) => one !== 'kind' || !hasSections);
  return { sheet, head: found.head, layout, missing };
}

const isBetter = (one: Found, than: Found): boolean =>
  one.missing.length < than.missing.length ||
  (one.missing.length === than.missing.length && fieldsOf(one) > fieldsOf(than));

const fieldsOf = ({ head }: Found): number =>
  Object.keys(head.columns).length + (head.ticks.size > 0 ? 1 : 0);

/** All that stands in no line. */
const aboveOf = ({ sheet, head, layout }: Found): string[] => [
  ...sheet.rows.filter(({ row }) => row <= head.to).map(wordsIn),
  ...layout.asideWords,
];

/** What a form keeps of a sheet is bounded, whatever the file holds. */
const KEPT = { aside: 100, unused: 20, letters: 60 } as const;

const sheetRead = (sheet: ReadSheet, own: Found | undefined, read: readonly Found[]): SheetRead => {
  if (own && read.includes(own)) return readOf(own);
  const isHidden = sheet.isHidden && { isHidden: true as const };
  return {
    name: cut(sheet.name, KEPT.letters),
    lines: null,
    ...isHidden,
    unused: [],
    aside: [],
    asideCount: 0,
  };
};

const readOf = ({ sheet, head, layout }: Found): SheetRead => ({
  name: cut(sheet.name, KEPT.letters),
  lines: layout.lines.length,
  unused: unusedOf(sheet, head, layout)
    .slice(0, KEPT.unused)
    .map((name) => cut(name, KEPT.letters)),
  aside: layout.aside.slice(0, KEPT.aside),
  asideCount: layout.aside.length,
});

/** Of the lines: what stands beside totals and signatures is no column. */
function unusedOf(
  { rows }: ReadSheet,
  { columns, ticks, others }: PlanHead,
  { lines }: PlanLayout,
): string[] {
  const isLine = new Set(lines.map(({ row }) => row));
  const read = new Set([...Object.values(columns), ...ticks.keys()]);
  const filled = new Set(rows.flatMap(({ row, cells }) => (isLine.has(row) ? [...cells.keys()] : [])));
  return [...filled]
    .filter((column) => !read.has(column))
    .sort((a, b) => a - b)
    .map((column) => others.get(column) ?? letterOf(column));
}

/** "AB", as it stands above the column. */
function letterOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letterOf(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
