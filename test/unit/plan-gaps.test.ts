import { describe, expect, test } from 'vitest';
import type { PlanLine } from '../../src/domain/plan.ts';
import { coverTargets, turnsByYear } from '../../src/domain/plan-cover.ts';
import { findGaps, type GapTarget, type Turn } from '../../src/domain/plan-gaps.ts';
import { percentOf, showShare } from '../../src/domain/report.ts';

const target = (id: number, given: Partial<GapTarget> = {}): GapTarget => ({
  ...{ id, parentId: null, successorId: null, fromDay: null, toDay: null },
  ...given,
});
const turn = (targetId: number, windowFrom: string, given: Partial<Turn> = {}): Turn => ({
  ...{ targetId, windowFrom, windowTo: `${windowFrom.slice(0, 8)}28`, kind: 'compliance' },
  ...given,
});
const line = (id: number, given: Partial<PlanLine> = {}): PlanLine => ({
  ...{ id, side: 'a', targetId: 1, kind: 'compliance', windowFrom: '2027-03-01', windowTo: '2027-03-06' },
  ...given,
});
const ask = { year: 2027, today: '2026-12-20', termFrom: '2025-07-01', years: 3, knownFrom: '2000-01-01' };
const gaps = (targets: GapTarget[], turns: Turn[], lines: PlanLine[] = []) =>
  findGaps({ ...ask, targets, turns, lines });

describe('who is left out by the plan of a year is found and explained (R3)', () => {
  test.each<[string, Turn[], string[] | undefined, string | null]>([
    ['never inspected', [], ['none_this_year', 'none_this_term', 'none_for_years'], null],
    ['last year, in this term', [turn(1, '2026-03-02')], ['none_this_year'], '2026-03-27'],
    ['before the term', [turn(1, '2024-05-02')], ['none_this_year', 'none_this_term'], '2024-05-27'],
    [
      'in the first of the long years',
      [turn(1, '2024-01-01')],
      ['none_this_year', 'none_this_term'],
      '2024-01-27',
    ],
    [
      'a day before the long years',
      [turn(1, '2023-12-20'), turn(1, '2021-03-02')],
      ['none_this_year', 'none_this_term', 'none_for_years'],
      '2023-12-27',
    ],
    [
      'over New Year, from the year before the long ones',
      [turn(1, '2023-12-20', { windowTo: '2024-01-06' })],
      ['none_this_year', 'none_this_term'],
      '2024-01-05',
    ],
    ['already agreed for this year', [turn(1, '2027-02-01')], undefined, null],
    [
      'only by a kind that names nobody',
      [turn(1, '2026-03-02', { kind: 'denunciation' })],
      ['none_this_year', 'none_this_term', 'none_for_years'],
      null,
    ],
  ])('%s', (_, turns, reasons, lastDay) => {
    expect(gaps([target(1)], turns)).toEqual(reasons ? [{ targetId: 1, reasons, lastDay }] : []);
  });

  test.each<[string, string[]]>([
    ['2024-01-01', ['none_this_year', 'none_this_term', 'none_for_years']],
    ['2025-07-01', ['none_this_year', 'none_this_term']],
    ['2026-03-02', ['none_this_year']],
  ])('of the days before the first that is known, %s, nothing is said', (knownFrom, reasons) => {
    expect(findGaps({ ...ask, knownFrom, targets: [target(1)], turns: [], lines: [] })).toEqual([
      { targetId: 1, reasons, lastDay: null },
    ]);
  });

  test('a line of either side, or a joint one, closes the gap', () => {
    expect(gaps([target(1)], [], [line(1, { side: 'b' })])).toEqual([]);
    expect(gaps([target(1)], [], [line(1, { side: null })])).toEqual([]);
    expect(gaps([target(1)], [], [line(1, { targetId: 2 })])).toHaveLength(1);
  });

  test('an inspection of what it was before counts for what it became, not the other way', () => {
    const merged = [
      target(1, { successorId: 3, toDay: '2025-07-01' }),
      target(2, { successorId: 3, toDay: '2025-07-01' }),
      target(3, { fromDay: '2025-07-01' }),
    ];
    expect(gaps(merged, [turn(1, '2024-05-02')])).toEqual([
      { targetId: 3, reasons: ['none_this_year', 'none_this_term'], lastDay: '2024-05-27' },
    ]);
    const split = [target(1, { successorId: 2 }), target(2)];
    expect(gaps(split, [turn(2, '2026-05-02')]).map(({ targetId }) => targetId)).toEqual([1, 2]);
  });

  test('what ended, or begins only after the year, is no gap; what is young is not forgotten for years', () => {
    expect(gaps([target(1, { toDay: '2027-01-01' }), target(2, { fromDay: '2028-01-01' })], [])).toEqual([]);
    expect(gaps([target(1, { fromDay: '2025-03-01' })], [])[0]!.reasons).toEqual([
      'none_this_year',
      'none_this_term',
    ]);
    const inside = { ...ask, today: '2027-06-10', targets: [target(1, { toDay: '2027-06-10' })] };
    expect(findGaps({ ...inside, turns: [], lines: [] })).toEqual([]);
  });

  test('the longest forgotten come first', () => {
    const found = gaps([target(1), target(2), target(3)], [turn(1, '2026-03-02'), turn(3, '2024-03-02')]);
    expect(found.map(({ targetId }) => targetId)).toEqual([2, 3, 1]);
  });
});

