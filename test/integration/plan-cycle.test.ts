import { and, asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditEntry, outbox, planFinding, sideSetting, yearPlan } from '../../db/schema/index.ts';
import { compose } from '../../src/usecases/compose/index.ts';
import type { Claimed } from '../../src/usecases/outbox/claim.ts';
import { agreePlan } from '../../src/usecases/plan/agree-plan.ts';
import { approvePlan, type PlanWord } from '../../src/usecases/plan/approve-plan.ts';
import { exchangePlan, recallPlan, sendPlanNow } from '../../src/usecases/plan/exchange-plan.ts';
import { freezePlan } from '../../src/usecases/plan/freeze-plan.ts';
import { plansToCompare, startComparing } from '../../src/usecases/plan/start-comparing.ts';
import { withdrawItem } from '../../src/usecases/plan/write-items.ts';
import { isRefused, type Refused } from '../../src/usecases/said.ts';
import { sweep } from '../../src/usecases/sweep.ts';
import type { Actor, Work } from '../../src/usecases/work.ts';
import { shown } from '../support/view-desk.ts';
import { openYearPlanDesk, planLine, type YearPlanDesk } from '../support/year-plan-desk.ts';

let desk: YearPlanDesk;
beforeEach(async () => {
  desk = await openYearPlanDesk();
  desk.at(MORNING);
});
afterEach(() => desk.base.close());

const MORNING = '2026-12-16T09:00:00+07:00';
const LATER = '2026-12-16T09:02:00+07:00';
const all = <T>(fn: (work: Work) => Promise<T>) => desk.office.work({ pairs: 'all' }, fn);
const run = async (key: string, fn: (work: Work, actor: Actor) => Promise<object | Refused>) => {
  const result = await desk.by(key, fn);
  return isRefused(result) ? result.refused.key : 'ok';
};
const give = (key: string) => run(key, (work, actor) => exchangePlan(work, actor, desk.planId));
const word = (key: string, said: PlanWord = { isApproved: true }) =>
  run(key, (work, actor) => approvePlan(work, actor, desk.planId, said));
/** Given by the đầu mối and approved by their chair. */
async function exchange(key: string): Promise<string> {
  const given = await give(key);
  return given === 'ok' ? word(`${key[0]}-chair`) : given;
}
const recall = (key: string) => run(key, (work, actor) => recallPlan(work, actor, desk.planId));
const sendNow = (key: string) => run(key, (work, actor) => sendPlanNow(work, actor, desk.planId));
const agree = (key: string, via?: 'phone') =>
  run(key, (work, actor) => agreePlan(work, actor, desk.planId, via));
const DOCUMENT = { symbol: '05-KH/UBKTTU', day: '2026-12-16', insisted: false };
const freeze = (key: string, given = DOCUMENT) =>
  run(key, (work, actor) => freezePlan(work, actor, desk.planId, given));
const line = (given: Parameters<typeof planLine>[1] = {}) => planLine(desk, given);
const turn = () =>
  sweep(desk.office, (error) => {
    throw error;
  });
const state = async () => (await desk.plan()).plan.state;

/** What is said of the plan to someone, of the rows that are due. */
async function told(key: string): Promise<string[]> {
  return all(async (work) => {
    const rows = await work.tx
      .select()
      .from(outbox)
      .where(and(eq(outbox.kind, 'plan'), eq(outbox.personId, desk.one.cast[key]!.id)))
      .orderBy(asc(outbox.id));
    const due = rows.filter((row) => row.notBefore <= work.now) as unknown as Claimed[];
    const made = await compose(work, due);
    return due.flatMap((row) => {
      const one = made.get(row.id)!;
      return 'message' in one ? [shown(work, one.message).text] : [];
    });
  });
}

async function bothExchange(): Promise<void> {
  await exchange('a-secretary');
  await exchange('b-secretary');
  desk.at(LATER);
  await turn();
}

test('a side’s part is locked when it is given and seen across after the time for recall; the other side is told once', async () => {
  await desk.add('a-secretary', [line()]);
  expect(await exchange('a-secretary')).toBe('ok');
  expect(await give('a-secretary')).toBe('plan-exchanged-already');
  expect(await desk.add('a-secretary', [line({ kind: 'party_finance' })])).toBe('plan-locked');
  expect(await desk.seen('b-secretary')).toEqual([]);
  expect(await told('b-secretary')).toEqual([]);
  desk.at(LATER);
  await turn();
  expect(await desk.seen('b-member')).toMatchObject([{ side: 'a' }]);
  expect(await told('b-secretary')).toEqual([
    'UBKT ĐU Công an p1 đã gửi kế hoạch năm 2027. Đề nghị đồng chí gửi kế hoạch của Uỷ ban ta chậm nhất hết thứ Sáu 15/01/2027.',
  ]);
  expect(await told('b-chair')).toEqual([]);
  expect(await desk.seen('a-secretary')).toHaveLength(1);
  expect(await state()).toBe('drafting');
});

