import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SimUser } from '../simulator/sim-user.ts';
import { phonesOf, seedPair } from '../support/seed.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

let t: TestApp;
let phones: Record<string, SimUser>;

beforeAll(async () => {
  t = await startTestApp();
  phones = phonesOf(t.sim, (await seedPair(t.app.office)).cast);
});
afterAll(() => t.stop());

const LINE = 'Chi bộ Y; 07/12 - 11/12/2026; chủ trì: UBKT Tỉnh uỷ p1; nội dung: quy chế; không mật';

async function toPreview(who: SimUser, kind: string): Promise<string> {
  who.send(`/dexuat ${kind}; ${LINE}`);
  await who.waitFor(/tham gia đoàn: 0/);
  await who.tap('Xong');
  return (await who.waitFor(/Xem lại trước khi gửi/)).text;
}

test('a second plan for the same organisation is pointed at, and settled by a person', async () => {
  const a = phones['a-secretary']!;
  expect(await toPreview(a, 'giám sát chuyên đề')).not.toContain('Trùng lặp');
  await a.tap('Gửi đề xuất');
  await a.waitFor(/Đã trình lãnh đạo/);

  const shown = await toPreview(a, 'kiểm tra chấp hành; chủ thể: Ban Thường vụ');
  expect(shown).toContain('Trùng lặp, chồng chéo: 1 cuộc');
  await a.tap('Gửi đề xuất');
  const asked = await a.waitFor(/Đề nghị xử lý trước khi gửi/);
  expect(asked.text).toContain('trùng đối tượng, trùng thời gian');
  await a.tap('Giữ cả hai, nêu lý do');
  await a.waitFor(/Vì sao giữ cả hai/);
  await a.tap('Cấp trên giao');
  await a.waitFor(/Giữ cả hai, lý do: Cấp trên giao/);
  await a.tap('Gửi đề xuất');
  await a.waitFor(/Đã trình lãnh đạo/);
  const [row] = await t.base.ownerSql`select reason_text from overlap_settled`;
  expect(row!.reason_text).toBe('ordered_above');
});

test("the other side's draft is never hinted at", async () => {
  const text = await toPreview(phones['b-secretary']!, 'kiểm tra chấp hành; chủ thể: Ban Thường vụ');
  expect(text).not.toContain('Trùng lặp');
});

test('merging into the inspection that exists makes no new one', async () => {
  const a = phones['a-secretary']!;
  await toPreview(a, 'giám sát chuyên đề');
  await a.tap('Gửi đề xuất');
  await a.waitFor(/Đề nghị xử lý trước khi gửi/);
  const [before] = await t.base.ownerSql`select count(*)::int as n from inspection`;
  await a.tap(/^Gộp vào Dự thảo số 1$/);
  await a.waitFor(/Không lập cuộc mới/);
  const [after] = await t.base.ownerSql`select count(*)::int as n from inspection`;
  expect(after!.n).toBe(before!.n);
});
