import { describe, expect, test } from 'vitest';
import type { Kind } from '../../src/domain/kinds.ts';
import type { GapTarget, Turn } from '../../src/domain/plan-gaps.ts';
import {
  canMeasure,
  checkQuota,
  emptyMonths,
  type PlanQuota,
  type QuotaQuestion,
} from '../../src/domain/plan-quota.ts';

const target = (id: number, given: Partial<GapTarget> = {}): GapTarget => ({
  ...{ id, parentId: null, successorId: null, fromDay: null, toDay: null },
  ...given,
});
const turn = (targetId: number, windowFrom: string, given: Partial<Turn> = {}): Turn => ({
  ...{ targetId, windowFrom, windowTo: `${windowFrom.slice(0, 8)}28`, kind: 'compliance' },
  ...given,
});
const quota = (given: Partial<PlanQuota> = {}): PlanQuota => ({
  ...{ kind: 'compliance', span: 'year', measure: 'targets', least: 3 },
  ...given,
});
const check = (given: Partial<PlanQuota>, asked: Partial<QuotaQuestion>) =>
  checkQuota(quota(given), {
    ...{ targets: [1, 2, 3].map((id) => target(id)), turns: [], year: 2027 },
    ...{ termFrom: '2025-07-01', today: '2026-12-20' },
    ...asked,
  });

/** In 2027: twice at 1, once at 2; in the term also at 3; before the term at 3. */
const TURNS = [
  turn(1, '2027-03-01'),
  turn(1, '2027-09-01', { kind: 'party_finance' }),
  turn(2, '2027-04-01'),
  turn(3, '2026-02-02'),
  turn(3, '2025-06-01'),
  turn(3, '2027-05-01', { kind: 'denunciation' }),
];

describe('a quota is counted over its span, by its kind, in organisations or in turns (R3)', () => {
  test.each<[string, Partial<PlanQuota>, part: number, whole: number, missing: number]>([
    ['organisations of a kind in the year', {}, 2, 3, 1],
    ['in the term up to the end of the year', { span: 'term' }, 3, 3, 0],
    ['turns of all kinds', { kind: null, measure: 'turns' }, 3, 3, 0],
    ['organisations of all kinds: one counts once', { kind: null }, 2, 3, 1],
    ['more than were wanted', { measure: 'turns', least: 1 }, 2, 1, 0],
    ['each organisation once in the year', { measure: 'each', least: 1 }, 2, 3, 1],
    ['each organisation once in the term', { measure: 'each', least: 1, span: 'term' }, 3, 3, 0],
    ['each organisation twice, of all kinds', { measure: 'each', least: 2, kind: null }, 1, 3, 2],
    ['a kind that nobody plans', { kind: 'inspection_work' }, 0, 3, 3],
    [
      'turns of a kind that names no organisation',
      { kind: 'denunciation', measure: 'turns', least: 2 },
      1,
      2,
      1,
    ],
  ])('%s', (_, given, part, whole, missing) => {
    expect(check(given, { turns: TURNS })).toEqual({ reached: { part, whole }, missing });
  });

  test('a term of which nobody has said the first day is not counted', () => {
    expect(check({ span: 'term' }, { turns: TURNS, termFrom: null })).toBeUndefined();
  });

  test('what it was before counts for an organisation, once; ended ones are asked of nobody', () => {
    const targets = [
      target(1, { successorId: 2, toDay: '2026-07-01' }),
      target(2),
      target(3, { toDay: '2026-07-01' }),
    ];
    const turns = [turn(1, '2026-02-01'), turn(2, '2027-02-01')];
    expect(check({ measure: 'each', least: 2, span: 'term' }, { targets, turns })).toEqual({
      reached: { part: 1, whole: 1 },
      missing: 0,
    });
    expect(check({ span: 'term', least: 1 }, { targets, turns })?.reached.part).toBe(1);
  });

  test('of a year that is over, the organisations of its last day are asked', () => {
    const targets = [target(1, { toDay: '2028-03-01' }), target(2, { fromDay: '2028-01-01' })];
    const each = { measure: 'each', least: 1 } as const;
    expect(check(each, { targets, today: '2028-05-01' })?.reached.whole).toBe(1);
  });
});

test.each<[Kind | null, boolean]>([
  [null, true],
  ['compliance', true],
  ['signs_of_violation', false],
  ['denunciation', false],
])('of the kind %s organisations can be counted: %s', (kind, can) => {
  expect(canMeasure(kind, 'targets')).toBe(can);
  expect(canMeasure(kind, 'each')).toBe(can);
  expect(canMeasure(kind, 'turns')).toBe(true);
});

test('a month is empty when no line has a day in it; a supervision of the whole year fills none', () => {
  const lines = [
    turn(1, '2026-12-20', { windowTo: '2027-02-01' }),
    turn(2, '2027-05-31', { windowTo: '2027-12-01' }),
    turn(3, '2027-01-01', { windowTo: '2028-01-01', kind: 'regular_supervision' }),
  ];
  expect(emptyMonths(lines, 2027)).toEqual([2, 3, 4, 12]);
});
