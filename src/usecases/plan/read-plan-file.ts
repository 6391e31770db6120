import type { Text } from '../../domain/message.ts';
import { MOST_PLAN_LINES } from '../../domain/plan-file.ts';
import { type BadRow, type GoodRow, readPlanRows } from '../../domain/plan-rows.ts';
import { targetFinder } from '../../domain/plan-target.ts';
import type { PlanRead } from '../../sheets/read-plan.ts';
import { text } from '../said.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import type { Planned } from './load-plan.ts';
import { planTargets } from './plan-targets.ts';
import { kindNames, modeNames } from './plan-words.ts';

/** What a file said: rows that can become lines, rows that cannot, and which words are in question. */
export type PlanFile = { good: GoodRow[]; bad: BadRow[]; asked: NameQuestion[] };

/** Words that may mean several organisations; `answer` null: these rows are left out. */
export type NameQuestion = { written: string; ids: number[]; answer?: number | null };

/**
 * Makes rows of what a plan's file said, against what stands now; stores nothing. Refused as a whole: no such file, no headings, too many
 * rows, or a secrecy mark above the headings (`isSecret`, C1).
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
  return sorted(readPlanRows(read.rows, context));
}

function sorted(rows: (GoodRow | BadRow)[]): PlanFile {
  const good = rows.filter((row): row is GoodRow => !('faults' in row));
  const asked = new Map<string, NameQuestion>();
  for (const { ask } of good) if (ask && !asked.has(ask.written)) asked.set(ask.written, ask);
  return { good, bad: rows.filter((row): row is BadRow => 'faults' in row), asked: [...asked.values()] };
}

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
