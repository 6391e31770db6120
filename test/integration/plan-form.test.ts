import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inspection, planItem, target, yearPlan, yearPlanSide } from '../../db/schema/index.ts';
import { fold } from '../../src/domain/fold.ts';
import { openFromPlan, openPlanFreeze, openPlanLine } from '../../src/usecases/form/plan-open.ts';
import { itemMessage, itemsMessage } from '../../src/usecases/plan/item-message.ts';
import { planDifference } from '../../src/usecases/plan/plan-difference.ts';
import { formHand } from '../support/form-hand.ts';
import { shown } from '../support/view-desk.ts';
import { openYearPlanDesk, planLine, type YearPlanDesk } from '../support/year-plan-desk.ts';

let desk: YearPlanDesk;
beforeEach(async () => {
  desk = await openYearPlanDesk();
});
afterEach(() => desk.base.close());

/** The plan as if both leaders had agreed. */
const agreed = () =>
  desk.office.work({ pairs: 'all' }, async ({ tx, now }) => {
    await tx.update(yearPlan).set({ state: 'agreed' }).where(eq(yearPlan.id, desk.planId));
    await tx
      .update(yearPlanSide)
      .set({ exchangedAt: now, agreedAt: now })
      .where(eq(yearPlanSide.planId, desk.planId));
  });
const open = (key: string) => {
  const hand = formHand(desk, key);
  return { hand, opened: hand.open((work, actor) => openPlanLine(work, actor, desk.planId)) };
};

test('a line is typed step by step and stored by the last button only', async () => {
  const { hand, opened } = open('a-secretary');
  expect((await opened).lines[0]).toBe('Thêm cuộc vào kế hoạch năm');
  expect((await opened).text).toContain('MẬT');
  await hand.taps('Không mật', 'Kiểm tra chấp hành');
  await hand.type('chi bo y');
  await hand.type('Việc chấp hành quy chế');
  await hand.taps('UBKT ĐU Công an p1', 'Một bên chủ trì, một bên phối hợp');
  const asked = await hand.type('không biết');
  expect(asked.labels.slice(0, 4)).toEqual(['Quý I/2027', 'Quý II/2027', 'Quý III/2027', 'Quý IV/2027']);
  expect(asked.text).toContain('Ví dụ đúng: quý I · tháng 3-4 · 07/12 - 11/12/2027');
  const preview = await hand.type('8/3 - 12/3');
  expect(preview.lines).toContain('Thời gian: thứ Hai 08/03/2027 đến hết thứ Sáu 12/03/2027 (5 ngày)');
  expect(preview.lines[0]).toBe('Đề nghị xem lại nội dung kế hoạch năm 2027:');
  expect(preview.lines.length).toBeLessThanOrEqual(7);
  expect(preview.protect).toBe(true);
  expect(await desk.seen('a-secretary')).toEqual([]);
  await hand.tap('Ghi vào kế hoạch');
  expect(await desk.seen('a-secretary')).toMatchObject([
    { windowFrom: '2027-03-08', windowTo: '2027-03-13', subject: 'Việc chấp hành quy chế', source: 'typed' },
  ]);
});

test('organisations that begin alike are told apart: full names by number, the buttons by what differs', async () => {
  const { pairId } = desk.one;
  const names = ['hình sự', 'giao thông'].map((end) => `Chi bộ Phòng Cảnh sát ${end}, Đảng bộ Công an tỉnh`);
  await desk.office.work({ pairs: 'all' }, ({ tx }) =>
    tx.insert(target).values(names.map((name, n) => ({ pairId, key: `c${n}`, name, folded: fold(name) }))),
  );
  const { hand, opened } = open('a-secretary');
  await opened;
  const asked = await hand.taps('Không mật', 'Kiểm tra chấp hành');
  const at = asked.lines.findIndex((line) => line.endsWith(names[0]!));
  expect(asked.lines.slice(at, at + 2)).toEqual(names.map((name, i) => `${at + i}. ${name}`));
  expect(asked.labels.slice(at - 1, at + 1)).toEqual([`${at}. … hình sự`, `${at + 1}. … giao thông`]);
});

test('a sensitive kind is not asked for a subject; a quarter is one tap; the same line again is not doubled', async () => {
  for (const said of ['Đã ghi vào kế hoạch', 'Cuộc này đã có']) {
    const { hand, opened } = open('a-secretary');
    await opened;
    await hand.taps('Không mật', 'Kiểm tra khi có dấu hiệu vi phạm');
    await hand.type('chi bo y');
    await hand.taps('UBKT ĐU Công an p1', 'Một bên thực hiện, có thông báo');
    // A quarter is one tap, or typed as people write it in their files.
    await (said === 'Đã ghi vào kế hoạch' ? hand.tap('Quý II/2027') : hand.type('quý 2'));
    expect((await hand.tap('Ghi vào kế hoạch')).text).toContain(said);
  }
  expect(await desk.seen('a-secretary')).toMatchObject([
    { subject: null, windowFrom: '2027-04-01', windowTo: '2027-07-01' },
  ]);
});

