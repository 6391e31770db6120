import fc from 'fast-check';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BucketState, pauseAll, reserveSlots } from '../../src/domain/gcra.ts';
import { type Budget, toDelaysMs } from '../../src/telegram/budget.ts';
import { redisBudget } from '../../src/telegram/budget-redis.ts';
import { sqlBudget } from '../../src/telegram/budget-sql.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';

/** Before any clock of a server: the budget is not new. */
const LONG_AGO = Date.UTC(2020, 0, 1);

let server: RedisServer;
let redis: Redis;
let database: TestDatabase;
let onRedis: Budget;
let onSql: Budget;

beforeAll(async () => {
  server = await startRedisServer();
  redis = new Redis(server.url);
  database = await makeTestDatabase();
  onRedis = redisBudget({ redis });
  onSql = sqlBudget({ sql: database.db.sql });
});
beforeEach(forget);
afterAll(async () => {
  redis.disconnect();
  await server.stop();
  await database.close();
});

async function forget(): Promise<void> {
  await redis.flushall();
  await database.ownerSql`DELETE FROM rate_bucket`;
}

function reference(): Budget & { forget(): void } {
  let state: BucketState = { bornUs: undefined, untilUs: 0, tatUs: new Map() };
  return {
    async reserve(requests, { horizonMs = 1_000, wallNowMs = 0 } = {}) {
      const done = reserveSlots(state, requests, { nowUs: wallNowMs * 1_000, horizonUs: horizonMs * 1_000 });
      state = done.state;
      return toDelaysMs(done.delaysUs);
    },
    async penalize(retryAfterMs, { wallNowMs = 0 } = {}) {
      state = pauseAll(state, { nowUs: wallNowMs * 1_000, retryAfterUs: retryAfterMs * 1_000 });
    },
    forget() {
      state = { bornUs: undefined, untilUs: 0, tatUs: new Map() };
    },
  };
}

const request = fc.integer({ min: -3, max: 20 }).map((chatId) => ({ chatId, group: chatId < 0 }));
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      requests: fc.array(request, { minLength: 1, maxLength: 30 }),
      horizonMs: fc.constantFrom(0, 100, 500, 1_000, 5_000),
    }),
  },
  { weight: 6, arbitrary: fc.record({ advanceMs: fc.integer({ min: -50, max: 3_000 }) }) },
  { weight: 1, arbitrary: fc.constant({ advanceMs: -7_200_000 }) },
  { weight: 1, arbitrary: fc.record({ penalizeMs: fc.integer({ min: 0, max: 4_000 }) }) },
  { weight: 1, arbitrary: fc.constant({ forget: true as const }) },
);

test('Redis, SQL and the pure law give the same delays', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const law = reference();
      await forget();
      let wallNowMs = 1_790_000_000_000;
      for (const action of steps) {
        if ('advanceMs' in action) wallNowMs += action.advanceMs;
        else if ('forget' in action) await Promise.all([forget(), law.forget()]);
        else {
          const [expected, redisDelays, sqlDelays] = await Promise.all(
            [law, onRedis, onSql].map((budget) =>
              'penalizeMs' in action
                ? budget.penalize(action.penalizeMs, { wallNowMs })
                : budget.reserve(action.requests, { horizonMs: action.horizonMs, wallNowMs }),
            ),
          );
          expect(redisDelays).toEqual(expected);
          expect(sqlDelays).toEqual(expected);
        }
      }
    }),
    { numRuns: 60, interruptAfterTimeLimit: 15_000 },
  );
});

describe.each(['redis', 'sql'])('on %s', (kind) => {
  const budget = () => (kind === 'redis' ? onRedis : onSql);
  const chats = (count: number, from = 1) =>
    Array.from({ length: count }, (_, index) => ({ chatId: from + index, group: false }));

  test('many processes at once share one pace, on the clock of the server', async () => {
    await budget().reserve(chats(1), { wallNowMs: LONG_AGO });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => budget().reserve(chats(3, index * 10))),
    );
    const delays = answers.flat().map((delay) => delay ?? Number.NaN);
    expect(delays).toHaveLength(24);
    expect(Math.max(...delays)).toBeGreaterThan(500);
    expect(Math.max(...delays)).toBeLessThanOrEqual(Math.ceil(23 * 34.723));
  });

  test('reserve and flush by turns never give more than 30 in any 1,000 ms', async () => {
    const sent: number[] = [];
    let wallNowMs = 1_790_000_000_000;
    for (let round = 0; round < 60; round++) {
      const delays = await budget().reserve(chats(35, round * 35), { wallNowMs });
      sent.push(...delays.filter((delay) => delay !== undefined).map((delay) => wallNowMs + delay));
      wallNowMs += 170;
      if (round % 15 === 0) await forget();
    }
    expect(sent.length).toBeGreaterThan(60);
    for (const at of sent) {
      expect(sent.filter((other) => other >= at && other < at + 1_000).length).toBeLessThanOrEqual(30);
    }
  });

  test('after a 429 of several chats nothing goes until it is over', async () => {
    const wallNowMs = 1_790_000_000_000;
    await budget().reserve(chats(1), { wallNowMs: wallNowMs - 3_600_000 });
    await budget().penalize(3_000, { wallNowMs });
    expect(await budget().reserve(chats(1), { wallNowMs: wallNowMs + 1_000 })).toEqual([undefined]);
    expect(await budget().reserve(chats(1), { wallNowMs: wallNowMs + 2_500 })).toEqual([500]);
  });

  test('nothing asked for, nothing given', async () => {
    expect(await budget().reserve([])).toEqual([]);
  });
});

test('Redis forgets the chats that are idle, and not the bot', async () => {
  await onRedis.reserve([{ chatId: 1, group: false }], { wallNowMs: LONG_AGO });
  await onRedis.reserve([{ chatId: -1, group: true }]);
  const keys = (await redis.keys('*')).toSorted();
  expect(keys).toEqual(['phoi-hop:budget:bot', 'phoi-hop:budget:chat:-1', 'phoi-hop:budget:group:-1']);
  expect(await redis.pttl('phoi-hop:budget:bot')).toBe(-1);
  expect(await redis.pttl('phoi-hop:budget:chat:-1')).toBeGreaterThan(0);
});
