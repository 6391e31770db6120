import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { outbox } from '../../db/schema/index.ts';
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
      kind: 'said',
      ref: { message: { lines: [], buttons: [] } },
      chatId: 1,
      lane: 1 as const,
      notBefore: work.now,
      createdAt: work.now,
      ...row,
    }));
    await work.tx.insert(outbox).values(values);
  });

const claim = (owner: string, limit = 100) =>
  all(async (work) => {
    await coalesceEdits(work.tx);
    return claimOutbox(work, owner, limit, wall);
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
