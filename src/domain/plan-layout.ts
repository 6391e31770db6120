import { fold } from './fold.ts';
import type { PlanHead } from './plan-columns.ts';
import { fieldOf, PLAN_FIELDS, type PlanField } from './plan-headings.ts';
import type { ReadCell, ReadRow } from './table-cells.ts';

/** One line below the headings: its cells by field, what the section rows above it say, outermost first, and the words of the whole row. */
export type PlanCells = {
  row: number;
  cells: Partial<Record<PlanField, ReadCell>>;
  sections: string[];
  words: string;
  isHidden?: true;
};

/** Rows that are no lines, and why. */
export const ASIDE_WHYS = ['section', 'total', 'numbering', 'repeated', 'signature', 'empty'] as const;
export type Aside = { row: number; why: (typeof ASIDE_WHYS)[number] };

/** `asideWords`: what stands in the rows that are no lines. */
export type PlanLayout = { lines: PlanCells[]; aside: Aside[]; asideWords: string[] };

/** Tells the lines below the headings from section rows, totals, the numbering of columns, repeated headings and what is signed under them. */
export function readLayout(rows: readonly ReadRow[], head: PlanHead): PlanLayout {
  const layout: PlanLayout = { lines: [], aside: [], asideWords: [] };
  const sections = openSections();
  let isSigned = false;
  for (const row of rows) {
    if (row.row <= head.to) continue;
    const taken = take(row, head);
    const why = whyAside(row, taken, head, isSigned);
    if (why === 'section') sections.begin(markOf(row, head), sectionWords(row, head));
    if (why === 'signature') isSigned = true;
    if (why === undefined && Object.keys(taken.cells).length > 0) {
      layout.lines.push({ ...taken, sections: sections.now() });
      continue;
    }
    layout.aside.push({ row: row.row, why: why ?? 'empty' });
    layout.asideWords.push(taken.words);
  }
  return layout;
}

type Taken = Omit<PlanCells, 'sections'>;

function whyAside(
  row: ReadRow,
  { cells }: Taken,
  head: PlanHead,
  isSigned: boolean,
): Aside['why'] | undefined {
  if (isNumbering(row)) return 'numbering';
  if (isRepeated(cells)) return 'repeated';
  if (/^\d+[.)]?$/.test(markOf(row, head))) return undefined;
  const short = shortWords(row);
  if (short.some((words) => TOTAL.test(words))) return 'total';
  const isWhole = cells.target !== undefined && (cells.window ?? cells.from) !== undefined;
  if (!isWhole && (isSigned || short.some((words) => SIGNED.test(words)))) return 'signature';
  return isSection(row, head) ? 'section' : undefined;
}

/** "Nơi nhận", "T/M …", and titles under which one signs. */
const SIGNED =
  /^(?:noi nhan|t m |tm |k t |kt chu nhiem|kt bi thu|t l |tl |nguoi lap|chu nhiem$|pho chu nhiem$|thu truong)/;

const TOTAL = /^(?:tong(?: cong| so)?|cong|total)(?: \d|$)/;

/** What stands under a table is said in few words; long ones would take long to fold. */
const SHORT = 60;

const shortWords = ({ cells }: ReadRow): string[] =>
  [...cells.values()].flatMap((cell) =>
    typeof cell === 'string' && cell.length <= SHORT && BEGINS.test(cell) ? fold(cell) : [],
  );