test('recalled within the minute it is drafted on, and the other side never learns of it', async () => {
  const [itemId] = (await desk.add('a-secretary', [line()])) as number[];
  expect(await recall('a-secretary')).toBe('plan-not-exchanged');
  await exchange('a-secretary');
  expect(await recall('a-chair')).toBe('refused-not-allowed');
  expect(await recall('b-secretary')).toBe('plan-not-exchanged');
  expect(await recall('a-secretary')).toBe('ok');
  desk.at(LATER);
  await turn();
  expect(await told('b-secretary')).toEqual([]);
  expect(await desk.seen('b-secretary')).toEqual([]);
  expect(await run('a-secretary', (work, actor) => withdrawItem(work, actor, itemId!))).toBe('ok');
  await exchange('a-secretary');
  desk.at('2026-12-16T09:04:00+07:00');
  expect(await recall('a-secretary')).toBe('plan-crossed-already');
});

test('sent at once, it is seen at once', async () => {
  await desk.add('a-secretary', [line()]);
  await exchange('a-secretary');
  expect(await sendNow('a-secretary')).toBe('ok');
  expect(await desk.seen('b-secretary')).toHaveLength(1);
  expect(await told('b-secretary')).toHaveLength(1);
});

test('when both have exchanged the plan is compared once, and each đầu mối hears of it in one message', async () => {
  await desk.add('a-secretary', [line()]);
  await bothExchange();
  expect(await state()).toBe('comparing');
  expect(await all(plansToCompare)).toEqual([]);
  expect(await all((work) => startComparing(work, desk.planId))).toBe(false);
  for (const key of ['a-secretary', 'b-secretary'])
    expect(await told(key)).toEqual([expect.stringContaining('hai bên đã gửi đủ')]);
  const types = await all(({ tx }) =>
    tx.select({ type: auditEntry.type }).from(auditEntry).where(eq(auditEntry.pairId, desk.one.pairId)),
  );
  expect(types.filter(({ type }) => type === 'plan.compared')).toHaveLength(1);
});

test('two sweeps at once compare once', async () => {
  await exchange('a-secretary');
  await exchange('b-secretary');
  desk.at(LATER);
  await Promise.all([turn(), turn()]);
  expect(await told('a-secretary')).toHaveLength(1);
});

const settleAll = () =>
  all(({ tx }) => tx.update(planFinding).set({ state: 'settled' }).where(eq(planFinding.state, 'open')));

test('nobody agrees before both have exchanged, nor while findings are open, whose number is named', async () => {
  expect(await agree('a-chair')).toBe('plan-not-compared');
  await bothExchange();
  await settleAll();
  const { y: targetId } = desk.one.targets;
  await all(({ tx, now }) =>
    tx
      .insert(planFinding)
      .values({
        pairId: desk.one.pairId,
        planId: desk.planId,
        kind: 'gap',
        targetId: targetId!,
        reasons: ['none_this_year'],
        foundAt: now,
      })
      .onConflictDoUpdate({
        target: [planFinding.pairId, planFinding.planId, planFinding.targetId],
        targetWhere: eq(planFinding.kind, 'gap'),
        set: { state: 'open' },
      }),
  );
  const refused = await desk.by('a-chair', (work, actor) => agreePlan(work, actor, desk.planId));
  expect(refused).toMatchObject({ refused: { key: 'plan-findings-open', args: { count: 1 } } });
  await settleAll();
  expect(await agree('a-chair')).toBe('ok');
});

test('each side’s leader agrees, or the đầu mối records the leader’s word; both make it agreed', async () => {
  await bothExchange();
  await settleAll();
  expect(await agree('a-member')).toBe('refused-not-allowed');
  expect(await agree('a-secretary')).toBe('refused-leader-only');
  expect(await agree('a-secretary', 'phone')).toBe('ok');
  expect(await agree('a-chair')).toBe('plan-agreed-already');
  expect(await state()).toBe('comparing');
  const both = await Promise.all([agree('b-chair'), agree('b-vice')]);
  expect(both.sort()).toEqual(['ok', 'plan-agreed-already']);
  expect(await state()).toBe('agreed');
  const { sides } = await desk.plan();
  expect([sides.a.agreedVia, sides.b.agreedVia]).toEqual(['phone', 'tap']);
});

