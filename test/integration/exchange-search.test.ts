import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { membership, pair } from '../../db/schema/index.ts';
import { exchangeQuery } from '../../src/domain/exchange-words.ts';
import { foldQuery } from '../../src/domain/fold.ts';
import { recallExchange } from '../../src/usecases/exchange/recall-exchange.ts';
import { MAX_FOUND } from '../../src/usecases/view/search-cases.ts';
import { searchExchanges } from '../../src/usecases/view/search-exchanges.ts';
import { enter } from '../support/bulk-entries.ts';
import { letter, log } from '../support/exchange-desk.ts';
import { openViewDesk, type ViewDesk } from '../support/view-desk.ts';

let desk: ViewDesk;
const user = (key: string, seeded = desk.one): number => seeded.cast[key]!.userId;

/** The codes of pair one; those of the other pair are marked. */
const find = (words: string, userId = user('b-member')): Promise<string[]> =>
  desk.as(userId, async (work, actor) => {
    const query = foldQuery(words);
    if (query.kind === 'ask') throw new Error(`which body does "${words}" mean`);
    const found = await searchExchanges(work, actor, query.terms, MAX_FOUND);
    return found.map((one) => (one.pairId === desk.one.pairId ? one.code : `${one.code} of two`));
  });

beforeAll(async () => {
  desk = await openViewDesk();
  const day = '2026-11-20';
  await enter(desk, desk.one, [
    { code: 'TĐ-2025-001', documentDay: day, symbol: '77-BC/UBKTTU', subject: 'Báo cáo quý của Tỉnh uỷ' },
    { code: 'TĐ-2025-002', documentDay: day, symbol: '78-CV/UBKTTW', subject: 'Công văn của Trung ương' },
    {
      code: 'TĐ-2025-003',
      documentDay: '2026-11-21',
      symbol: '177-KH/UBKTĐUCA',
      subject: 'Kế hoạch Đợt hai',
    },
    { code: 'TĐ-2025-004', documentDay: '2026-11-19', symbol: '79-BC/UBKTTU', subject: 'Báo cáo năm' },
  ]);
  await enter(desk, desk.two, [{ code: 'TĐ-2025-001', documentDay: day, subject: 'Báo cáo của cặp kia' }]);
});
afterAll(() => desk.base.close());

test.each([
  ['báo cáo', ['001', '004']],
  ['BAO CAO', ['001', '004']],
  ['ke hoach dot hai', ['003']],
  ['hai đợt', ['003']],
  ['Trung ương', ['002']],
  ['TƯ', ['002']],
  ['Tỉnh uỷ', ['001']],
  ['UBKTTU', ['001', '004']],
  ['UBKT TW', ['002']],
  ['ubkttw', ['002']],
  ['TĐ-2025-003', ['003']],
  ['td-2025-003', ['003']],
  ['tđ2025003', ['003']],
  ['TD2025003', ['003']],
  ['2025 003', ['003']],
  ['td 2025', ['003', '002', '001', '004']],
  ['77-BC/UBKTTU', ['001']],
  ['77-BC', ['001']],
  ['77 b', ['001']],
  ['177', ['003']],
  ['17', ['003']],
  ['bc 77', ['001']],
  ['cáo kế', []],
  ['áo', []],
  ['không có', []],
])('“%s” finds %j, the latest document first', async (words, numbers) => {
  expect(await find(words)).toEqual(numbers.map((number) => `TĐ-2025-${number}`));
});

test('of another pair nothing is found; of two of one’s own both, in one order of days', async () => {
  expect(await find('báo cáo', user('a-chair', desk.two))).toEqual(['TĐ-2025-001 of two']);
  const both = desk.two.cast['b-observer']!;
  await desk.office.work({ pairs: 'all' }, async ({ tx }) => {
    const [made] = (await tx.select().from(pair)).filter((one) => one.id === desk.one.pairId);
    const role = 'observer' as const;
    const common = { pairId: desk.one.pairId, committeeId: made!.committeeB, role, fromDay: '2020-01-01' };
    await tx.insert(membership).values({ ...common, personId: both.id, side: 'b' });
  });
  expect(await find('báo cáo', both.userId)).toEqual(['TĐ-2025-001 of two', 'TĐ-2025-001', 'TĐ-2025-004']);
});

