import { and, eq, isNull } from 'drizzle-orm';
import { planItem } from '../../../db/schema/index.ts';
import type { BadRow, GoodRow, RowFault } from '../../domain/plan-rows.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import type { Planned } from './load-plan.ts';
import { type OpenTarget, planTargets } from './plan-targets.ts';
import type { PlanFile } from './read-plan-file.ts';
import type { NewItem } from './write-items.ts';

/** What can be stored of a file now: new lines with their rows, how many stand already or twice, the rows left out, and their reasons. */
export type Settled = {
  fresh: { row: number; line: NewItem }[];
  doubles: number;
  /** Sensitive kinds whose words were dropped (C4). */
  dropped: number;
  bad: BadRow[];
  targets: Map<number, OpenTarget>;
};

/** Puts the answers into the rows and measures them against what stands. Unanswered rows are left out. */
export async function settlePlanFile(
  work: Work,
  actor: Actor,
  planned: Planned,
  file: PlanFile,
): Promise<Settled> {
  const targets = await planTargets(work, actor, planned);
  const seen = await standing(work, actor, planned);
  const answers = new Map(file.asked.map(({ written, answer }) => [written, answer]));
  const settled: Settled = { fresh: [], doubles: 0, dropped: 0, bad: [...file.bad], targets };
  for (const row of file.good) {
    const targetId = row.targetId ?? answers.get(row.ask?.written ?? '');
    const faults = faultsOf(row, targetId == null ? undefined : targets.get(targetId));
    if (faults) settled.bad.push({ row: row.row, faults });
    else add(settled, seen, row, lineOf(row, targetId!));
  }
  settled.bad.sort((one, other) => one.row - other.row);
  return settled;
}

function add(settled: Settled, seen: Set<string>, { row, dropped }: GoodRow, line: NewItem): void {
  if (seen.has(keyOf(line))) {
    settled.doubles += 1;
    return;
  }
  seen.add(keyOf(line));
  settled.fresh.push({ row, line });
  if (dropped) settled.dropped += 1;
}

/** Why a row with its target known is no line: left out by its reader, or the organisation does not stand through the window (R9). */
function faultsOf(
  { ask, windowFrom, windowTo }: GoodRow,
  found: OpenTarget | undefined,
): RowFault[] | undefined {
  if (!found) return [{ why: 'target-unknown', ...(ask ? { part: ask.written.slice(0, 40) } : {}) }];
  if (found.toDay !== null && found.toDay < windowTo) return [{ why: 'target-ended', part: found.name }];
  if (found.fromDay !== null && found.fromDay > windowFrom)
    return [{ why: 'target-early', part: found.name }];
  return undefined;
}

const lineOf = (row: GoodRow, targetId: number): NewItem => ({
  targetId,
  kind: row.kind,
  subject: row.subject,
  leadSide: row.leadSide,
  mode: row.mode,
  windowFrom: row.windowFrom,
  windowTo: row.windowTo,
  source: 'file',
});

type Key = Pick<NewItem, 'targetId' | 'kind' | 'windowFrom' | 'windowTo'>;
const keyOf = (line: Key): string => [line.targetId, line.kind, line.windowFrom, line.windowTo].join(' ');

async function standing(work: Work, actor: Actor, { plan }: Planned): Promise<Set<string>> {
  const side = memberIn(actor, plan.pairId)!.side;
  const rows = await work.tx
    .select({
      targetId: planItem.targetId,
      kind: planItem.kind,
      windowFrom: planItem.windowFrom,
      windowTo: planItem.windowTo,
    })
    .from(planItem)
    .where(and(eq(planItem.planId, plan.id), eq(planItem.side, side), isNull(planItem.ended)));
  return new Set(rows.map(keyOf));
}
