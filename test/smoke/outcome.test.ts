import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SimUser } from '../simulator/sim-user.ts';
import { phonesOf, seedPair } from '../support/seed.ts';
import { agreedInspection } from '../support/seed-inspection.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

let t: TestApp;
let phones: Record<string, SimUser>;

beforeAll(async () => {
  t = await startTestApp();
  const seeded = await seedPair(t.app.office);
  phones = phonesOf(t.sim, seeded.cast);
  await agreedInspection(t.app.office, seeded, { state: 'under_way' });
});
afterAll(() => t.stop());

test('concluded, its outcome recorded once the sums agree, a recommendation asked for and done: both sides read the same', async () => {
  const [a, b] = [phones['a-secretary']!, phones['b-secretary']!];
  b.send('/ketthuc PH-2026-001');
  await b.waitFor(/Số, ký hiệu/);
  b.send('12-KL/UBKTTU');
  await b.waitFor(/Ngày của kết luận/);
  await b.tap('Hôm nay');
  await b.waitFor(/Kết thúc với kết luận 12-KL\/UBKTTU/);
  await b.tap('Xác nhận');
  await b.waitFor(/PH-2026-001: đã kết thúc/);

  await b.tap('Ghi kết quả');
  await b.waitFor(/Số tổ chức đảng bị kỷ luật/);
  b.send('10 = 10 khiển trách');
  await b.waitFor(/Số đảng viên bị kỷ luật/);
  b.send('46: 30 khiển trách, 14 cảnh cáo, 1 khai trừ');
  await b.waitFor(/Tổng 46 nhưng các hình thức cộng lại là 45: thiếu 1/);
  expect((await t.base.ownerSql`select count(*)::int as n from outcome`)[0]!.n).toBe(0);
  b.send('46: 30 khiển trách, 15 cảnh cáo, 1 khai trừ');
  await b.waitFor(/Xem lại kết quả trước khi ghi/);
  await b.tap('Ghi kết quả');
  await b.waitFor(/đã ghi kết quả\. Đầu mối và lãnh đạo hai bên đã được báo/);
  const told = await a.waitFor(/PH-2026-001: đã ghi kết quả/);
  expect(told.text).not.toContain('khiển trách');
  await a.tap('Xem chi tiết');
  const card = await a.waitFor(/Đảng viên bị kỷ luật: 46 \(30 khiển trách, 15 cảnh cáo, 1 khai trừ\)/);
  expect(card.protect_content).toBe(true);

  await b.tap('Thêm kiến nghị');
  await b.waitFor(/có mang dấu MẬT/);
  await b.tap('Không mật');
  await b.waitFor(/Kết luận kiến nghị, yêu cầu điều gì/);
  b.send('Bổ sung quy chế làm việc');
  await b.waitFor(/Hạn thực hiện/);
  await b.tap('Không đặt hạn');
  await b.waitFor(/Xem lại kiến nghị trước khi ghi/);
  await b.tap('Ghi kiến nghị');
  await b.waitFor(/đã ghi kiến nghị số 1/);

  b.send('/viec');
  const tasks = await b.waitFor(/PH-2026-001 \(1\) · kiến nghị chưa thực hiện/);
  expect(tasks.text).not.toContain('quy chế');
  await b.tap(/kiến nghị|Mở PH-2026-001/);
  await b.waitFor(/Nội dung: Bổ sung quy chế làm việc/);
  await b.tap('Đã thực hiện');
  await b.waitFor(/Ngày hoàn thành/);
  await b.tap('Hôm nay');
  await b.waitFor(/Có văn bản báo cáo/);
  b.send('15-BC/UBKTTU');
  await b.waitFor(/theo 15-BC\/UBKTTU\. Xác nhận/);
  await b.tap('Xác nhận');
  await b.waitFor(/kiến nghị số 1 đã thực hiện/);
  a.send('/kiennghi');
  await a.waitFor(/1\. PH-2026-001 · kiến nghị số 1 · đã thực hiện/);
}, 60_000);

test('figures apart from inspections in one line, with the caution, also in English', async () => {
  const a = phones['a-secretary']!;
  const line = '/ketthuc ngoài; quý I/2026; tổ chức: 10 = 10 khiển trách; đảng viên: 46 = 30 + 15 + 0 + 1';
  a.send(line);
  await a.waitFor(/Cuối dòng cần ghi “; không mật”/);
  a.send(`${line}; không mật`);
  const preview = await a.waitFor(/Ngoài các cuộc phối hợp, quý I\/2026/);
  expect(preview.text).toContain('không tính là kết quả của các cuộc phối hợp');
  await a.tap('Ghi kết quả');
  await a.waitFor(/Đã ghi số liệu ngoài các cuộc phối hợp/);
  await t.base.ownerSql`update person set locale = 'en' where name = 'Đầu mối A1 p1'`;
  a.send('/conclude apart; Q2/2026; organisations: 0; members: 2 = 1 reprimand; not secret');
  await a.waitFor(/The total is 2 but the forms sum to 1: 1 missing/);
  a.send('2 = 1 reprimand, 1 warning');
  await a.waitFor(/not counted as results of the joint inspections/);
}, 60_000);