test('what has not crossed is found by the side that logged it alone; what was recalled by nobody', async () => {
  const waiting = await log(
    desk,
    desk.one,
    'a',
    letter({ symbol: '91-BC/UBKTTU', subject: 'Chưa qua bên kia' }),
  );
  expect(await find('chưa qua')).toEqual([]);
  expect(await find('chưa qua', user('a-member'))).toEqual([waiting.code]);
  await desk.as(user('a-secretary'), (work, actor) => recallExchange(work, actor, waiting.id));
  expect(await find('chưa qua', user('a-member'))).toEqual([]);
  expect(await find('91-BC', user('a-secretary'))).toEqual([]);
});

test('of a word that hundreds of entries hold the latest are found, as many as are read', async () => {
  const number = (n: number) => `TĐ-2024-${String(n).padStart(3, '0')}`;
  const entries = Array.from({ length: 400 }, (_, n) => ({
    code: number(n),
    documentDay: `2026-11-${n % 2 === 0 ? '18' : '17'}`,
    subject: n % 40 === 0 ? 'Định kỳ hằng tháng' : 'Định kỳ',
  }));
  await enter(desk, desk.one, entries);
  const [even, odd] = [0, 1].map((rest) => entries.filter((_, n) => n % 2 === rest).map((one) => one.code));
  const latest = [...even!.reverse(), ...odd!.reverse()];
  expect(await find('định kỳ')).toEqual(latest.slice(0, MAX_FOUND));
  const monthly = entries.filter((one) => one.subject.includes('tháng')).map((one) => one.code);
  expect(await find('tháng hằng định')).toEqual(monthly.reverse());
});

test('a rare word is found though hundreds of documents are later', async () => {
  await enter(desk, desk.one, [
    { code: 'TĐ-2021-001', documentDay: '2021-01-05', subject: 'Hội nghị Trà Quế' },
  ]);
  expect(await find('trà quế')).toEqual(['TĐ-2021-001']);
  expect(await find('quế hội')).toEqual(['TĐ-2021-001']);
});

test('what the person may not see takes no place from what they may', async () => {
  const hidden = Array.from({ length: 40 }, (_, n) => ({
    code: `TĐ-2025-${900 + n}`,
    documentDay: '2025-12-30',
    subject: 'Toạ đàm Bảo An',
    state: 'recalled' as const,
  }));
  const seen = { code: 'TĐ-2022-001', documentDay: '2022-01-05', subject: 'Toạ đàm Bảo An' };
  await enter(desk, desk.one, [...hidden, seen]);
  const found = await desk.as(user('b-secretary'), (work, actor) =>
    searchExchanges(work, actor, ['toa', 'bao'], 7),
  );
  expect(found.map((one) => one.code)).toEqual(['TĐ-2022-001']);
});

test('the look-ups in the database give nothing of a pair that is out of scope', async () => {
  const lookUps = (pairs: number[]) =>
    desk.office.work({ pairs }, async ({ tx }) => {
      const ids = (found: { id: number }[]) => found.length;
      const { pairId } = desk.one;
      return [
        ids(await tx.execute(sql`select walk_exchanges(${pairId}, '{td}', 1000, 50) as id`)),
        ids(
          await tx.execute(
            sql`select find_exchanges(${pairId}, '{td}', array[${exchangeQuery(pairId, 'td')}]::tsquery[], 50) as id`,
          ),
        ),
      ];
    });
  expect(await lookUps([desk.two.pairId])).toEqual([0, 0]);
  expect(Math.min(...(await lookUps([desk.one.pairId])))).toBeGreaterThan(0);
});
