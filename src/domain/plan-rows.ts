import { addDays } from './calendar-day.ts';
import { clip } from './cut.ts';
import type { Mode } from './inspection.ts';
import { isSensitiveKind, type Kind } from './kinds.ts';
import type { Doubt, RowFault } from './plan-doubt.ts';
import { FAULT_PART } from './plan-doubt.ts';
import type { PlanField } from './plan-headings.ts';
import { type Readers, type RowContext, readersOf } from './plan-readers.ts';
import type { PlanRow } from './plan-secret.ts';
import type { Side } from './side.ts';

/** A row with all its faults. */
export type BadRow = { row: number; sheet?: string; faults: RowFault[] };

/** A row that can become a line once its doubts are answered: what is in doubt is null, and named by a doubt. `windowTo` excluded. */
export type GoodRow = {
  row: number;
  sheet?: string;
  /** The words of its cells, as they were written, cut to what a line shows. */
  written: string;
  doubts: Doubt[];
  targetId: number | null;
  kind: Kind | null;
  subject: string | null;
  /** A sensitive kind bore words: they are dropped (C4). */
  dropped: boolean;
  leadSide: Side | null;
  mode: Mode;
  windowFrom: string | null;
  windowTo: string | null;
};

const LONGEST_SUBJECT = 1_000;
const LONGEST_WRITTEN = 120;

/** Reads the rows of a plan (R1), each a good one, or every reason why it is none. Never guesses: what may mean two things is a doubt. */
export function readPlanRows(
  rows: readonly (PlanRow & { sheet?: string })[],
  context: RowContext,
): (GoodRow | BadRow)[] {
  const readers = readersOf(context);
  return rows.map((row) => {
    const place = { row: row.row, ...(row.sheet !== undefined && { sheet: row.sheet }) };
    if (row.isSecret) return { ...place, faults: [{ why: 'secret' }] };
    if (row.isHidden) return { ...place, faults: [{ why: 'hidden' }] };
    return { ...place, ...readRow(row, readers) };
  });
}

/** Collects what a row lacks and what is in doubt. */
class Found {
  readonly faults: RowFault[] = [];
  readonly doubts: Doubt[] = [];

  fault(why: RowFault['why'], part?: string): null {
    this.faults.push(part === undefined ? { why } : { why, part: clip(part, FAULT_PART) });
    return null;
  }

  doubt(doubt: Doubt): null {
    this.doubts.push({ ...doubt, written: clip(doubt.written, LONGEST_WRITTEN) });
    return null;
  }
}

function readRow(row: PlanRow, readers: Readers): Omit<GoodRow, 'row'> | Omit<BadRow, 'row'> {
  const found = new Found();
  const say = (field: PlanField): string | undefined => {
    const cell = row.cells[field];
    if (cell === undefined || typeof cell === 'string') return cell;
    if ('day' in cell) return cell.day;
    found.fault('formula');
    return undefined;
  };
  const subject = say('subject') ?? null;
  const targetId = readTarget(say('target'), readers, found);
  const kind = readRowKind(say('kind'), row.sections, subject, readers, found);
  const window = readWindow(row, say, readers, found);
  const leadSide = readLead(say('lead'), readers, found);
  const mode = readMode(say('mode'), readers, found);
  if (subject !== null && subject.length > LONGEST_SUBJECT) found.fault('subject-long');
  if (found.faults.length > 0) return { faults: tidy(found.faults) };
  const isSealed = kind !== null && isSensitiveKind(kind);
  return {
    ...{ written: writtenIn(row), doubts: found.doubts, targetId, kind, leadSide, mode: mode! },
    subject: isSealed ? null : subject,
    dropped: isSealed && subject !== null,
    windowFrom: window?.from ?? null,
    windowTo: window?.to ?? null,
  };
}

/** A cell that is a formula without a value is not also missing. */
const tidy = (faults: RowFault[]): RowFault[] => {
  const formula = faults.find(({ why }) => why === 'formula');
  return formula
    ? [formula, ...faults.filter(({ why }) => why !== 'formula' && !why.startsWith('no-'))]
    : faults;
};

const WRITTEN = ['target', 'kind', 'window', 'from', 'to', 'lead'] as const;

