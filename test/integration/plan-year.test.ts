import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditValue, inspection } from '../../db/schema/index.ts';
import { forgetOld } from '../../src/usecases/forget-old.ts';
import { agreePlan } from '../../src/usecases/plan/agree-plan.ts';
import { approvePlan } from '../../src/usecases/plan/approve-plan.ts';
import { exchangePlan } from '../../src/usecases/plan/exchange-plan.ts';
import { answerGaps, keepGaps } from '../../src/usecases/plan/keep-gaps.ts';
import { openPlan } from '../../src/usecases/plan/open-plan.ts';
import { addItems } from '../../src/usecases/plan/write-items.ts';
import { isRefused } from '../../src/usecases/said.ts';
import type { Actor, Work } from '../../src/usecases/work.ts';
import { outcome } from '../support/change-desk.ts';
import { openPlanDesk, type PlanDesk } from '../support/plan-desk.ts';

let desk: PlanDesk;
beforeEach(async () => {
  desk = await openPlanDesk();
  desk.at('2026-12-16T09:00:00+07:00');
});
afterEach(() => desk.base.close());

const MERGE = { how: 'merge', leadSide: 'b', mode: 'coordinate' } as const;
const WORDS = 'hai cuộc khác nội dung';

const act = async (key: string, fn: (work: Work, actor: Actor) => Promise<object>): Promise<void> => {
  const result = await desk.by(key, fn);
  expect([key, isRefused(result) ? result.refused.key : 'ok']).toEqual([key, 'ok']);
};

const line = (target: string, from: string, to: string) => ({
  targetId: desk.one.targets[target]!,
  kind: 'compliance' as const,
  subject: 'việc chấp hành quy chế làm việc',
  leadSide: 'a' as const,
  mode: 'coordinate' as const,
  windowFrom: `2027-${from}`,
  windowTo: `2027-${to}`,
  source: 'typed' as const,
});

/** Both sides add their lines and give them to each other; three overlaps and two gaps come out. */
async function compared(): Promise<number> {
  const opened = await desk.by('a-secretary', (work, actor) => openPlan(work, actor, desk.one.pairId, 2027));
  if (isRefused(opened)) throw new Error(opened.refused.key);
  const planId = opened.plan.id;
  const own = [line('y', '12-06', '12-11'), line('z', '03-01', '03-06'), line('u', '05-03', '05-08')];
  const other = [line('y', '12-08', '12-16'), line('z', '03-15', '03-20'), line('u', '05-05', '05-13')];
  await act('a-secretary', (work, actor) => addItems(work, actor, planId, own));
  await act('b-secretary', (work, actor) => addItems(work, actor, planId, other));
  await act('a-secretary', (work, actor) => exchangePlan(work, actor, planId));
  await act('a-chair', (work, actor) => approvePlan(work, actor, planId, { isApproved: true }));
  await act('b-secretary', (work, actor) => exchangePlan(work, actor, planId));
  await act('b-chair', (work, actor) => approvePlan(work, actor, planId, { isApproved: true }));
  await desk.pass(2);
  return planId;
}

async function settleAll(planId: number): Promise<void> {
  await desk.settled(await desk.openOf(planId, 'y'), {
    ...MERGE,
    windowFrom: '2027-12-06',
    windowTo: '2027-12-11',
  });
  const own = (await desk.lines(planId)).find((one) => one.targetId === desk.one.targets.z)!;
  const days = { windowFrom: '2027-08-02', windowTo: '2027-08-07' };
  await desk.settled(await desk.openOf(planId, 'z'), { how: 'shift', itemId: own.id, ...days });
  // Both are of one kind: what is moved within the year is pointed at again.
  await desk.settled(await desk.openOf(planId, 'z'), { how: 'keep', reason: 'no_staff' });
  const reason = { reason: 'other', reasonText: WORDS } as const;
  await desk.settled(await desk.openOf(planId, 'u'), { how: 'keep', ...reason }, 'b');
  await act('a-secretary', (work, actor) => keepGaps(work, actor, planId, { reason: 'no_staff' }));
  await desk.pass(2);
  await act('b-secretary', (work, actor) => answerGaps(work, actor, planId, true));
}

test('two plans become one: found, settled, agreed, and both committees notified when the time comes', async () => {
  const planId = await compared();
  const kinds = (await desk.findings(planId)).map((one) => one.kind);
  expect(kinds.filter((kind) => kind === 'overlap')).toHaveLength(3);
  expect(kinds.filter((kind) => kind === 'gap')).toHaveLength(2);
  const early = await desk.by('a-chair', (work, actor) => agreePlan(work, actor, planId));
  expect(outcome(early)).toBe('plan-findings-open');
  await settleAll(planId);
  await act('a-chair', (work, actor) => agreePlan(work, actor, planId));
  expect(await desk.all((work) => work.tx.select().from(inspection))).toEqual([]);
  await act('b-chair', (work, actor) => agreePlan(work, actor, planId));
  const [made] = await desk.all((work) => work.tx.select().from(inspection));
  expect(made).toMatchObject({ state: 'agreed', code: 'PH-2027-001' });
  await desk.deliver();
  const got = await desk.arriveAt('2027-11-25T07:30:00+07:00');
  const told = got.filter((one) => one.kind === 'push').map((one) => one.who);
  expect(told.sort()).toEqual(['a-secretary', 'b-secretary']);
  const again = await desk.arriveAt('2027-11-25T07:40:00+07:00');
  expect(again.filter((one) => one.kind === 'push')).toEqual([]);
});

test('the words of a plan are forgotten after its time, its figures stay', async () => {
  const planId = await compared();
  await settleAll(planId);
  const words = async () => {
    const lines = await desk.lines(planId);
    const findings = await desk.findings(planId);
    const settled = await Promise.all(findings.map((one) => desk.settlements(one.id)));
    const values = await desk.all((work) => work.tx.select({ value: auditValue.value }).from(auditValue));
    return {
      subjects: lines.filter((one) => one.subject !== null).length,
      reasons: settled.flat().filter((one) => one.reasonText !== null).length,
      values: values.filter((one) => one.value === WORDS).length,
    };
  };
  const before = await words();
  expect(before).toEqual({ subjects: expect.any(Number), reasons: 1, values: 1 });
  expect(before.subjects).toBeGreaterThan(5);
  desk.at('2028-01-10T09:00:00+07:00');
  await forgetOld(desk.office, 30);
  expect(await words()).toEqual(before);
  desk.at('2028-02-10T09:00:00+07:00');
  await forgetOld(desk.office, 30);
  expect(await words()).toEqual({ subjects: 0, reasons: 0, values: 0 });
  expect((await desk.findings(planId)).filter((one) => one.state === 'settled').length).toBeGreaterThan(3);
});
