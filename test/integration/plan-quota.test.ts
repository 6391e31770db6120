import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pair, planQuota, yearPlan, yearPlanSide } from '../../db/schema/index.ts';
import type { PlanQuota } from '../../src/domain/plan-quota.ts';
import { openNewQuota, openQuotaChange } from '../../src/usecases/form/plan-quota-open.ts';
import { answerQuota, recallQuota } from '../../src/usecases/plan/answer-quota.ts';
import { findingList } from '../../src/usecases/plan/finding-message.ts';
import { readPlan } from '../../src/usecases/plan/plan-message.ts';
import { proposeChange, proposeQuota } from '../../src/usecases/plan/propose-quota.ts';
import { quotaList, quotaMessage } from '../../src/usecases/plan/quota-message.ts';
import { isRefused, type Refused } from '../../src/usecases/said.ts';
import { listTasks } from '../../src/usecases/view/list-tasks.ts';
import { tasksMessage } from '../../src/usecases/view/tasks-message.ts';
import type { Actor, Work } from '../../src/usecases/work.ts';
import { formHand } from '../support/form-hand.ts';
import { openPlanDesk, type PlanDesk } from '../support/plan-desk.ts';
import { shown } from '../support/view-desk.ts';

let desk: PlanDesk;
let planId: number;

/** Five organisations; two of them planned, Y by both sides. */
beforeEach(async () => {
  desk = await openPlanDesk();
  planId = await desk.exchanged([
    { side: 'a', target: 'y', from: '03-01', to: '03-05', kind: 'thematic_supervision' },
    { side: 'b', target: 'z', from: '06-07', to: '06-11', kind: 'thematic_supervision' },
    { side: 'b', target: 'y', from: '11-01', to: '11-05', kind: 'compliance' },
    { side: 'a', target: 'u', from: '09-06', to: '09-10', kind: 'denunciation' },
  ]);
});
afterEach(() => desk.base.close());

const EIGHT: PlanQuota = { kind: 'thematic_supervision', span: 'year', measure: 'targets', least: 8 };

const list = (key: string, page = 0, seeded = desk.one) =>
  desk.by(key, async (work, actor) => shown(work, await quotaList(work, actor, planId, page)), seeded);
const read = (key: string, quotaId: number) =>
  desk.by(key, async (work, actor) => shown(work, await quotaMessage(work, actor, { planId, quotaId })));
const idOrWhy = (made: { quotaId: number } | Refused) => (isRefused(made) ? made.refused.key : made.quotaId);
const propose = (key: string, wanted: PlanQuota, seeded = desk.one) =>
  desk.by(key, async (work, actor) => idOrWhy(await proposeQuota(work, actor, planId, wanted)), seeded);
const change = (key: string, quotaId: number, least: number) =>
  desk.by(key, async (work, actor) => idOrWhy(await proposeChange(work, actor, { planId, quotaId }, least)));
const done = (said: object) => (isRefused(said) ? said.refused.key : 'done');
const answer = (key: string, quotaId: number, isConfirmed = true, seeded = desk.one) =>
  desk.by(
    key,
    async (work, actor) => done(await answerQuota(work, actor, { planId, quotaId }, isConfirmed)),
    seeded,
  );
const agreed = async (wanted: PlanQuota): Promise<number> => {
  const made = (await propose('a-secretary', wanted)) as number;
  await desk.pass(2);
  expect(await answer('b-secretary', made)).toBe('done');
  return made;
};
const termFrom = (day: string) =>
  desk.all(({ tx }) =>
    tx
      .update(pair)
      .set({ policy: sql`jsonb_set(${pair.policy}, '{plan}', ${JSON.stringify({ termFrom: day })}::jsonb)` })
      .where(eq(pair.id, desk.one.pairId)),
  );