const writtenIn = ({ cells }: PlanRow): string =>
  clip(
    WRITTEN.flatMap((field) => {
      const cell = cells[field];
      if (cell === undefined || (typeof cell === 'object' && 'bad' in cell)) return [];
      return typeof cell === 'string' ? cell : dayWords(cell.day);
    }).join(' · '),
    LONGEST_WRITTEN,
  );

const dayWords = (day: string): string => day.split('-').reverse().join('/');

function readTarget(written: string | undefined, readers: Readers, found: Found): number | null {
  if (written === undefined) return found.fault('no-target');
  const match = readers.target(written);
  if (match.kind === 'one') return match.id;
  if (match.kind === 'ask') return found.doubt({ what: 'target', written, ids: match.ids });
  if (match.kind === 'several') return found.doubt({ what: 'targets', written, ids: match.ids });
  return found.fault(match.kind === 'ended' ? 'target-ended' : 'target-unknown', written);
}

/** What its column says; else what the section rows above say, the nearest first, or the words of a line below a mere "giám sát". */
function readRowKind(
  written: string | undefined,
  sections: readonly string[],
  subject: string | null,
  readers: Readers,
  found: Found,
): Kind | null {
  const said = written === undefined ? sections.toReversed() : [written];
  const reads = said.flatMap((words) => {
    const read = readers.kind(words);
    return read ? [{ words, read }] : [];
  });
  for (const { read } of reads) if ('kind' in read) return read.kind;
  const [open] = reads;
  if (!open) return written === undefined ? found.fault('no-kind') : found.fault('kind-unknown', written);
  const ids = 'among' in open.read ? [...open.read.among] : [];
  const inSubject = subject === null ? undefined : readers.leadingKind(subject);
  if (inSubject && ids.includes(inSubject)) return inSubject;
  return found.doubt({ what: 'kind', written: open.words, ids });
}

type Window = { from: string; to: string };

function readWindow(
  { cells, sections }: PlanRow,
  say: (field: PlanField) => string | undefined,
  readers: Readers,
  found: Found,
): Window | null {
  const [whole, from, to] = [say('window'), say('from'), say('to')];
  const short = readShort(cells.window, readers);
  if (short) return found.doubt(short);
  const start = whole ?? from;
  if (start === undefined) {
    const above = sections.toReversed().map((words) => readers.window(words, undefined, true));
    const known = above.find((read): read is Window => 'from' in read);
    return known ?? found.fault('no-window');
  }
  const written = whole ?? [from, to].filter(Boolean).join(' – ');
  const read = readers.window(start, to, whole !== undefined);
  if ('from' in read) return read;
  if (read.choices?.length)
    return found.doubt({ what: 'window', written, ids: read.choices.map((one) => `${one.from}/${one.to}`) });
  return found.fault(read.why, written);
}

/** Excel makes 4 May of a typed "4-5", in whatever year that was: the day, or the months. */
function readShort(cell: PlanRow['cells']['window'], { year }: Readers): Doubt | undefined {
  if (typeof cell !== 'object' || !('day' in cell) || !cell.isShort) return undefined;
  const [, month, day] = cell.day.split('-').map(Number) as [number, number, number];
  const from = `${year}-${two(month)}-${two(day)}`;
  const ids = [`${from}/${addDays(from, 1)}`];
  if (day < month)
    ids.push(`${year}-${two(day)}-01/${month === 12 ? `${year + 1}-01` : `${year}-${two(month + 1)}`}-01`);
  return { what: 'window', written: `${day}-${month}`, ids };
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Nobody named: one's own side leads. */
function readLead(written: string | undefined, readers: Readers, found: Found): Side | null {
  if (written === undefined) return readers.ownSide;
  const read = readers.lead(written);
  if (read === undefined) return found.fault('lead-unknown', written);
  return read === 'either' ? found.doubt({ what: 'lead', written, ids: ['a', 'b'] }) : read;
}

function readMode(written: string | undefined, { mode }: Readers, found: Found): Mode | null {
  return written === undefined ? 'coordinate' : (mode(written) ?? found.fault('mode-unknown', written));
}
