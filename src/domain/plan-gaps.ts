import { addDays } from './calendar-day.ts';
import { isSensitiveKind, type Kind } from './kinds.ts';
import type { Kin } from './overlap.ts';
import type { PlanGapReason, PlanLine } from './plan.ts';
import { listIn } from './plan-kin.ts';
import { yearWindow } from './plan-policy.ts';

/** A target with its first day and the day from which it is no more; null: always. */
export type GapTarget = Kin & { fromDay: string | null; toDay: string | null };

/** An inspection that was held or is agreed, stopped ones left out; days half-open. It counts wherever its window has a day. */
export type Turn = {
  targetId: number;
  kind: Kind;
  windowFrom: string;
  windowTo: string;
  /** Of members alone: it reaches no organisation. */
  isOfMembers?: boolean;
};

/** Whether a turn names an organisation and is of the organisation itself. */
export const reaches = ({ kind, isOfMembers }: Turn): boolean => !isSensitiveKind(kind) && !isOfMembers;

/** An organisation that a year's plan leaves out. `lastDay`: the last day of its last turn; null: none known. */
export type PlanGap = { targetId: number; reasons: PlanGapReason[]; lastDay: string | null };

/** `termFrom`: first day of the committees' term, null where nobody has said it; `years`: how many full years before this one are long. */
export type GapQuestion = {
  targets: readonly GapTarget[];
  turns: readonly Turn[];
  /** The lines of the year's plan, of both sides. */
  lines: readonly PlanLine[];
  year: number;
  today: string;
  termFrom: string | null;
  years: number;
  /** The first day of which turns are known; what lies before is not said to have been without any. */
  knownFrom: string;
};

/**
 * Organisations that neither the year's plan nor a turn of that year reaches, each with all that holds of it (R3), the longest
 * forgotten first. An inspection of what an organisation was before counts for it. Kinds that bear no text name no target, so
 * they reach none: else a missing gap would name theirs (C4).
 */
export function findGaps(asked: GapQuestion): PlanGap[] {
  const { targets, turns, lines, year, today } = asked;
  const [start, end] = yearWindow(year);
  const [, standsFrom] = [today, start].toSorted();
  const reached = turnsByTarget([...turns, ...lines], targets);
  const since = firstDays(targets);
  return targets
    .filter((target) => isThere(target, standsFrom!, end))
    .filter(({ id }) => !(reached.get(id) ?? []).some((turn) => touches(turn, start, end)))
    .map(({ id }) => {
      const own = (reached.get(id) ?? []).filter(({ windowTo }) => windowTo <= start);
      return { targetId: id, reasons: reasonsOf(asked, own, since(id)), lastDay: lastDayOf(own) };
    })
    .sort(byLast);
}

function reasonsOf(
  { year, termFrom, years, knownFrom }: GapQuestion,
  own: readonly Turn[],
  since: string,
): PlanGapReason[] {
  const long = `${String(year - years).padStart(4, '0')}-01-01`;
  const isNoneSince = (day: string) => knownFrom <= day && own.every(({ windowTo }) => windowTo <= day);
  const reasons: PlanGapReason[] = ['none_this_year'];
  if (termFrom !== null && isNoneSince(termFrom)) reasons.push('none_this_term');
  // An organisation younger than that has not been forgotten for so long.
  if (since <= long && isNoneSince(long)) reasons.push('none_for_years');
  return reasons;
}

const byLast = (one: PlanGap, other: PlanGap): number =>
  (one.lastDay ?? '').localeCompare(other.lastDay ?? '') || one.targetId - other.targetId;

const lastDayOf = (turns: readonly Turn[]): string | null => {
  const last = turns
    .map(({ windowTo }) => windowTo)
    .toSorted()
    .at(-1);
  return last === undefined ? null : addDays(last, -1);
};

/** Whether a window has a day in [from, to). */
export const touches = ({ windowFrom, windowTo }: Days, from: string, to: string): boolean =>
  windowFrom < to && from < windowTo;

type Days = { windowFrom: string; windowTo: string };

/** Whether an organisation is there on some day of [from, to). */
export const isThere = ({ fromDay, toDay }: GapTarget, from: string, to: string): boolean =>
  (fromDay === null || fromDay < to) && (toDay === null || toDay > from);

/** Turns by the target they count for: the inspected one, and all it became since. Those of kinds that bear no text are left out (C4). */
export function turnsByTarget(turns: readonly Turn[], targets: readonly Kin[]): Map<number, Turn[]> {
  const next = new Map(targets.map(({ id, successorId }) => [id, successorId]));
  const reached = new Map<number, Turn[]>();
  for (const turn of turns)
    if (reaches(turn)) for (const id of chainFrom(turn.targetId, next)) listIn(reached, id).push(turn);
  return reached;
}

/** Since when an organisation is there, what it was before included; '' for always. */
function firstDays(targets: readonly GapTarget[]): (id: number) => string {
  const next = new Map(targets.map(({ id, successorId }) => [id, successorId]));
  const first = new Map<number, string>();
  for (const { id, fromDay } of targets)
    for (const one of chainFrom(id, next)) {
      const known = first.get(one);
      if (known === undefined || (fromDay ?? '') < known) first.set(one, fromDay ?? '');
    }
  return (id) => first.get(id) ?? '';
}

/** A target and what it became, in order; ends where a link comes back. */
export function chainFrom(id: number, next: ReadonlyMap<number, number | null>): Set<number> {
  const chain = new Set<number>();
  for (let at: number | null | undefined = id; at != null && !chain.has(at); at = next.get(at)) chain.add(at);
  return chain;
}
