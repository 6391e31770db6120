import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INSPECTION_STATES, SUBJECT_BODIES } from '../../src/domain/inspection.ts';
import { KIND_KEYS } from '../../src/domain/kinds.ts';
import { PARTIES, percentOf, showShare, spreadOf } from '../../src/domain/report.ts';
import {
  answersOf,
  casesOf,
  exchangesOf,
  PROPOSAL_ENDS,
  proposalsOf,
  REPLIES,
} from '../../src/domain/report-figures.ts';
import { cellText } from '../../src/domain/report-table.ts';

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0);
const count = fc.integer({ min: 0, max: 1000 });
const party = fc.constantFrom(...PARTIES);
const reply = fc.constantFrom(...REPLIES);

describe('shares stand with numerator and denominator', () => {
  test.each([
    [{ part: 8, whole: 11 }, 'vi', '8/11 (72,7%)'],
    [{ part: 8, whole: 11 }, 'en', '8/11 (72.7%)'],
    [{ part: 11, whole: 11 }, 'vi', '11/11 (100%)'],
    [{ part: 0, whole: 3 }, 'vi', '0/3 (0%)'],
    [{ part: 0, whole: 0 }, 'vi', '0/0'],
    [{ part: 1, whole: 3 }, 'en', '1/3 (33.3%)'],
  ] as const)('%j in %s is %s', (share, locale, shown) => {
    expect(showShare(share, locale)).toBe(shown);
  });

  test('of nothing there is no per cent', () => {
    expect(percentOf({ part: 0, whole: 0 })).toBeUndefined();
  });
});

describe('the least, the median and the most', () => {
  test.each([
    [[], undefined],
    [[5], { count: 1, least: 5, median: 5, most: 5 }],
    [[1, 2], { count: 2, least: 1, median: 1.5, most: 2 }],
    [[10, 2, 3, 4, 5, 6, 7, 8, 9, 1], { count: 10, least: 1, median: 5.5, most: 10 }],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100], { count: 11, least: 1, median: 6, most: 100 }],
  ])('of %j is %j', (values, spread) => {
    expect(spreadOf(values.map((value) => ({ value, count: 1 })))).toEqual(spread);
  });

  test('tallies are the same as the values themselves, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ value: fc.integer({ min: 0, max: 9 }), count: fc.integer({ min: 0, max: 5 }) })),
        (tallies) => {
          const values = tallies
            .flatMap(({ value, count: n }) => Array.from({ length: n }, () => value))
            .sort((a, b) => a - b);
          const n = values.length;
          const median = (values[Math.floor((n - 1) / 2)]! + values[Math.floor(n / 2)]!) / 2;
          const expected =
            n === 0 ? undefined : { count: n, least: values[0]!, median, most: values.at(-1)! };
          expect(spreadOf(tallies)).toEqual(expected);
        },
      ),
    );
  });
});

describe('parts sum to their totals', () => {
  const caseRow = fc.record({
    kind: fc.constantFrom(...KIND_KEYS),
    lead: party,
    body: fc.constantFrom(...SUBJECT_BODIES),
    state: fc.constantFrom(...INSPECTION_STATES),
    count,
  });
  test('inspections by kind, lead, body and stage', () => {
    fc.assert(
      fc.property(fc.array(caseRow), (rows) => {
        const { total, kinds, leads, bodies, stages } = casesOf(rows);
        expect([kinds, leads, bodies, stages].map(sum)).toEqual([total, total, total, total]);
        expect(total).toBe(rows.reduce((all, row) => all + row.count, 0));
      }),
    );
  });

  const proposalRow = fc.record({
    by: party,
    end: fc.constantFrom(...PROPOSAL_ENDS),
    days: fc.option(count),
    count,
  });
  test('proposals by their end, over both sides', () => {
    fc.assert(
      fc.property(fc.array(proposalRow), (rows) => {
        const { own, other } = proposalsOf(rows);
        expect([sum(own.ends), sum(other.ends)]).toEqual([own.made, other.made]);
        expect(own.made + other.made).toBe(rows.reduce((all, row) => all + row.count, 0));
      }),
    );
  });

  const answerRow = fc.record({ party, reply, tenths: fc.option(count), count });
  const entryRow = fc.record({
    party,
    type: fc.constantFrom('BC', 'CV', ''),
    isConfirmed: fc.boolean(),
    reply: fc.option(reply),
    count,
  });
  test('answers and entries of the ledger by what became of them', () => {
    fc.assert(
      fc.property(fc.array(answerRow), fc.array(entryRow), (answers, entries) => {
        const [asked, sent] = [answersOf(answers), exchangesOf(entries)];
        for (const side of PARTIES) {
          expect(sum(asked[side].replies)).toBe(asked[side].asked);
          expect(sum(sent[side].types)).toBe(sent[side].total);
          expect(sum(sent[side].replies)).toBe(sent[side].toAnswer);
        }
      }),
    );
  });
});

test.each([
  [null, 'vi', ''],
  ['=1+1', 'vi', '=1+1'],
  [7.85, 'vi', '7,9'],
  [{ share: 8 / 11 }, 'vi', '72,7%'],
  [{ share: 8 / 11 }, 'en', '72.7%'],
  [{ day: '2026-12-07' }, 'en', '07/12/2026'],
] as const)('the cell %j in %s reads %s', (cell, locale, words) => {
  expect(cellText(cell, locale)).toBe(words);
});
