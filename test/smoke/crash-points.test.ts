import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openOffice } from '../../src/usecases/begin-work.ts';
import { issueNotice } from '../../src/usecases/inspection/issue-notice.ts';
import { loadCase } from '../../src/usecases/inspection/load-case.ts';
import { startSimulator } from '../simulator/server.ts';
import type { SimUser } from '../simulator/sim-user.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { type ChildApp, startChildApp } from '../support/child-app.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { redisUrlForTests } from '../support/redis.ts';
import { phonesOf, seedPair } from '../support/seed.ts';
import { agreedInspection } from '../support/seed-inspection.ts';
import { openOfficeAtStart } from '../support/start-day.ts';
import { until } from '../support/until.ts';

let sim: Simulator;
let base: TestDatabase;
let child: ChildApp;
let member: SimUser;
let secretary: SimUser;
let inspectionId: number;

const start = () => startChildApp({ sim, databaseUrl: base.url, redisUrl: redisUrlForTests() });

beforeAll(async () => {
  base = await makeTestDatabase();
  sim = await startSimulator({ limits: false, callbackExpiryMs: 60_000 }); // a busy machine may take long to start the next process
  const office = await openOfficeAtStart(base);
  const seeded = await seedPair(office, { roles: ['secretary', 'chair', 'member'] });
  const phones = phonesOf(sim, seeded.cast);
  member = phones['a-member']!;
  secretary = phones['a-secretary']!;
  inspectionId = await agreedInspection(office, seeded, { team: ['a-member'] });
  child = await start();
}, 90_000);
afterAll(async () => {
  await child.kill();
  await sim.close();
  await base.close();
});
beforeEach(() => sim.faults.clear());

/** What a lease that ran out does after 45 s of wall time. */
const expireLeases = () =>
  base.ownerSql`update outbox set lease_until = '2000-01-01' where state in ('claimed', 'sending')`;

const answers = async () => (await base.ownerSql`select id from answer where answer = 'attending'`).length;

async function notify(): Promise<void> {
  await openOffice(base.db).work({ pairs: 'all' }, async (work) => {
    await work.tx.execute("update request set state = 'void' where kind = 'notice'");
    await issueNotice(work, (await loadCase(work, inspectionId))!, 1);
  });
}

test('killed while the effect of a tap is not committed: the tap comes again and takes effect once', async () => {
  await notify();
  await member.waitFor(/phản hồi trước/, 10_000);
  await member.tap('Xem nội dung');
  await member.waitFor(/Chi bộ Y/, 10_000);
  const before = await answers();
  let release: () => void = () => {};
  const held = base.ownerSql.begin(async (sql) => {
    await sql`select id from inspection where id = ${inspectionId} for update`;
    await new Promise<void>((resolve) => {
      release = resolve;
    });
  });
  const toast = member.tap('Tham gia', { timeoutMs: 40_000 });
  await until(
    async () =>
      (
        await base.ownerSql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
      ).length > 0,
  );
  await child.kill();
  release();
  await held;
  expect(await answers()).toBe(before);
  child = await start();
  expect((await toast)?.text).toBe('Đã ghi nhận.');
  expect(await answers()).toBe(before + 1);
}, 90_000);

test('killed between the commit and the toast: the tap comes again, is answered, and is not doubled', async () => {
  await notify();
  await member.waitFor(/phản hồi trước/, 10_000, sim.mark() - 50);
  await member.tap('Xem nội dung');
  await member.waitFor(/Đề nghị phản hồi trước/, 10_000);
  const before = await answers();
  sim.faults.add({ kind: 'hang', method: 'answerCallbackQuery', times: 1 });
  const toast = member.tap('Tham gia', { timeoutMs: 40_000 });
  await until(async () => (await answers()) === before + 1);
  await child.kill();
  // It may have been killed before it came to the toast: the next one's is not held up for it.
  sim.faults.clear();
  child = await start();
  expect((await toast)?.text).toBe('Đã ghi nhận trước đó.');
  expect(await answers()).toBe(before + 1);
}, 90_000);

test('killed while a message is on the wire: it is sent again, and says so', async () => {
  sim.faults.add({ kind: 'hang-after', method: 'sendMessage', chatId: secretary.id, times: 1 });
  const mark = sim.mark();
  secretary.send('/khongco');
  await until(async () => (await base.ownerSql`select 1 from outbox where state = 'sending'`).length > 0);
  await secretary.waitFor(/Không có lệnh/, 20_000, mark);
  await child.kill();
  child = await start();
  await expireLeases();
  const again = await secretary.waitFor(/gửi lại/, 30_000, mark);
  expect(again.text).toContain('Không có lệnh /khongco');
}, 90_000);

test('killed between the claim and the wire: it is sent once, without a mark', async () => {
  await child.kill();
  // What the killed process had on the wire in this chat would hold up what comes after it for the 45 s of its lease.
  await expireLeases();
  const mark = sim.mark();
  await notify();
  await base.ownerSql`update outbox set state = 'claimed', owner = 'gone', lease_until = '2000-01-01' where state = 'pending'`;
  child = await start();
  const pushed = await member.waitFor(/phản hồi trước/, 30_000, mark);
  expect(pushed.text).not.toContain('gửi lại');
  const pushes = sim
    .messages(member.id)
    .filter((one) => one.fromBot && one.message_id >= pushed.message_id && /phản hồi trước/.test(one.text));
  expect(pushes.map((one) => one.text)).toEqual([pushed.text]);
}, 90_000);

test('killed between a commit and its kick: the sweep of the next process finds the message', async () => {
  await child.kill();
  // What the killed process had on the wire in this chat would hold up what comes after it for the 45 s of its lease.
  await expireLeases();
  const mark = sim.mark();
  await notify();
  child = await start();
  await member.waitFor(/phản hồi trước/, 30_000, mark);
}, 90_000);

test('stopped by SIGTERM: exits 0 within 10 s and loses nothing', async () => {
  const mark = sim.mark();
  await notify();
  const began = performance.now();
  expect(await child.terminate()).toBe(0);
  expect(performance.now() - began).toBeLessThan(10_000);
  child = await start();
  await member.waitFor(/phản hồi trước/, 30_000, mark);
}, 90_000);