test('a plan is frozen once it is agreed, on a symbol that looks like one, once', async () => {
  await bothExchange();
  await settleAll();
  expect(await freeze('a-secretary')).toBe('plan-not-agreed');
  await agree('a-chair');
  await agree('b-chair');
  expect(await freeze('a-chair')).toBe('refused-not-allowed');
  expect(await freeze('a-secretary', { ...DOCUMENT, symbol: 'không số' })).toBe('form-symbol-impossible');
  const both = await Promise.all([freeze('a-secretary'), freeze('b-secretary')]);
  expect(both.sort()).toEqual(['ok', 'plan-frozen-already']);
  const [row] = await all(({ tx }) => tx.select().from(yearPlan).where(eq(yearPlan.id, desk.planId)));
  expect(row).toMatchObject({ state: 'frozen', frozenSymbol: '05-KH/UBKTTU', frozenDay: '2026-12-16' });
});

const refusing = (work: Work, actor: Actor, planId: number) =>
  approvePlan(work, actor, planId, { isApproved: false, reason: 'no_staff' });

test('people of another pair find no plan', async () => {
  for (const act of [exchangePlan, recallPlan, sendPlanNow, agreePlan, refusing])
    expect(
      await desk.by('a-secretary', (work, actor) => act(work, actor, desk.planId), desk.two),
    ).toMatchObject({ refused: { key: 'refused-not-found' } });
});

describe('one’s own leader before a part crosses', () => {
  test('is asked by one push of a code and a button; until the word the part is locked and stays unseen', async () => {
    await desk.add('a-secretary', [line()]);
    const both = await Promise.all([give('a-secretary'), give('a-secretary')]);
    expect(both.sort()).toEqual(['ok', 'plan-asked-already']);
    for (const key of ['a-chair', 'a-vice'])
      expect(await told(key)).toEqual([
        'KH-2027 với UBKT Tỉnh uỷ p1: phần của Uỷ ban ta chờ đồng chí duyệt để gửi. Hạn gửi: hết thứ Sáu 15/01/2027.',
      ]);
    expect(await desk.add('a-secretary', [line({ kind: 'party_finance' })])).toBe('plan-locked');
    desk.at('2026-12-17T09:00:00+07:00');
    await turn();
    expect(await desk.seen('b-secretary')).toEqual([]);
    expect([await told('b-secretary'), await told('b-chair')]).toEqual([[], []]);
  });

  test('approves, and the part crosses after the time for recall; of two words one counts', async () => {
    await desk.add('a-secretary', [line()]);
    await give('a-secretary');
    expect([await word('a-member'), await word('b-chair'), await word('a-secretary')]).toEqual([
      'refused-not-allowed',
      'plan-not-asked',
      'refused-leader-only',
    ]);
    const both = await Promise.all([word('a-chair'), word('a-vice')]);
    expect(both.sort()).toEqual(['ok', 'plan-not-asked']);
    expect(await desk.seen('b-secretary')).toEqual([]);
    expect(await told('a-secretary')).toEqual([expect.stringContaining('lãnh đạo đã duyệt')]);
    desk.at(LATER);
    expect(await desk.seen('b-secretary')).toHaveLength(1);
  });

  test('is heard by word of mouth: the đầu mối records it, and recalls within the minute', async () => {
    await give('a-secretary');
    expect(await word('a-secretary', { isApproved: true, via: 'phone' })).toBe('ok');
    expect(await recall('a-secretary')).toBe('ok');
    expect(await desk.add('a-secretary', [line()])).toHaveLength(1);
    await give('a-secretary');
    expect(await sendNow('a-secretary')).toBe('plan-not-exchanged');
    expect(await recall('a-secretary')).toBe('ok');
    expect(await word('a-chair')).toBe('plan-not-asked');
    expect(await told('a-chair')).toEqual([]);
  });

  test('sends it back with a reason: it is drafted on, and given again the reason is gone', async () => {
    await desk.add('a-secretary', [line()]);
    await give('a-secretary');
    expect(await word('a-chair', { isApproved: false, reason: 'awaiting_committee' })).toBe('ok');
    expect(await told('a-secretary')).toEqual([
      'KH-2027 với UBKT Tỉnh uỷ p1: lãnh đạo gửi lại, lý do: chờ ý kiến cấp uỷ. Đề nghị đồng chí sửa rồi gửi lại.',
    ]);
    expect(await desk.add('a-secretary', [line({ kind: 'party_finance' })])).toHaveLength(1);
    const { sides } = await desk.plan();
    expect(sides.a).toMatchObject({ askedAt: null, returnedReason: 'awaiting_committee' });
    await exchange('a-secretary');
    expect((await desk.plan()).sides.a.returnedReason).toBeNull();
  });

  test('is not asked where the side’s setting says so', async () => {
    const { pairId } = desk.one;
    await all(({ tx }) =>
      tx
        .insert(sideSetting)
        .values({ pairId, side: 'a', leaderApproves: false })
        .onConflictDoUpdate({
          target: [sideSetting.pairId, sideSetting.side],
          set: { leaderApproves: false },
        }),
    );
    expect(await give('a-secretary')).toBe('ok');
    expect(await told('a-chair')).toEqual([]);
    expect(await recall('a-secretary')).toBe('ok');
  });
});
