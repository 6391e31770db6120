import { expect, test } from 'vitest';
import { DEFAULT_PLAN_POLICY, planDays, planPolicyOf, planYearOf } from '../../src/domain/plan-policy.ts';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';

test('a policy that was stored before there was a plan has the defaults', () => {
  expect(planPolicyOf(DEFAULT_POLICY)).toEqual(DEFAULT_PLAN_POLICY);
});

test('steps from July on are of the year before the plan', () => {
  expect(planDays(DEFAULT_PLAN_POLICY, 2027)).toEqual({
    exchangeFrom: '2026-12-15',
    exchangeDue: '2027-01-15',
    agreeDue: '2027-02-15',
  });
});

test.each([
  ['2026-08-31', 2026],
  ['2026-09-01', 2027],
  ['2026-12-31', 2027],
  ['2027-01-01', 2027],
])('on %s one works on the plan of %i', (today, year) => {
  expect(planYearOf(today)).toBe(year);
});
