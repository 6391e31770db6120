import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../src/domain/calendar-day.ts';
import { countsForOverlap, KIND_KEYS } from '../../src/domain/kinds.ts';
import { familyOf, type Kin } from '../../src/domain/overlap.ts';
import type { PlanLine, PlanOverlapReason } from '../../src/domain/plan.ts';
import { findPlanOverlaps, type PlanOverlap } from '../../src/domain/plan-overlaps.ts';

const line = (id: number, given: Partial<PlanLine> = {}): PlanLine => ({
  ...{ id, side: 'a', targetId: 2, kind: 'thematic_supervision' },
  ...{ windowFrom: '2027-06-07', windowTo: '2027-06-12' },
  ...given,
});

/** 1 is the parent of 2 and 3; 2 the parent of 4; 5 ended and became 2. */
const KIN: Kin[] = [
  { id: 1, parentId: null, successorId: null },
  { id: 2, parentId: 1, successorId: null },
  { id: 3, parentId: 1, successorId: null },
  { id: 4, parentId: 2, successorId: null },
  { id: 5, parentId: null, successorId: 2 },
];

describe('two lines of a plan that clash are found and explained (R2)', () => {
  test.each<[string, Partial<PlanLine>, PlanOverlapReason[]]>([
    ['the same days', {}, ['window', 'same_kind_year']],
    ['another kind in the same days', { kind: 'compliance' }, ['window']],
    [
      'the same kind in the same year',
      { windowFrom: '2027-01-04', windowTo: '2027-01-09' },
      ['same_kind_year'],
    ],
    ['the same kind in another year', { windowFrom: '2026-06-07', windowTo: '2026-06-12' }, []],
    [
      '29 days off between, another kind',
      { kind: 'compliance', windowFrom: '2027-07-11', windowTo: '2027-07-12' },
      ['short_gap'],
    ],
    ['30 days off between', { kind: 'compliance', windowFrom: '2027-07-12', windowTo: '2027-07-13' }, []],
    ['its parent', { targetId: 1 }, ['window', 'same_kind_year']],
    ['its child', { targetId: 4 }, ['window', 'same_kind_year']],
    ['what it was before', { targetId: 5 }, ['window', 'same_kind_year']],
    ['its sibling', { targetId: 3 }, []],
    ['a target nobody listed', { targetId: 99 }, []],
    ['regular supervision stays out', { kind: 'regular_supervision' }, []],
    ['a denunciation stays out', { kind: 'denunciation' }, []],
  ])('%s', (_, other, reasons) => {
    const found = findPlanOverlaps([line(1), line(2, { side: 'b', ...other })], KIN);
    expect(found).toEqual(reasons.length > 0 ? [{ itemId: 1, otherId: 2, reasons, couldJoin: true }] : []);
  });

  test('lines of one side clash too, and only lines of the two sides could be one inspection', () => {
    const found = findPlanOverlaps([line(9), line(3), line(5, { side: 'b' }), line(7, { side: null })], KIN);
    expect(found.map(({ itemId, otherId, couldJoin }) => [itemId, otherId, couldJoin])).toEqual([
      [3, 5, true],
      [3, 7, false],
      [3, 9, false],
      [5, 7, false],
      [5, 9, true],
      [7, 9, false],
    ]);
  });

  test('what ended and the child of what came after it clash, whoever is asked first', () => {
    const pair = [line(1, { targetId: 5 }), line(2, { targetId: 4 })];
    const turned = [line(1, { targetId: 4 }), line(2, { targetId: 5 })];
    expect([findPlanOverlaps(pair, KIN).length, findPlanOverlaps(turned, KIN).length]).toEqual([1, 1]);
  });
});

const TARGETS = 9;
const anyTarget = fc.integer({ min: 1, max: TARGETS });
const parent = fc.option(anyTarget, { freq: 2 });
const successor = fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: anyTarget });
const anyKin: fc.Arbitrary<Kin[]> = fc
  .array(fc.tuple(parent, successor), { minLength: TARGETS - 1, maxLength: TARGETS - 1 })
  .map((links) => links.map(([parentId, successorId], at) => ({ id: at + 1, parentId, successorId })));
const anyLines: fc.Arbitrary<PlanLine[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 500 }),
      side: fc.constantFrom('a' as const, 'b' as const, null),
      targetId: fc.integer({ min: 1, max: TARGETS }),
      kind: fc.constantFrom(...KIND_KEYS.slice(0, 6)),
      start: fc.integer({ min: 0, max: 700 }),
      days: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 80, max: 120 })),
    }),
    { selector: ({ id }) => id, maxLength: 25 },
  )
  .map((drawn) =>
    drawn.map(({ start, days, ...rest }) => {
      const windowFrom = addDays('2026-03-01', start);
      return { ...rest, windowFrom, windowTo: addDays(windowFrom, days) };
    }),
  );

/** Every line with every other, by the rule as it is written. */
function naive(lines: readonly PlanLine[], kin: readonly Kin[]): PlanOverlap[] {
  const sorted = lines.toSorted((one, other) => one.id - other.id);
  return sorted.flatMap((one, at) =>
    sorted.slice(at + 1).flatMap((other) => {
      const reasons = naiveReasons(one, other, kin);
      const couldJoin = [one.side, other.side].toSorted().join() === 'a,b';
      return reasons.length > 0 ? [{ itemId: one.id, otherId: other.id, reasons, couldJoin }] : [];
    }),
  );
}

function naiveReasons(one: PlanLine, other: PlanLine, kin: readonly Kin[]): PlanOverlapReason[] {
  const isFamily =
    familyOf(one.targetId, kin).has(other.targetId) || familyOf(other.targetId, kin).has(one.targetId);
  if (!isFamily || !countsForOverlap(one.kind) || !countsForOverlap(other.kind)) return [];
  const between = Math.max(
    daysBetween(one.windowTo, other.windowFrom),
    daysBetween(other.windowTo, one.windowFrom),
  );
  const isYear = one.kind === other.kind && one.windowFrom.slice(0, 4) === other.windowFrom.slice(0, 4);
  return [
    ...(between < 0 ? (['window'] as const) : []),
    ...(isYear ? (['same_kind_year'] as const) : []),
    ...(between >= 0 && between < 30 ? (['short_gap'] as const) : []),
  ];
}

describe('on random plans with random parents and successors', () => {
  test('it finds what comparing every line with every other finds', () => {
    fc.assert(
      fc.property(anyLines, anyKin, (lines, kin) => {
        expect(findPlanOverlaps(lines, kin)).toEqual(naive(lines, kin));
      }),
      { numRuns: 1000 },
    );
  });

  test('the two sides changed for each other find the same', () => {
    const turned = { a: 'b', b: 'a' } as const;
    fc.assert(
      fc.property(anyLines, anyKin, (lines, kin) => {
        const swapped = lines.map((one) => ({ ...one, side: one.side && turned[one.side] }));
        expect(findPlanOverlaps(swapped.toReversed(), kin)).toEqual(findPlanOverlaps(lines, kin));
      }),
    );
  });
});
