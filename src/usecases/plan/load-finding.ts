import { and, asc, desc, eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import {
  inspection,
  type inspectionVersion,
  planFinding,
  planItem,
  planSettlement,
  target,
} from '../../../db/schema/index.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import { yearWindow } from '../../domain/plan-policy.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { finding, held, isKnown, isOpenTo, one, other, settlement } from './finding-sight.ts';
import { loadPlan, type Planned } from './load-plan.ts';
import { type Item, isNamed } from './visible-items.ts';

export type Finding = typeof planFinding.$inferSelect;
export type SettlementRow = typeof planSettlement.$inferSelect;

/**
 * What was agreed of an inspection, beside a line that clashes with it. `isNamed`: whether its reader may know which one it is; an
 * organisation that the line does not name them is not named by it (C4).
 */
export type Held = Pick<
  typeof inspectionVersion.$inferSelect,
  'kind' | 'targetId' | 'subject' | 'leadSide' | 'mode' | 'windowFrom' | 'windowTo'
> & {
  inspectionId: number;
  code: string | null;
  targetName: string | null;
  isNamed: boolean;
  /** Whether it is a line of some year's plan already, and can be no other. */
  isPlanned: boolean;
};

/** What one person may read of a finding: its lines, the inspection or the organisation of a gap, and what is proposed for it. */
export type Found = {
  finding: Finding;
  /** Of an overlap, the lower id first, one where the other is an inspection; of a gap none. */
  lines: Item[];
  held: Held | undefined;
  /** Of a gap. */
  targetName: string | null;
  /** What waits: one's own at once, the other side's once it has crossed and asks (R4). */
  settlement: SettlementRow | undefined;
};

/** A finding in its plan, and the membership it is read from. */
export type Opened = Found & { planned: Planned; member: Member };

const oneTarget = alias(target, 'one_target');
const otherTarget = alias(target, 'other_target');
const heldTarget = alias(target, 'held_target');

/** Findings of a plan as one person may read them: open ones first, overlaps before gaps, by their windows; `where` speaks of `finding`. */
export async function visibleFindings(
  work: Work,
  actor: Actor,
  planned: Planned,
  given: { where?: SQL; limit?: number; offset?: number } = {},
): Promise<Found[]> {
  const member = memberIn(actor, planned.plan.pairId);
  if (!member) return [];
  const { pairId, id } = planned.plan;
  const rows = await work.tx
    .select({
      ...{ finding, one, other, settlement },
      oneName: oneTarget.name,
      otherName: otherTarget.name,
      version: held,
      code: inspection.code,
      heldName: heldTarget.name,
      isPlanned: sql<boolean>`exists (select from plan_item line where line.pair_id = ${finding.pairId}
        and line.inspection_id = ${held.inspectionId})`,
      targetName: target.name,
      isKnown: isKnown(work, member.side),
    })
    .from(finding)
    .leftJoin(one, and(eq(one.pairId, finding.pairId), eq(one.id, finding.itemId)))
    .leftJoin(other, and(eq(other.pairId, finding.pairId), eq(other.id, finding.otherId)))
    .leftJoin(oneTarget, and(eq(oneTarget.pairId, one.pairId), eq(oneTarget.id, one.targetId)))
    .leftJoin(otherTarget, and(eq(otherTarget.pairId, other.pairId), eq(otherTarget.id, other.targetId)))
    .leftJoin(held, and(eq(held.pairId, finding.pairId), eq(held.id, finding.versionId)))
    .leftJoin(inspection, and(eq(inspection.pairId, finding.pairId), eq(inspection.id, held.inspectionId)))
    .leftJoin(heldTarget, and(eq(heldTarget.pairId, finding.pairId), eq(heldTarget.id, held.targetId)))
    .leftJoin(target, and(eq(target.pairId, finding.pairId), eq(target.id, finding.targetId)))
    .leftJoin(
      settlement,
      and(
        eq(settlement.pairId, finding.pairId),
        eq(settlement.findingId, finding.id),
        eq(settlement.state, 'open'),
      ),
    )
    .where(and(eq(finding.pairId, pairId), eq(finding.planId, id), isOpenTo(actor), given.where))
    .orderBy(
      sql`${finding.state} <> 'open'`,
      desc(finding.kind),
      sql`${one.windowFrom} asc nulls last`,
      asc(finding.id),
    )
    .limit(given.limit ?? MOST)
    .offset(given.offset ?? 0);
  return rows.map((row): Found => {
    const lines = [itemOf(row.one, row.oneName, member), itemOf(row.other, row.otherName, member)].filter(
      (item) => item !== undefined,
    );
    const isNamed = lines.every((line) => line.targetName !== null);
    return {
      finding: row.finding,
      lines,
      held: heldOf(row, isNamed),
      targetName: row.targetName,
      settlement: row.isKnown ? (row.settlement ?? undefined) : undefined,
    };
  });
}

/** More organisations than a pair has. */
const MOST = 10_000;

/** The target of a sensitive kind is named to its own side's đầu mối and leaders only (C4). */
function itemOf(
  row: typeof planItem.$inferSelect | null,
  name: string | null,
  member: Member,
): Item | undefined {
  return row === null ? undefined : { ...row, targetName: isNamed(row, member) ? name : null };
}

type HeldRow = Pick<Held, 'code' | 'isPlanned'> & {
  version: typeof inspectionVersion.$inferSelect | null;
  heldName: string | null;
};

function heldOf({ version, code, isPlanned, heldName }: HeldRow, isNamed: boolean): Held | undefined {
  if (version === null) return undefined;
  return {
    ...version,
    code,
    isPlanned,
    isNamed,
    targetName: isSensitiveKind(version.kind) ? null : heldName,
  };
}

/** One finding with its plan; `lock` takes the plan's row first. Undefined: not there, or not theirs to see. */
export async function openFinding(
  work: Work,
  actor: Actor,
  findingId: number,
  options: { lock?: boolean } = {},
): Promise<Opened | undefined> {
  const [row] = await work.tx
    .select({ planId: planFinding.planId, pairId: planFinding.pairId })
    .from(planFinding)
    .where(eq(planFinding.id, findingId));
  const member = row && memberIn(actor, row.pairId);
  const planned = row && member && (await loadPlan(work, row.planId, options));
  if (!planned || !member) return undefined;
  const [found] = await visibleFindings(work, actor, planned, { where: eq(finding.id, findingId) });
  return found && { ...found, planned, member };
}

/** The finding that a settlement speaks of; undefined: not there, or not theirs to see. */
export async function findingOfSettlement(work: Work, settlementId: number): Promise<number | undefined> {
  const [row] = await work.tx
    .select({ findingId: planSettlement.findingId })
    .from(planSettlement)
    .where(eq(planSettlement.id, settlementId));
  return row?.findingId;
}

/** Whether the two lines are of the two sides and stand, so that one joint inspection could do for both. */
export const couldJoin = ({ lines }: Pick<Found, 'lines'>): boolean => {
  const [first, second] = lines;
  return !!first && !!second && first.side !== null && second.side !== null && first.side !== second.side;
};

type Answer = Pick<Held, 'targetId' | 'leadSide' | 'mode' | 'windowFrom' | 'windowTo'>;

/** The inspection that a line would repeat: agreed besides, or of a line that was found to be one; only within the plan's year. */
export function answering({ lines, held, planned }: Opened): Answer | undefined {
  const [from, to] = yearWindow(planned.plan.year);
  const made = lines.filter((line) => line.inspectionId !== null);
  if (held?.isPlanned) return undefined;
  const answer = held ?? (made.length === 1 ? made[0] : undefined);
  return answer && answer.windowFrom >= from && answer.windowTo <= to ? answer : undefined;
}

/** The lines of a plan that stand. */
export const liveItems = (work: Work, planId: number) =>
  work.tx
    .select(getTableColumns(planItem))
    .from(planItem)
    .where(and(eq(planItem.planId, planId), isNull(planItem.ended)))
    .orderBy(asc(planItem.id));
