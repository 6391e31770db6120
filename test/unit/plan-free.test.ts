import { expect, test } from 'vitest';
import { defaultCalendarDays, makeCalendar } from '../../src/domain/calendar.ts';
import type { PlanLine } from '../../src/domain/plan.ts';
import { freeWindows } from '../../src/domain/plan-free.ts';
import { findPlanOverlaps } from '../../src/domain/plan-overlaps.ts';

const calendar = makeCalendar(defaultCalendarDays);
const kin = [
  { id: 1, parentId: null, successorId: null },
  { id: 2, parentId: 1, successorId: null },
  { id: 3, parentId: 1, successorId: null },
];
const line = (targetId: number, windowFrom: string, windowTo: string): PlanLine => ({
  ...{ id: 1, side: 'b', kind: 'compliance', targetId, windowFrom, windowTo },
});
const free = (lines: PlanLine[], given: { isQuiet?: boolean; from?: string; workingDays?: number } = {}) =>
  freeWindows({
    ...{ targetId: 2, kin, lines, calendar, year: 2026, from: '2026-05-25', workingDays: 5, isQuiet: false },
    ...given,
  }).map(({ windowFrom, windowTo }) => `${windowFrom} ${windowTo}`);

test('the first three windows of so many working days, one after another', () => {
  expect(free([])).toEqual(['2026-05-25 2026-05-30', '2026-06-01 2026-06-06', '2026-06-08 2026-06-13']);
});

test('days off are stepped over: the window is as long as it takes', () => {
  expect(free([], { from: '2026-04-24' })[0]).toBe('2026-04-24 2026-05-06');
});

test('the family keeps its distance, so that no new finding comes of it; a sibling does not', () => {
  const parent = line(1, '2026-06-22', '2026-06-27');
  const [window] = free([parent]);
  expect(window).toBe('2026-07-27 2026-08-01');
  const [windowFrom, windowTo] = window!.split(' ') as [string, string];
  const proposed = { ...parent, id: 2, targetId: 2, kind: 'party_finance', windowFrom, windowTo } as const;
  expect(findPlanOverlaps([parent, proposed], kin)).toEqual([]);
  expect(free([line(3, '2026-05-25', '2026-05-30')])[0]).toBe('2026-05-25 2026-05-30');
});

test('quiet days are free of every line', () => {
  expect(free([line(3, '2026-05-27', '2026-05-28')], { isQuiet: true })).toEqual([
    '2026-05-28 2026-06-04',
    '2026-06-04 2026-06-11',
    '2026-06-11 2026-06-18',
  ]);
});

test('regular supervision of the whole year makes no day busy', () => {
  const supervision = { ...line(1, '2026-01-01', '2027-01-01'), kind: 'regular_supervision' as const };
  expect(free([supervision])[0]).toBe('2026-05-25 2026-05-30');
  expect(free([supervision], { isQuiet: true })[0]).toBe('2026-05-25 2026-05-30');
});

test('no window reaches out of the year', () => {
  expect(free([], { from: '2026-12-21' })).toEqual(['2026-12-21 2026-12-26']);
  expect(free([], { from: '2027-03-01' })).toEqual([]);
});
