import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTurnstile } from '../../src/telegram/turnstile.ts';

/** Everybody comes at once and stays for a moment; the order in which they get in, and how many were inside at most. */
async function crowd(limit: number, who: { isTap: boolean; fails?: boolean }[]) {
  const turnstile = openTurnstile(limit);
  const order: number[] = [];
  let inside = 0;
  let most = 0;
  const results = await Promise.allSettled(
    who.map(({ isTap, fails }, n) =>
      turnstile.through(isTap, async () => {
        order.push(n);
        inside += 1;
        most = Math.max(most, inside);
        await sleep(0);
        inside -= 1;
        if (fails) throw new Error('inside');
        return n;
      }),
    ),
  );
  return { order, most, results };
}

const message = { isTap: false };
const tap = { isTap: true };

test('a tap does not wait behind a hundred messages, and messages not behind a hundred taps', async () => {
  const behind = await crowd(8, [...Array(100).fill(message), tap]);
  expect(behind.order.indexOf(100)).toBeLessThan(8 + 3);
  const before = await crowd(8, [...Array(100).fill(tap), message]);
  expect(before.order.indexOf(100)).toBeLessThan(8 + 3);
});

test('everybody gets in once, never more than the limit, also when what they do fails', async () => {
  const someone = fc.record({ isTap: fc.boolean(), fails: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 8 }),
      fc.array(someone, { maxLength: 40 }),
      async (limit, who) => {
        const { order, most, results } = await crowd(limit, who);
        expect(order.toSorted((a, b) => a - b)).toEqual(who.map((_, n) => n));
        expect(most).toBe(Math.min(limit, who.length));
        expect(results.map((one) => one.status === 'rejected')).toEqual(who.map((one) => one.fails));
      },
    ),
    { numRuns: 50 },
  );
});
