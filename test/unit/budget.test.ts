import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BucketState, reserveSlots, type SlotRequest } from '../../src/domain/gcra.ts';
import { unlimitedBudget } from '../../src/telegram/budget.ts';

const empty: BucketState = { bornUs: undefined, untilUs: 0, tatUs: new Map() };
const start = 1_790_000_000_000;

/** The law on a clock of its own, in ms; keeps what went on the wire and when. */
class Wire {
  state: BucketState = empty;
  nowMs = start;
  sent: { chatId: number; group: boolean; at: number }[] = [];

  reserve(requests: SlotRequest[], horizonMs = 1_000): (number | undefined)[] {
    const at = { nowUs: this.nowMs * 1_000, horizonUs: horizonMs * 1_000 };
    const { delaysUs, state } = reserveSlots(this.state, requests, at);
    this.state = state;
    requests.forEach(({ chatId, group }, index) => {
      const delay = delaysUs[index];
      if (delay !== undefined) this.sent.push({ chatId, group, at: this.nowMs + delay / 1_000 });
    });
    return delaysUs.map((delay) => (delay === undefined ? undefined : Math.ceil(delay / 1_000)));
  }

  /** A store that has remembered for long enough. */
  settled(): this {
    this.reserve([]);
    this.nowMs += 3_600_000;
    return this;
  }
}

function chats(count: number, from = 1): SlotRequest[] {
  return Array.from({ length: count }, (_, index) => ({ chatId: from + index, group: false }));
}

function mostWithin(windowMs: number, times: number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.max(
    0,
    ...sorted.map((from) => sorted.filter((at) => at >= from && at < from + windowMs).length),
  );
}

function byChat(wire: Wire, group?: boolean): number[][] {
  const all = wire.sent.filter((message) => group === undefined || message.group === group);
  const chats = [...new Set(all.map(({ chatId }) => chatId))];
  return chats.map((chat) => all.filter(({ chatId }) => chatId === chat).map(({ at }) => at));
}

const request = fc.integer({ min: 1, max: 6 }).map((chatId) => ({ chatId, group: chatId > 3 }));
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ reserve: fc.array(request, { maxLength: 12 }) }) },
  { weight: 2, arbitrary: fc.record({ broadcast: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 4, arbitrary: fc.record({ advance: fc.integer({ min: 0, max: 4_000 }) }) },
  { weight: 1, arbitrary: fc.constant({ flush: true as const }) },
);

describe('no limit is ever passed, even when the memory is emptied at any moment', () => {
  test('30 a second a bot, 1 a second a chat, 20 a minute a group', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 80 }),
        fc.infiniteStream(fc.nat({ max: 40 })),
        (steps, jitter) => {
          const wire = new Wire();
          for (const action of steps) {
            if ('reserve' in action) wire.reserve(action.reserve);
            else if ('broadcast' in action) wire.reserve(chats(action.broadcast, 100));
            else if ('advance' in action) wire.nowMs += action.advance;
            else wire.state = empty;
          }
          const late = wire.sent.map(({ at }) => at + Number(jitter.next().value));
          expect(mostWithin(1_000, late)).toBeLessThanOrEqual(30);
          for (const times of byChat(wire)) expect(mostWithin(1_000, times)).toBeLessThanOrEqual(1);
          for (const times of byChat(wire, true)) expect(mostWithin(60_000, times)).toBeLessThanOrEqual(20);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a store that is emptied again and again while a broadcast runs stays under 30 a second', () => {
    const wire = new Wire().settled();
    for (let round = 0; round < 400; round++) {
      wire.reserve(chats(40, round * 40));
      if (round % 11 === 0) wire.state = empty;
      wire.nowMs += 150;
    }
    expect(wire.sent.length).toBeGreaterThan(100);
    expect(
      mostWithin(
        1_000,
        wire.sent.map(({ at }) => at),
      ),
    ).toBeLessThanOrEqual(30);
  });

  test('a group that is written to without pause gets near 20 a minute, never above', () => {
    const wire = new Wire().settled();
    for (; wire.nowMs < start + 3_600_000 + 300_000; wire.nowMs += 500)
      wire.reserve([{ chatId: -7, group: true }]);
    const most = mostWithin(
      60_000,
      wire.sent.map(({ at }) => at),
    );
    expect(most).toBeGreaterThanOrEqual(18);
    expect(most).toBeLessThanOrEqual(20);
  });
});

