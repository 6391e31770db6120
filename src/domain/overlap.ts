import { addDays } from './calendar-day.ts';
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
  const isAtOnce = areAtOnce(plan, other);
  if (isAtOnce && plan.ownTeam.some((person) => other.ownTeam.includes(person))) reasons.push('own_people');
  return reasons;
}

const spanOf = ({ kind, windowFrom, windowTo }: Planned): Span => ({
  ...{ kind, windowFrom, windowTo },
  gapEnds: gapEndOf(windowTo),
});

/** A window of one kind; `gapEnds`: the first day that is far enough after it. */
export type Span = { kind: Kind; windowFrom: string; windowTo: string; gapEnds: string };

/** The first day on which another inspection may begin after a window that ends at `windowTo` (excluded). */
export const gapEndOf = (windowTo: string): string => addDays(windowTo, SHORT_GAP_DAYS);

/** Why two inspections of one organisation, or of its family, clash (R2); none when far apart and of different kind or year. */
export function sameOrganisationReasons(
  one: Span,
  other: Span,
): ('window' | 'same_kind_year' | 'short_gap')[] {
  const [first, second] = one.windowFrom <= other.windowFrom ? [one, other] : [other, one];
  const isAtOnce = areAtOnce(one, other);
  const reasons: ('window' | 'same_kind_year' | 'short_gap')[] = [];
  if (isAtOnce) reasons.push('window');
  if (one.kind === other.kind && yearOf(one) === yearOf(other)) reasons.push('same_kind_year');
  if (!isAtOnce && second.windowFrom < first.gapEnds) reasons.push('short_gap');
  return reasons;
}

type Window = { windowFrom: string; windowTo: string };

const areAtOnce = (one: Window, other: Window): boolean =>
  one.windowFrom < other.windowTo && other.windowFrom < one.windowTo;

const yearOf = ({ windowFrom }: Window): string => windowFrom.slice(0, 4);

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
