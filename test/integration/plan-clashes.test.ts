import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditEntry, inspection, overlapSettled } from '../../db/schema/index.ts';
import { openForm } from '../../src/usecases/form/open-form.ts';
import { openFromPlan } from '../../src/usecases/form/plan-open.ts';
import type { ProposeData } from '../../src/usecases/form/propose-data.ts';
import { proposeForm } from '../../src/usecases/form/propose-form.ts';
import { formHand } from '../support/form-hand.ts';
import { openPlanDesk, type PlanDesk } from '../support/plan-desk.ts';

let desk: PlanDesk;
let planId: number;

/** The plan of 2027, agreed: side a at Y in the week of 8 March, side b at Z in that of 5 April. */
beforeEach(async () => {
  desk = await openPlanDesk();
  planId = await desk.exchanged([
    { side: 'a', target: 'y', from: '03-08', to: '03-12' },
    { side: 'b', target: 'z', from: '04-05', to: '04-09' },
  ]);
  await desk.base.ownerSql`update year_plan set state = 'agreed' where id = ${planId}`;
});
afterEach(() => desk.base.close());

/** The form of a proposal of side a, all filled in. */
async function preview(key: string, given: Partial<ProposeData> = {}) {
  const hand = formHand(desk, key);
  const data: ProposeData = {
    secretAsked: true,
    pairId: desk.one.pairId,
    kind: 'compliance',
    body: 'standing_board',
    targetId: desk.one.targets.y!,
    subject: 'quy chế',
    leadSide: 'a',
    mode: 'coordinate',
    windowFrom: '2027-03-10',
    windowTo: '2027-03-13',
    team: [],
    sessionsDone: true,
    ...given,
  };
  return {
    hand,
    shown: await hand.open((work, actor) =>
      openForm(work, actor, proposeForm, data, { pairId: data.pairId }),
    ),
  };
}
const lines = () => desk.lines(planId);
const inspections = () => desk.all((work) => work.tx.select().from(inspection).orderBy(inspection.id));

describe('a proposal that clashes with a line of the plan', () => {
  test('is told so, with the plan’s year, whose line, and why', async () => {
    const { hand, shown } = await preview('b-secretary');
    const line =
      'Kế hoạch năm 2027 · UBKT ĐU Công an p1 · Kiểm tra chấp hành · Chi bộ Y, Đảng bộ Công an tỉnh · thứ Hai 08/03 – thứ Sáu 12/03/2027 · trùng đối tượng, trùng thời gian';
    expect(shown.text).toContain(line);
    const asked = await hand.tap('Gửi đề xuất');
    expect(asked.text).toContain(line);
    expect(asked.labels).toEqual(expect.arrayContaining(['Chuyển thời gian', 'Giữ cả hai, nêu lý do']));
    expect(asked.labels.some((label) => label.startsWith('Lập từ kế hoạch'))).toBe(false);
  });

  test('kept with a reason: proposed, and the reason stands in the book', async () => {
    const { hand } = await preview('b-secretary');
    await hand.taps('Gửi đề xuất', 'Giữ cả hai, nêu lý do', 'Cấp trên giao');
    expect((await hand.tap('Gửi đề xuất')).text).toContain('Đã trình lãnh đạo');
    const [line] = await lines();
    const [entry] = await desk.all((work) =>
      work.tx.select().from(auditEntry).where(eq(auditEntry.type, 'overlap.kept')),
    );
    expect(JSON.parse(entry!.body)).toMatchObject({ line: line!.id, inspection: 1 });
    expect(await desk.all((work) => work.tx.select().from(overlapSettled))).toEqual([]);
  });

  test('of one’s own, it can be the very inspection of that line, once', async () => {
    const { hand } = await preview('a-secretary');
    const asked = await hand.tap('Gửi đề xuất');
    expect(asked.labels).toContain('Lập từ kế hoạch 08/03/2027');
    const again = await hand.tap('Lập từ kế hoạch 08/03/2027');
    expect(again.text).not.toContain('Trùng lặp');
    await hand.tap('Gửi đề xuất');
    const [made, ...more] = await inspections();
    expect(more).toEqual([]);
    expect((await lines())[0]!.inspectionId).toBe(made!.id);
    expect((await preview('a-secretary')).shown.text).toContain('Dự thảo số 1');
    expect((await preview('a-secretary')).shown.text).not.toContain('Kế hoạch năm');
  });

  test('another kind or organisation is never that line, and a forged choice is not taken', async () => {
    const { hand } = await preview('a-secretary', { kind: 'party_finance' });
    const asked = await hand.tap('Gửi đề xuất');
    expect(asked.labels.some((label) => label.startsWith('Lập từ kế hoạch'))).toBe(false);
    const [line] = await lines();
    asked.labels.push('forged');
    asked.data.push(asked.data[0]!.replace(/[^.]+$/, `line-${line!.id}`));
    await hand.tap('forged');
    expect((await inspections()).length).toBe(0);
    expect((await lines())[0]!.inspectionId).toBeNull();
  });
});

describe('what takes no part', () => {
  test('a line that its side has not exchanged, for either side (R4)', async () => {
    await desk.base.ownerSql`update year_plan set state = 'drafting' where id = ${planId}`;
    await desk.base
      .ownerSql`update year_plan_side set exchanged_at = null where plan_id = ${planId} and side = 'a'`;
    expect((await preview('b-secretary')).shown.text).not.toContain('Kế hoạch năm');
    expect((await preview('a-secretary')).shown.text).not.toContain('Kế hoạch năm');
    const z = { targetId: desk.one.targets.z!, windowFrom: '2027-04-06', windowTo: '2027-04-07' };
    expect((await preview('a-secretary', z)).shown.text).toContain('Kế hoạch năm 2027 · UBKT Tỉnh uỷ p1');
  });

  test('a line that bears no name for the reader (C4)', async () => {
    const kind = 'signs_of_violation' as const;
    await desk.addLine(planId, { side: 'a', target: 'u', from: '09-06', to: '09-10', kind });
    const u = { targetId: desk.one.targets.u!, windowFrom: '2027-09-07', windowTo: '2027-09-08' };
    expect((await preview('b-secretary', u)).shown.text).not.toContain('Kế hoạch năm');
    expect((await preview('a-secretary', u)).shown.text).toContain('Kế hoạch năm');
  });

  test('what both sides kept beside the line it is proposed from, while its days are the same', async () => {
    await desk.base.ownerSql`update year_plan set state = 'comparing' where id = ${planId}`;
    await desk.addLine(planId, { side: 'b', target: 'y', from: '03-10', to: '03-11' });
    await desk.compare(planId);
    await desk.settled(await desk.openOf(planId, 'y'), { how: 'keep', reason: 'other' });
    await desk.base.ownerSql`update year_plan set state = 'agreed' where id = ${planId}`;
    const [line] = await lines();
    const hand = formHand(desk, 'a-secretary');
    await hand.open((work, actor) => openFromPlan(work, actor, line!.id));
    expect((await hand.tap('Không mật')).text).not.toContain('Trùng lặp');
    const days = { windowFrom: line!.windowFrom, windowTo: '2027-03-12', planItemId: line!.id };
    expect((await preview('a-secretary', days)).shown.text).toContain('Kế hoạch năm 2027 · UBKT Tỉnh uỷ p1');
  });
});
