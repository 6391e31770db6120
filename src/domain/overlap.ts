import { addDays, dayNumber } from './calendar-day.ts';
import { countsForOverlap, type Kind } from './kinds.ts';

/** What is compared: `targetId` with its family (parents, children, successors), days half-open, one's own people on the team. */
export type Planned = {
  inspectionId: number;
  targetId: number;
  kind: Kind;
  windowFrom: string;
  windowTo: string;
  /** One's own people only: the other side's are nobody's business (R2). */
  ownTeam: number[];
};

export type OverlapReason = 'window' | 'same_kind_year' | 'short_gap' | 'own_people';

export type Overlap = { inspectionId: number; reasons: OverlapReason[] };

/** Days between two inspections of one organisation below which the software points at them. */
export const SHORT_GAP_DAYS = 30;

/**
 * Overlaps of a plan with others, explained (R2): same target (or parent, child, successor) in overlapping windows, the same
 * kind in one year, too short a gap; one of one's own people in two places, whatever the target. Kinds that stay out are
 * compared by people only. The software points; people settle.
 */
export function findOverlaps(
  plan: Planned,
  others: readonly Planned[],
  family: ReadonlySet<number>,
): Overlap[] {
  return others
    .filter((other) => other.inspectionId !== plan.inspectionId)
    .map((other) => ({ inspectionId: other.inspectionId, reasons: reasonsOf(plan, other, family) }))
    .filter((overlap) => overlap.reasons.length > 0);
}

function reasonsOf(plan: Planned, other: Planned, family: ReadonlySet<number>): OverlapReason[] {
  const isSame = family.has(other.targetId) && countsForOverlap(plan.kind) && countsForOverlap(other.kind);
  const reasons: OverlapReason[] = isSame ? sameOrganisationReasons(spanOf(plan), spanOf(other)) : [];
  const isAtOnce = plan.windowFrom < other.windowTo && other.windowFrom < plan.windowTo;
  if (isAtOnce && plan.ownTeam.some((person) => other.ownTeam.includes(person))) reasons.push('own_people');
  return reasons;
}

/** A window of one kind as numbers of days, half-open; `year` is that in which it begins. */
export type Span = { kind: Kind; year: number; from: number; to: number };

export const spanOf = ({
  kind,
  windowFrom,
  windowTo,
}: Pick<Planned, 'kind' | 'windowFrom' | 'windowTo'>): Span => ({
  ...{ kind, year: Number(windowFrom.slice(0, 4)) },
  ...{ from: dayNumber(windowFrom), to: dayNumber(windowTo) },
});

/** The first day on which another inspection may begin after a window that ends at `windowTo` (excluded). */
export const gapEndOf = (windowTo: string): string => addDays(windowTo, SHORT_GAP_DAYS);

/** Why two inspections of one organisation, or of its family, clash (R2); none when far apart and of different kind or year. */
export function sameOrganisationReasons(one: Span, other: Span): SameReason[] {
  const isAtOnce = one.from < other.to && other.from < one.to;
  const gapDays = one.from <= other.from ? other.from - one.to : one.from - other.to;
  const isKind = one.kind === other.kind && one.year === other.year;
  // Whole literals: a list that grows takes ten times the memory, and a dense plan has a hundred thousand of them.
  if (isAtOnce) return isKind ? ['window', 'same_kind_year'] : ['window'];
  if (gapDays >= SHORT_GAP_DAYS) return isKind ? ['same_kind_year'] : [];
  return isKind ? ['same_kind_year', 'short_gap'] : ['short_gap'];
}

type SameReason = Exclude<OverlapReason, 'own_people'>;

export type Kin = { id: number; parentId: number | null; successorId: number | null };

/** A target with its parents, children and successors, both ways: what counts as the same organisation for R2. */
export function familyOf(targetId: number, all: readonly Kin[]): Set<number> {
  const same = closure(new Set([targetId]), all, (one) => one.successorId, true);
  const up = closure(new Set(same), all, (one) => one.parentId, false);
  const down = closure(new Set(same), all, (one) => one.parentId, 'down');
  return new Set([...up, ...down]);
}

/** Follows a link from known members outwards (false), into them ('down'), or both ways (true). */
function closure(
  known: Set<number>,
  all: readonly Kin[],
  link: (one: Kin) => number | null,
  ways: boolean | 'down',
): Set<number> {
  for (let grown = true; grown; ) {
    const before = known.size;
    for (const one of all) {
      const to = link(one);
      if (to === null) continue;
      if (ways !== 'down' && known.has(one.id)) known.add(to);
      if (ways !== false && known.has(to)) known.add(one.id);
    }
    grown = known.size > before;
  }
  return known;
}

/** Why both of two that overlap are kept (R2). */
export const OVERLAP_KEEPS = ['different_scope', 'ordered_above', 'agreed_orally', 'other'] as const;
export type OverlapKeep = (typeof OVERLAP_KEEPS)[number];
