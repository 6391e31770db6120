import { Duration } from 'luxon';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueNotice } from '../../src/usecases/inspection/issue-notice.ts';
import { loadCase } from '../../src/usecases/inspection/load-case.ts';
import type { SimGroup } from '../simulator/sim-group.ts';
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
  await toMonday();
});
afterAll(() => t.stop());

/** The next Monday at 09h00, so that the days that follow are worked. */
async function toMonday(): Promise<void> {
  const now = await t.app.clock.now();
  const monday = now.plus({ weeks: 1 }).startOf('week').set({ hour: 9 });
  await t.app.clock.jump(Duration.fromMillis(monday.diff(now).toMillis()).toISO()!);
}

async function notice(code: string, team: string[]): Promise<void> {
  const id = await agreedInspection(t.app.office, seeded, { code, team });
  await t.app.office.work({ pairs: 'all' }, async (work) => {
    await issueNotice(work, (await loadCase(work, id))!, seeded.cast['a-secretary']!.id);
  });
  t.app.kick();
}

const fromBot = (who: SimUser, part: string) =>
  who.inbox().filter((one) => one.fromBot && one.text.includes(part));

async function bindGroup(title: string, secretary: SimUser): Promise<SimGroup> {
  const group = t.sim.addGroup({ title });
  group.addMembers(secretary);
  group.joinBot(secretary);
  await group.waitFor(/Gắn nhóm này với/);
  await secretary.tap('Gắn nhóm', { chat: group.id });
  await group.waitFor(/đã gắn với/);
  return group;
}

test('a day later only the silent are reminded; the groups show the tally and no details', async () => {
  const a = await bindGroup('Nhóm A', phones['a-secretary']!);
  const b = await bindGroup('Nhóm B', phones['b-secretary']!);
  await notice('PH-2026-001', ['a-member', 'b-member']);
  for (const group of [a, b]) await group.waitFor(/PH-2026-001 · .* · đã phản hồi 0\/4/);

  const member = phones['a-member']!;
  await member.waitFor(/PH-2026-001 · đề nghị phản hồi trước/);
  await member.tap('Xem nội dung');
  await member.waitFor(/Chi bộ Y/);
  await member.tap('Tham gia');
  await member.waitFor(/Đồng chí đã phản hồi: Tham gia/);

  await t.app.clock.advance('P1DT6H');
  const silent = phones['b-member']!;
  await silent.waitFor(/PH-2026-001: đề nghị đồng chí phản hồi trước/);
  expect(fromBot(member, 'đề nghị đồng chí phản hồi trước')).toEqual([]);
  const toast = await silent.tap('Nhắc lại chiều nay');
  expect(toast?.text).toMatch(/^Sẽ nhắc lại lúc /);

  for (const group of [a, b]) {
    await group.waitFor(/đã phản hồi 1\/4/);
    const said = group.messages().filter((one) => one.fromBot && one.text.includes('PH-2026-001'));
    expect(said).toHaveLength(1);
    expect(said[0]!.text).not.toContain('Chi bộ');
  }
  await phones['b-secretary']!.tap('Xem nội dung', { chat: b.id });
  expect((await phones['b-secretary']!.waitFor(/Chi bộ Y/)).protect_content).toBe(true);
});

test('a member asks for a substitute, the chair names one, the đầu mối records an answer by phone', async () => {
  await toMonday();
  await notice('PH-2026-002', ['b-member-2', 'a-member-2']);
  const leaving = phones['b-member-2']!;
  await leaving.waitFor(/PH-2026-002 · đề nghị phản hồi trước/);
  await leaving.tap('Xem nội dung');
  await leaving.waitFor(/PH-2026-002 · Thông báo/);
  expect((await leaving.tap('Đề nghị cử người thay'))?.text).toContain('Đã báo đầu mối');

  const chair = phones['b-chair']!;
  await chair.waitFor(/PH-2026-002: đồng chí Uỷ viên B2 p1 đề nghị cử người thay/);
  await chair.tap('Cử người thay');
  await chair.waitFor(/Cử đồng chí nào thay/);
  await chair.tap(/Uỷ viên B3/);
  await chair.waitFor(/Uỷ viên B3 p1 thay đồng chí Uỷ viên B2 p1/);
  await chair.tap('Xác nhận');
  await chair.waitFor(/Hai đồng chí đã được thông báo/);
  await leaving.waitFor(/đồng chí Uỷ viên B3 p1 thay đồng chí Uỷ viên B2 p1/);
  await phones['b-member-3']!.waitFor(/PH-2026-002 · đề nghị phản hồi trước/);

  const secretary = phones['b-secretary']!;
  secretary.send('/ghinhan ph-2026-2');
  await secretary.waitFor(/Ghi nhận thay phản hồi của đồng chí nào/);
  await secretary.tap(/Uỷ viên B3/);
  await secretary.waitFor(/trả lời thế nào/);
  await secretary.tap('Tham gia');
  await secretary.waitFor(/nhận bằng cách nào/);
  await secretary.tap('Điện thoại');
  await secretary.waitFor(/Xác nhận ghi nhận thay/);
  await secretary.tap('Xác nhận');
  await secretary.waitFor(/đã ghi nhận thay đồng chí Uỷ viên B3 p1: Tham gia \(Điện thoại\)/);
  await phones['b-member-3']!.waitFor(/đã được đầu mối ghi nhận thay/);

  const other = phones['a-secretary']!;
  other.send('/nhac PH-2026-002');
  await other.waitFor(/PH-2026-002: đã nhắc 1 đồng chí/);
  await phones['a-member-2']!.waitFor(/PH-2026-002: đề nghị đồng chí phản hồi trước/);
});

test('a group that becomes a supergroup stays bound', async () => {
  const group = await bindGroup('Nhóm A2', phones['a-secretary']!);
  group.migrateToSupergroup();
  await notice('PH-2026-003', []);
  await group.waitFor(/PH-2026-003 · /);
  group.kickBot(phones['a-secretary']!);
  await phones['a-secretary']!.waitFor(/không còn ở trong nhóm Nhóm A2/);
});
