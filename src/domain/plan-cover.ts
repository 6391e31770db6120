import { addDays } from './calendar-day.ts';
import { isSensitiveKind } from './kinds.ts';
import {
  chainFrom,
  type GapTarget,
  isThere,
  reaches,
  type Turn,
  touches,
  turnsByTarget,
} from './plan-gaps.ts';
import type { Share } from './report.ts';

/**
 * Distinct targets and turns apart (R3, R10). `left` lists the targets nobody reached, in their order; `unnamedTurns` are of kinds
 * that bear no text, in no other figure (C4). Ended targets count only where they were reached themselves (R9).
 */
export type PlanCoverage = { covered: Share; turns: number; unnamedTurns: number; left: number[] };

/** The coverage of [from, to) as seen on `today`. */
export function coverTargets(
  targets: readonly GapTarget[],
  turns: readonly Turn[],
  { from, to, today }: { from: string; to: string; today: string },
): PlanCoverage {
  const held = turns.filter((turn) => touches(turn, from, to));
  const named = held.filter(reaches);
  const reached = turnsByTarget(named, targets);
  const [lastDay] = [addDays(to, -1), today].toSorted();
  const left = targets
    .filter((target) => isThere(target, lastDay!, addDays(lastDay!, 1)) && !reached.has(target.id))
    .map(({ id }) => id);
  const part = countReached(targets, named, reached, lastDay!);
  return {
    covered: { part, whole: part + left.length },
    ...{ turns: named.length, unnamedTurns: held.filter(({ kind }) => isSensitiveKind(kind)).length, left },
  };
}

/** Those there, and those that ended without becoming one that is there. */
function countReached(
  targets: readonly GapTarget[],
  named: readonly Turn[],
  reached: ReadonlyMap<number, Turn[]>,
  day: string,
): number {
  const there = new Set(targets.filter((one) => isThere(one, day, addDays(day, 1))).map(({ id }) => id));
  const next = new Map(targets.map(({ id, successorId }) => [id, successorId]));
  const alone = new Set(named.map(({ targetId }) => targetId));
  const ended = [...alone].filter((id) => ![...chainFrom(id, next)].some((one) => there.has(one)));
  return [...reached.keys()].filter((id) => there.has(id)).length + ended.length;
}

/** A target's turns in each of some years. */
export type YearsOfTarget = { targetId: number; turns: number[] };

/**
 * Turns by years of the targets there on `day`, those with the fewest first; a turn counts in the year in which it begins. What a
 * target was before counts for it; kinds that bear no text do not (C4).
 */
export function turnsByYear(
  targets: readonly GapTarget[],
  turns: readonly Turn[],
  years: readonly number[],
  day: string,
): YearsOfTarget[] {
  const reached = turnsByTarget(turns, targets);
  const total = (row: YearsOfTarget) => row.turns.reduce((sum, count) => sum + count, 0);
  return targets
    .filter((target) => isThere(target, day, addDays(day, 1)))
    .map(({ id }) => {
      const own = reached.get(id) ?? [];
      const countOf = (year: number) =>
        own.filter(({ windowFrom }) => windowFrom.startsWith(`${year}-`)).length;
      return { targetId: id, turns: years.map(countOf) };
    })
    .sort((one, other) => total(one) - total(other) || one.targetId - other.targetId);
}
