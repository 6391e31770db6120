import type { Text } from '../../domain/message.ts';
import type { Doubt } from '../../domain/plan-doubt.ts';
import { MOST_PLAN_LINES } from '../../domain/plan-file.ts';
import { type BadRow, type GoodRow, readPlanRows } from '../../domain/plan-rows.ts';
import type { SheetRead } from '../../domain/plan-table.ts';
import { targetFinder } from '../../domain/plan-target.ts';
import { LOCALES, say } from '../../locales/index.ts';
import type { PlanRead } from '../../sheets/read-plan.ts';
import { text } from '../said.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import type { Planned } from './load-plan.ts';
import { planTargets } from './plan-targets.ts';
import { kindNames, modeNames } from './plan-words.ts';

/** What a file said: rows that can become lines, rows that cannot, what is in question, and what became of its sheets. */
export type PlanFile = {
  good: GoodRow[];
  bad: BadRow[];
  asked: Asked[];
  sheets: SheetRead[];
  font?: 'TCVN3' | 'VNI';
};

/** A doubt with its answer: one of its ids, or all of them where one cell names several organisations; null: these rows are left out. */
export type Asked = Doubt & { answer?: Answer | null };
export type Answer = number | string;

/** The answer to a cell that names several organisations: a line each. */
export const ALL = 'all';

/** Sheets of our own export that are not the person's plan: the other side's lines, joint ones, lists, what was lived. */
const NOT_OWN = ['plan-sheet-other', 'plan-sheet-joint', 'plan-sheet-lists', 'plan-lived-sheet'] as const;
/** What the first was called in files that were exported before. */
const FORMER = ['Bên kia', 'Other side'];
const isForeign = (name: string): boolean =>
  FORMER.includes(name) || NOT_OWN.some((key) => LOCALES.some((locale) => say(locale, key) === name));

/**
 * Makes rows of what a plan's file said, against what stands now; stores nothing. Refused as a whole: no such file, no headings, too many
 * rows, or a secrecy mark outside of its lines (`isSecret`, C1).
 */
export async function readPlanFile(
  work: Work,
  actor: Actor,
  planned: Planned,
  read: PlanRead,
): Promise<PlanFile | { error: Text; isSecret?: boolean }> {
  if ('fault' in read) return refusal(read);
  const targets = await planTargets(work, actor, planned);
  const { a, b } = planned.committees;
  const context = {
    year: planned.plan.year,
    ownSide: memberIn(actor, planned.plan.pairId)!.side,
    kinds: kindNames(),
    sides: { a: [a.name, a.shortName], b: [b.name, b.shortName] },
    modes: modeNames(),
    findTarget: targetFinder([...targets.values()]),
  };
  const hasSheets = read.sheets.filter(({ lines }) => lines !== null).length > 1;
  const rows = read.rows
    .filter(({ sheet }) => !isForeign(sheet))
    .map(({ sheet, ...row }) => (hasSheets ? { ...row, sheet } : row));
  const sheets = read.sheets.map((one) => (isForeign(one.name) ? { ...one, lines: null } : one));
  return { ...sorted(readPlanRows(rows, context)), sheets, ...(read.font && { font: read.font }) };
}

function sorted(rows: (GoodRow | BadRow)[]): Pick<PlanFile, 'good' | 'bad' | 'asked'> {
  const good = rows.filter((row): row is GoodRow => !('faults' in row));
  const asked = new Map<string, Asked>();
  for (const doubt of good.flatMap(({ doubts }) => doubts))
    if (!asked.has(keyOf(doubt))) asked.set(keyOf(doubt), doubt);
  return { good, bad: rows.filter((row): row is BadRow => 'faults' in row), asked: [...asked.values()] };
}

/** What is asked once for all rows that say the same. */
export const keyOf = ({ what, written }: Pick<Doubt, 'what' | 'written'>): string => `${what} ${written}`;

function refusal(read: Extract<PlanRead, { fault: string }>): { error: Text; isSecret?: boolean } {
  if (read.fault === 'secret') return { error: text('secret-refused'), isSecret: true };
  if (read.fault === 'no-columns')
    return {
      error: text('plan-file-no-columns', {
        missing: listed(read.missing.map((one) => text(`plan-column-${one}`))),
      }),
    };
  const key = `plan-file-fault-${read.fault}` as const;
  return { error: 'count' in read ? text(key, { count: read.count, max: MOST_PLAN_LINES }) : text(key) };
}

/** "a, b, c" of texts. */
export const listed = (texts: Text[]): Text => texts.reduce((a, b) => text('plan-file-list', { a, b }));
