import { setImmediate as turn } from 'node:timers/promises';
import type { Update } from '@grammyjs/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lookAtDoor } from '../../src/telegram/door.ts';
import { openHand } from '../../src/telegram/hand.ts';

const LIMIT = 5;

type Step = { do: 'write'; chat: number } | { do: 'ask' | 'arrive' } | { do: 'finish'; which: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('write' as const), chat: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constantFrom('ask' as const, 'arrive' as const) }),
  fc.record({ do: fc.constant('finish' as const), which: fc.nat(9) }),
);

/** A Telegram whose answers are under way for a while, and a hand that asks it. */
function openTable() {
  const handled: Update[] = [];
  const going: { update: Update; finish(): void }[] = [];
  const finished = new Set<number>();
  const hand = openHand(({ update }) => {
    handled.push(update);
    return new Promise((resolve) => {
      going.push({ update, finish: () => resolve(true) });
    });
  });
  let lastId = 100;
  let queue: Update[] = [];
  let underWay: { asked: number; updates: Update[] } | undefined;
  let arrived: number | undefined;
  const steps = {
    write: (chat: number) => {
      lastId += 1;
      queue.push({ update_id: lastId, message: { chat: { id: chat } } } as Update);
    },
    ask: () => {
      if (underWay) return;
      const asked = hand.offset();
      queue = queue.filter((update) => update.update_id >= asked);
      underWay = { asked, updates: queue.slice(0, LIMIT) };
    },
    arrive: () => {
      if (!underWay) return;
      arrived = underWay.updates.at(-1)?.update_id ?? arrived;
      const arrivals = underWay.updates.map((update) => lookAtDoor(update)!);
      hand.fresh(arrivals, underWay.asked);
      hand.take(arrivals);
      underWay = undefined;
    },
    finish: (which: number) => {
      const [one] = going.splice(which % Math.max(going.length, 1), 1);
      if (!one) return;
      one.finish();
      finished.add(one.update.update_id);
    },
  };
  const written = () => Array.from({ length: lastId - 100 }, (_, n) => 101 + n);
  /** All before it is done, and none of it asked for in vain. */
  const dueOffset = () => {
    const undone = written().find((id) => id <= (arrived ?? 0) && !finished.has(id));
    return undone ?? (arrived === undefined ? 0 : arrived + 1);
  };
  return { hand, handled, steps, written, dueOffset, isConfirmed: () => queue.length === 0 };
}

const idsOf = (updates: Update[]) => updates.map((update) => update.update_id);

test('whatever is done between an ask and its answer: each update is handled once, in order in its chat, and confirmed as soon as it may be', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 80, size: 'max' }), async (steps) => {
      const table = openTable();
      const run = async (one: Step) => {
        if (one.do === 'write') table.steps.write(one.chat);
        else if (one.do === 'finish') table.steps.finish(one.which);
        else table.steps[one.do]();
        await turn();
        expect(table.hand.offset()).toBe(table.dueOffset());
      };
      for (const one of steps) await run(one);
      for (let rounds = 0; rounds < 200 && !table.isConfirmed(); rounds += 1) {
        for (const last of ['ask', 'arrive'] as const) await run({ do: last });
        await run({ do: 'finish', which: 0 });
      }
      expect(idsOf(table.handled).toSorted()).toEqual(table.written());
      for (const chat of [1, 2, 3]) {
        const inChat = idsOf(table.handled.filter(({ message }) => message!.chat.id === chat));
        expect(inChat).toEqual(inChat.toSorted());
      }
    }),
    { numRuns: 200 },
  );
});
