import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSimulator } from '../simulator/server.ts';
import type { SimUser } from '../simulator/sim-user.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { type ChildApp, startChildApp } from '../support/child-app.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { readDocx } from '../support/read-docx.ts';
import { redisUrlForTests } from '../support/redis.ts';
import { phonesOf, seedPair } from '../support/seed.ts';
import { agreedInspection } from '../support/seed-inspection.ts';
import { openOfficeAtStart } from '../support/start-day.ts';
import { until } from '../support/until.ts';

let sim: Simulator;
let base: TestDatabase;
let child: ChildApp;
let chair: SimUser;
let member: SimUser;

beforeAll(async () => {
  base = await makeTestDatabase();
  sim = await startSimulator({ limits: false });
  const office = await openOfficeAtStart(base);
  const seeded = await seedPair(office, { roles: ['secretary', 'chair', 'member'] });
  const phones = phonesOf(sim, seeded.cast);
  chair = phones['a-chair']!;
  member = phones['a-member']!;
  await agreedInspection(office, seeded, {
    windowFrom: '2025-03-03',
    windowTo: '2025-03-08',
    state: 'concluded',
  });
  child = await startChildApp({ sim, databaseUrl: base.url, redisUrl: redisUrlForTests() });
}, 90_000);
afterAll(async () => {
  await child.kill();
  await sim.close();
  await base.close();
});

test('a chair chooses a period in words, reads the figures and gets the four files', async () => {
  chair.send('/baocao');
  await chair.waitFor(/báo cáo kỳ nào/);
  chair.send('năm 2025');
  const report = await chair.waitFor(/Tổ chức đảng được kiểm tra, giám sát: 1\/2 \(50%\), 1 lượt/);
  expect(report.protect_content).toBe(true);
  await chair.tap('Xem tiếp: Đề xuất', { message: report });
  await chair.waitFor(/Tính các đề xuất đã chuyển đến Uỷ ban phối hợp/);
  for (const label of ['Tải Excel', 'Tải Word', 'Tải CSV', 'Xem biểu đồ'])
    expect((await chair.tap(label, { message: report }))?.text).toBe('Tệp đến ngay sau đây.');
  const files = () => chair.inbox().filter((one) => one.fromBot && one.file);
  await until(async () => files().length === 4);
  expect(
    files()
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['document', 'document', 'document', 'photo']);
  const word = files().find(({ file }) => file!.file_name?.endsWith('.docx'))!;
  expect(readDocx(sim.file(word.file!.file_id)!).lines).toContain('BÁO CÁO');
  expect(word.protect_content).toBe(false);
}, 90_000);

test('a member is refused in plain words', async () => {
  member.send('/baocao năm 2025');
  await member.waitFor(/Vai trò của đồng chí không thực hiện được việc này/);
}, 30_000);
