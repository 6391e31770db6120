import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { form, planItem, target, targetAlias } from '../../db/schema/index.ts';
import { fold } from '../../src/domain/fold.ts';
import { EXAMPLE_TARGETS } from '../support/example-targets.ts';
import { planFileHand } from '../support/plan-file-hand.ts';
import { removeRows } from '../support/remove-rows.ts';
import { openYearPlanDesk, type YearPlanDesk } from '../support/year-plan-desk.ts';

let desk: YearPlanDesk;
const nameOf = new Map<number, string>();
const all = <T>(fn: Parameters<typeof desk.office.work<T>>[1]) => desk.office.work({ pairs: 'all' }, fn);
beforeAll(async () => {
  desk = await openYearPlanDesk();
  const { pairId } = desk.one;
  for (const { key, name, aliases = [] } of EXAMPLE_TARGETS)
    await all(async ({ tx }) => {
      const [row] = await tx
        .insert(target)
        .values({ pairId, key, name, folded: fold(name) })
        .returning();
      nameOf.set(row!.id, key);
      for (const alias of aliases)
        await tx.insert(targetAlias).values({ pairId, targetId: row!.id, alias, folded: fold(alias) });
    });
});
afterAll(() => desk.base.close());
beforeEach(async () => {
  await removeRows(desk.base.ownerSql, 'plan_item');
  await all(({ tx }) => tx.delete(form));
});

const paper = (name: string) => readFileSync(`test/fixtures/plan-files/2027-${name}.xlsx`);
const stored = async () =>
  (await all(({ tx }) => tx.select().from(planItem).orderBy(planItem.id))).map(
    ({ targetId, kind, windowFrom, windowTo, leadSide }) =>
      `${nameOf.get(targetId)} ${kind} ${windowFrom}/${windowTo} ${leadSide}`,
  );

/** Sends a paper, gives these answers to what is asked, and stores what can be stored; everything that was read on the way. */
async function bring(name: string, answers: string[], store: string): Promise<string[]> {
  const secretary = planFileHand(desk);
  await secretary.open();
  const read = [(await secretary.send(paper(name))).text];
  for (const label of answers) read.push((await secretary.tap(label)).text);
  await secretary.tap(store);
  return read;
}

test('an appendix: its kinds stand in section rows; one cell with two organisations is the one question', async () => {
  const read = await bring('ke-hoach-phu-luc', ['Tách thành 2 dòng'], 'Ghi 5 dòng');
  expect(read[0]).toContain('gồm 2 tổ chức. Tách thành mỗi tổ chức một dòng? (còn 1 câu hỏi)');
  expect(read.at(-1)).toContain('Cột không dùng: Thời gian · Mốc kiểm tra, Thành phần, Ghi chú');
  expect(read.at(-1)).toContain('Hàng không phải dòng kế hoạch: 10–11, 14, 16, 19–20, 22');
  expect(await stored()).toEqual([
    'cb-hinh-su inspection_work 2027-01-01/2027-04-01 a',
    'cb-hau-can inspection_work 2027-04-01/2027-06-01 a',
    'cb-trai-tam-giam party_finance 2027-07-01/2027-10-01 a',
    'cb-giao-thong thematic_supervision 2027-04-01/2027-10-01 a',
    'cb-tham-muu thematic_supervision 2027-04-01/2027-10-01 a',
  ]);
});

test('a programme: a kind or committee that may be several is asked once for each word', async () => {
  const read = await bring(
    'chuong-trinh-phuong',
    ['Kiểm tra chấp hành', 'Kiểm tra tài chính đảng', 'UBKT ĐU Công an p1'],
    'Ghi 3 dòng',
  );
  expect(read[0]).toContain('Dòng 7: “KT chuyên đề” là loại nào? (còn 3 câu hỏi)');
  expect(read.at(-1)).toContain('Dòng 10: không rõ tổ chức “Đ/c Bí thư Chi bộ Phòng Hậu cần”');
  expect(await stored()).toEqual([
    'cb-hinh-su compliance 2027-01-01/2027-04-01 a',
    'cb-tham-muu thematic_supervision 2027-01-01/2027-04-01 a',
    'cb-co-dong-1 party_finance 2027-04-01/2027-06-01 a',
  ]);
});

test('a table with a column a quarter is read without a question', async () => {
  await bring('bieu-theo-quy', [], 'Ghi 2 dòng');
  expect(await stored()).toEqual([
    'cb-hinh-su thematic_supervision 2027-01-01/2027-04-01 a',
    'cb-giao-thong compliance 2027-04-01/2027-10-01 a',
  ]);
});

test('how each line was read stands beside what was written, on a tap', async () => {
  const secretary = planFileHand(desk);
  await secretary.open();
  await secretary.send(paper('bieu-theo-quy'));
  const read = await secretary.tap('Xem cách đọc tệp');
  expect(read.lines[0]).toBe('Trang đã đọc (số dòng): Biểu 01 (2)');
  expect(read.text).toContain('→ Chi bộ Phòng Cảnh sát hình sự, Đảng bộ Công an tỉnh X · Giám sát chuyên đề');
});
