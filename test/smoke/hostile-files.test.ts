import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findActor } from '../../src/usecases/find-actor.ts';
import { openPlan } from '../../src/usecases/plan/open-plan.ts';
import { isRefused } from '../../src/usecases/said.ts';
import type { SimUser } from '../simulator/sim-user.ts';
import { makeWorkbook } from '../support/make-workbook.ts';
import { rawWorkbook } from '../support/raw-workbook.ts';
import { phonesOf, seedPair } from '../support/seed.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

/** One more than the places before the database. */
const SENDERS = 9;
/** A file that is given up takes 3 s by itself. */
const TAP_MS = 2_000;
/** What is told: 12 s of waiting and 3 s of reading; and the ways to and from Telegram. */
const ANSWER_MS = 20_000;

const hostile = Buffer.from(rawWorkbook({ sheet: '<a/>'.repeat(6_000_000) }));

let running: TestApp;
let senders: SimUser[];
let other: SimUser;
let planfile: string;

beforeAll(async () => {
  running = await startTestApp();
  const { office } = running.app;
  const seeded = await seedPair(office, {
    roles: { a: Array.from({ length: SENDERS }, () => 'secretary' as const), b: ['secretary', 'member'] },
  });
  const phones = phonesOf(running.sim, seeded.cast);
  senders = Object.keys(phones)
    .filter((key) => key.startsWith('a-'))
    .map((key) => phones[key]!);
  other = phones['b-member']!;
  const opened = await office.work({ pairs: 'all' }, async (work) =>
    openPlan(work, (await findActor(work, seeded.cast['a-secretary']!.userId))!, seeded.pairId),
  );
  if (isRefused(opened)) throw new Error(opened.refused.key);
  planfile = `planfile.${opened.plan.id}`;
  for (const one of [...senders, other]) {
    one.send('/viec');
    await one.waitFor(() => true);
  }
  for (const one of senders) await begin(one);
}, 120_000);
afterAll(() => running.stop());

async function begin(one: SimUser): Promise<void> {
  await one.tap(planfile, { stale: true });
  const secret = await one.waitFor(/MẬT/);
  await one.tap(one.buttons(secret)[0]!, { message: secret });
  await one.waitFor(/gửi tệp \.xlsx hoặc \.csv/);
}

test('nine members send files that take too long, all at once: another member’s taps are answered as ever, each sender is told, and the next honest file is read', async () => {
  const sent = performance.now();
  for (const one of senders) one.sendDocument({ name: 'ke-hoach.xlsx', content: hostile });
  let left = senders.length;
  const told = senders.map(async (one) => {
    const { text } = await one.waitFor(/Tệp không đọc được|Đang đọc nhiều tệp khác/, 60_000);
    left -= 1;
    return { isRead: text.includes('Tệp không đọc được'), ms: performance.now() - sent };
  });
  const taps: number[] = [];
  while (left > 0) {
    const begun = performance.now();
    await other.tap('plan.mine', { stale: true, timeoutMs: 40_000 });
    taps.push(performance.now() - begun);
    await sleep(100);
  }
  const all = await Promise.all(told);
  expect(Math.max(...taps)).toBeLessThan(TAP_MS);
  expect(Math.max(...all.map(({ ms }) => ms))).toBeLessThan(ANSWER_MS);
  expect(all.filter(({ isRead }) => isRead).length).toBeGreaterThan(0);

  const content = Buffer.from(
    await makeWorkbook({
      'Kế hoạch': [
        ['Tổ chức đảng', 'Loại', 'Thời gian'],
        ['y', 'KT chấp hành', 'quý IV'],
      ],
    }),
  );
  senders[0]!.sendDocument({ name: 'ke-hoach.xlsx', content });
  await senders[0]!.waitFor(/1 dòng ghi được/);
}, 120_000);

test('a file from somebody whose form asks for none is refused unread, sooner than it could be read', async () => {
  const begun = performance.now();
  const sent = other.sendDocument({ name: 'ke-hoach.xlsx', content: hostile });
  await other.waitFor(/không nhận ảnh, tệp/);
  expect(performance.now() - begun).toBeLessThan(TAP_MS);
  expect(sent.deleted).toBe(true);
});
