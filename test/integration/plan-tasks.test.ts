import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { planFinding, planItem } from '../../db/schema/index.ts';
import type { Message } from '../../src/domain/message.ts';
import { render } from '../../src/telegram/render.ts';
import { agreePlan } from '../../src/usecases/plan/agree-plan.ts';
import { approvePlan } from '../../src/usecases/plan/approve-plan.ts';
import { exchangePlan } from '../../src/usecases/plan/exchange-plan.ts';
import { returnPlan } from '../../src/usecases/plan/plan-answers.ts';
import { planOfPair, readPlan } from '../../src/usecases/plan/plan-message.ts';
import { isRefused } from '../../src/usecases/said.ts';
import { sweep } from '../../src/usecases/sweep.ts';
import { listWaiting } from '../../src/usecases/view/list-tasks.ts';
import type { Actor, Work } from '../../src/usecases/work.ts';
import { removeRows } from '../support/remove-rows.ts';
import { shown } from '../support/view-desk.ts';
import { openYearPlanDesk, planLine, type YearPlanDesk } from '../support/year-plan-desk.ts';

let desk: YearPlanDesk;
beforeEach(async () => {
  desk = await openYearPlanDesk();
  desk.at('2027-01-14T09:00:00+07:00');
});
afterEach(() => desk.base.close());

const waiting = (key: string) =>
  desk.by(key, async (work, actor) => {
    const { tasks, unanswered } = await listWaiting(work, actor);
    const plans = tasks.filter((task) => task.kind.startsWith('plan-'));
    return { plans: plans.map((task) => [task.kind, task.dueAt?.toISO()]), unanswered };
  });
const read = (key: string) =>
  desk.by(key, async (work, actor) => shown(work, await planOfPair(work, actor, desk.one.pairId, 2027)));
const must = async (key: string, fn: (work: Work, actor: Actor) => Promise<object>) => {
  const result = await desk.by(key, fn);
  if (isRefused(result)) throw new Error(result.refused.key);
};
const give = (key: string) => must(key, (work, actor) => exchangePlan(work, actor, desk.planId));
async function exchange(key: string): Promise<void> {
  await give(key);
  await must(`${key[0]}-chair`, (work, actor) => approvePlan(work, actor, desk.planId, { isApproved: true }));
}
const turn = () =>
  sweep(desk.office, (error) => {
    throw error;
  });

test('the exchange waits for a đầu mối until the end of its last day, and for nobody else', async () => {
  expect(await waiting('a-secretary')).toEqual({
    plans: [['plan-exchange', '2027-01-15T23:59:59.999+07:00']],
    unanswered: 0,
  });
  for (const key of ['a-chair', 'a-member', 'a-observer']) expect((await waiting(key)).plans).toEqual([]);
  expect((await read('a-secretary')).lines).toEqual([
    'Kế hoạch năm 2027: đang lập',
    'Công an tỉnh – Tỉnh uỷ p1',
    'UBKT ĐU Công an p1: 0 cuộc · chưa gửi',
    'UBKT Tỉnh uỷ p1: chưa gửi',
    'Hạn gửi kế hoạch: hết thứ Sáu 15/01/2027 (còn 1 ngày làm việc)',
    'Hạn thống nhất: hết thứ Hai 15/02/2027 (còn 22 ngày làm việc)',
  ]);
});

test('a part that was given waits for its leader, and for the đầu mối no more; all read so, with the buttons of each', async () => {
  await desk.add('a-secretary', [planLine(desk)]);
  await give('a-secretary');
  const due = '2027-01-15T23:59:59.999+07:00';
  for (const key of ['a-chair', 'a-vice'])
    expect((await waiting(key)).plans).toEqual([['plan-approve', due]]);
  for (const key of ['a-secretary', 'b-chair']) expect((await waiting(key)).plans).toEqual([]);
  const chair = await read('a-chair');
  expect(chair.lines[2]).toBe('UBKT ĐU Công an p1: 1 cuộc · chờ lãnh đạo duyệt');
  expect(chair.labels).toEqual(expect.arrayContaining(['Duyệt, gửi kế hoạch', 'Gửi lại, nêu lý do']));
  expect(chair.labels).not.toContain('Thu hồi');
  const own = await read('a-secretary');
  expect(own.labels).toEqual(expect.arrayContaining(['Ghi ý kiến lãnh đạo', 'Thu hồi']));
  expect(own.labels.filter((label) => ['Thêm cuộc', 'Gửi ngay'].includes(label))).toEqual([]);
  expect((await read('b-secretary')).lines[3]).toBe('UBKT ĐU Công an p1: chưa gửi');
  const back = await desk.by('a-chair', (work, actor) =>
    returnPlan(work, actor, desk.planId, 'schedule_clash'),
  );
  expect(isRefused(back)).toBe(false);
  expect((await read('a-secretary')).lines[2]).toBe(
    'UBKT ĐU Công an p1: 1 cuộc · chưa gửi · lãnh đạo gửi lại: trùng lịch công tác',
  );
});