describe('both sides read what the plan leaves open', () => {
  test('a quota that is short, the empty months, organisations and turns, each n of N', async () => {
    await agreed(EIGHT);
    const expected = [
      expect.stringContaining('Kế hoạch năm 2027: 2/5 tổ chức có cuộc, 3 lượt.'),
      'Tháng chưa có cuộc nào: 1, 2, 4, 5, 7, 8, 9, 10, 12 (9/12)',
      '1. Giám sát chuyên đề, trong năm: 2/8 tổ chức, thiếu 6',
    ];
    for (const key of ['a-secretary', 'b-chair', 'b-observer'])
      expect(await list(key)).toMatchObject({ lines: expected, protect: true });
    expect((await list('b-secretary', 0, desk.two)).data).toEqual([]);
  });

  test('the plan and its findings say it in one line', async () => {
    await agreed(EIGHT);
    await agreed({ ...EIGHT, kind: 'compliance', least: 1 });
    const line = 'Chỉ tiêu đạt: 1/2 · Tháng chưa có cuộc nào: 1, 2, 4, 5, 7, 8, 9, 10, 12 (9/12)';
    const said = async (of: (work: Work, actor: Actor) => ReturnType<typeof readPlan>) =>
      desk.by('b-chair', async (work, actor) => shown(work, await of(work, actor)));
    expect((await said((work, actor) => readPlan(work, actor, planId))).lines).toContain(line);
    const found = await said((work, actor) => findingList(work, actor, planId, 0));
    expect(found.lines[1]).toBe(line);
    expect(found.data).toContain(`planquota.${planId}.0`);
  });

  test('before the other side has exchanged, each reads the figures of its own part (R4)', async () => {
    await agreed(EIGHT);
    await desk.all(async ({ tx }) => {
      await tx.update(yearPlan).set({ state: 'drafting' });
      await tx.update(yearPlanSide).set({ exchangedAt: null });
    });
    const { text } = await list('a-secretary');
    expect(text).toContain('1/5 tổ chức có cuộc, 1 lượt');
    expect(text).toContain('Mới tính phần của Uỷ ban ta');
    expect(text).toContain('1/8 tổ chức, thiếu 7');
    expect((await list('b-secretary')).text).toContain('2/5 tổ chức có cuộc, 2 lượt');
  });

  test('who belongs to an organisation has it in no figure', async () => {
    const { id } = desk.one.cast['b-chair']!;
    await desk.base.ownerSql`insert into target_person (pair_id, target_id, person_id, tie)
      values (${desk.one.pairId}, ${desk.one.targets.y!}, ${id}, 'belongs')`;
    expect((await list('b-chair')).text).toContain('1/4 tổ chức có cuộc, 1 lượt');
    expect((await list('b-secretary')).text).toContain('2/5');
  });

  test('each organisation once in the term, counted from the term’s first day', async () => {
    const each: PlanQuota = { kind: null, span: 'term', measure: 'each', least: 1 };
    expect(await propose('a-secretary', each)).toBe('planquota-no-term');
    await termFrom('2025-10-01');
    await agreed(each);
    expect((await list('a-chair')).lines.at(-1)).toMatch(/mỗi tổ chức 1 lượt: 2\/5 tổ chức, thiếu 3$/);
  });

  test('an agreed plan keeps the quotas of its day', async () => {
    const id = await agreed(EIGHT);
    await desk.pass(1);
    await desk.all(({ tx, now }) => tx.update(yearPlan).set({ state: 'agreed', agreedAt: now }));
    await desk.pass(1);
    await desk.all(({ tx, now }) => tx.update(planQuota).set({ state: 'ended', endedAt: now }));
    const { text, labels } = await list('a-secretary');
    expect(text).toContain('2/8 tổ chức, thiếu 6');
    expect(labels).not.toContain('Thêm chỉ tiêu');
    expect(await change('a-secretary', id, 5)).toBe('planquota-closed');
  });
});

