import { eq, sql } from 'drizzle-orm';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  DatabaseError,
  isTransient,
  openDatabase,
  sqlState,
  type Tx,
  withoutValues,
} from '../../db/client.ts';
import { bigId, day, instant } from '../../db/columns.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';

const note = pgTable('client_note', {
  id: integer().primaryKey(),
  pairId: integer('pair_id').notNull(),
  body: text(),
  at: instant('at'),
  on: day('on'),
  chat: bigId('chat'),
});
const ALL = { pairs: 'all' } as const;

let at: TestDatabase;
beforeAll(async () => {
  at = await makeTestDatabase();
  await at.ownerSql.unsafe(`
    create table client_note (id int primary key, pair_id int not null, body text, at timestamptz(3), "on" date, chat bigint);
    alter table client_note enable row level security;
    create policy scope on client_note using (case when current_setting('app.pairs', true) = '*' then true
      else pair_id = any (string_to_array(current_setting('app.pairs', true), ',')::int[]) end);
    grant select, insert, update, delete on client_note to phoihop_app`);
});
afterAll(() => at.close());
beforeEach(() => at.ownerSql`delete from client_note`);

const insert = (tx: Tx, id: number, pairId = 1) => tx.insert(note).values({ id, pairId, body: 'riêng' });
const kept = async () => (await at.ownerSql`select id from client_note order by id`).map(({ id }) => id);
const terminate = (pid: number) => at.ownerSql`select pg_terminate_backend(${pid}, 5000)`;

test('a transaction sees the pairs of its scope and nothing else; outside a transaction no pair is seen', async () => {
  await at.db.tx(ALL, async (tx) => {
    for (const id of [1, 2, 3]) await insert(tx, id, id);
  });
  const seen = (pairs: number[] | 'all') =>
    at.db.tx({ pairs } as { pairs: number[] }, (tx) =>
      tx.select({ id: note.id }).from(note).orderBy(note.id),
    );
  expect(await seen('all')).toHaveLength(3);
  expect(await seen([1, 3])).toEqual([{ id: 1 }, { id: 3 }]);
  expect(await seen([])).toEqual([]);
  expect(await at.db.sql`select id from client_note`).toHaveLength(0);
  await expect(at.db.tx({ pairs: [2] }, (tx) => insert(tx, 9, 1))).rejects.toMatchObject({ code: '42501' });
  await expect(seen([Number.NaN])).rejects.toThrow(RangeError);
});

test('the sessions run as the app role', async () => {
  const who = await at.db.tx(ALL, (tx) => tx.execute(sql`select current_user as who`));
  expect([who[0], (await at.db.sql`select current_user as who`)[0]]).toEqual([
    { who: 'phoihop_app' },
    { who: 'phoihop_app' },
  ]);
});

test('an error in the work takes everything back; an error in a savepoint only what was in it', async () => {
  const oops = new Error('oops');
  const failing = at.db.tx(ALL, async (tx) => {
    await insert(tx, 1);
    throw oops;
  });
  await expect(failing).rejects.toBe(oops);
  await at.db.tx(ALL, async (tx) => {
    await insert(tx, 2);
    const inner = tx.transaction(async (nested) => {
      await insert(nested, 3);
      await nested.transaction((deepest) => insert(deepest, 2));
    });
    await expect(inner).rejects.toThrow();
    await tx.transaction((nested) => insert(nested, 4));
  });
  expect(await kept()).toEqual([2, 4]);
});

test('a failed query whose error is dropped does not pass for a commit', async () => {
  const careless = at.db.tx(ALL, async (tx) => {
    await insert(tx, 1);
    await insert(tx, 1).catch(() => {});
    return 'done';
  });
  await expect(careless).rejects.toThrow('Nothing was kept');
  expect(await kept()).toEqual([]);
});

test('a query after the end of its transaction is refused', async () => {
  let leaked: Tx | undefined;
  await at.db.tx(ALL, async (tx) => {
    leaked = tx;
  });
  await expect(insert(leaked!, 1)).rejects.toMatchObject({
    cause: { message: expect.stringContaining('is over') },
  });
  expect(await kept()).toEqual([]);
});

test('more transactions than connections wait in line, and all come through', async () => {
  const db = await openDatabase({ url: at.url, max: 2 });
  const ids = Array.from({ length: 12 }, (_, id) => id);
  await Promise.all(ids.map((id) => db.tx(ALL, (tx) => insert(tx, id))));
  await db.close();
  expect(await kept()).toEqual(ids);
  await expect(db.tx(ALL, (tx) => insert(tx, 99))).rejects.toThrow('closed');
});

