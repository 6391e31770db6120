import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openAttention } from '../../src/telegram/attention.ts';
import { type Arrival, lookAtDoor } from '../../src/telegram/door.ts';
import { type Hand, openHand } from '../../src/telegram/hand.ts';
import { keepApart, sideBySide } from '../../src/telegram/pace.ts';

type Gate = { open: () => void; promise: Promise<void> };

function gate(): Gate {
  let open = () => {};
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, promise };
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('messages of one process under a limit', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const time = {
    now: () => performance.now(),
    sleep: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
  const sendAll = async (pace: ReturnType<typeof keepApart>, atMs: number[]) => {
    const began = performance.now();
    const gone: number[] = [];
    const all = atMs.map(async (at) => {
      await new Promise((resolve) => setTimeout(resolve, at));
      await pace.run(async () => void gone.push(performance.now() - began));
    });
    await vi.runAllTimersAsync();
    await Promise.all(all);
    return gone;
  };

  test('on time they are not held up', async () => {
    const slots = Array.from({ length: 20 }, (_, n) => n * 35);
    expect(await sendAll(keepApart(34, time), slots)).toEqual(slots);
  });

  test('what a stall delayed goes out one after another, and catches up', async () => {
    const gone = await sendAll(
      keepApart(34, time),
      Array.from({ length: 40 }, (_, n) => Math.max(500, n * 35)),
    );
    const inSecond = gone.map((start) => gone.filter((at) => at >= start && at < start + 1_000).length);
    expect(Math.max(...inSecond)).toBeLessThanOrEqual(30);
    expect(gone).toHaveLength(40);
  });

  test('a timer that is late by little does not push the following back', async () => {
    const gone = await sendAll(
      keepApart(34, time),
      Array.from({ length: 30 }, (_, n) => n * 35 + (n % 2) * 4),
    );
    expect(gone.at(-1)).toBeLessThanOrEqual(29 * 35 + 4);
  });
});

describe('messages of one process without a limit', () => {
  test('so many at once, the others in their order', async () => {
    const pace = sideBySide(2, openAttention());
    const gates = [gate(), gate(), gate(), gate()];
    const begun: number[] = [];
    const all = gates.map((one, n) =>
      pace.run(() => {
        begun.push(n);
        return one.promise;
      }),
    );
    await settle();
    expect(begun).toEqual([0, 1]);
    gates[1]!.open();
    await settle();
    expect(begun).toEqual([0, 1, 2]);
    for (const one of gates) one.open();
    await Promise.all(all);
    expect(begun).toEqual([0, 1, 2, 3]);
  });

  test('one that fails gives its place away', async () => {
    const pace = sideBySide(1, openAttention());
    await expect(pace.run(() => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
    await expect(pace.run(async () => 'sent')).resolves.toBe('sent');
  });

  test('none begins while an update is in hand', async () => {
    const attention = openAttention();
    const pace = sideBySide(2, attention);
    const update = gate();
    const handled = attention.during(() => update.promise);
    let begun = false;
    const sent = pace.run(async () => {
      begun = true;
    });
    await settle();
    expect(begun).toBe(false);
    update.open();
    await Promise.all([handled, sent]);
    expect(begun).toBe(true);
  });

  test('a stream of taps delays a broadcast and does not stop it', async () => {
    const attention = openAttention();
    const update = gate();
    const handled = attention.during(() => update.promise);
    await expect(attention.free()).resolves.toBeUndefined();
    update.open();
    await handled;
  });
});

describe('the updates in hand', () => {
  const tap = (id: number, chat: number) => lookAtDoor({ update_id: id, message: { chat: { id: chat } } })!;

  const give = (hand: Hand, arrivals: Arrival[], asked: number): boolean => {
    const fresh = hand.fresh(arrivals, asked);
    hand.take(arrivals);
    return fresh.length > 0;
  };

  const openGated = () => {
    const gates = new Map<number, Gate>();
    const begun: number[] = [];
    const hand = openHand(async ({ id }) => {
      begun.push(id);
      const one = gate();
      gates.set(id, one);
      await one.promise;
      return true;
    });
    const finish = async (id: number) => {
      gates.get(id)!.open();
      await settle();
    };
    return { hand, begun, finish };
  };

  test('those of one chat run in order, those of others beside them', async () => {
    const { hand, begun, finish } = openGated();
    give(hand, [tap(1, 7), tap(2, 7), tap(3, 8)], 0);
    await settle();
    expect(begun).toEqual([1, 3]);
    await finish(1);
    expect(begun).toEqual([1, 3, 2]);
  });

  test('the offset passes only what is done', async () => {
    const { hand, finish } = openGated();
    give(hand, [tap(5, 1), tap(6, 2), tap(7, 3)], 0);
    await settle();
    await finish(6);
    await finish(7);
    expect(hand.offset()).toBe(5);
    await finish(5);
    expect(hand.offset()).toBe(8);
    expect(hand.size()).toBe(0);
  });

  test('what Telegram repeats meanwhile is not begun again, whether in hand or done', async () => {
    const { hand, begun, finish } = openGated();
    give(hand, [tap(1, 1), tap(2, 2)], 0);
    await settle();
    await finish(2);
    expect(give(hand, [tap(1, 1), tap(2, 2)], 0)).toBe(false);
    expect(give(hand, [tap(1, 1), tap(2, 2), tap(3, 3)], 0)).toBe(true);
    await settle();
    expect(begun).toEqual([1, 2, 3]);
    expect(hand.offset()).toBe(1);
  });

  test('an update that is given again after it was confirmed is handled again', async () => {
    const { hand, begun, finish } = openGated();
    give(hand, [tap(1, 1)], 0);
    await settle();
    await finish(1);
    give(hand, [], hand.offset());
    expect(give(hand, [tap(1, 1)], hand.offset())).toBe(true);
    await settle();
    expect(begun).toEqual([1, 1]);
  });

  test('what was not done when the poller stopped stays unconfirmed', async () => {
    const hand = openHand(async ({ id }) => id !== 2);
    give(hand, [tap(1, 1), tap(2, 2), tap(3, 3)], 0);
    await hand.settled();
    expect(hand.offset()).toBe(2);
  });
});