describe('distinct targets and turns are counted apart (R3, R10)', () => {
  const period = { from: '2022-06-01', to: '2026-01-01', today: '2026-12-20' };

  test('An Giang as published: 8 of 11 (72.7%), 9 turns, the three left are listed', () => {
    const targets = Array.from({ length: 11 }, (_, at) => target(at + 1));
    const turns = [1, 2, 3, 4, 5, 6, 7, 8, 1].map((id, at) => turn(id, `202${2 + (at % 4)}-09-05`));
    const { covered, ...rest } = coverTargets(targets, turns, period);
    expect([showShare(covered, 'en'), percentOf(covered)]).toEqual(['8/11 (72.7%)', 72.7]);
    expect(rest).toEqual({ turns: 9, unnamedTurns: 0, left: [9, 10, 11] });
  });

  test('an ended target counts where it was reached, once: as what it became', () => {
    const targets = [
      target(1, { successorId: 2, toDay: '2025-07-01' }),
      target(2),
      target(3, { toDay: '2025-07-01' }),
      target(4, { toDay: '2025-07-01' }),
    ];
    const turns = [turn(1, '2024-03-01'), turn(2, '2025-08-01'), turn(3, '2024-03-01')];
    expect(coverTargets(targets, turns, period)).toEqual({
      covered: { part: 2, whole: 2 },
      ...{ turns: 3, unnamedTurns: 0, left: [] },
    });
  });

  test('kinds that bear no text are turns apart and reach nobody (C4)', () => {
    const turns = [turn(1, '2024-03-01', { kind: 'signs_of_violation' }), turn(1, '2020-03-01')];
    expect(coverTargets([target(1)], turns, period)).toEqual({
      covered: { part: 0, whole: 1 },
      ...{ turns: 0, unnamedTurns: 1, left: [1] },
    });
  });

  test('a turn of members alone reaches no organisation, and is no unnamed one', () => {
    const turns = [turn(1, '2024-03-01', { isOfMembers: true })];
    expect(coverTargets([target(1)], turns, period)).toEqual({
      covered: { part: 0, whole: 1 },
      ...{ turns: 0, unnamedTurns: 0, left: [1] },
    });
  });
});

test('turns by years, those with the fewest first; what it was before counts', () => {
  const targets = [target(1), target(2, { successorId: 1, toDay: '2025-07-01' }), target(3)];
  const turns = [
    turn(1, '2026-12-28', { windowTo: '2027-01-03' }),
    turn(2, '2025-03-01'),
    turn(1, '2027-02-01'),
  ];
  expect(turnsByYear(targets, turns, [2025, 2026, 2027], '2026-12-20')).toEqual([
    { targetId: 3, turns: [0, 0, 0] },
    { targetId: 1, turns: [1, 1, 1] },
  ]);
});