test('nobody but a đầu mối of a side that still drafts opens the form', async () => {
  expect((await open('a-chair').opened).text).toContain('không thực hiện được');
  await agreed();
  expect((await open('a-secretary').opened).text).toContain('đã gửi');
});

test('the list shows six lines a page, in order, with a way on', async () => {
  const lines = Array.from({ length: 8 }, (_, n) =>
    planLine(desk, { windowFrom: `2027-03-0${n + 1}`, windowTo: '2027-03-10' }),
  );
  await desk.add('a-secretary', lines);
  const page = (n: number) =>
    desk.by('a-member', async (work, actor) => shown(work, await itemsMessage(work, actor, desk.planId, n)));
  const [first, second] = [await page(0), await page(1)];
  expect(first.lines).toHaveLength(7);
  expect(first.lines[0]).toBe('Kế hoạch năm 2027: 8 cuộc');
  expect(first.lines[1]).toContain(
    '1. Chi bộ Y, Đảng bộ Công an tỉnh · 01/03 – 09/03/2027 · UBKT ĐU Công an p1',
  );
  expect(first.labels).toContain('Trang sau 2/2');
  expect(second.lines.slice(1).map((line) => line.slice(0, 2))).toEqual(['7.', '8.']);
});

test('an agreed line becomes a proposal in a few taps, once, and the plan knows it; whose a kind of the cấp uỷ is, is asked', async () => {
  const [itemId] = (await desk.add('a-secretary', [planLine(desk)])) as number[];
  await agreed();
  const card = (key: string) =>
    desk.by(key, async (work, actor) => shown(work, await itemMessage(work, actor, itemId!)));
  expect((await card('a-secretary')).labels).toContain('Đề xuất cuộc này');
  expect((await card('b-secretary')).labels).not.toContain('Đề xuất cuộc này');
  expect((await card('a-chair')).labels).not.toContain('Đề xuất cuộc này');
  const hand = formHand(desk, 'a-secretary');
  await hand.open((work, actor) => openFromPlan(work, actor, itemId!));
  const asked = await hand.tap('Không mật');
  expect(asked.labels).toEqual(['Ban Thường vụ', 'Cấp uỷ', 'Huỷ']);
  const preview = await hand.tap('Ban Thường vụ');
  expect(preview.text).toContain('Việc chấp hành quy chế làm việc');
  expect(preview.text).toContain('08/03');
  await hand.tap('Gửi đề xuất');
  const made = await desk.office.work({ pairs: 'all' }, async ({ tx }) => ({
    inspections: await tx.select().from(inspection),
    items: await tx.select().from(planItem).where(eq(planItem.id, itemId!)),
  }));
  expect(made.inspections).toMatchObject([{ side: 'a', state: 'awaiting_leader' }]);
  expect(made.items[0]!.inspectionId).toBe(made.inspections[0]!.id);
  expect((await hand.open((work, actor) => openFromPlan(work, actor, itemId!))).text).toContain(
    'đã được lập từ kế hoạch',
  );
});

test('the document freezes the plan once it was looked at; then what was planned stands beside what was lived', async () => {
  await desk.add('a-secretary', [planLine(desk), planLine(desk, { kind: 'party_finance' })]);
  await agreed();
  const hand = formHand(desk, 'b-secretary');
  await hand.open((work, actor) => openPlanFreeze(work, actor, desk.planId));
  const refused = await hand.type('05/KH-UBKTTU');
  expect(refused.lines[0]).toBe('Ký hiệu “05/KH-UBKTTU” chưa đúng thể thức. Có phải: 05-KH/UBKTTU');
  expect(refused.labels.slice(0, 2)).toEqual(['Dùng 05-KH/UBKTTU', 'Giữ nguyên ký hiệu này']);
  await hand.tap('Dùng 05-KH/UBKTTU');
  expect((await hand.tap('Hôm nay')).text).toContain('Gắn số văn bản kế hoạch: 05-KH/UBKTTU');
  expect((await hand.tap('Xác nhận')).text).toContain('Văn bản: 05-KH/UBKTTU');
  const lived = await desk.by('a-observer', async (work, actor) =>
    shown(work, await planDifference(work, actor, desk.planId)),
  );
  expect(lived.lines).toEqual([
    'Kế hoạch và thực hiện năm 2027: 2 cuộc theo kế hoạch',
    'Chưa lập: 2/2',
    'Đang làm: 0/2',
    'Đã kết thúc: 0/2',
    'Dừng, không thực hiện: 0/2',
    'Đã đổi thời gian: 0/2',
    'Cuộc ngoài kế hoạch: 0',
  ]);
});
