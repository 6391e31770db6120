import { fold } from './fold.ts';
import { foldOnce } from './fold-once.ts';
import type { Mode } from './inspection.ts';
import { isSensitiveKind, type Kind } from './kinds.ts';
import type { PlanField } from './plan-columns.ts';
import { readKind } from './plan-kind.ts';
import type { PlanRow } from './plan-secret.ts';
import type { TargetMatch } from './plan-target.ts';
import { PLAN_WINDOW_FAULTS, type PlanWindow, readPlanSpan, readPlanWindow } from './plan-window.ts';
import type { Side } from './side.ts';

/** What the words in a row are measured against. */
export type RowContext = {
  year: number;
  ownSide: Side;
  kinds: ReadonlyMap<Kind, readonly string[]>;
  sides: Readonly<Record<Side, readonly string[]>>;
  modes: ReadonlyMap<Mode, readonly string[]>;
  findTarget(written: string): TargetMatch;
};

/** Why a row is not taken. */
export const ROW_FAULTS = [
  'secret',
  'formula',
  'no-target',
  'target-unknown',
  'target-ended',
  'target-early',
  'no-kind',
  'kind-unknown',
  'no-window',
  'lead-unknown',
  'mode-unknown',
  'subject-long',
  ...PLAN_WINDOW_FAULTS,
] as const;

/** `part` is what was written, and never of a row refused as secret (C3). */
export type RowFault = { why: (typeof ROW_FAULTS)[number]; part?: string };

/** A row with all its faults. */
export type BadRow = { row: number; faults: RowFault[] };

/** A row that can become a line once its target is known: `ask` names the candidates, in the words of the row. */
export type GoodRow = {
  row: number;
  targetId: number | null;
  ask?: { written: string; ids: number[] };
  kind: Kind;
  subject: string | null;
  /** A sensitive kind bore words: they are dropped (C4). */
  dropped: boolean;
  leadSide: Side;
  mode: Mode;
  windowFrom: string;
  /** Excluded. */
  windowTo: string;
};

const LONGEST_SUBJECT = 1_000;
const LONGEST_PART = 40;

/** Reads the rows of a plan (R1), each a good one, or every reason why it is none. Never guesses. */
export function readPlanRows(rows: readonly PlanRow[], context: RowContext): (GoodRow | BadRow)[] {
  const readers = readersOf(context);
  return rows.map((row) =>
    row.isSecret ? { row: row.row, faults: [{ why: 'secret' }] } : readRow(row, readers),
  );
}

/** What people write in a column comes again and again: each text is understood once. */
type Readers = {
  target(written: string): TargetMatch;
  kind(written: string): Kind | undefined;
  window(from: string, to: string | undefined, isWhole: boolean): PlanWindow;
  lead(written: string): Side | undefined;
  mode(written: string): Mode | undefined;
  ownSide: Side;
};

function readersOf(context: RowContext): Readers {
  const whole = remembered((written) => readPlanWindow(written, context.year), { why: 'unclear' });
  return {
    target: remembered(context.findTarget, { kind: 'none' }),
    kind: remembered((written) => readKind(written, context.kinds), undefined),
    window: (from, to, isWhole) => (isWhole ? whole(from) : readPlanSpan(whole, from, to)),
    lead: remembered((written) => sideOf(written, context), undefined),
    mode: remembered((written) => modeOf(written, context), undefined),
    ownSide: context.ownSide,
  };
}

/** No name, kind or window is longer; what is longer is not read at all, so that no row costs more than a row may. */
const LONGEST_SAID = 300;

/** One sign may stand for a sentence: it counts as what it is read as. */
const isSaid = (written: string): boolean =>
  written.length <= LONGEST_SAID && written.normalize('NFKC').length <= LONGEST_SAID;

function remembered<T>(read: (written: string) => T, otherwise: T): (written: string) => T {
  const known = new Map<string, { value: T }>();
  return (written) => {
    const found = known.get(written) ?? { value: isSaid(written) ? read(written) : otherwise };
    known.set(written, found);
    return found.value;
  };
}

