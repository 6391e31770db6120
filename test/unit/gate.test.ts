import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookAtDoor } from '../../src/telegram/door.ts';
import { MOST_WAITING, openGate } from '../../src/telegram/gate.ts';

let nextId = 0;
const from = (sender: number, chat = sender) => {
  nextId += 1;
  return lookAtDoor({ update_id: nextId, message: { chat: { id: chat }, from: { id: sender } } })!;
};
const many = (count: number, sender: number, chat?: number) =>
  Array.from({ length: count }, () => from(sender, chat));
const counts = (sorted: ReturnType<ReturnType<typeof openGate>['sort']>) => ({
  read: sorted.read.length,
  surplus: sorted.surplus.length,
  told: sorted.told.length,
});

describe('the gate', () => {
  test('one sender’s first fifty are read, the rest is left with one word, others are read', () => {
    const gate = openGate(() => 0);
    const sorted = gate.sort([...many(60, 1), ...many(40, 2)]);
    expect(counts(sorted)).toEqual({ read: MOST_WAITING + 40, surplus: 10, told: 1 });
    expect(sorted.surplus.every(({ caller }) => caller.userId === 1)).toBe(true);
  });

  test('in a group each member counts for themselves', () => {
    const gate = openGate(() => 0);
    const taps = Array.from({ length: 98 }, (_, n) => from(n + 1, -5));
    expect(counts(gate.sort(taps))).toEqual({ read: 98, surplus: 0, told: 0 });
  });

  test('for a minute nothing more of them is read, without a second word; then they are read again', () => {
    let now = 0;
    const gate = openGate(() => now);
    const first = gate.sort(many(51, 1));
    gate.letIn(first);
    for (const arrival of first.read) gate.letOut(arrival);
    now = 59_999;
    expect(counts(gate.sort(many(3, 1)))).toEqual({ read: 0, surplus: 3, told: 0 });
    now = 60_000;
    expect(counts(gate.sort(many(3, 1)))).toEqual({ read: 3, surplus: 0, told: 0 });
  });

  test('what could not be kept is sorted again alike', () => {
    const gate = openGate(() => 0);
    const fresh = many(60, 1);
    expect(gate.sort(fresh)).toEqual(gate.sort(fresh));
  });

  test('every update is read or left, never both; whoever has one left has been told within the minute', () => {
    const step = fc.record({
      senders: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 100 }),
      ms: fc.nat(50_000),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let now = 0;
        const gate = openGate(() => now);
        const toldAt = new Map<number, number>();
        for (const { senders, ms } of steps) {
          now += ms;
          const fresh = senders.map((sender) => from(sender));
          const sorted = gate.sort(fresh);
          gate.letIn(sorted);
          expect([...sorted.read, ...sorted.surplus].map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(
            fresh.map(({ id }) => id),
          );
          for (const one of sorted.told) toldAt.set(one.caller.userId!, now);
          for (const one of sorted.surplus)
            expect(now - (toldAt.get(one.caller.userId!) ?? Number.NEGATIVE_INFINITY)).toBeLessThan(60_000);
          for (const one of sorted.read.slice(0, 30)) gate.letOut(one);
        }
      }),
      { numRuns: 200 },
    );
  });
});