describe('a quota is the word of both sides (R4)', () => {
  test('the other side learns of it after the time for recall, in /viec, and answers', async () => {
    const tasks = (key: string) =>
      desk.by(key, async (work, actor) =>
        shown(work, tasksMessage(actor, await listTasks(work, actor), 0, work.now)),
      );
    const made = (await propose('a-secretary', EIGHT)) as number;
    expect((await list('a-secretary')).text).toContain('đề nghị mới · chờ Uỷ ban phối hợp trả lời');
    expect((await list('b-secretary')).text).toContain('chưa đặt chỉ tiêu');
    expect((await tasks('b-secretary')).text).not.toContain('chỉ tiêu');
    expect(await answer('b-secretary', made)).toBe('refused-not-found');
    await desk.pass(2);
    const waiting = await tasks('b-secretary');
    expect(waiting.text).toContain('KH-2027 (1) · đề nghị của Uỷ ban phối hợp về chỉ tiêu');
    expect(waiting.data).toContain(`planquota.${planId}.0`);
    expect((await tasks('a-secretary')).text).not.toContain('chỉ tiêu');
    expect((await read('b-secretary', made)).labels).toEqual(['Đồng ý', 'Không đồng ý', 'Xem chỉ tiêu']);
    expect(await answer('b-secretary', made)).toBe('done');
    expect((await tasks('b-secretary')).text).not.toContain('chỉ tiêu');
  });

  test('changed, the new number holds only by the other side’s word; dropped, none is left', async () => {
    const id = await agreed(EIGHT);
    const six = (await change('b-secretary', id, 6)) as number;
    await desk.pass(2);
    expect((await list('a-secretary')).text).toContain('2/8 tổ chức, thiếu 6 · đề nghị đổi thành ít nhất 6');
    expect(await answer('a-secretary', six)).toBe('done');
    expect((await list('a-secretary')).text).toContain('2/6 tổ chức, thiếu 4');
    const gone = (await change('a-secretary', six, 0)) as number;
    await desk.pass(2);
    expect((await read('b-secretary', gone)).text).toContain('đề nghị bỏ chỉ tiêu này');
    expect(await answer('b-secretary', gone)).toBe('done');
    expect((await list('b-secretary')).text).toContain('chưa đặt chỉ tiêu');
  });

  test('refused or recalled, all stays as it was, and it can be put forward again', async () => {
    const first = (await propose('a-secretary', EIGHT)) as number;
    await desk.pass(2);
    expect(await answer('b-secretary', first, false)).toBe('done');
    const second = (await propose('b-secretary', EIGHT)) as number;
    const recall = (key: string) =>
      desk.by(key, async (work, actor) => done(await recallQuota(work, actor, { planId, quotaId: second })));
    await desk.pass(2);
    expect(await recall('a-secretary')).toBe('refused-not-allowed');
    expect(await recall('b-secretary')).toBe('done');
    expect(await answer('a-secretary', second)).toBe('refused-answered-already');
    expect((await list('a-secretary')).text).toContain('chưa đặt chỉ tiêu');
  });

  test('two proposals at once, and two answers at once: one counts', async () => {
    const put = await desk.atOnce(['a-secretary', 'b-secretary'], async (work, actor) =>
      idOrWhy(await proposeQuota(work, actor, planId, EIGHT)),
    );
    expect(put.filter((one) => one === 'planfind-proposed-already')).toHaveLength(1);
    const [row] = await desk.all(({ tx }) => tx.select().from(planQuota));
    await desk.pass(2);
    const other = row!.side === 'a' ? 'b-secretary' : 'a-secretary';
    const said = await Promise.all([answer(other, row!.id), answer(other, row!.id)]);
    expect(said.sort()).toEqual(['done', 'refused-answered-already']);
  });

  test('the same quota twice, the same number, and numbers that mean nothing are refused', async () => {
    const id = await agreed(EIGHT);
    expect(await propose('b-secretary', { ...EIGHT, least: 3 })).toBe('planquota-exists');
    expect(await change('b-secretary', id, 8)).toBe('planquota-same');
    for (const least of [0, -1, 1.5, 1001])
      expect(await propose('a-secretary', { ...EIGHT, kind: null, least })).toBe('toast-stale-button');
  });

  test('of a kind that names no organisation turns are counted, nothing else (C4)', async () => {
    const bare: PlanQuota = { kind: 'denunciation', span: 'year', measure: 'targets', least: 1 };
    expect(await propose('a-secretary', bare)).toBe('toast-stale-button');
    await agreed({ ...bare, measure: 'turns' });
    expect((await list('b-member')).text).toContain('1/1 lượt, đạt');
  });

  test('other roles and other pairs are refused', async () => {
    expect(await propose('a-chair', EIGHT)).toBe('refused-not-allowed');
    expect(await propose('a-secretary', EIGHT, desk.two)).toBe('refused-not-found');
    const made = (await propose('a-secretary', EIGHT)) as number;
    await desk.pass(2);
    expect(await answer('a-secretary', made)).toBe('refused-not-allowed');
    expect(await answer('b-chair', made)).toBe('refused-not-allowed');
    expect(await answer('b-secretary', made, true, desk.two)).toBe('refused-not-found');
  });
});

describe('set in steps', () => {
  test('kind, span, what is counted, how many; one look at where it stands, one button', async () => {
    const hand = formHand(desk, 'a-secretary');
    await hand.open((work, actor) => openNewQuota(work, actor, planId));
    const span = await hand.tap('Giám sát chuyên đề');
    expect(span.text).toContain('Chưa có ngày đầu nhiệm kỳ');
    expect(span.labels).not.toContain('Trong nhiệm kỳ');
    await hand.taps('Trong năm', 'Số tổ chức');
    expect((await hand.type('nhiều')).text).toContain('Cần một số từ 1 đến 1000');
    const preview = await hand.type('8');
    expect(preview.text).toContain('Giám sát chuyên đề, trong năm: ít nhất 8 tổ chức');
    expect(preview.text).toContain('2/8 tổ chức, thiếu 6');
    expect(preview.protect).toBe(true);
    expect((await hand.tap('Gửi Uỷ ban phối hợp')).labels).toEqual(['Thu hồi đề nghị', 'Xem chỉ tiêu']);
    const [row] = await desk.all(({ tx }) => tx.select().from(planQuota));
    expect(row).toMatchObject({ ...EIGHT, state: 'open', side: 'a', replacesId: null });
  });

  test('of a kind that names no organisation it is not asked what is counted', async () => {
    const hand = formHand(desk, 'a-secretary');
    await hand.open((work, actor) => openNewQuota(work, actor, planId));
    await hand.tap('Giải quyết tố cáo');
    expect((await hand.tap('Trong năm')).text).toContain('bao nhiêu lượt');
  });

  test('another number is one question, dropping is one look', async () => {
    const quotaId = await agreed(EIGHT);
    const hand = formHand(desk, 'b-secretary');
    await hand.open((work, actor) => openQuotaChange(work, actor, { planId, quotaId }, false));
    expect((await hand.tap('5')).text).toContain('ít nhất 5 tổ chức');
    await hand.open((work, actor) => openQuotaChange(work, actor, { planId, quotaId }, true));
    const sent = await hand.tap('Gửi Uỷ ban phối hợp');
    expect(sent.text).toContain('Có thể thu hồi');
    const again = await hand.open((work, actor) => openQuotaChange(work, actor, { planId, quotaId }, false));
    expect(again.text).toContain('đang chờ trả lời một đề nghị trước');
  });
});