test('what is read in one read agrees with itself, and writes nothing', async () => {
  const count = (tx: Tx) => tx.$count(note);
  const counts = await at.db.read(ALL, async (tx) => {
    const before = await count(tx);
    await at.db.tx(ALL, (other) => insert(other, 1));
    return [before, await count(tx)];
  });
  expect(counts).toEqual([0, 0]);
  await expect(at.db.read(ALL, (tx) => insert(tx, 2))).rejects.toMatchObject({ code: '25006' });
});

test('a failed query leaves without the values that were in it', async () => {
  await at.db.tx(ALL, (tx) => insert(tx, 1));
  const error = await at.db.tx(ALL, (tx) => insert(tx, 1)).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(DatabaseError);
  expect(error).toMatchObject({ code: '23505', constraint: 'client_note_pkey' });
  const bad = await at.db
    .tx(ALL, (tx) => tx.execute(sql`select ${'riêng'}::text::int`))
    .catch((reason: unknown) => reason);
  const wrapped = withoutValues(
    new Error('outer', {
      cause: await at.db.sql`select ${'riêng'}::text::int`.catch((reason: unknown) => reason),
    }),
  );
  for (const each of [error, bad, wrapped, (wrapped as Error).cause]) {
    const { stack, ...rest } = each as Error;
    expect(`${stack} ${JSON.stringify(rest)} ${(each as Error).message}`).not.toContain('riêng');
  }
  expect([sqlState(bad), sqlState(wrapped)]).toEqual(['22P02', '22P02']);
});

test('deadlocks, refused connections and stopped servers may be tried again; broken rules and bugs may not', async () => {
  await at.db.tx(ALL, async (tx) => {
    await insert(tx, 1);
    await insert(tx, 2);
  });
  const touch = (tx: Tx, id: number) => tx.update(note).set({ body: 'x' }).where(eq(note.id, id));
  let meet = () => {};
  const met = new Promise<void>((resolve) => {
    let waiting = 2;
    meet = () => --waiting === 0 && resolve();
  });
  const cross = (first: number, second: number) =>
    at.db.tx(ALL, async (tx) => {
      await touch(tx, first);
      meet();
      await met;
      await touch(tx, second);
    });
  const results = await Promise.allSettled([cross(1, 2), cross(2, 1)]);
  const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  expect(failed.map((error) => [sqlState(error), isTransient(error)])).toEqual([['40P01', true]]);
  const refused = await openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none' }).catch(
    (error: unknown) => error,
  );
  expect(isTransient(new Error('outer', { cause: refused }))).toBe(true);
  const broken = await at.db.tx(ALL, (tx) => insert(tx, 1)).catch((error: unknown) => error);
  expect([broken, new TypeError('bug'), 'text', undefined].map(isTransient)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('one session holds a lock; it is free after release, and its loss is told', async () => {
  const [first, second] = [await at.db.tryLock(77), await at.db.tryLock(77)];
  expect([first === undefined, second]).toEqual([false, undefined]);
  await first!.release();
  const third = (await at.db.tryLock(77))!;
  expect(third.lost.aborted).toBe(false);
  const [holder] =
    await at.ownerSql`select pid from pg_locks where locktype = 'advisory' and objid = 77 and granted`;
  await terminate(holder!.pid);
  await expect.poll(() => third.lost.aborted).toBe(true);
  await third.release();
});

test('instants, days and ids come back as they went in', async () => {
  const row = {
    id: 1,
    pairId: 1,
    body: null,
    at: DateTime.fromISO('2026-11-25T17:00:00.123', { zone: 'Asia/Ho_Chi_Minh' }),
    on: '2024-02-29',
    chat: -1_001_234_567_890_123,
  };
  const [back] = await at.db.tx(ALL, async (tx) => {
    await tx.insert(note).values({ ...row, at: row.at.toUTC() });
    return tx.select().from(note).where(eq(note.at, row.at));
  });
  expect({ ...back, at: back?.at?.toISO() }).toEqual({ ...row, at: '2026-11-25T17:00:00.123+07:00' });
  expect(back?.at?.zoneName).toBe('Asia/Ho_Chi_Minh');
});

test('a day that does not exist, an instant that is none and an id too large are refused before they are sent', async () => {
  const put = (values: Partial<typeof note.$inferInsert>) =>
    at.db.tx(ALL, (tx) => tx.insert(note).values({ id: 1, pairId: 1, ...values }));
  await expect(put({ on: '2026-02-31' })).rejects.toThrow(RangeError);
  await expect(put({ at: DateTime.invalid('none') })).rejects.toThrow(RangeError);
  await expect(put({ chat: 2 ** 53 })).rejects.toThrow(RangeError);
  await at.ownerSql`insert into client_note (id, pair_id, chat) values (1, 1, 9007199254740993)`;
  await expect(at.db.tx(ALL, (tx) => tx.select().from(note))).rejects.toThrow(RangeError);
});
