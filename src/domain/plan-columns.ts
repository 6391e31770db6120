import { headingOf, type PlanField, type Tick, unitOf } from './plan-headings.ts';
import type { ReadCell, ReadRow } from './table-cells.ts';

/** Where the fields stand, columns from 1; `number`: of the lines. */
export type PlanColumns = Partial<Record<PlanField | 'number', number>>;

/** The headings of a table: its last heading row, where fields and ticks stand, and the words of the other columns. */
export type PlanHead = {
  /** The rows of the headings, first and last. */
  from: number;
  to: number;
  columns: PlanColumns;
  ticks: ReadonlyMap<number, Tick>;
  /** In which unit bare numbers of the window count. */
  unit: Tick['unit'] | undefined;
  /** Headings of columns that no field is read from. */
  others: ReadonlyMap<number, string>;
};

export type MissingColumn = 'target' | 'kind' | 'window';

/** Above the headings stand a title, the issuer and the like. */
const LAST_HEADING_ROW = 40;
/** Headings stand in three rows at most. */
const MOST_DEPTH = 3;

/** The headings of a sheet that fit best, and what they lack; undefined: nothing in it looks like one. */
export function findHead(rows: readonly ReadRow[]): { head: PlanHead; missing: MissingColumn[] } | undefined {
  let best: { head: PlanHead; missing: MissingColumn[]; size: number } | undefined;
  for (const [at, row] of rows.entries()) {
    if (row.row > LAST_HEADING_ROW) break;
    if (!hasHeadings(row)) continue;
    for (const block of blocksAt(rows, at)) {
      const head = headOf(block);
      const found = { head, missing: missingIn(head), size: sizeOf(head) };
      if (found.size > 0 && (!best || isBetter(found, best))) best = found;
    }
  }
  return best;
}

/** Titles bear no two headings. */
const hasHeadings = ({ cells }: ReadRow): boolean =>
  [...cells.values()].filter((cell) => headingOf(cell) !== undefined).length > 1;

/** The row alone, and with the rows below it that part its headings further. */
function blocksAt(rows: readonly ReadRow[], at: number): ReadRow[][] {
  const blocks = [[rows[at]!]];
  for (let depth = 1; depth < MOST_DEPTH; depth += 1) {
    const below = rows[at + depth];
    if (!below || !isSubHeading(blocks.at(-1)!, below)) break;
    blocks.push([...blocks.at(-1)!, below]);
  }
  return blocks;
}

/** Two or more headings under one, and under no heading that stands alone; cells merged downwards say the same again. */
function isSubHeading(block: readonly ReadRow[], { cells }: ReadRow): boolean {
  const above = block.at(-1)!.cells;
  const fresh = [...cells].filter(([column, cell]) => above.get(column) !== cell);
  if (fresh.length < 2 || fresh.some(([, cell]) => typeof cell !== 'string')) return false;
  if (fresh.some(([column]) => isAlone(block, column))) return false;
  return fresh.every(([column, cell]) => headingOf(cell, upperOf(block, column)) !== undefined);
}

/** A heading of a target, a kind or a line's number is not parted further. */
function isAlone(block: readonly ReadRow[], column: number): boolean {
  const heading = headingOf(block.at(-1)!.cells.get(column));
  if (heading === 'number') return true;
  return typeof heading === 'object' && 'field' in heading && heading.field !== 'window';
}

/** The heading above a column: its own, or the one to its left that stretches over it. */
function upperOf(block: readonly ReadRow[], column: number): ReadCell | undefined {
  const { cells } = block.at(-1)!;
  for (let at = column; at > 0 && at > column - MOST_STRETCHED; at -= 1) {
    const cell = cells.get(at);
    if (cell !== undefined) return cell;
  }
  return undefined;
}

/** A heading stretches over twelve months at most. */
const MOST_STRETCHED = 12;

function headOf(block: readonly ReadRow[]): PlanHead {
  const last = block.at(-1)!;
  const columns = new Set(block.flatMap(({ cells }) => [...cells.keys()]));
  const found: PlanColumns = {};
  const sure: Partial<Record<PlanField, number>> = {};
  const ticks = new Map<number, Tick>();
  const others = new Map<number, string>();
  let unit: Tick['unit'] | undefined;
  for (const column of [...columns].sort((a, b) => a - b)) {
    const path = pathOf(block, column);
    const heading = headingOf(path.at(-1), path.at(-2));
    if (heading === 'number') found.number ??= column;
    else if (typeof heading === 'object' && 'tick' in heading) ticks.set(column, heading.tick);
    else if (typeof heading === 'object' && heading.sure > (sure[heading.field] ?? -1)) {
      const before = found[heading.field];
      if (before !== undefined) others.set(before, wordsIn(pathOf(block, before)));
      found[heading.field] = column;
      sure[heading.field] = heading.sure;
      if (heading.field === 'window') unit = unitOf(wordsIn(path));
    } else others.set(column, wordsIn(path));
  }
  return { from: block[0]!.row, to: last.row, columns: found, ticks, unit, others };
}

/** The headings over a column from above, each once. */
function pathOf(block: readonly ReadRow[], column: number): ReadCell[] {
  const path: ReadCell[] = [];
  for (const [depth, { cells }] of block.entries()) {
    const isParted = depth < block.length - 1;
    const cell = cells.get(column) ?? (isParted ? upperOf(block.slice(0, depth + 1), column) : undefined);
    if (cell !== undefined && path.at(-1) !== cell) path.push(cell);
  }
  return path;
}

const wordsIn = (path: readonly ReadCell[]): string =>
  path.flatMap((cell) => (typeof cell === 'string' ? cell : [])).join(' · ');

const missingIn = ({ columns, ticks }: PlanHead): MissingColumn[] => {
  const missing: MissingColumn[] = [];
  if (!columns.target) missing.push('target');
  if (!columns.kind) missing.push('kind');
  if (!columns.window && !columns.from && ticks.size === 0) missing.push('window');
  return missing;
};

/** Ticks count as the one field that they are. */
const sizeOf = ({ columns, ticks }: PlanHead): number =>
  Object.keys(columns).length + (ticks.size > 1 ? 1 : 0) - (columns.number === undefined ? 0 : 1);

type Sized = { head: PlanHead; missing: MissingColumn[]; size: number };

/** Of two rows of headings, one above the other, the lower one is the finer; more rows of headings are only taken for more fields. */
const isBetter = (one: Sized, than: Sized): boolean =>
  one.missing.length < than.missing.length ||
  (one.missing.length === than.missing.length &&
    (one.size > than.size ||
      (one.size === than.size && one.head.from === than.head.from && isFiner(one, than))));

/** Under the same upper headings the finer block knows which time is meant. */
const isFiner = (one: Sized, than: Sized): boolean =>
  one.head.columns.window !== than.head.columns.window || one.head.ticks.size > than.head.ticks.size;
