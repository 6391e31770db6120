import type { DateTime } from 'luxon';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { groupChat, pair } from '../../db/schema/index.ts';
import type { SimGroup } from '../simulator/sim-group.ts';
import type { SimUser } from '../simulator/sim-user.ts';
import { phonesOf, seedPair } from '../support/seed.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

let t: TestApp;
let phones: Record<string, SimUser>;
let group: SimGroup;
let monday: DateTime;

beforeAll(async () => {
  t = await startTestApp();
  const { cast, pairId } = await seedPair(t.app.office, { roles: ['secretary', 'chair', 'member'] });
  phones = phonesOf(t.sim, cast);
  group = t.sim.addGroup({ title: 'Uỷ ban B' });
  group.addMembers(phones['b-secretary']!);
  group.joinBot();
  monday = (await t.app.clock.now()).startOf('week').plus({ weeks: 3 });
  await t.app.office.work({ pairs: 'all' }, async ({ tx, now }) => {
    const committeeId = (await tx.select().from(pair)).find((one) => one.id === pairId)!.committeeB;
    await tx.insert(groupChat).values({ chatId: group.id, title: 'Uỷ ban B', committeeId, boundAt: now });
  });
});
afterAll(() => t.stop());

const data = (prefix: string) => (button: object) =>
  'callback_data' in button && String(button.callback_data).startsWith(prefix);

const days = (from: DateTime): string =>
  `${from.toFormat('dd/MM')} - ${from.plus({ days: 4 }).toFormat('dd/MM/yyyy')}`;

async function agree(): Promise<void> {
  const [a, b] = [phones['a-secretary']!, phones['b-secretary']!];
  a.send(
    `/dexuat giám sát chuyên đề; Chi bộ Y; ${days(monday)}; chủ trì: UBKT Tỉnh uỷ p1; nội dung: quy chế làm việc; không mật`,
  );
  await a.waitFor(/tham gia đoàn: 0/);
  await a.tap(/Uỷ viên A1/);
  await a.waitFor(/tham gia đoàn: 1/);
  await a.tap('Xong');
  await a.waitFor(/Xem lại trước khi gửi/);
  await a.tap('Gửi đề xuất');
  await a.waitFor(/Đã trình lãnh đạo/);
  await phones['a-chair']!.waitFor(/Kính trình đồng chí cho ý kiến trước khi gửi/);
  await phones['a-chair']!.tap('Đồng ý gửi');
  await phones['a-chair']!.waitFor(/đã đồng ý gửi/);
  await t.app.clock.advance('PT2M');
  await b.waitFor(/Kính gửi UBKT Tỉnh uỷ p1/);
  await b.tap('Chuyển lãnh đạo');
  await b.waitFor(/đã chuyển lãnh đạo/);
  await phones['b-chair']!.waitFor(/Kính trình đồng chí cho ý kiến về đề xuất/);
  await phones['b-chair']!.tap('Thống nhất');
  await phones['b-chair']!.waitFor(/Xác nhận trả lời: Thống nhất/);
  await phones['b-chair']!.tap('Xác nhận');
  await phones['b-chair']!.waitFor(/đã ghi nhận thống nhất sơ bộ/);
}

async function answer(who: SimUser, with_: string): Promise<void> {
  await who.waitFor(/phản hồi trước/);
  await who.tap('Xem nội dung');
  await who.waitFor(/Thông báo phối hợp kiểm tra, giám sát/);
  expect((await who.tap(with_))?.text).toBe('Đã ghi nhận.');
  await who.waitFor(/Đồng chí đã phản hồi/);
}

async function proposeNewDates(a: SimUser): Promise<void> {
  await a.tap(data('card.'));
  await a.waitFor(/Phản hồi: \d\/\d/);
  await a.tap(data('change.'));
  await a.waitFor(/Điều chỉnh phần nào/);
  await a.tap('Thời gian');
  await a.waitFor(/Đã chọn: 1/);
  await a.tap('Xong');
  await a.waitFor(/Thời gian dự kiến/);
  a.send(days(monday.plus({ weeks: 1 })));
  await a.waitFor(/Lý do/);
  await a.tap('Trùng lịch công tác');
  const preview = await a.waitFor(/Điều chỉnh lần 1\. Xem lại/);
  expect(preview.text).toContain(`Thời gian cũ: thứ Hai ${monday.toFormat('dd/MM')}`);
  await a.tap('Gửi đề nghị');
  await a.waitFor(/sẽ chuyển UBKT Tỉnh uỷ p1 sau 60 giây/);
}

test('the dates change: whoever answered is asked again, an old button shows the new dates, the group reads that it is void', async () => {
  await agree();
  const [a, member] = [phones['a-secretary']!, phones['a-member']!];
  await answer(a, 'Đã nhận');
  await answer(member, 'Tham gia');
  const oldNotice = member.last()!;
  await proposeNewDates(a);

  const chair = phones['b-chair']!;
  expect(chair.last()!.text).not.toContain('đề nghị điều chỉnh');
  await t.app.clock.advance('PT2M');
  const asked = await chair.waitFor(/đề nghị điều chỉnh/);
  expect(asked.text).toContain('Lý do: Trùng lịch công tác');
  expect(asked.protect_content).toBe(true);
  await chair.tap('Xác nhận');
  await chair.waitFor(/đã xác nhận Điều chỉnh lần 1/);

  const [voided] = await t.base.ownerSql`select count(*)::int as n from answer
    where voided_at is not null and answer in ('received', 'attending')`;
  expect(voided!.n).toBe(2);
  const push = await member.waitFor(/Điều chỉnh lần 1 · đề nghị phản hồi trước/);
  expect(push.text).not.toContain('cũ:');
  await t.app.clock.advance('PT10S');
  await group.waitFor(/không còn hiệu lực/);

  expect((await member.tap('Tham gia', { message: oldNotice }))?.text).toContain('Đã có điều chỉnh');
  const shown = await member.waitFor(/mới: thứ Hai/);
  expect(shown.text).toContain(`mới: thứ Hai ${monday.plus({ weeks: 1 }).toFormat('dd/MM')}`);
  expect(shown.text).toContain('phản hồi trước không còn hiệu lực');
  await member.tap('Tham gia', { message: shown });
  await member.waitFor(/Đồng chí đã phản hồi: Tham gia/);
  const [standing] = await t.base
    .ownerSql`select n from answer join inspection_version v on v.id = answer.version_id
    where answer = 'attending' and voided_at is null`;
  expect(standing!.n).toBe(1);
}, 60_000);
