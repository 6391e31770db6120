import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { outbox } from '../../db/schema/index.ts';
import { LANE, type Lane, ROUND_SLOTS, sharesOf } from '../../src/domain/lanes.ts';
import { type Office, openOffice } from '../../src/usecases/begin-work.ts';
import {
  claimOutbox,
  coalesceEdits,
  LEASE_MS,
  markSending,
  release,
  reviveLeases,
} from '../../src/usecases/outbox/claim.ts';
import { settleOutbox } from '../../src/usecases/outbox/settle.ts';
import type { Work } from '../../src/usecases/work.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';

let base: TestDatabase;
let office: Office;
let wall: number;

beforeAll(async () => {
  base = await makeTestDatabase();
  office = openOffice(base.db, () => wall);
});
afterAll(() => base.close());
beforeEach(async () => {
  wall = Date.UTC(2026, 10, 23, 3);
  await base.ownerSql`truncate outbox restart identity`;
});

const all = <T>(fn: (work: Work) => Promise<T>): Promise<T> => office.work({ pairs: 'all' }, fn);

type Row = Partial<typeof outbox.$inferInsert>;

const enqueue = (rows: Row[]) =>
  all(async (work) => {
    const values = rows.map((row) => ({
      kind: 'said' as const,
      ref: { message: { lines: [], buttons: [] } },
      chatId: 1,
      lane: 1 as const,
      notBefore: work.now,
      createdAt: work.now,
      ...row,
    }));
    await work.tx.insert(outbox).values(values);
  });

const claim = (owner: string, limit = 100, at = 0) =>
  all(async (work) => {
    await coalesceEdits(work.tx);
    return claimOutbox(work, owner, limit, wall, at);
  });

const idsOf = (rows: { id: number }[]) => rows.map((row) => row.id);

const statesOf = async () =>
  (await base.ownerSql`select state from outbox order by id`).map((row) => row.state);

test('answers go before notices, notices before digests, each in order', async () => {
  await enqueue([
    { chatId: 1, lane: 2 },
    { chatId: 2, lane: 1 },
    { chatId: 3, lane: 1 },
    { chatId: 4, lane: 0 },
  ]);
  expect(idsOf(await claim('one'))).toEqual([4, 2, 3, 1]);
});

test('one message a chat at a time, the next when it is sent', async () => {
  await enqueue([{ chatId: 7 }, { chatId: 7 }, { chatId: 8 }]);
  expect(idsOf(await claim('one'))).toEqual([1, 3]);
  expect(await claim('two')).toEqual([]);
  await all(async (work) => {
    await markSending(work, 'one', [1, 3], wall);
    await settleOutbox(work, 'one', [{ id: 1, kind: 'sent', messageId: 70 }]);
  });
  expect(idsOf(await claim('two'))).toEqual([2]);
});

test('processes that claim at once share the rows; none is taken twice, none is left', async () => {
  await enqueue(Array.from({ length: 300 }, (_, n) => ({ chatId: 1000 + n })));
  const owners = ['one', 'two', 'three', 'four'];
  const taken: number[] = [];
  for (let round = 0; round < 20 && taken.length < 300; round += 1) {
    const claims = await Promise.all(owners.map((owner) => claim(owner, 40)));
    taken.push(...claims.flatMap(idsOf));
  }
  expect(taken).toHaveLength(300);
  expect(new Set(taken).size).toBe(300);
});

test('a claim keeps to its limit', async () => {
  await enqueue(Array.from({ length: 30 }, (_, n) => ({ chatId: n + 1 })));
  expect(await claim('one', 12)).toHaveLength(12);
});

