import { addDays } from './calendar-day.ts';
import { countsForOverlap, isSensitiveKind, type Kind } from './kinds.ts';
import { coverTargets } from './plan-cover.ts';
import { type GapTarget, isThere, type Turn, touches, turnsByTarget } from './plan-gaps.ts';
import { yearWindow } from './plan-policy.ts';
import type { Share } from './report.ts';

/** What a quota is counted over. */
export const QUOTA_SPANS = ['year', 'term'] as const;
export type QuotaSpan = (typeof QUOTA_SPANS)[number];

/** Distinct organisations, turns, or turns of each organisation (R3). */
export const QUOTA_MEASURES = ['targets', 'turns', 'each'] as const;
export type QuotaMeasure = (typeof QUOTA_MEASURES)[number];

/** Put forward by one side, holding by both sides' word, and what became of it. */
export const QUOTA_STATES = ['open', 'holds', 'ended', 'refused', 'void'] as const;

/** "At least so many": ours to set, none is built in (R8). `kind` null: all that name an organisation. */
export type PlanQuota = { kind: Kind | null; span: QuotaSpan; measure: QuotaMeasure; least: number };

/** What a quota is measured by. `termFrom`: first day of the term, null where nobody has said it. */
export type QuotaQuestion = {
  targets: readonly GapTarget[];
  turns: readonly Turn[];
  year: number;
  termFrom: string | null;
  today: string;
};

/** `reached` is of organisations that have enough (`each`), else of the quota's number, which it may pass; `missing` 0: met. */
export type QuotaState = { reached: Share; missing: number };

/** A quota of one year's plan as it stands; `state` undefined: the term's first day is not known. */
export type StandingQuota = PlanQuota & { pairId: number; year: number; state: QuotaState | undefined };

/** A quota against the turns of its span, a term up to the year's end; undefined: the term's first day is not known. */
export function checkQuota(quota: PlanQuota, asked: QuotaQuestion): QuotaState | undefined {
  const span = daysOf(quota.span, asked);
  if (span === undefined) return undefined;
  const turns = asked.turns.filter((turn) => isOfKind(turn, quota.kind) && touches(turn, ...span));
  const { part, whole } = countFor(quota, { ...asked, turns }, span);
  return { reached: { part, whole }, missing: Math.max(whole - part, 0) };
}

/** Whether a quota of a kind can be counted so: a kind that bears no text counts turns, it names no organisation (C4). */
export const canMeasure = (kind: Kind | null, measure: QuotaMeasure): boolean =>
  measure === 'turns' || kind === null || !isSensitiveKind(kind);

type Days = [from: string, toExcluded: string];

function daysOf(span: QuotaSpan, { year, termFrom }: QuotaQuestion): Days | undefined {
  if (span === 'year') return yearWindow(year);
  return termFrom === null ? undefined : [termFrom, yearWindow(year)[1]];
}

const isOfKind = (turn: Turn, kind: Kind | null): boolean =>
  kind === null ? !isSensitiveKind(turn.kind) : turn.kind === kind;

function countFor({ measure, least }: PlanQuota, asked: QuotaQuestion, [from, to]: Days): Share {
  const { targets, turns } = asked;
  if (measure === 'turns') return { part: turns.length, whole: least };
  const today = dayWithin(asked.today, from, to);
  if (measure === 'targets')
    return { part: coverTargets(targets, turns, { from, to, today }).covered.part, whole: least };
  const reached = turnsByTarget(turns, targets);
  const there = targets.filter((target) => isThere(target, today, addDays(today, 1)));
  const enough = there.filter(({ id }) => (reached.get(id)?.length ?? 0) >= least);
  return { part: enough.length, whole: there.length };
}

/** The day of [from, to) that is the nearest to one. */
function dayWithin(day: string, from: string, to: string): string {
  if (day < from) return from;
  return day < to ? day : addDays(to, -1);
}

/**
 * Months of a year, 1–12, in which nobody goes anywhere. Kinds that stay out of overlaps, such as a year's regular supervision, fill
 * no month.
 */
export function emptyMonths(
  turns: readonly Pick<Turn, 'kind' | 'windowFrom' | 'windowTo'>[],
  year: number,
): number[] {
  const held = turns.filter(({ kind }) => countsForOverlap(kind));
  return Array.from({ length: 12 }, (_, at) => at + 1).filter((month) => {
    const to = month === 12 ? yearWindow(year)[1] : monthStart(year, month + 1);
    return !held.some((turn) => touches(turn, monthStart(year, month), to));
  });
}

const monthStart = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}-01`;
