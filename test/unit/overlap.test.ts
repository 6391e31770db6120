import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { familyOf, findOverlaps, type Planned } from '../../src/domain/overlap.ts';

const plan = (given: Partial<Planned> = {}): Planned => ({
  inspectionId: 1,
  targetId: 10,
  kind: 'thematic_supervision',
  windowFrom: '2026-12-07',
  windowTo: '2026-12-12',
  ownTeam: [],
  ...given,
});
const reasons = (mine: Partial<Planned>, other: Partial<Planned>, family = [10]) =>
  findOverlaps(plan(mine), [plan({ inspectionId: 2, ...other })], new Set(family)).flatMap(
    (one) => one.reasons,
  );

describe('overlaps are found and explained (R2)', () => {
  test.each([
    ['the same days', {}, ['window', 'same_kind_year']],
    ['another kind in the same days', { kind: 'compliance' }, ['window']],
    ['one shared day', { kind: 'compliance', windowFrom: '2026-12-11', windowTo: '2026-12-20' }, ['window']],
    [
      'the day after the end',
      { kind: 'compliance', windowFrom: '2026-12-12', windowTo: '2026-12-20' },
      ['short_gap'],
    ],
    ['30 days off between', { kind: 'compliance', windowFrom: '2027-01-11', windowTo: '2027-01-12' }, []],
    [
      '29 days off between',
      { kind: 'compliance', windowFrom: '2027-01-10', windowTo: '2027-01-12' },
      ['short_gap'],
    ],
    [
      'the same kind in the same year',
      { windowFrom: '2026-03-02', windowTo: '2026-03-06' },
      ['same_kind_year'],
    ],
    ['the same kind in another year', { windowFrom: '2025-03-02', windowTo: '2025-03-06' }, []],
    ['another target', { targetId: 11 }, []],
    ['regular supervision stays out', { kind: 'regular_supervision' }, []],
    ['a denunciation stays out', { kind: 'denunciation' }, []],
  ] as const)('%s', (_, other, expected) => {
    expect(reasons({}, other as Partial<Planned>)).toEqual(expected);
  });

  test('one of our own people in two places is found whatever the target', () => {
    expect(reasons({ ownTeam: [5] }, { targetId: 99, ownTeam: [4, 5] })).toEqual(['own_people']);
    expect(reasons({ ownTeam: [5] }, { targetId: 99, ownTeam: [4] })).toEqual([]);
  });

  test('a plan never overlaps itself', () => {
    expect(findOverlaps(plan(), [plan()], new Set([10]))).toEqual([]);
  });

  test('parent, child and successor are the same organisation; a sibling is not', () => {
    const all = [
      { id: 1, parentId: null, successorId: null },
      { id: 2, parentId: 1, successorId: null },
      { id: 3, parentId: 1, successorId: null },
      { id: 4, parentId: 2, successorId: null },
      { id: 5, parentId: null, successorId: 2 },
    ];
    expect([...familyOf(2, all)].sort()).toEqual([1, 2, 4, 5]);
    expect([...familyOf(5, all)].sort()).toEqual([1, 2, 4, 5]);
    expect([...familyOf(4, all)].sort()).toEqual([1, 2, 4]);
  });

  test('window overlaps are symmetric', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-06-${String(n).padStart(2, '0')}`);
    const span = fc.tuple(day, day).filter(([from, to]) => from < to);
    fc.assert(
      fc.property(span, span, ([aFrom, aTo], [bFrom, bTo]) => {
        const a = { windowFrom: aFrom, windowTo: aTo };
        const b = { windowFrom: bFrom, windowTo: bTo };
        expect(reasons(a, b)).toEqual(reasons(b, a));
      }),
    );
  });
});
