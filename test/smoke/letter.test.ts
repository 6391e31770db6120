import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SimMessage } from '../simulator/protocol.ts';
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
let secretary: SimUser;
let foreign: SimUser;
let inspectionId: number;

const start = () => startChildApp({ sim, databaseUrl: base.url, redisUrl: redisUrlForTests() });

beforeAll(async () => {
  base = await makeTestDatabase();
  sim = await startSimulator({ limits: false });
  const office = await openOfficeAtStart(base);
  const seeded = await seedPair(office, { roles: ['secretary', 'chair'] });
  const other = await seedPair(office, { key: 'p2', roles: ['secretary'], firstUserId: 5000 });
  secretary = phonesOf(sim, seeded.cast)['a-secretary']!;
  foreign = phonesOf(sim, other.cast)['a-secretary']!;
  inspectionId = await agreedInspection(office, seeded);
  child = await start();
}, 90_000);
afterAll(async () => {
  await child.kill();
  await sim.close();
  await base.close();
});

const files = (who: SimUser): SimMessage[] => who.inbox().filter((one) => one.fromBot && one.file);

const openCard = async (who: SimUser): Promise<SimMessage> => {
  who.send('/tim PH-2026-001');
  await who.waitFor(/PH-2026-001/);
  await who.tap(`card.${inspectionId}`);
  return who.waitFor(/Thời gian giám sát:/);
};

test('a tap on the card brings the letter as a file that opens, and the outbox keeps ids only', async () => {
  await openCard(secretary);
  expect((await secretary.tap('Soạn dự thảo'))?.text).toContain('tệp đến ngay');
  const sent = await secretary.waitFor(/Dự thảo công văn đề nghị phối hợp/);
  expect(sent.kind).toBe('document');
  expect(sent.file!.file_name).toBe('du-thao-cv-PH-2026-001-de-nghi-phoi-hop.docx');
  expect(sent.protect_content).toBe(false);
  expect(secretary.buttons(sent)).toEqual(['Xem chi tiết']);
  const { lines, headers } = readDocx(sim.file(sent.file!.file_id)!);
  expect(lines.join('\n')).toContain('đối với Chi bộ Y, Đảng bộ Công an tỉnh');
  expect(headers).toEqual(['DỰ THẢO', 'DỰ THẢO']);
  await until(
    async () =>
      (await base.ownerSql`select 1 from outbox where state = 'sent' and kind = 'file'`).length === 1,
  );
  const [row] = await base.ownerSql`select ref from outbox where kind = 'file'`;
  expect(row!.ref).toEqual({ make: 'letter', letter: 'proposal', inspectionId });
}, 60_000);

test('the same tap delivered twice by Telegram brings one file; another pair’s đầu mối is refused', async () => {
  const before = files(secretary).length;
  const card = await openCard(secretary);
  await secretary.tap('Soạn dự thảo', { message: card });
  const tapped = sim.lastUpdateId;
  await secretary.waitFor(/Dự thảo công văn/);
  sim.duplicateUpdate(tapped);
  const theirs = (await foreign.start()) && (await foreign.waitFor(/.+/));
  const toast = await foreign.tap(`letter.${inspectionId}`, { message: theirs, stale: true });
  expect(toast).toMatchObject({ show_alert: true, text: expect.stringContaining('Không tìm thấy') });
  // What the bot answered last comes after what it did with the second delivery.
  secretary.send('/viec');
  await secretary.waitFor(/.+/);
  expect(files(secretary)).toHaveLength(before + 1);
  expect(files(foreign)).toEqual([]);
}, 60_000);

test('a failure of Telegram is retried as for messages', async () => {
  const before = files(secretary).length;
  const card = await openCard(secretary);
  sim.faults.add({ kind: 'error', method: 'sendDocument', status: 502, times: 1 });
  await secretary.tap('Soạn dự thảo', { message: card });
  await secretary.waitFor(/Dự thảo công văn/);
  expect(files(secretary)).toHaveLength(before + 1);
}, 60_000);

test('killed while a file is on the wire: it is sent again, made again, and says so', async () => {
  const card = await openCard(secretary);
  sim.faults.add({ kind: 'hang-after', method: 'sendDocument', chatId: secretary.id, times: 1 });
  await secretary.tap('Soạn dự thảo', { message: card });
  const first = await secretary.waitFor(/Dự thảo công văn/);
  await child.kill();
  child = await start();
  await base.ownerSql`update outbox set lease_until = '2000-01-01' where state in ('claimed', 'sending')`;
  const again = await secretary.waitFor(/gửi lại/, 30_000);
  expect(readDocx(sim.file(again.file!.file_id)!).lines).toEqual(
    readDocx(sim.file(first.file!.file_id)!).lines,
  );
}, 90_000);
