import type { Kind } from './kinds.ts';
import type { Side } from './side.ts';

/** A year's plan of a pair: each side drafts; both have exchanged and compare; both leaders agreed; frozen by a document's symbol. */
export const PLAN_STATES = ['drafting', 'comparing', 'agreed', 'frozen'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** Where a line comes from: typed, a file, or what the two sides settled. */
export const PLAN_ITEM_SOURCES = ['typed', 'file', 'shift', 'merge'] as const;

/** Why a line stands no more; it stays readable. */
export const PLAN_ITEM_ENDS = ['withdrawn', 'shifted', 'merged'] as const;
export type PlanItemEnd = (typeof PLAN_ITEM_ENDS)[number];

/** What comparing finds: two lines that clash (R2), or an organisation that nobody inspects (R3). */
export const FINDING_KINDS = ['overlap', 'gap'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** `gone`: a change of the lines took its cause away. */
export const FINDING_STATES = ['open', 'settled', 'gone'] as const;

/**
 * How people settle a finding: one joint inspection, another window for one line, or as it is with a reason; a gap by a line of one
 * side's own too, which asks nobody and only waits for its time for recall.
 */
export const SETTLEMENTS = ['merge', 'shift', 'keep', 'fill'] as const;

export const SETTLEMENT_STATES = ['open', 'confirmed', 'refused', 'void'] as const;

/** Why two lines clash (R2). */
export const PLAN_OVERLAP_REASONS = ['window', 'same_kind_year', 'short_gap'] as const;
export type PlanOverlapReason = (typeof PLAN_OVERLAP_REASONS)[number];

/** Since when nobody has inspected an organisation (R3). */
export const PLAN_GAP_REASONS = ['none_this_year', 'none_this_term', 'none_for_years'] as const;
export type PlanGapReason = (typeof PLAN_GAP_REASONS)[number];

/** A line of a plan as rules see it. `side` null: a joint line of both. Days half-open. */
export type PlanLine = {
  id: number;
  side: Side | null;
  targetId: number;
  kind: Kind;
  windowFrom: string;
  windowTo: string;
};
