import { afterAll, beforeAll, expect, test } from 'vitest';
import { inspectionSymbol, targetAlias } from '../../db/schema/index.ts';
import { fold } from '../../src/domain/fold.ts';
import { search, searchKept } from '../../src/usecases/view/search-message.ts';
import type { SeededPair } from '../support/seed.ts';
import { agreedInspection } from '../support/seed-inspection.ts';
import { openViewDesk, shown, type ViewDesk } from '../support/view-desk.ts';

let desk: ViewDesk;
const user = (seeded: SeededPair, key: string): number => seeded.cast[key]!.userId;

beforeAll(async () => {
  desk = await openViewDesk();
  const { one, two, office } = desk;
  const first = await agreedInspection(office, one, { code: 'PH-2026-001' });
  await agreedInspection(office, one, { code: 'PH-2026-002', targetId: one.targets.z!, state: 'concluded' });
  await agreedInspection(office, one, { code: 'PH-2026-003', targetId: one.targets.z!, state: 'draft' });
  await agreedInspection(office, two, { code: 'PH-2026-001' });
  await office.work({ pairs: 'all' }, async ({ tx, now }) => {
    const alias = 'Phòng Cảnh sát hình sự Tỉnh uỷ';
    await tx
      .insert(targetAlias)
      .values({ pairId: one.pairId, targetId: one.targets.z!, alias, folded: fold(alias) });
    const symbol = '05-CV/UBKTTU';
    await tx.insert(inspectionSymbol).values({
      pairId: one.pairId,
      inspectionId: first,
      use: 'letter',
      symbol,
      folded: fold(symbol),
      documentDay: '2026-11-20',
      side: 'a',
      byPerson: one.cast['a-secretary']!.id,
      at: now,
    });
  });
});
afterAll(() => desk.base.close());

const find = (userId: number, words: string) =>
  desk.as(userId, async (work, actor) => shown(work, await search(work, actor, words)));
const again = (userId: number, kept: string, page: number) =>
  desk.as(userId, async (work, actor) => shown(work, await searchKept(work, actor, kept, page)));
const codesIn = (text: string) => [...text.matchAll(/^\d+\. PH-2026-(\d{3})/gm)].map((match) => match[1]);

test.each([
  ['PH-2026-001', ['001']],
  ['ph2026001', ['001']],
  ['ph 2026', ['002', '001']],
  ['chi bo y', ['001']],
  ['Chi bộ Z', ['002']],
  ['CB Z', ['002']],
  ['ĐB CAT', ['002', '001']],
  ['CÔNG AN TỈNH', ['002', '001']],
  ['canh sat hinh su', ['002']],
  ['05-CV/UBKTTU', ['001']],
  ['05 cv', ['001']],
  ['cong chi y', ['001']],
  ['chi bộ không có', []],
  ['026', []],
])('“%s” finds %j, with or without accents, from the start of a word', async (words, codes) => {
  const { text } = await find(user(desk.one, 'b-secretary'), words);
  expect(codesIn(text).sort()).toEqual([...codes].sort());
});

test('a draft is found by its own side only, another pair by nobody', async () => {
  expect(codesIn((await find(user(desk.one, 'a-observer'), 'chi bo z')).text)).toContain('003');
  expect(codesIn((await find(user(desk.one, 'b-chair'), 'chi bo z')).text)).not.toContain('003');
  expect((await find(user(desk.one, 'b-chair'), 'ph 2026 001')).data).toHaveLength(1);
  expect((await find(user(desk.two, 'b-chair'), 'canh sat')).text).toContain('Không tìm thấy');
});

test('a bare “tu” asks whether Tỉnh uỷ or Trung ương is meant, and its buttons keep the other words', async () => {
  const asked = await find(user(desk.one, 'b-secretary'), 'ubkt tu');
  expect(asked.labels).toEqual(['Tỉnh uỷ (TU)', 'Trung ương (TW)']);
  expect(asked.data).toEqual(['timtu.ubkt_tu', 'timtu.ubkt_tw']);
  const bare = await find(user(desk.one, 'b-secretary'), 'TU');
  expect(bare.data).toEqual(['timtu.tu', 'timtu.tw']);
  expect(codesIn((await again(user(desk.one, 'b-secretary'), 'tu', 0)).text)).toEqual(['002']);
  expect((await again(user(desk.one, 'b-secretary'), 'tw', 0)).text).toContain('Không tìm thấy');
});

test('what is found can be read page by page; words too long for a button ask to be narrowed', async () => {
  const { two, office } = desk;
  for (let nth = 1; nth <= 8; nth += 1) await agreedInspection(office, two, { code: `PH-2026-10${nth}` });
  const userId = user(two, 'a-member');
  const first = await find(userId, 'chi bộ y');
  expect(first.lines).toHaveLength(7);
  expect(first.data).toContain('tim.1.chi_bo_y');
  expect(first.lines[0]).toBe('“chi bo y”: hơn 6 kết quả, gần nhất trước');
  const second = await again(userId, 'chi_bo_y', 1);
  expect(second.lines[0]).toBe('“chi bo y”: 9 kết quả');
  const codes = [...codesIn(first.text), ...codesIn(second.text)];
  expect(new Set(codes).size).toBe(9);
  const long = await find(userId, 'c ch chi b bo y d da dan dang co con cong a an');
  expect(long.lines[0]).toContain('Đề nghị tìm bằng từ ngắn, rõ hơn');
  expect(long.data.every((data) => data.startsWith('card.'))).toBe(true);
});

test('forged words of a button find no more than typing them would', async () => {
  const userId = user(desk.two, 'a-member');
  for (const kept of ['%', '__', "y' or 1=1", 'ph_2026_002', '\u0000'])
    expect(codesIn((await again(userId, kept, 0)).text), kept).not.toContain('002');
});