/** The letters with which such words begin: most cells need not be folded. */
const BEGINS = /^[\s(-]*[ctknpCTKNP]/;

/** "A B C 1 2 3", "(1) (2) (3)": what numbers the columns. */
function isNumbering({ cells }: ReadRow): boolean {
  const all = [...cells.values()];
  return (
    all.length > 1 && all.every((cell) => typeof cell === 'string' && /^\(?(?:\d{1,2}|[A-ZĐ])\)?$/.test(cell))
  );
}

/** The headings again, on a new page. */
function isRepeated(cells: Taken['cells']): boolean {
  const all = Object.entries(cells) as [PlanField, ReadCell][];
  return all.length > 1 && all.every(([field, cell]) => fieldOf(cell) === field);
}

/** One text alone beside a mark like "A", "II", or none where it stands in no field of its own. */
function isSection(row: ReadRow, head: PlanHead): boolean {
  const mark = markOf(row, head);
  if (/\d/.test(mark)) return false;
  const rest = restOf(row, head);
  if (new Set(rest.map(([, cell]) => cell)).size !== 1 || typeof rest[0]![1] !== 'string') return false;
  if (isMark(mark)) return true;
  const [column] = rest[0]!;
  return column !== head.columns.target && column !== head.columns.window;
}

const isMark = (mark: string): boolean => /^(?:[A-ZĐ]|[IVX]{1,5})[.)]?$/.test(mark);

/** The number or mark of a row: in its own column, else what stands first where that is no field. */
function markOf({ cells }: ReadRow, { columns }: PlanHead): string {
  const column = columns.number ?? 1;
  if (Object.values(columns).includes(column) && column !== columns.number) return '';
  const cell = cells.get(column);
  return typeof cell === 'string' && (column === columns.number || isMark(cell) || /^\d+[.)]?$/.test(cell))
    ? cell
    : '';
}

const restOf = (row: ReadRow, head: PlanHead): [number, ReadCell][] =>
  markOf(row, head) === ''
    ? [...row.cells]
    : [...row.cells].filter(([column]) => column !== (head.columns.number ?? 1));

const sectionWords = (row: ReadRow, head: PlanHead): string => {
  const [, cell] = restOf(row, head)[0]!;
  return typeof cell === 'string' ? cell : '';
};

/** Sections within sections: letters hold Roman numbers, and those what has no mark. */
function openSections(): { begin(mark: string, words: string): void; now(): string[] } {
  let open: { level: number; words: string }[] = [];
  return {
    begin: (mark, words) => {
      const level = levelOf(mark);
      open = [...open.filter((one) => one.level < level), { level, words }];
    },
    now: () => open.map(({ words }) => words),
  };
}

function levelOf(mark: string): number {
  if (mark === '') return 3;
  return /^[IVX]+[.)]?$/.test(mark) ? 2 : 1;
}

function take(row: ReadRow, { columns, ticks, unit }: PlanHead): Taken {
  const cells: PlanCells['cells'] = {};
  for (const field of PLAN_FIELDS) {
    const cell = columns[field] === undefined ? undefined : row.cells.get(columns[field]);
    if (cell !== undefined) cells[field] = cell;
  }
  const ticked = tickedIn(row, ticks);
  if (ticked !== undefined) cells.window ??= ticked;
  if (unit && typeof cells.window === 'string') cells.window = counted(cells.window, unit);
  return { row: row.row, cells, words: wordsIn(row), ...(row.isHidden && { isHidden: true as const }) };
}

/** "quý II, III" of the columns that bear a sign; what is no sign is taken as it is written. */
function tickedIn({ cells }: ReadRow, ticks: PlanHead['ticks']): ReadCell | undefined {
  const said = [...ticks].flatMap(([column, tick]) => {
    const cell = cells.get(column);
    return cell === undefined ? [] : [{ cell, tick }];
  });
  if (said.length === 0) return undefined;
  const other = said.find(({ cell }) => typeof cell !== 'string' || !/^(?:[xXvV✓✔√+*]|có)$/u.test(cell));
  if (other) return other.cell;
  return said.map(({ tick }) => `${tick.unit === 'quarter' ? 'quý' : 'tháng'} ${tick.n}`).join(', ');
}

/** A bare number counts in the unit that the heading names. */
const counted = (written: string, unit: 'quarter' | 'month'): string =>
  /^[\divIV]+(?:\s*(?:[-–,]|và|đến)\s*[\divIV]+)*$/.test(written)
    ? `${unit === 'quarter' ? 'quý' : 'tháng'} ${written}`
    : written;

export const wordsIn = ({ cells }: ReadRow): string =>
  [...cells.values()].filter((cell) => typeof cell === 'string').join('\n');