test('what is most likely wanted of a plan stands first, and no more than five rows under it', async () => {
  const rows = async (key: string) => {
    const { keyboard } = await desk.by(key, async (work, actor) =>
      render('vi', (await planOfPair(work, actor, desk.one.pairId, 2027)) as Message, work.now),
    );
    expect(keyboard.length).toBeLessThanOrEqual(5);
    return keyboard.map((row) => row.map(({ text }) => text).join(' | '));
  };
  expect(await rows('a-secretary')).toEqual([
    ...['Nhập từ tệp', 'Thêm cuộc', 'Chỉ tiêu, tháng trống', 'Xem hình cả năm', 'Việc khác'],
  ]);
  await desk.add('a-secretary', [planLine(desk)]);
  expect((await rows('a-secretary'))[0]).toBe('Gửi Uỷ ban phối hợp');
  const whole = await desk.by('a-secretary', async (work, actor) =>
    shown(work, await readPlan(work, actor, desk.planId, true)),
  );
  expect(whole.labels).toEqual(expect.arrayContaining(['Xuất kế hoạch', 'Xem các cuộc']));
  expect(whole.labels).not.toContain('Việc khác');
  await give('a-secretary');
  expect((await rows('a-chair'))[0]).toBe('Duyệt, gửi kế hoạch');
});

test('a late side is visible to both, politely', async () => {
  await desk.add('a-secretary', [planLine(desk)]);
  await exchange('a-secretary');
  desk.at('2027-01-18T09:00:00+07:00');
  await turn();
  expect(await waiting('a-secretary')).toEqual({ plans: [], unanswered: 1 });
  expect((await waiting('a-chair')).unanswered).toBe(0);
  expect((await waiting('b-secretary')).plans).toHaveLength(1);
  expect((await read('a-member')).text).toContain('UBKT Tỉnh uỷ p1: chưa nhận được kế hoạch');
  const late = (await read('b-secretary')).text;
  expect(late).toContain('UBKT Tỉnh uỷ p1: 0 cuộc · chưa gửi, đã quá hạn');
  expect(late).toContain('UBKT ĐU Công an p1: 1 cuộc · đã gửi 14/01');
});

/** A line that is added ten minutes later, as filling a gap does. */
async function changeLines(): Promise<void> {
  desk.at('2027-01-14T09:15:00+07:00');
  await desk.office.work({ pairs: 'all' }, async ({ tx, now }) => {
    const { source: _, ...line } = planLine(desk);
    const { pairId, cast } = desk.one;
    await tx.insert(planItem).values({
      ...line,
      ...{ pairId, planId: desk.planId, side: 'b', source: 'typed' },
      madeBy: cast['b-secretary']!.id,
      madeAt: now,
    });
  });
}

test('the agreement waits for leaders and đầu mối once nothing is open; the document for a đầu mối', async () => {
  await exchange('a-secretary');
  await exchange('b-secretary');
  desk.at('2027-01-14T09:05:00+07:00');
  await turn();
  const openGap = {
    pairId: desk.one.pairId,
    planId: desk.planId,
    kind: 'gap',
    foundAt: (await desk.plan()).plan.openedAt,
  } as const;
  await removeRows(desk.base.ownerSql, 'plan_finding');
  await desk.office.work({ pairs: 'all' }, ({ tx }) =>
    tx.insert(planFinding).values({ ...openGap, targetId: desk.one.targets.y!, reasons: ['none_this_year'] }),
  );
  expect((await waiting('a-chair')).plans).toEqual([]);
  await desk.office.work({ pairs: 'all' }, ({ tx }) =>
    tx.update(planFinding).set({ state: 'settled' }).where(eq(planFinding.planId, desk.planId)),
  );
  for (const key of ['a-chair', 'a-secretary'])
    expect((await waiting(key)).plans).toEqual([['plan-agree', '2027-02-15T23:59:59.999+07:00']]);
  expect((await waiting('a-member')).plans).toEqual([]);
  await must('a-chair', (work, actor) => agreePlan(work, actor, desk.planId));
  expect((await waiting('a-secretary')).plans).toEqual([]);
  await changeLines();
  expect((await waiting('a-secretary')).plans).toMatchObject([['plan-agree', expect.anything()]]);
  expect((await desk.plan()).sides.a.agreedAt).toBeNull();
  desk.at('2027-01-14T09:20:00+07:00');
  await must('a-chair', (work, actor) => agreePlan(work, actor, desk.planId));
  await must('b-chair', (work, actor) => agreePlan(work, actor, desk.planId));
  expect((await waiting('b-secretary')).plans).toEqual([['plan-freeze', undefined]]);
  expect((await waiting('b-chair')).plans).toEqual([]);
});
