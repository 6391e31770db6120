import { DateTime } from 'luxon';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertMany } from '../../db/insert-many.ts';
import { calendarDay, digestSetting, outbox, person } from '../../db/schema/index.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await makeTestDatabase();
});
afterAll(() => base.close());

const at = DateTime.fromISO('2026-11-23T07:30:00.123+07:00', { zone: 'Asia/Ho_Chi_Minh' });
const rowTo = (chatId: number) => ({
  chatId,
  lane: 1 as const,
  kind: 'said',
  ref: {
    locale: 'vi' as const,
    message: { lines: [{ key: 'plain' as const, args: { text: `"uỷ" \\ {${chatId}}` } }] },
  },
  pairId: null,
  notBefore: at,
  createdAt: at,
});

test('thousands of rows stand in their order, every value as it was, and what was not named has its default', async () => {
  const rows = Array.from({ length: 10_000 }, (_, n) => rowTo(5_000_000_000 + n));
  const ids = await base.db.tx({ pairs: 'all' }, (tx) =>
    insertMany(tx, outbox, rows as never, { withIds: true }),
  );
  const found = await base.db.tx({ pairs: 'all' }, (tx) => tx.select().from(outbox).orderBy(outbox.id));
  expect(found.map(({ chatId, ref }) => ({ chatId, ref }))).toEqual(
    rows.map(({ chatId, ref }) => ({ chatId, ref })),
  );
  expect(ids).toEqual(found.map((row) => row.id));
  const { notBefore, state, attempts, silent, pairId } = found[9_999]!;
  expect(+notBefore).toBe(+at);
  expect({ state, attempts, silent, pairId }).toEqual({
    state: 'pending',
    attempts: 0,
    silent: false,
    pairId: null,
  });
});

test('no rows are no statement; a row that is there stays when that is asked for, and fails when not', async () => {
  await base.db.tx({ pairs: 'all' }, async (tx) => {
    expect(await insertMany(tx, calendarDay, [])).toEqual([]);
    const [who] = await tx.insert(person).values({ key: 'p', name: 'Uỷ viên', title: 'Uỷ viên' }).returning();
    const setting = { personId: who!.id, kind: 'weekly' as const, isOn: true };
    await insertMany(tx, digestSetting, [setting]);
    await insertMany(tx, digestSetting, [{ ...setting, isOn: false }], { skipExisting: true });
    expect(await tx.select().from(digestSetting)).toEqual([setting]);
    await expect(tx.transaction((inner) => insertMany(inner, digestSetting, [setting]))).rejects.toThrow();
  });
});