describe('nobody starves anybody', () => {
  const answers = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ chatId: 100 + n, lane: LANE.answer }));
  const lanesOf = (rows: { lane: number }[]) => rows.map((row) => row.lane);

  test('of twelve claimed three are notices and one a digest, whatever answers wait', async () => {
    await enqueue([
      ...answers(50),
      ...Array.from({ length: 9 }, (_, n) => ({ chatId: 200 + n, lane: LANE.notice })),
      ...Array.from({ length: 9 }, (_, n) => ({ chatId: 300 + n, lane: LANE.digest })),
      { chatId: 400, lane: LANE.stranger },
    ]);
    expect(lanesOf(await claim('one', 12))).toEqual([...Array(8).fill(0), 1, 1, 1, 2]);
    expect(lanesOf(await claim('two', 6, 6))).toEqual([0, 0, 0, 1, 1, 2]);
  });

  test('what is set aside and not wanted goes to the others', async () => {
    await enqueue([...answers(20), { chatId: 200, lane: LANE.digest }, { chatId: 400, lane: LANE.stranger }]);
    expect(lanesOf(await claim('one', 12))).toEqual([...Array(11).fill(0), 2]);
    expect(lanesOf(await claim('two', 12))).toEqual([...Array(9).fill(0), 3]);
  });

  test('of the answers those of a chat with little waiting go first', async () => {
    await enqueue([
      ...Array.from({ length: 5 }, (_, n) => ({ chatId: 7, lane: LANE.answer, place: n })),
      { chatId: 8, lane: LANE.answer, place: 0 },
      { chatId: 9, lane: LANE.answer, place: 3 },
    ]);
    await all((work) => work.tx.execute("update outbox set state = 'sent' where id <= 2"));
    expect((await claim('one', 12)).map((row) => row.chatId)).toEqual([8, 7, 9]);
  });

  test('an answer does not wait behind the notice that a broadcast has for its chat', async () => {
    await enqueue([
      ...Array.from({ length: 30 }, (_, n) => ({ chatId: n + 1, lane: LANE.notice })),
      { chatId: 30, lane: LANE.answer },
    ]);
    expect((await claim('one', 6)).map((row) => [row.lane, row.chatId])).toContainEqual([LANE.answer, 30]);
  });

  test('a notice does not wait behind the answers that its own chat calls up after it', async () => {
    await enqueue([
      { chatId: 7, lane: LANE.answer },
      { chatId: 7, lane: LANE.notice },
      { chatId: 7, lane: LANE.answer },
      { chatId: 7, lane: LANE.digest },
    ]);
    const order: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      const rows = await claim('one');
      expect(rows).toHaveLength(1);
      order.push(rows[0]!.id);
      await all((work) => work.tx.execute("update outbox set state = 'sent' where state = 'claimed'"));
    }
    expect(order).toEqual([1, 2, 3, 4]);
  });

  test('whatever waits, a claim takes each lane’s share, then the lanes in their order', async () => {
    const lanes = fc.array(fc.constantFrom<Lane>(...Object.values(LANE)), { minLength: 1, maxLength: 60 });
    const limits = fc.integer({ min: 1, max: 30 });
    await fc.assert(
      fc.asyncProperty(lanes, limits, fc.nat({ max: ROUND_SLOTS - 1 }), async (waiting, limit, at) => {
        await base.ownerSql`truncate outbox restart identity`;
        await enqueue(waiting.map((lane, n) => ({ chatId: n + 1, lane })));
        const count = (of: readonly Lane[], lane: Lane) => of.filter((one) => one === lane).length;
        const { notices, digests } = sharesOf(limit, at);
        const taken = (await claim('one', limit, at)).map((row) => row.lane);
        expect(taken).toHaveLength(Math.min(limit, waiting.length));
        expect(count(taken, LANE.notice)).toBeGreaterThanOrEqual(
          Math.min(notices, count(waiting, LANE.notice)),
        );
        expect(count(taken, LANE.digest)).toBeGreaterThanOrEqual(
          Math.min(digests, count(waiting, LANE.digest)),
        );
        const answers = Math.min(count(waiting, LANE.answer), limit - notices - digests);
        expect(count(taken, LANE.answer)).toBeGreaterThanOrEqual(answers);
        if (taken.includes(LANE.stranger))
          expect(count(taken, LANE.answer)).toBe(count(waiting, LANE.answer));
      }),
      { numRuns: 30 },
    );
  });
});

