import { and, asc, between, eq, or } from 'drizzle-orm';
import { planFinding, yearPlan } from '../../../db/schema/index.ts';
import { addDays } from '../../domain/calendar-day.ts';
import { findOverlaps, type Overlap, SHORT_GAP_DAYS } from '../../domain/overlap.ts';
import { mayDo } from '../../domain/permission.ts';
import { familyIn } from '../inspection/list-overlaps.ts';
import type { Content } from '../inspection/write-version.ts';
import type { Actor, Member, Work } from '../work.ts';
import { hasExchanged, loadPlan, type Planned } from './load-plan.ts';
import { type Item, visibleItems } from './visible-items.ts';

/** A line of a year's plan that an inspection would clash with. `isSame`: of one's own, agreed, of that organisation and kind: it may be the very one. */
export type PlanClash = Pick<Overlap, 'reasons'> & { line: Item; planned: Planned; isSame: boolean };

type Intended = Pick<Content, 'targetId' | 'kind' | 'windowFrom' | 'windowTo'> & { planItemId?: number };

/**
 * Lines that an inspection would clash with (R2) of which none was made yet: what both sides may read, so nothing before its side
 * has exchanged it (R4), and no line that bears no name for the reader, which the clash itself would name (C4).
 */
export async function planClashes(
  work: Work,
  actor: Actor,
  member: Member,
  asked: Intended,
): Promise<PlanClash[]> {
  const family = await familyIn(work, member.pairId, asked.targetId);
  const clashes: PlanClash[] = [];
  for (const planned of await plansNear(work, member, asked)) {
    const items = await visibleItems(work, actor, planned);
    const settled = await settledBeside(work, items, asked);
    const lines = items.filter((line) => !settled.has(line.id) && isComparable(work, planned, line));
    const others = lines.map((line) => ({ ...line, inspectionId: line.id, ownTeam: [] }));
    for (const { inspectionId: id, reasons } of findOverlaps(
      { ...asked, inspectionId: 0, ownTeam: [] },
      others,
      family,
    )) {
      const line = lines.find((one) => one.id === id)!;
      clashes.push({ reasons, line, planned, isSame: isSame(planned, member, asked, line) });
    }
  }
  return clashes;
}

/** The line that it is proposed from, and what both sides kept beside that line in these very days. */
async function settledBeside(work: Work, items: Item[], asked: Intended): Promise<Set<number>> {
  const from = items.find((line) => line.id === asked.planItemId);
  if (!from) return new Set();
  const isMoved = from.windowFrom !== asked.windowFrom || from.windowTo !== asked.windowTo;
  if (isMoved) return new Set([from.id]);
  const rows = await work.tx
    .select({ itemId: planFinding.itemId, otherId: planFinding.otherId })
    .from(planFinding)
    .where(
      and(
        eq(planFinding.planId, from.planId),
        eq(planFinding.state, 'settled'),
        or(eq(planFinding.itemId, from.id), eq(planFinding.otherId, from.id)),
      ),
    );
  return new Set([from.id, ...rows.flatMap(({ itemId, otherId }) => [itemId ?? 0, otherId ?? 0])]);
}

const isComparable = (work: Work, { sides }: Planned, { side, inspectionId, targetName }: Item): boolean =>
  inspectionId === null && targetName !== null && (side === null || hasExchanged(sides[side], work.now));

const isSame = ({ plan }: Planned, member: Member, { targetId, kind }: Intended, line: Item): boolean =>
  (plan.state === 'agreed' || plan.state === 'frozen') &&
  line.side === member.side &&
  line.targetId === targetId &&
  line.kind === kind &&
  mayDo(member, 'inspection.draft');

/** The plans of the years that a window touches or comes close to. */
async function plansNear(
  work: Work,
  { pairId }: Member,
  { windowFrom, windowTo }: Intended,
): Promise<Planned[]> {
  const yearOf = (day: string) => Number(day.slice(0, 4));
  const [first, last] = [addDays(windowFrom, -SHORT_GAP_DAYS), addDays(windowTo, SHORT_GAP_DAYS)];
  const rows = await work.tx
    .select({ id: yearPlan.id })
    .from(yearPlan)
    .where(and(eq(yearPlan.pairId, pairId), between(yearPlan.year, yearOf(first), yearOf(last))))
    .orderBy(asc(yearPlan.year));
  const plans: Planned[] = [];
  for (const { id } of rows) plans.push((await loadPlan(work, id))!);
  return plans;
}
