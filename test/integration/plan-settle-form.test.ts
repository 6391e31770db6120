import { afterEach, beforeEach, expect, test } from 'vitest';
import { openKeepGaps, openSettle } from '../../src/usecases/form/plan-settle-open.ts';
import { formHand } from '../support/form-hand.ts';
import { openPlanDesk, type PlanDesk } from '../support/plan-desk.ts';

let desk: PlanDesk;
let planId: number;

beforeEach(async () => {
  desk = await openPlanDesk();
  planId = await desk.exchanged([
    { side: 'a', target: 'y', from: '12-06', to: '12-10' },
    { side: 'b', target: 'y', from: '12-08', to: '12-15' },
  ]);
});
afterEach(() => desk.base.close());

test('merge: who leads, how, when, one look, one button', async () => {
  const finding = await desk.openOf(planId, 'y');
  const hand = formHand(desk, 'a-secretary');
  await hand.open((work, actor) => openSettle(work, actor, finding, 'merge'));
  await hand.tap('UBKT Tỉnh uỷ p1');
  const window = await hand.tap('Một bên chủ trì, một bên phối hợp');
  expect(window.labels.slice(0, 2)).toEqual(['06/12 – 10/12/2027', '08/12 – 15/12/2027']);
  expect((await hand.type('quý I/2028')).text).toContain('không nằm trong năm 2027');
  expect((await hand.type('31/02')).text).toContain('Không có ngày');
  const preview = await hand.type('06/12 - 15/12');
  expect(preview.text).toMatch(/^Chi bộ Y.*: gộp thành một cuộc, UBKT Tỉnh uỷ p1 chủ trì/);
  expect(preview.protect).toBe(true);
  expect((await hand.tap('Gửi Uỷ ban phối hợp')).text).toContain('Có thể thu hồi trong 60 giây');
  expect((await desk.settlements(finding))[0]).toMatchObject({
    how: 'merge',
    leadSide: 'b',
    windowFrom: '2027-12-06',
    windowTo: '2027-12-16',
    side: 'a',
  });
});

test('merge: days that both lines have are offered once', async () => {
  const same = { target: 'u', from: '03-01', to: '03-05' };
  await desk.base.close();
  desk = await openPlanDesk();
  planId = await desk.exchanged([
    { side: 'a', ...same },
    { side: 'b', ...same },
  ]);
  const finding = await desk.openOf(planId, 'u');
  const hand = formHand(desk, 'b-secretary');
  await hand.open((work, actor) => openSettle(work, actor, finding, 'merge'));
  await hand.tap('UBKT Tỉnh uỷ p1');
  const window = await hand.tap('Một bên chủ trì, một bên phối hợp');
  expect(window.labels).toEqual(['01/03 – 05/03/2027', 'Quay lại', 'Huỷ']);
});

test('shift: days in which nobody is there are offered, as many as the line has', async () => {
  const finding = await desk.openOf(planId, 'y');
  const hand = formHand(desk, 'a-secretary');
  const window = await hand.open((work, actor) => openSettle(work, actor, finding, 'shift'));
  expect(window.labels[0]).toBe('01/01 – 07/01/2027');
  await hand.tap('01/01 – 07/01/2027');
  await hand.tap('Gửi Uỷ ban phối hợp');
  expect((await desk.settlements(finding))[0]).toMatchObject({ how: 'shift', windowFrom: '2027-01-01' });
});

test('keep: a reason of one’s own only after the question of secrecy, and through the filter', async () => {
  const finding = await desk.openOf(planId, 'y');
  const hand = formHand(desk, 'b-secretary');
  await hand.open((work, actor) => openSettle(work, actor, finding, 'keep'));
  const asked = await hand.tap('Lý do khác');
  expect(asked.text).toContain('MẬT');
  await hand.tap(asked.labels[0]!);
  expect((await hand.type('đơn tố cáo, tài liệu TUYỆT MẬT số 5')).text).toContain('không tiếp nhận');
  await hand.type('hai cuộc khác nội dung');
  await hand.tap('Gửi Uỷ ban phối hợp');
  expect((await desk.settlements(finding))[0]).toMatchObject({
    reason: 'other',
    reasonText: 'hai cuộc khác nội dung',
  });
});

test('a gap is filled on free days, with a kind that names its organisation', async () => {
  const finding = await desk.openOf(planId, 'v');
  const hand = formHand(desk, 'a-secretary');
  const kinds = await hand.open((work, actor) => openSettle(work, actor, finding, 'fill'));
  expect(kinds.labels).not.toContain('Giải quyết tố cáo');
  const window = await hand.tap('Kiểm tra chấp hành');
  await hand.tap(window.labels[0]!);
  const sent = await hand.tap('Thêm vào kế hoạch');
  expect(sent.text).toContain('sau 60 giây');
  expect(sent.labels).toEqual(['Thu hồi đề nghị', 'Gửi ngay', 'Xem nội dung đối chiếu']);
  await desk.pass(2);
  await desk.sweep();
  const made = (await desk.lines(planId)).at(-1)!;
  expect(made).toMatchObject({ side: 'a', kind: 'compliance', targetId: desk.one.targets.v });
  expect((await desk.findings(planId)).find((one) => one.id === finding)?.state).toBe('gone');
});

test('what is left out is kept together, with one reason', async () => {
  const hand = formHand(desk, 'b-secretary');
  await hand.open((work, actor) => openKeepGaps(work, actor, planId));
  const preview = await hand.tap('Chưa bố trí được cán bộ');
  expect(preview.text).toContain('chưa bố trí kiểm tra, giám sát mọi tổ chức còn bỏ trống');
  expect((await hand.tap('Gửi Uỷ ban phối hợp')).text).toContain('4 tổ chức');
});

test('what one side has put forward is not asked twice', async () => {
  const finding = await desk.openOf(planId, 'y');
  await desk.propose('a-secretary', finding, { how: 'keep', reason: 'no_staff' });
  const hand = formHand(desk, 'a-secretary');
  const said = await hand.open((work, actor) => openSettle(work, actor, finding, 'keep'));
  expect(said.text).toContain('đang chờ trả lời một đề nghị trước');
});