test('what is not due yet, or was told to wait, stays', async () => {
  const later = (await all(async (work) => work.now)).plus({ minutes: 1 });
  await enqueue([
    { chatId: 1, notBefore: later },
    { chatId: 2, retryAt: later },
    { chatId: 1, lane: 0 },
  ]);
  expect(idsOf(await claim('one'))).toEqual([3]);
});

test('only the last edit of a message goes out', async () => {
  const edit = { editMessageId: 5, coalesceKey: '1-5' };
  await enqueue([edit, edit, edit]);
  expect(idsOf(await claim('one'))).toEqual([3]);
  expect(await statesOf()).toEqual(['skipped', 'skipped', 'claimed']);
});

test('the row comes with what sending needs', async () => {
  await enqueue([{ chatId: -100_123_456_789, isGroup: true, editMessageId: 9, silent: true, attempts: 2 }]);
  const [row] = await claim('one');
  expect(row).toEqual({
    id: 1,
    pairId: null,
    personId: null,
    chatId: -100_123_456_789,
    isGroup: true,
    threadId: null,
    lane: 1,
    kind: 'said',
    ref: { message: { lines: [], buttons: [] } },
    says: 'asks',
    silent: true,
    editMessageId: 9,
    attempts: 2,
    resent: false,
    dueMs: wall,
    locale: 'vi',
  });
});

test('only the owner of a claim puts it on the wire, and only what it still holds', async () => {
  await enqueue([{ chatId: 1 }, { chatId: 2 }]);
  await claim('one');
  expect(await all((work) => markSending(work, 'two', [1, 2], wall))).toEqual(new Set());
  await all((work) => release(work, 'one', [2]));
  expect(await all((work) => markSending(work, 'one', [1, 2], wall))).toEqual(new Set([1]));
  expect(await statesOf()).toEqual(['sending', 'pending']);
});

test('the lease starts anew on the wire, so that it outlasts the call', async () => {
  await enqueue([{ chatId: 1 }]);
  await claim('one');
  wall += LEASE_MS - 1;
  await all((work) => markSending(work, 'one', [1], wall));
  wall += LEASE_MS - 1;
  expect(await all((work) => reviveLeases(work, wall))).toBe(0);
  wall += 2;
  expect(await all((work) => reviveLeases(work, wall))).toBe(1);
});

test('after a crash what was on the wire is marked as sent again, what only waited is not', async () => {
  await enqueue([{ chatId: 1 }, { chatId: 2 }]);
  await claim('gone');
  await all((work) => markSending(work, 'gone', [1], wall));
  wall += LEASE_MS + 1;
  await all((work) => reviveLeases(work, wall));
  expect((await claim('new')).map((row) => [row.id, row.resent])).toEqual([
    [1, true],
    [2, false],
  ]);
});

/** Rows of the outbox that this session has read. */
async function readsOf(work: Work): Promise<number> {
  const [stat] = await work.tx.execute<{ n: string }>(
    `select coalesce(idx_tup_fetch, 0) + coalesce(seq_tup_read, 0) as n from pg_stat_xact_user_tables
     where relname = 'outbox'`,
  );
  return Number(stat!.n);
}

test('a claim among thousands looks at few rows, whatever the statistics say', async () => {
  await base.ownerSql`analyze outbox`;
  await enqueue(Array.from({ length: 3_000 }, (_, n) => ({ chatId: n + 1 })));
  const seen = await all(async (work) => {
    // Postgres 15 counts what the session has not reported yet, too.
    const before = await readsOf(work);
    await coalesceEdits(work.tx);
    const rows = await claimOutbox(work, 'one', 50, wall);
    return { rows: rows.length, reads: (await readsOf(work)) - before };
  });
  expect(seen.rows).toBe(50);
  expect(seen.reads).toBeLessThan(1_000);
});
