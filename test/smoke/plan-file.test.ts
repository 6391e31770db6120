import { afterAll, beforeAll, expect, test } from 'vitest';
import { planItem } from '../../db/schema/index.ts';
import { findActor } from '../../src/usecases/find-actor.ts';
import { openPlan } from '../../src/usecases/plan/open-plan.ts';
import { isRefused } from '../../src/usecases/said.ts';
import type { SimUser } from '../simulator/sim-user.ts';
import { makeWorkbook } from '../support/make-workbook.ts';
import { phonesOf, type SeededPair, seedPair } from '../support/seed.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

let running: TestApp;
let seeded: SeededPair;
let secretary: SimUser;
let planfile: string;

beforeAll(async () => {
  running = await startTestApp();
  const { office } = running.app;
  seeded = await seedPair(office, { roles: ['secretary', 'chair'] });
  secretary = phonesOf(running.sim, seeded.cast)['a-secretary']!;
  const opened = await office.work({ pairs: 'all' }, async (work) =>
    openPlan(work, (await findActor(work, seeded.cast['a-secretary']!.userId))!, seeded.pairId),
  );
  if (isRefused(opened)) throw new Error(opened.refused.key);
  planfile = `planfile.${opened.plan.id}`;
  secretary.send('/viec');
  await secretary.waitFor(() => true);
}, 60_000);
afterAll(() => running.stop());

const stored = () => running.app.office.work({ pairs: 'all' }, ({ tx }) => tx.select().from(planItem));
const workbook = (window: string) =>
  makeWorkbook({
    'Kế hoạch': [
      ['Tổ chức đảng', 'Loại', 'Thời gian'],
      ['Chi bộ Y, Đảng bộ Công an tỉnh', 'Giám sát chuyên đề', window],
      ['Chi bộ Y, Đảng bộ Công an tỉnh', 'Kiểm tra chấp hành', '31/2'],
    ],
  });

async function begin(): Promise<void> {
  await secretary.tap(planfile, { stale: true });
  const secret = await secretary.waitFor(/MẬT/);
  await secretary.tap(secretary.buttons(secret)[0]!, { message: secret });
  await secretary.waitFor(/gửi tệp \.xlsx hoặc \.csv/);
}

test('a file sent while the import waits for it is fetched, previewed and stored by its button; its template comes on a tap', async () => {
  await begin();
  await secretary.tap('Tải mẫu');
  await secretary.waitFor((message) => message.file?.file_name?.startsWith('mau-ke-hoach-') === true);
  secretary.sendDocument({ name: 'Kế hoạch.XLSX', content: Buffer.from(await workbook('quý IV')) });
  const preview = await secretary.waitFor(/1 dòng ghi được, 1 dòng chưa ghi được/);
  expect(preview.text).toContain('không có ngày “31/2”');
  expect(preview.protect_content).toBe(true);
  expect(await stored()).toHaveLength(0);
  await secretary.tap('Ghi 1 dòng', { message: preview });
  await secretary.waitFor(/Đã ghi 1 dòng/);
  expect(await stored()).toHaveLength(1);
});

test('the same file is refused and deleted where no import waits for it (C2)', async () => {
  const sent = secretary.sendDocument({
    name: 'ke-hoach.xlsx',
    content: Buffer.from(await workbook('quý I')),
  });
  await secretary.waitFor(/không nhận ảnh, tệp/);
  expect(sent.deleted).toBe(true);
});

test('a download that fails says so and the form stays; other kinds and sizes are refused before they are fetched', async () => {
  await begin();
  running.sim.faults.add({ method: 'getFile', times: 1, kind: 'error', status: 500 });
  secretary.sendDocument({ name: 'ke-hoach.xlsx', content: Buffer.from(await workbook('quý I')) });
  await secretary.waitFor(/Chưa tải được tệp từ Telegram/);
  secretary.sendDocument({ name: 'ke-hoach.xlsm', content: Buffer.from('x') });
  await secretary.waitFor(/Chỉ nhận tệp \.xlsx hoặc \.csv/);
  secretary.sendDocument({ name: 'ke-hoach.csv', content: Buffer.alloc(2 * 1024 * 1024 + 1) });
  await secretary.waitFor(/lớn hơn 2 MB/);
  secretary.sendDocument({ name: 'ke-hoach.xlsx', content: Buffer.from(await workbook('quý I')) });
  await secretary.waitFor(/1 dòng ghi được/);
});

test('words beside the file that bear a mark refuse it', async () => {
  secretary.sendDocument({
    name: 'ke-hoach.xlsx',
    content: Buffer.from(await workbook('quý I')),
    caption: 'TỐI MẬT',
  });
  await secretary.waitFor(/văn thư mật/);
});
