import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditEntry, person } from '../../db/schema/index.ts';
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
  const id = await agreedInspection(t.app.office, seeded, { team: ['a-member'] });
  await t.app.office.work({ pairs: 'all' }, async (work) =>
    issueNotice(work, (await loadCase(work, id))!, seeded.cast['a-secretary']!.id),
  );
});
afterAll(() => t.stop());

test('a member goes from the task to the answer, and the task is gone', async () => {
  const member = phones['a-member']!;
  member.send('/viec');
  const list = await member.waitFor(/Việc của đồng chí: 1/);
  expect(list.text).not.toContain('Chi bộ Y');
  await member.tap('1. Phản hồi PH-2026-001');
  await member.waitFor(/Chi bộ Y/);
  await member.tap('Tham gia');
  await member.waitFor(/Đồng chí đã phản hồi: Tham gia/);
  member.send('/todo');
  await member.waitFor(/Tuần này đồng chí không có việc đến hạn/);
});

test('the calendar is protected, its card tells history and why; the week comes as text to copy', async () => {
  const member = phones['b-member']!;
  member.send('/lich');
  const calendar = await member.waitFor(/Sắp tới: 1 mục/);
  expect(calendar.protect_content).toBe(true);
  await member.tap('Tháng này');
  await member.waitFor(/Tháng này/);
  await member.tap('Tất cả');
  await member.waitFor(/Sắp tới/);
  await member.tap('Lịch tuần dạng văn bản');
  expect((await member.waitFor(/LỊCH KIỂM TRA, GIÁM SÁT PHỐI HỢP/)).protect_content).not.toBe(true);
  await member.tap('1. Mở PH-2026-001');
  await member.waitFor(/Thống nhất sơ bộ · Công an tỉnh/);
  await member.tap('Lịch sử');
  await member.waitFor(/UBKT ĐU Công an p1 · gửi thông báo hai bên/);
  await member.tap('Lý do nhận tin');
  await member.waitFor(/Đồng chí không phải phản hồi/);
});

test('who has answered is read on the card by the đầu mối: own people by name', async () => {
  const a = phones['a-secretary']!;
  a.send('/tim chi bo y');
  await a.waitFor(/“chi bo y”: 1 kết quả/);
  await a.tap('1. Mở PH-2026-001');
  await a.waitFor(/Phản hồi: 1\/3/);
  await a.tap('Tình hình phản hồi');
  const who = await a.waitFor(/Uỷ viên A1 p1 · đoàn · Tham gia/);
  expect(who.text).not.toContain('Đầu mối B1');
  expect(who.text).toContain('UBKT Tỉnh uỷ p1: 1 chưa phản hồi');
});

test('search asks when it is given nothing, and takes the words as the next message', async () => {
  const b = phones['b-chair']!;
  b.send('/tim');
  await b.waitFor(/Hai ví dụ/);
  b.send('ph 2026 001');
  await b.waitFor(/“ph 2026 001”: 1 kết quả/);
  b.send('/tim ubkt tu');
  await b.waitFor(/Tỉnh uỷ hay Trung ương/);
  await b.tap('Trung ương (TW)');
  await b.waitFor(/Không tìm thấy “ubkt tw”/);
});

test('help names what the role can do, and the language changes with one tap, on record', async () => {
  const observer = phones['a-observer']!;
  observer.send('/trogiup');
  await observer.waitFor(/Theo dõi: mở từng cuộc/);
  await observer.tap('Người dùng hệ thống');
  await observer.waitFor(/theo dõi · Uỷ ban ta 7, Uỷ ban phối hợp 7/);
  await observer.tap('Quay lại');
  await observer.waitFor(/Theo dõi: mở từng cuộc/);
  const toast = await observer.tap('English');
  expect(toast?.text).toBe('Changed to English.');
  await observer.waitFor(/Observer: open an inspection/);
  await observer.tap('Shortcuts');
  await observer.waitFor(/\/why · why I received this/);
  const { id } = seeded.cast['a-observer']!;
  await t.app.office.work({ pairs: 'all' }, async ({ tx }) => {
    const [now] = await tx.select({ locale: person.locale }).from(person).where(eq(person.id, id));
    const entries = await tx.select().from(auditEntry).where(eq(auditEntry.type, 'person.language'));
    expect(now?.locale).toBe('en');
    expect(entries.map((entry) => [entry.pairId, JSON.parse(entry.body)])).toEqual([
      [null, { by: id, inspection: null, locale: 'en', person: id }],
    ]);
  });
});

test('a command in a group is answered with the way into private chat and nothing else', async () => {
  const member = phones['b-member-2']!;
  const group = t.sim.addGroup({ title: 'Nhóm UBKT' });
  group.addMembers(member);
  group.joinBot(member);
  group.send(member, '/viec');
  const answer = await group.waitFor(/Đề nghị mở trò chuyện riêng/);
  expect(answer.text).not.toContain('PH-2026');
  expect(JSON.stringify(answer.reply_markup)).toContain(`https://t.me/${t.sim.botUser.username}?start=go`);
});