function readRow({ row, cells }: PlanRow, context: Readers): GoodRow | BadRow {
  const faults: RowFault[] = [];
  const say = (field: PlanField): string | undefined => {
    const cell = cells[field];
    if (cell === undefined || typeof cell === 'string') return cell;
    if ('day' in cell) return cell.day;
    faults.push({ why: 'formula' });
    return undefined;
  };
  const target = readTarget(say('target'), context, faults);
  const kind = readRowKind(say('kind'), context, faults);
  const window = readWindow(say('window'), say('from'), say('to'), context, faults);
  const leadSide = readLead(say('lead'), context, faults);
  const mode = readMode(say('mode'), context, faults);
  const subject = say('subject') ?? null;
  if (subject !== null && subject.length > LONGEST_SUBJECT) faults.push({ why: 'subject-long' });
  if (!target || !kind || !window || !leadSide || !mode || faults.length > 0)
    return { row, faults: tidy(faults) };
  const isSealed = isSensitiveKind(kind);
  return {
    row,
    ...target,
    kind,
    subject: isSealed ? null : subject,
    dropped: isSealed && subject !== null,
    leadSide,
    mode,
    windowFrom: window.from,
    windowTo: window.to,
  };
}

/** A cell that is a formula without a value is not also missing. */
const tidy = (faults: RowFault[]): RowFault[] => {
  const formula = faults.find(({ why }) => why === 'formula');
  return formula
    ? [formula, ...faults.filter(({ why }) => why !== 'formula' && !why.startsWith('no-'))]
    : faults;
};

const fault = (faults: RowFault[], why: RowFault['why'], part?: string): undefined => {
  const short = part === undefined ? [] : Array.from(part.slice(0, 2 * LONGEST_PART));
  const clipped = short.length > LONGEST_PART ? `${short.slice(0, LONGEST_PART).join('')}…` : short.join('');
  faults.push(part === undefined ? { why } : { why, part: clipped });
  return undefined;
};

function readTarget(
  written: string | undefined,
  { target }: Readers,
  faults: RowFault[],
): Pick<GoodRow, 'targetId' | 'ask'> | undefined {
  if (written === undefined) return fault(faults, 'no-target');
  const match = target(written);
  if (match.kind === 'one') return { targetId: match.id };
  if (match.kind === 'ask')
    return { targetId: null, ask: { written: written.slice(0, 200), ids: match.ids } };
  return fault(faults, match.kind === 'ended' ? 'target-ended' : 'target-unknown', written);
}

function readRowKind(written: string | undefined, { kind }: Readers, faults: RowFault[]): Kind | undefined {
  if (written === undefined) return fault(faults, 'no-kind');
  return kind(written) ?? fault(faults, 'kind-unknown', written);
}

function readWindow(
  whole: string | undefined,
  from: string | undefined,
  to: string | undefined,
  { window }: Readers,
  faults: RowFault[],
): { from: string; to: string } | undefined {
  const start = whole ?? from;
  if (start === undefined) return fault(faults, 'no-window');
  const read = window(start, to, whole !== undefined);
  return 'why' in read ? fault(faults, read.why, whole ?? [from, to].filter(Boolean).join(' – ')) : read;
}

/** Nobody named: one's own side leads. */
function readLead(
  written: string | undefined,
  { lead, ownSide }: Readers,
  faults: RowFault[],
): Side | undefined {
  return written === undefined ? ownSide : (lead(written) ?? fault(faults, 'lead-unknown', written));
}

function readMode(written: string | undefined, { mode }: Readers, faults: RowFault[]): Mode | undefined {
  return written === undefined ? 'coordinate' : (mode(written) ?? fault(faults, 'mode-unknown', written));
}

function sideOf(written: string, { sides }: RowContext): Side | undefined {
  const wanted = fold(written);
  const found = (['a', 'b'] as const).filter((side) => foldOnce(sides[side]).includes(wanted));
  return found.length === 1 ? found[0] : undefined;
}

function modeOf(written: string, { modes }: RowContext): Mode | undefined {
  const wanted = fold(written);
  const all = [...modes].map(([key, names]) => ({
    key,
    names: [fold(key.replaceAll('_', ' ')), ...foldOnce(names)],
  }));
  const exact = all.find(({ names }) => names.includes(wanted));
  const part = all.filter(({ names }) => names.some((name) => name.includes(wanted)));
  return exact?.key ?? (part.length === 1 ? part[0]!.key : undefined);
}
