import { addDays } from '../../src/domain/calendar-day.ts';
import { KIND_KEYS } from '../../src/domain/kinds.ts';
import type { Kin } from '../../src/domain/overlap.ts';
import type { PlanLine } from '../../src/domain/plan.ts';

/** The lines of a pair over its years, and its targets: every tenth a parent of the next ones. */
export type PairPlan = { kin: Kin[]; lines: PlanLine[] };

const YEARS = 5;
const FIRST_DAY = '2023-01-01';
const CHILDREN = 9;
const SIDES = ['a', 'b'] as const;

/** Windows of 5–12 days at random over five years and all targets. The same seed gives the same plan. */
export function makePairPlan(given: { targets: number; lines: number; seed: number }): PairPlan {
  const draw = drawFrom(given.seed);
  const days = Array.from({ length: YEARS * 365 + 20 }, (_, at) => addDays(FIRST_DAY, at));
  const kin = Array.from({ length: given.targets }, (_, at) => ({
    id: at + 1,
    parentId: at % (CHILDREN + 1) === 0 ? null : at - (at % (CHILDREN + 1)) + 1,
    successorId: null,
  }));
  const lines = Array.from({ length: given.lines }, (_, at): PlanLine => {
    const start = draw(YEARS * 365);
    return {
      id: at + 1,
      side: SIDES[draw(2)]!,
      targetId: 1 + draw(given.targets),
      kind: KIND_KEYS[draw(KIND_KEYS.length)]!,
      windowFrom: days[start]!,
      windowTo: days[start + 5 + draw(8)]!,
    };
  });
  return { kin, lines };
}

/** Numbers below a bound, by a fixed rule. */
function drawFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
