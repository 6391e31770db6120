import { addDays } from './calendar-day.ts';
import { type PlanPolicy, planPolicyOf } from './plan-policy.ts';

/** The term of an agreement (nhiệm kỳ); `to` excluded, null where nobody has said its last day. */
export type Term = { from: string; to: string | null };

/** The term that the settings of an agreement say; undefined: nobody has said when it began. */
export function termOf(policy: { plan?: Partial<PlanPolicy> }): Term | undefined {
  const { termFrom, termTo } = planPolicyOf(policy);
  return termFrom === null ? undefined : { from: termFrom, to: termTo === null ? null : addDays(termTo, 1) };
}

/** "2025 - 2030": the years of a term whose last day is known. */
export const termYears = ({ from, to }: { from: string; to: string }): { from: string; to: string } => ({
  from: from.slice(0, 4),
  to: addDays(to, -1).slice(0, 4),
});
