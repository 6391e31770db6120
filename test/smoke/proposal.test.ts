import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SimUser } from '../simulator/sim-user.ts';
import { phonesOf, seedPair } from '../support/seed.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

let t: TestApp;
let phones: Record<string, SimUser>;

beforeAll(async () => {
  t = await startTestApp();
  const seeded = await seedPair(t.app.office);
  phones = phonesOf(t.sim, seeded.cast);
});
afterAll(() => t.stop());

const data = (prefix: string) => (button: object) =>
  'callback_data' in button && String(button.callback_data).startsWith(prefix);

test('a proposal crosses, both sides are notified, a tap comes back', async () => {
  const a = phones['a-secretary']!;
  a.send(
    '/dexuat giám sát chuyên đề; Chi bộ Y; 07/12 - 11/12/2026; chủ trì: UBKT Tỉnh uỷ p1; nội dung: việc thực hiện quy chế; không mật',
  );
  await a.waitFor(/Thành viên Uỷ ban ta tham gia đoàn/);
  await a.tap(/Uỷ viên A1/);
  await a.waitFor(/tham gia đoàn: 1/);
  await a.tap('Xong');
  await a.waitFor(/Xem lại trước khi gửi/);
  await a.tap('Gửi đề xuất');
  await a.waitFor(/Đã trình lãnh đạo/);

  const chair = phones['a-chair']!;
  await chair.waitFor(/Kính trình đồng chí cho ý kiến trước khi gửi/);
  await chair.tap('Đồng ý gửi');
  await chair.waitFor(/đã đồng ý gửi/);

  const b = phones['b-secretary']!;
  expect(b.inbox().filter((one) => one.fromBot)).toHaveLength(0);
  await t.app.clock.advance('PT2M');
  await b.waitFor(/Kính gửi UBKT Tỉnh uỷ p1/);
  await b.tap('Chuyển lãnh đạo');
  await b.waitFor(/đã chuyển lãnh đạo/);

  const decider = phones['b-chair']!;
  await decider.waitFor(/Kính trình đồng chí cho ý kiến về đề xuất/);
  await decider.tap('Thống nhất');
  await decider.waitFor(/Xác nhận trả lời: Thống nhất/);
  await decider.tap('Xác nhận');
  await decider.waitFor(/đã ghi nhận thống nhất sơ bộ/);

  const member = phones['a-member']!;
  const push = await member.waitFor(/PH-2026-001 · đề nghị phản hồi trước/);
  expect(push.text).not.toContain('Chi bộ Y');
  await member.tap('Xem nội dung');
  const opened = await member.waitFor(/Chi bộ Y/);
  expect(opened.protect_content).toBe(true);
  const toast = await member.tap('Tham gia');
  expect(toast?.text).toBe('Đã ghi nhận.');
  await member.waitFor(/Đồng chí đã phản hồi: Tham gia/);

  await a.waitFor(/thống nhất sơ bộ/);
  await a.tap(data('card.'));
  await a.waitFor(/Thống nhất sơ bộ · Công an tỉnh/);
  await a.tap('Gắn số văn bản');
  await a.waitFor(/Văn bản nào/);
  await a.tap('Công văn');
  await a.waitFor(/Số, ký hiệu/);
  a.send('05-CV/UBKTTU');
  await a.waitFor(/Ngày của văn bản/);
  await a.tap('Hôm nay');
  await a.waitFor(/chuyển sang chính thức/);
});
