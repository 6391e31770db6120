import { Duration } from 'luxon';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueNotice } from '../../src/usecases/inspection/issue-notice.ts';
import { loadCase } from '../../src/usecases/inspection/load-case.ts';
import type { SimUser } from '../simulator/sim-user.ts';
import { phonesOf, type SeededPair, seedPair } from '../support/seed.ts';
import { agreedInspection } from '../support/seed-inspection.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

let t: TestApp;
let seeded: SeededPair;
let phones: Record<string, SimUser>;

beforeAll(async () => {
  t = await startTestApp();
  seeded = await seedPair(t.app.office);
  phones = phonesOf(t.sim, seeded.cast);
  const now = await t.app.clock.now();
  const monday = now.plus({ weeks: 1 }).startOf('week').set({ hour: 9 });
  await t.app.clock.jump(Duration.fromMillis(monday.diff(now).toMillis()).toISO()!);
});
afterAll(() => t.stop());

async function notice(code: string, team: string[]): Promise<void> {
  const id = await agreedInspection(t.app.office, seeded, { code, team });
  await t.app.office.work({ pairs: 'all' }, async (work) => {
    await issueNotice(work, (await loadCase(work, id))!, seeded.cast['a-secretary']!.id);
  });
  t.app.kick();
}

test('a member on leave hears nothing of a notice; ended early, it comes', async () => {
  const member = phones['a-member']!;
  await member.send('/vangmat hôm nay');
  await member.waitFor(/vắng vì việc gì/);
  await member.tap('Nghỉ phép');
  await member.waitFor(/thông báo và nhắc việc đến hạn thì/);
  await member.tap('Giữ lại');
  await member.waitFor(/Tin đến hạn được giữ/);
  await member.tap('Xác nhận');
  await member.waitFor(/Đã ghi: đồng chí .* vắng/);
  await notice('PH-2026-001', ['a-member']);
  await phones['a-secretary']!.waitFor(/PH-2026-001 · đề nghị phản hồi trước/);
  expect(member.inbox().filter((one) => one.fromBot && one.text.includes('PH-2026-001'))).toEqual([]);
  await member.tap('Xem ngày vắng');
  await member.waitFor(/Ngày vắng mặt đã ghi/);
  await member.tap('Kết thúc sớm số 1');
  await member.waitFor(/PH-2026-001 · đề nghị phản hồi trước/);
});

test('the duties pass in one tap of the successor: who was đầu mối may not invite any more, who is now may', async () => {
  const [former, successor] = [phones['a-secretary']!, phones['a-member-2']!];
  await former.send('/bangiao');
  await former.waitFor(/Bàn giao việc đầu mối/);
  await former.tap(seeded.cast['a-member-2']!.name);
  await former.waitFor(/Cuộc đang mở: 1/);
  await former.tap('Bàn giao, ở lại');
  await former.waitFor(/chờ xác nhận/);
  await successor.waitFor(/bàn giao việc đầu mối cho đồng chí/);
  await successor.tap('Nhận bàn giao');
  await successor.waitFor(/Từ bây giờ đồng chí là đầu mối/);
  await phones['b-secretary']!.waitFor(/đã đổi đầu mối/);
  await former.send('/moi');
  await former.waitFor(/Việc này do đầu mối của Uỷ ban thực hiện/);
  await successor.send('/viec');
  await successor.waitFor(/PH-2026-001/);
});
