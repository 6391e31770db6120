import { and, eq, isNull } from 'drizzle-orm';
import { planItem } from '../../../db/schema/index.ts';
import { cut } from '../../domain/cut.ts';
import { isSensitiveKind, type Kind } from '../../domain/kinds.ts';
import type { Doubt, RowFault } from '../../domain/plan-doubt.ts';
import type { BadRow, GoodRow } from '../../domain/plan-rows.ts';
import type { Side } from '../../domain/side.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import type { Planned } from './load-plan.ts';
import { type OpenTarget, planTargets } from './plan-targets.ts';
import { ALL, type Answer, keyOf as doubtKey, type PlanFile } from './read-plan-file.ts';
import type { NewItem } from './write-items.ts';

/** A line to be stored, and the row that says so. */
export type Fresh = Pick<GoodRow, 'row' | 'sheet' | 'written'> & { line: NewItem };

/** What can be stored of a file now: new lines with their rows, how many stand already or twice, the rows left out, and their reasons. */
export type Settled = {
  fresh: Fresh[];
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
  file: Pick<PlanFile, 'good' | 'bad' | 'asked'>,
): Promise<Settled> {
  const targets = await planTargets(work, actor, planned);
  const seen = await standing(work, actor, planned);
  const answers = new Map(file.asked.map((one) => [doubtKey(one), one.answer]));
  const settled: Settled = { fresh: [], doubles: 0, dropped: 0, bad: [...file.bad], targets };
  for (const row of file.good) {
    const answered = answeredRow(row, answers);
    const faults =
      'fault' in answered
        ? [answered.fault]
        : answered.targetIds.flatMap((id) => faultsOf(answered, targets.get(id)));
    if ('fault' in answered || faults.length > 0) settled.bad.push({ ...placeOf(row), faults });
    else for (const id of answered.targetIds) add(settled, seen, row, lineOf(row, answered, id));
  }
  settled.bad.sort((one, other) => (one.sheet ?? '').localeCompare(other.sheet ?? '') || one.row - other.row);
  return settled;
}

const placeOf = ({ row, sheet }: GoodRow): Pick<BadRow, 'row' | 'sheet'> => ({
  row,
  ...(sheet !== undefined && { sheet }),
});

/** A row without doubts. */
type Answered = { targetIds: number[]; kind: Kind; leadSide: Side; windowFrom: string; windowTo: string };

/** What each doubt of a row says when it is left unanswered. */
const LEFT_OUT: Readonly<Record<Doubt['what'], RowFault['why']>> = {
  target: 'target-unknown',
  targets: 'left-out',
  kind: 'kind-unknown',
  window: 'unclear',
  lead: 'lead-unknown',
};

function answeredRow(
  row: GoodRow,
  answers: ReadonlyMap<string, Answer | null | undefined>,
): Answered | { fault: RowFault } {
  const given: Partial<Record<Doubt['what'], Answer>> = {};
  let several: number[] = [];
  for (const doubt of row.doubts) {
    const answer = answers.get(doubtKey(doubt));
    if (answer == null) return { fault: { why: LEFT_OUT[doubt.what], part: cut(doubt.written, 40) } };
    given[doubt.what] = answer;
    if (doubt.what === 'targets' && answer === ALL) several = doubt.ids;
  }
  const [windowFrom, windowTo] = typeof given.window === 'string' ? given.window.split('/') : [];
  return {
    targetIds: several.length > 0 ? several : [row.targetId ?? Number(given.target)],
    kind: row.kind ?? (given.kind as Kind),
    leadSide: row.leadSide ?? (given.lead as Side),
    windowFrom: row.windowFrom ?? windowFrom!,
    windowTo: row.windowTo ?? windowTo!,
  };
}

function add(
  settled: Settled,
  seen: Set<string>,
  { row, sheet, written, dropped, subject }: GoodRow,
  line: NewItem,
): void {
  if (seen.has(keyOf(line))) {
    settled.doubles += 1;
    return;
  }
  seen.add(keyOf(line));
  settled.fresh.push({ row, ...(sheet !== undefined && { sheet }), written, line });
  if (dropped || line.subject !== subject) settled.dropped += 1;
}

/** Why a row with its target known is no line: the organisation does not stand through the window (R9), or is no choice any more. */
function faultsOf({ windowFrom, windowTo }: Answered, found: OpenTarget | undefined): RowFault[] {
  if (!found) return [{ why: 'target-unknown' }];
  if (found.toDay !== null && found.toDay < windowTo) return [{ why: 'target-ended', part: found.name }];
  if (found.fromDay !== null && found.fromDay > windowFrom)
    return [{ why: 'target-early', part: found.name }];
  return [];
}

const lineOf = (
  row: GoodRow,
  { kind, leadSide, windowFrom, windowTo }: Answered,
  targetId: number,
): NewItem => ({
  ...{ targetId, kind, leadSide, windowFrom, windowTo },
  subject: isSensitiveKind(kind) ? null : row.subject,
  mode: row.mode,
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
