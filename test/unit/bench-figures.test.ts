import { describe, expect, test } from 'vitest';
import { type Figure, isAllOk, isOk, median, percentile, toJson, toLines } from '../bench/figures.ts';

const figure = (value: number, limit?: Figure['limit']): Figure => ({
  name: 'one',
  value,
  unit: '×',
  limit,
  note: 'seen',
});

describe('the value of several rounds', () => {
  test.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1], 2.5],
  ])('the median of %j is %d', (values, expected) => expect(median(values)).toBe(expected));

  test.each([
    [0.5, 50],
    [0.99, 99],
    [1, 100],
    [0, 1],
  ])('of 1 to 100 the share %d lies at or below %d', (share, expected) => {
    const values = Array.from({ length: 100 }, (_, n) => 100 - n);
    expect(percentile(values, share)).toBe(expected);
  });

  test('the 99th percentile of few values is the worst of them', () => {
    expect(percentile([1, 7, 3], 0.99)).toBe(7);
  });

  test('nothing measured is an error, not a zero', () => {
    expect(() => median([])).toThrow(RangeError);
    expect(() => percentile([], 0.5)).toThrow(RangeError);
  });
});

describe('a limit', () => {
  test.each([
    ['at most', 1.05, 1.05, true],
    ['at most', 1.0501, 1.05, false],
    ['at least', 0.5, 0.5, true],
    ['at least', 0.4999, 0.5, false],
    ['at most', Number.NaN, 1, false],
    ['at least', Number.NaN, 1, false],
  ] as const)('%s: %d against %d is kept: %s', (is, value, at, expected) => {
    expect(isOk(figure(value, { at, is }))).toBe(expected);
  });

  test('without one a figure is reported, unless it is no number', () => {
    expect(isOk(figure(12))).toBe(true);
    expect(isOk(figure(Number.NaN))).toBe(false);
  });
});

describe('the report', () => {
  const kept = { name: 'a', figures: [figure(1, { at: 2, is: 'at most' })] };
  const missed = { name: 'b', figures: [figure(3, { at: 2, is: 'at most' })] };
  const notRun = { name: 'c', notRun: 'no redis-server' };

  test('is ok only when everything ran and kept its limit', () => {
    expect(isAllOk([kept])).toBe(true);
    expect(isAllOk([kept, missed])).toBe(false);
    expect(isAllOk([kept, notRun])).toBe(false);
    expect(isAllOk([])).toBe(false);
  });

  test('has a line each: name, value, limit, ok', () => {
    expect(toLines(kept)[0]).toMatch(/^one +1 × +≤ 2 +ok +seen$/);
    expect(toLines(missed)[0]).toMatch(/^one +3 × +≤ 2 +NOT OK +seen$/);
  });

  test('says what could not run, and why', () => {
    expect(toLines(notRun)).toEqual([expect.stringMatching(/^c +not run: no redis-server$/)]);
  });

  test('says the same to machines', () => {
    const said = JSON.parse(toJson([kept, missed, notRun]));
    expect(said.ok).toBe(false);
    expect(said.figures.map((one: { ok: boolean }) => one.ok)).toEqual([true, false]);
    expect(said.notRun).toEqual([{ name: 'c', reason: 'no redis-server' }]);
  });
});
