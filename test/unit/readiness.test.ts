import { expect, test } from 'vitest';
import { readiness } from '../../src/start-http.ts';

const RIGHT = { database: true, queue: true, telegram: true, sending: true };

/** Parts that count what a question costs: a query, a transaction, a call to Telegram. */
function counted() {
  const asked = { queries: 0, transactions: 0, calls: 0 };
  const parts = {
    bot: { api: { getMe: async () => ({ is_bot: ++asked.calls > 0 }) } },
    office: {
      db: { sql: async () => [++asked.queries] },
      work: async () => ++asked.transactions < 0,
    },
    queue: { ready: async () => true },
    isReached: () => true,
  };
  return { asked, parts: parts as never };
}

test('a storm of questions costs the database what one a second does, and Telegram one in ten seconds', async () => {
  let now = 0;
  const { asked, parts } = counted();
  const ready = readiness(parts, () => now);
  const storm = async () => Promise.all(Array.from({ length: 500 }, ready));
  for (const answer of await storm()) expect(answer).toEqual(RIGHT);
  expect(asked).toEqual({ queries: 1, transactions: 1, calls: 1 });
  now = 1_000;
  await storm();
  expect(asked).toEqual({ queries: 2, transactions: 2, calls: 1 });
  now = 10_000;
  await storm();
  expect(asked).toEqual({ queries: 3, transactions: 3, calls: 2 });
});
