import type { Text } from '../../domain/message.ts';
import { findPlanTable } from '../../domain/plan-columns.ts';
import { type BadRow, type GoodRow, readPlanRows } from '../../domain/plan-rows.ts';
import { targetFinder } from '../../domain/plan-target.ts';
import { findSecret } from '../../domain/secrecy.ts';
import { text } from '../said.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import type { Planned } from './load-plan.ts';
import { planTargets } from './plan-targets.ts';
import { kindNames, modeNames } from './plan-words.ts';

/** What a file said: rows that can become lines, rows that cannot, and which words are in question. */
export type PlanFile = { good: GoodRow[]; bad: BadRow[]; asked: Asked[] };

/** Words that may mean several organisations; `answer` null: these rows are left out. */
export type Asked = { written: string; ids: number[]; answer?: number | null };

/** Lines of one file; a side's plan has a few dozen. */
const MOST_LINES = 2_000;

/**
 * Reads a plan's lines out of the bytes of a file; stores nothing. Refused as a whole: no such file, no headings, too many rows, or a
 * secrecy mark above the headings (`isSecret`, C1).
 */
export async function readPlanFile(
  work: Work,
  actor: Actor,
  planned: Planned,
  bytes: Uint8Array,
): Promise<PlanFile | { error: Text; isSecret?: boolean }> {
  // What reads workbooks takes tens of megabytes that most processes never need.
  const { readTable } = await import('../../sheets/read-table.ts');
  const read = await readTable(bytes);
  if ('fault' in read) return { error: faultText(read) };
  const table = findPlanTable(read.sheets);
  if ('missing' in table)
    return {
      error: text('plan-file-no-columns', {
        missing: listed(table.missing.map((one) => text(`plan-column-${one}`))),
      }),
    };
  if (findSecret(table.above).kind === 'refused') return { error: text('secret-refused'), isSecret: true };
  if (table.rows.length === 0) return { error: text('plan-file-fault-empty') };
  if (table.rows.length > MOST_LINES)
    return { error: text('plan-file-fault-rows', { count: table.rows.length, max: MOST_LINES }) };
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
  return sorted(readPlanRows(table.rows, context));
}

function sorted(rows: (GoodRow | BadRow)[]): PlanFile {
  const good = rows.filter((row): row is GoodRow => !('faults' in row));
  const asked = new Map<string, Asked>();
  for (const { ask } of good) if (ask && !asked.has(ask.written)) asked.set(ask.written, ask);
  return { good, bad: rows.filter((row): row is BadRow => 'faults' in row), asked: [...asked.values()] };
}

function faultText(read: { fault: string; count?: number }): Text {
  const key = `plan-file-fault-${read.fault}` as Parameters<typeof text>[0];
  return read.count === undefined ? text(key) : text(key, { count: read.count, max: MOST_LINES });
}

/** "a, b, c" of texts. */
export const listed = (texts: Text[]): Text => texts.reduce((a, b) => text('plan-file-list', { a, b }));
