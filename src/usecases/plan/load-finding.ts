import { and, asc, desc, eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import {
  inspection,
  inspectionVersion,
  planFinding,
  planItem,
  planSettlement,
  target,
} from '../../../db/schema/index.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import { yearWindow } from '../../domain/plan-policy.ts';
import { shutTargets } from '../view/visible.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
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
  /** What waits for the other side's word: one's own at once, the other side's once it has crossed (R4). */
  settlement: SettlementRow | undefined;
};

/** A finding in its plan, and the membership it is read from. */
export type Opened = Found & { planned: Planned; member: Member };

const one = alias(planItem, 'one');
const other = alias(planItem, 'other');
const oneTarget = alias(target, 'one_target');
const otherTarget = alias(target, 'other_target');
const heldTarget = alias(target, 'held_target');

/** Whether what a side has put forward can be read by the other. */
export const hasCrossed = (work: Work, { pair }: Pick<Planned, 'pair'>, given: SettlementRow): boolean =>
  given.at.plus({ seconds: pair.policy.recallSeconds }) <= work.now;

/** Nobody reads anything of an organisation that they belong to. */
const isOpenTo = (actor: Actor): SQL => {
  const shut = shutTargets(actor);
  return sql`coalesce(${planFinding.targetId}, ${one.targetId}) not in ${shut}
    and coalesce(${other.targetId}, ${inspectionVersion.targetId}, 0) not in ${shut}`;
};

/** Findings of a plan as one person may read them: open ones first, overlaps before gaps, by their windows. */
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
      finding: planFinding,
      one,
      other,
      oneName: oneTarget.name,
      otherName: otherTarget.name,
      version: inspectionVersion,
      code: inspection.code,
      heldName: heldTarget.name,
      isPlanned: sql<boolean>`exists (select from plan_item line where line.pair_id = ${planFinding.pairId}
        and line.inspection_id = ${inspectionVersion.inspectionId})`,
      targetName: target.name,
      settlement: planSettlement,
    })
    .from(planFinding)
    .leftJoin(one, and(eq(one.pairId, planFinding.pairId), eq(one.id, planFinding.itemId)))
    .leftJoin(other, and(eq(other.pairId, planFinding.pairId), eq(other.id, planFinding.otherId)))
    .leftJoin(oneTarget, and(eq(oneTarget.pairId, one.pairId), eq(oneTarget.id, one.targetId)))
    .leftJoin(otherTarget, and(eq(otherTarget.pairId, other.pairId), eq(otherTarget.id, other.targetId)))
    .leftJoin(
      inspectionVersion,
      and(eq(inspectionVersion.pairId, planFinding.pairId), eq(inspectionVersion.id, planFinding.versionId)),
    )
    .leftJoin(
      inspection,
      and(eq(inspection.pairId, planFinding.pairId), eq(inspection.id, inspectionVersion.inspectionId)),
    )
    .leftJoin(
      heldTarget,
      and(eq(heldTarget.pairId, planFinding.pairId), eq(heldTarget.id, inspectionVersion.targetId)),
    )
    .leftJoin(target, and(eq(target.pairId, planFinding.pairId), eq(target.id, planFinding.targetId)))
    .leftJoin(
      planSettlement,
      and(
        eq(planSettlement.pairId, planFinding.pairId),
        eq(planSettlement.findingId, planFinding.id),
        eq(planSettlement.state, 'open'),
      ),
    )
    .where(
      and(
        eq(planFinding.pairId, pairId),
        eq(planFinding.planId, id),
        isOpenTo(actor),
        given.where ?? sql`true`,
      ),
    )
    .orderBy(
      sql`${planFinding.state} <> 'open'`,
      desc(planFinding.kind),
      sql`${one.windowFrom} asc nulls last`,
      asc(planFinding.id),
    )
    .limit(given.limit ?? MOST)
    .offset(given.offset ?? 0);
  return rows.map((row): Found => {
    const { settlement } = row;
    const isShown = settlement && (settlement.side === member.side || hasCrossed(work, planned, settlement));
    const lines = [itemOf(row.one, row.oneName, member), itemOf(row.other, row.otherName, member)].filter(
      (item) => item !== undefined,
    );
    const isNamed = lines.every((line) => line.targetName !== null);
    return {
      finding: row.finding,
      lines,
      held: heldOf(row, isNamed),
      targetName: row.targetName,
      settlement: isShown ? settlement : undefined,
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
  const [found] = await visibleFindings(work, actor, planned, { where: eq(planFinding.id, findingId) });
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
