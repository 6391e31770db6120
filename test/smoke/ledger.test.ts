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

const LINE =
  '/traodoi đi; 05-BC/UBKTTU; 20/11/2026; Báo cáo kết quả quý III; hạn: 5 ngày làm việc; không mật';

test('a document is logged in one line, confirmed in one tap, answered by a document: both read the same entry', async () => {
  const [a, b] = [phones['a-secretary']!, phones['b-secretary']!];
  a.send(LINE);
  const preview = await a.waitFor(/Đề nghị xem lại trước khi ghi sổ/);
  expect(preview.text).toContain('05-BC/UBKTTU');
  expect(preview.text).toContain('thứ Sáu 20/11/2026');
  await a.tap('Ghi sổ');
  await a.waitFor(/TĐ-\d{4}-001 đã ghi sổ, sẽ chuyển UBKT Tỉnh uỷ p1 sau 60 giây/);
  await a.tap('Gửi ngay');
  const push = await b.waitFor(/TĐ-\d{4}-001 · UBKT ĐU Công an p1 gửi văn bản/);
  expect(push.text).not.toContain('Báo cáo');
  await b.tap('Đã nhận');
  await b.waitFor(/TĐ-\d{4}-001: đã xác nhận nhận được văn bản/);
  await a.waitFor(/đã chuyển UBKT Tỉnh uỷ p1\.\s*UBKT Tỉnh uỷ p1 đã nhận/);

  await b.tap('Trả lời');
  await b.waitFor(/Trao đổi bằng hình thức nào/);
  await b.tap('văn thư');
  await b.waitFor(/có mang dấu MẬT/);
  await b.tap('Không mật');
  await b.waitFor(/Số, ký hiệu văn bản/);
  b.send('7-CV/UBKTTU');
  await b.waitFor(/Ngày của văn bản/);
  await b.tap('Hôm nay');
  await b.waitFor(/Trích yếu nội dung/);
  b.send('Ý kiến về báo cáo quý III');
  await b.waitFor(/Cần trả lời trước khi nào/);
  await b.tap('Không cần trả lời');
  await b.waitFor(/07-CV\/UBKTTU/);
  await b.tap('Ghi sổ');
  await b.waitFor(/TĐ-\d{4}-002 đã ghi sổ/);
  await b.tap('Gửi ngay');
  await a.waitFor(/Đã có văn bản trả lời/);
  a.send('/tim bao cao quy iii');
  const found = await a.waitFor(/2 kết quả/);
  expect(found.text).toMatch(/TĐ-\d{4}-001 · 05-BC\/UBKTTU/);
  a.send('/traodoi');
  const ledger = await a.waitFor(/^Sổ trao đổi/);
  expect(ledger.text).toMatch(/TĐ-\d{4}-002 · 07-CV\/UBKTTU/);
});

test('the other side logs the paper it holds: it is recognised, not doubled', async () => {
  const [a, b] = [phones['a-secretary']!, phones['b-secretary']!];
  a.send('/traodoi đi; 06-BC/UBKTTU; 20/11/2026; Báo cáo tháng; không mật');
  await a.waitFor(/06-BC\/UBKTTU/);
  await a.tap('Ghi sổ');
  const [, code] = (await a.waitFor(/(TĐ-\d{4}-\d+) đã ghi sổ/)).text.match(/(TĐ-\d{4}-\d+)/)!;
  b.send('/traodoi đến; 06-BC/UBKTTU; 20/11/2026; không mật');
  await b.waitFor(/Trích yếu nội dung/);
  await b.tap('Không ghi nội dung');
  await b.waitFor(/Đề nghị xem lại trước khi ghi sổ/);
  await b.tap('Ghi sổ');
  await b.waitFor(new RegExp(`đã ghi sổ: ${code}. Hai bên dùng chung một mục`));
});

test.each([
  ['/traodoi đi; Số: 05-BC/UBKTTU; 20/11/2026; x; không mật', /Sau “Số” không có dấu hai chấm/],
  ['/traodoi đi; 05/UBKTTU; 20/11/2026; x; không mật', /Thiếu loại văn bản/],
  ['/traodoi đi; 05-QD/UBKTTU; 20/11/2026; x; không mật', /Có phải: 05-QĐ\/UBKTTU/],
  ['/traodoi đi; 05-BC/UBKT tu; 20/11/2026; x; không mật', /là Tỉnh uỷ \(TU\) hay Trung ương \(TW\)/],
  ['/traodoi đi; 08-BC/UBKTTU; 31/02; x; không mật', /Không có ngày 31\/02/],
  ['/traodoi đi; 08-BC/UBKTTU; 20/11/2026; x; hạn: 10/11/2026; không mật', /Hạn trả lời trước ngày văn bản/],
  ['/traodoi đi; 08-BC/UBKTTU; 20/11/2026; x', /Cuối dòng cần ghi “; không mật”/],
  ['/traodoi đi; 08-BC/UBKTTU; 20/11/2026; tài liệu TỐI MẬT; không mật', /chưa được lưu/],
  ['/traodoi lên; 08-BC/UBKTTU; 20/11/2026; x; không mật', /Chưa rõ “lên” là văn bản đi hay đến/],
])('%s is answered in words, with a line that works, and nothing is stored', async (line, answer) => {
  const a = phones['a-secretary']!;
  const count = async () => (await t.base.ownerSql`select count(*)::int as n from exchange`)[0]!.n;
  const before = await count();
  a.send(line);
  await a.waitFor(answer);
  expect(await count()).toBe(before);
});

test('lower case and missing padding are put right', async () => {
  const a = phones['a-secretary']!;
  a.send('/traodoi đi; 9-bc/ubkttu; 20/11/2026; x; không mật');
  await a.waitFor(/09-BC\/UBKTTU/);
});

test('secret mail takes no word of content, and goes all the same', async () => {
  const [a, b] = [phones['a-secretary']!, phones['b-secretary']!];
  a.send('/traodoi mới');
  await a.waitFor(/Văn bản, thông tin đi hay đến/);
  await a.tap('Văn bản đi');
  await a.waitFor(/Trao đổi bằng hình thức nào/);
  await a.tap('văn thư mật');
  await a.waitFor(/Ngày trao đổi/);
  await a.tap('Hôm nay');
  await a.waitFor(/Cần trả lời trước khi nào/);
  a.send('10 ngày');
  const preview = await a.waitFor(/Đề nghị xem lại trước khi ghi sổ/);
  expect(preview.text).toContain('văn thư mật');
  await a.tap('Ghi sổ');
  const { text } = await a.waitFor(/TĐ-\d{4}-\d+ đã ghi sổ/);
  await a.tap('Gửi ngay');
  const code = text.match(/TĐ-\d{4}-\d+/)![0];
  await b.waitFor(new RegExp(`${code} · .*gửi văn bản`));
});

test('in English as well', async () => {
  const a = phones['a-secretary']!;
  await t.base.ownerSql`update person set locale = 'en' where name = 'Đầu mối A1 p1'`;
  a.send('/exchange out; 10-BC/UBKTTU; 20/11/2026; Monthly report; due: 5 working days; not secret');
  const preview = await a.waitFor(/Subject: Monthly report/);
  expect(preview.text).toContain('official mail');
  await a.tap('Log it');
  await a.waitFor(/is logged and goes to UBKT Tỉnh uỷ p1 in 60 seconds/);
});
