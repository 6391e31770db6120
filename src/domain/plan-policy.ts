import { type Calendar, nextWorkingDay } from './calendar.ts';
import { addDays } from './calendar-day.ts';

/**
 * The settings of the year's plan; ours, not law (R8). Steps are 'MM-DD', the last ones included; those from July on are of the
 * year before the plan's. `termFrom`, `termTo`: the first and the last day of the term, null where nobody has said them.
 */
export type PlanPolicy = {
  exchangeFrom: string;
  exchangeBy: string;
  agreeBy: string;
  termFrom: string | null;
  termTo: string | null;
  gapYears: number;
};

export const DEFAULT_PLAN_POLICY: PlanPolicy = {
  exchangeFrom: '12-15',
  exchangeBy: '01-15',
  agreeBy: '02-15',
  termFrom: null,
  termTo: null,
  gapYears: 3,
};

/** The settings of the plan with their defaults: policies that were stored before there was a plan lack them. */
export const planPolicyOf = (policy: { plan?: Partial<PlanPolicy> }): PlanPolicy => ({
  ...DEFAULT_PLAN_POLICY,
  ...policy.plan,
});

/** Days of the steps, 'YYYY-MM-DD', to count to, included. */
export type PlanDays = { exchangeFrom: string; exchangeDue: string; agreeDue: string };

/** The days of the steps of one year's plan. */
export function planDays(policy: PlanPolicy, year: number): PlanDays {
  const dayOf = (step: string) => `${step >= '07-01' ? year - 1 : year}-${step}`;
  return {
    exchangeFrom: dayOf(policy.exchangeFrom),
    exchangeDue: dayOf(policy.exchangeBy),
    agreeDue: dayOf(policy.agreeBy),
  };
}

/** Whether each step comes after the one before it. */
export function areInOrder(policy: PlanPolicy): boolean {
  const { exchangeFrom, exchangeDue, agreeDue } = planDays(policy, 2027);
  return exchangeFrom < exchangeDue && exchangeDue < agreeDue;
}

/** The year whose plan is being worked on: the coming one from September on, the running one before. */
export function planYearOf(today: string): number {
  const year = Number(today.slice(0, 4));
  return today.slice(5) >= '09-01' ? year + 1 : year;
}

/** The days of a year, half-open. */
export const yearWindow = (year: number): [from: string, toExcluded: string] => [
  `${year}-01-01`,
  addDays(`${year}-12-31`, 1),
];

/** Working days after `today` up to `due`, included; 0 on the last one and after it. */
export function workingDaysLeft(calendar: Calendar, today: string, due: string): number {
  let left = 0;
  for (let day = nextWorkingDay(calendar, today); day <= due; day = nextWorkingDay(calendar, day)) left += 1;
  return left;
}