describe('what may go, goes', () => {
  test('a message to an idle chat goes at once', () => {
    expect(new Wire().settled().reserve([{ chatId: 1, group: false }])).toEqual([0]);
  });

  test('a broadcast to 500 chats takes 17.4 s', () => {
    const wire = new Wire().settled();
    let open = chats(500);
    while (open.length > 0) {
      const delays = wire.reserve(open);
      open = open.filter((_, index) => delays[index] === undefined);
      wire.nowMs += 500;
    }
    const times = wire.sent.map(({ at }) => at);
    expect(Math.max(...times) - Math.min(...times)).toBeCloseTo(499 * 34.723, -1);
  });

  test('a group takes three messages a second apart, then one each 3.4 s', () => {
    const wire = new Wire().settled();
    const from = wire.nowMs;
    for (; wire.sent.length < 5; wire.nowMs += 10) wire.reserve([{ chatId: -7, group: true }], 0);
    const gaps = wire.sent.map(({ at }) => at - from);
    [0, 1_050, 2_100, 3_400, 6_800].forEach((gap, index) => {
      expect(gaps[index]).toBeGreaterThanOrEqual(gap);
      expect(gaps[index]).toBeLessThanOrEqual(gap + 10);
    });
  });

  test('a chat that has to wait holds nobody else up', () => {
    const wire = new Wire().settled();
    const batch = [...chats(1), ...chats(1), ...chats(3, 2)];
    expect(wire.reserve(batch, 500)).toEqual([0, undefined, 35, 70, 105]);
  });

  test('of those that can start at once, the first named goes first', () => {
    expect(new Wire().settled().reserve([...chats(1, 9), ...chats(3)])).toEqual([0, 35, 70, 105]);
  });

  test('an answer to a tap waits no longer than the horizon of a broadcast', () => {
    const wire = new Wire().settled();
    wire.reserve(chats(500, 10), 250);
    expect(wire.reserve(chats(1))[0]).toBeLessThanOrEqual(250 + 35);
  });

  test('what is beyond the horizon is not reserved', () => {
    const wire = new Wire().settled();
    expect(wire.reserve(chats(5), 80)).toEqual([0, 35, 70, undefined, undefined]);
    expect(wire.reserve(chats(1, 4), 200)).toEqual([105]);
  });
});

describe('the memory', () => {
  test('a store without a memory holds everything back until no older slot can be open', () => {
    const wire = new Wire();
    expect(wire.reserve(chats(2))).toEqual([undefined, undefined]);
    wire.nowMs += 1_050;
    expect(wire.reserve(chats(1))).toEqual([expect.any(Number)]);
  });

  test('a pause holds everything until it is over', () => {
    const wire = new Wire().settled();
    wire.state = { ...wire.state, untilUs: (wire.nowMs + 5_000) * 1_000 };
    expect(wire.reserve(chats(1))).toEqual([undefined]);
    wire.nowMs += 4_500;
    expect(wire.reserve(chats(2))).toEqual([500, 535]);
  });

  test('a clock that is set back an hour stops nobody for longer than a new start would', () => {
    const wire = new Wire().settled();
    wire.reserve(chats(5));
    wire.nowMs -= 2 * 3_600_000;
    expect(wire.reserve(chats(1))).toEqual([undefined]);
    wire.nowMs += 2_100;
    expect(wire.reserve(chats(1))).toEqual([0]);
  });
});

test('with the limits off everything goes at once', async () => {
  await unlimitedBudget.penalize(10_000);
  expect(await unlimitedBudget.reserve(chats(3))).toEqual([0, 0, 0]);
});
