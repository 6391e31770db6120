import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inTurn, LANE, type Lane, ROUND_SLOTS, sharesOf } from '../../src/domain/lanes.ts';

const lane = fc.constantFrom<Lane>(...Object.values(LANE));
const batches = fc.array(lane, { maxLength: 40 }).map((lanes) => lanes.map((one, n) => ({ lane: one, n })));
const starts = fc.nat({ max: ROUND_SLOTS - 1 });
const many = (one: Lane, count: number) => Array.from({ length: count }, (_, n) => ({ lane: one, n }));
const turn = (batch: { lane: Lane; n: number }[], at: number) => inTurn(batch, (one) => one.lane, at);
const count = (batch: { lane: Lane }[], one: Lane) => batch.filter(({ lane }) => lane === one).length;

describe('whose turn a slot is', () => {
  test('everything goes once, and in order within its lane', () => {
    fc.assert(
      fc.property(batches, starts, (batch, at) => {
        const turned = turn(batch, at);
        expect(turned.toSorted((a, b) => a.n - b.n)).toEqual(batch);
        for (const one of Object.values(LANE)) {
          const numbers = turned.filter((row) => row.lane === one).map((row) => row.n);
          expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  test('wherever a batch begins, of any four slots one is a notice, of any twelve one a digest, while such wait', () => {
    fc.assert(
      fc.property(starts, (at) => {
        const turned = turn(
          [...many(LANE.answer, 60), ...many(LANE.notice, 60), ...many(LANE.digest, 60)],
          at,
        );
        for (let from = 0; from + ROUND_SLOTS <= 60; from += 1) {
          expect(count(turned.slice(from, from + 4), LANE.notice)).toBeGreaterThanOrEqual(1);
          expect(count(turned.slice(from, from + 12), LANE.digest)).toBe(1);
          expect(count(turned.slice(from, from + 12), LANE.answer)).toBe(8);
        }
      }),
    );
  });

  test('a slot whose lane has nothing is lost to nobody: answers, notices, digests, strangers', () => {
    const batch = [...many(LANE.stranger, 2), ...many(LANE.digest, 2), ...many(LANE.answer, 2)];
    const lanes = (at: number) => turn(batch, at).map((one) => one.lane);
    expect(lanes(3)).toEqual([
      LANE.answer,
      LANE.answer,
      LANE.digest,
      LANE.digest,
      LANE.stranger,
      LANE.stranger,
    ]);
    expect(lanes(9)).toEqual([
      LANE.digest,
      LANE.answer,
      LANE.answer,
      LANE.digest,
      LANE.stranger,
      LANE.stranger,
    ]);
  });

  test('what is set aside for a batch is what its slots own', () => {
    expect(sharesOf(ROUND_SLOTS, 5)).toEqual({ notices: 3, digests: 1 });
    fc.assert(
      fc.property(starts, fc.integer({ min: 4, max: 100 }), (at, limit) => {
        const { notices, digests } = sharesOf(limit, at);
        expect(notices).toBeGreaterThanOrEqual(1);
        expect(notices + digests).toBeLessThan(limit);
      }),
    );
  });
});

/** Slots taken batch by batch as a claim takes them: the shares, then the lanes in their order, all refilled between two batches. */
function floods(waiting: Record<Lane, number>, batches: { limit: number; at: number }[]): Lane[] {
  return batches.flatMap(({ limit, at }) => {
    const { notices, digests } = sharesOf(limit, at);
    const lanes = Object.values(LANE);
    const taken: Record<Lane, number> = {
      [LANE.answer]: 0,
      [LANE.notice]: Math.min(notices, waiting[LANE.notice]),
      [LANE.digest]: Math.min(digests, waiting[LANE.digest]),
      [LANE.stranger]: 0,
    };
    let left = limit - taken[LANE.notice] - taken[LANE.digest];
    for (const one of lanes) {
      const more = Math.min(left, waiting[one] - taken[one]);
      taken[one] += more;
      left -= more;
    }
    const batch = lanes.flatMap((one) => many(one, taken[one]));
    return turn(batch, at).map((row) => row.lane);
  });
}

describe('nobody starves anybody', () => {
  const flood = fc.nat({ max: 100 });
  const cuts = fc.array(fc.record({ limit: fc.integer({ min: 4, max: 12 }), at: starts }), {
    minLength: 1,
    maxLength: 20,
  });

  test('under any flood in other lanes a notice that is due has one of the first four slots of the next batch', () => {
    fc.assert(
      fc.property(flood, flood, flood, cuts, (answers, digests, strangers, batches) => {
        const waiting = {
          [LANE.answer]: answers,
          [LANE.notice]: 1,
          [LANE.digest]: digests,
          [LANE.stranger]: strangers,
        };
        for (const batch of batches) expect(floods(waiting, [batch]).slice(0, 4)).toContain(LANE.notice);
      }),
    );
  });

  test('however batches are cut, answers and notices get at least their slots while such wait', () => {
    fc.assert(
      fc.property(flood, flood, cuts, (digests, strangers, batches) => {
        const waiting = {
          [LANE.answer]: 100,
          [LANE.notice]: 100,
          [LANE.digest]: digests,
          [LANE.stranger]: strangers,
        };
        for (const { limit, at } of batches) {
          const slots = floods(waiting, [{ limit, at }]);
          const shares = sharesOf(limit, at);
          const of = (lane: Lane) => slots.filter((one) => one === lane).length;
          expect(of(LANE.notice)).toBeGreaterThanOrEqual(shares.notices);
          expect(of(LANE.answer)).toBeGreaterThanOrEqual(limit - shares.notices - shares.digests);
          expect(of(LANE.stranger)).toBe(0);
        }
      }),
    );
  });
});
