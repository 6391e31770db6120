import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { auditEntry, target, targetPerson, yearPlan } from '../../db/schema/index.ts';
import { openPlan } from '../../src/usecases/plan/open-plan.ts';
import { withdrawItem } from '../../src/usecases/plan/write-items.ts';
import { isRefused } from '../../src/usecases/said.ts';
import { removeRows } from '../support/remove-rows.ts';
import { openYearPlanDesk, PLAN_YEAR, planLine, type YearPlanDesk } from '../support/year-plan-desk.ts';

let desk: YearPlanDesk;
beforeAll(async () => {
  desk = await openYearPlanDesk();
});
afterAll(() => desk.base.close());

const all = <T>(fn: Parameters<typeof desk.office.work<T>>[1]) => desk.office.work({ pairs: 'all' }, fn);
beforeEach(() => removeRows(desk.base.ownerSql, 'plan_item'));

const line = (given: Parameters<typeof planLine>[1] = {}) => planLine(desk, given);
const one = async (key: string) => ((await desk.add(key, [line()])) as number[])[0]!;
const withdraw = (key: string, id: number) =>
  desk.by(key, async (work, actor) => {
    const withdrawn = await withdrawItem(work, actor, id);
    return isRefused(withdrawn) ? withdrawn.refused.key : 'withdrawn';
  });

test('the plan of the coming year is opened once, with the days of its steps', async () => {
  const again = await desk.open('b-member');
  expect(again).toMatchObject({ plan: { id: desk.planId, year: PLAN_YEAR, state: 'drafting' } });
  const both = await Promise.all([desk.open('a-chair', 2026), desk.open('b-observer', 2026)]);
  expect(new Set(both.map((each) => (isRefused(each) ? each.refused.key : each.plan.id))).size).toBe(1);
  const rows = await all(({ tx }) => tx.select().from(yearPlan).orderBy(asc(yearPlan.year)));
  expect(rows.map((row) => [row.year, row.exchangeDue, row.agreeDue])).toEqual([
    [2026, '2026-01-15', '2026-02-15'],
    [2027, '2027-01-15', '2027-02-15'],
  ]);
});

test('no plan of other years is made, and none of another pair is found', async () => {
  expect(await desk.open('a-secretary', 2031)).toMatchObject({ refused: { key: 'refused-not-found' } });
  const stranger = await desk.by(
    'a-secretary',
    (work, actor) => openPlan(work, actor, desk.one.pairId),
    desk.two,
  );
  expect(stranger).toMatchObject({ refused: { key: 'refused-not-found' } });
});

test('a draft is its own side’s alone; everyone there reads it', async () => {
  await one('a-secretary');
  expect(await desk.seen('a-observer')).toMatchObject([
    { side: 'a', targetName: 'Chi bộ Y, Đảng bộ Công an tỉnh', windowFrom: '2027-03-08' },
  ]);
  expect(await desk.seen('b-secretary')).toEqual([]);
  expect(await desk.seen('b-chair')).toEqual([]);
  expect(await desk.seen('a-secretary', desk.two)).toEqual([]);
});

test('only a side’s đầu mối writes lines', async () => {
  for (const key of ['a-chair', 'a-member', 'a-observer'])
    expect(await desk.add(key, [line()])).toBe('refused-not-allowed');
  expect(await desk.add('a-secretary', [line()], desk.two)).toBe('refused-not-found');
});

test('the same line twice is not doubled, in one go or later; the other side’s own is another line', async () => {
  expect(await desk.add('a-secretary', [line(), line({ subject: 'khác' })])).toHaveLength(1);
  expect(await desk.add('a-secretary', [line(), line({ windowTo: '2027-03-20' })])).toHaveLength(1);
  expect(await desk.add('b-secretary', [line()])).toHaveLength(1);
});

test('two at once write one line', async () => {
  await Promise.all([one('a-secretary'), desk.add('a-secretary', [line()])]);
  expect(await desk.seen('a-secretary')).toHaveLength(1);
});

test('a sensitive kind bears no text, and its organisation is named to the đầu mối and leaders only', async () => {
  await desk.add('a-secretary', [line({ kind: 'signs_of_violation', subject: 'dấu hiệu' })]);
  const named = async (key: string) => (await desk.seen(key)).map((item) => [item.subject, item.targetName]);
  expect(await named('a-vice')).toEqual([[null, 'Chi bộ Y, Đảng bộ Công an tỉnh']]);
  expect(await named('a-member')).toEqual([[null, null]]);
});

test('a window of another year, an ended organisation and one of another pair are refused, and nothing is written', async () => {
  const good = line();
  expect(await desk.add('a-secretary', [good, line({ windowTo: '2028-01-02' })])).toBe('plan-line-year');
  expect(await desk.add('a-secretary', [good, line({ targetId: desk.two.targets.y! })])).toBe(
    'refused-not-found',
  );
  const days = (fromDay: string | null, toDay: string | null) =>
    all(({ tx }) => tx.update(target).set({ fromDay, toDay }).where(eq(target.id, desk.one.targets.z!)));
  const z = line({ targetId: desk.one.targets.z! });
  await days(null, '2027-03-12');
  expect(await desk.add('a-secretary', [good, z])).toBe('refused-target-ended');
  await days('2027-03-09', null);
  expect(await desk.add('a-secretary', [good, z])).toBe('plan-line-early');
  await days(null, null);
  expect(await desk.seen('a-secretary')).toEqual([]);
});

test('who belongs to an organisation neither writes nor sees a line about it', async () => {
  const { id: personId } = desk.one.cast['a-secretary']!;
  const itemId = await one('a-secretary');
  const tie = { pairId: desk.one.pairId, targetId: desk.one.targets.y!, personId, tie: 'belongs' as const };
  await all(({ tx }) => tx.insert(targetPerson).values(tie));
  expect(await desk.seen('a-secretary')).toEqual([]);
  expect(await desk.add('a-secretary', [line({ windowTo: '2027-03-20' })])).toBe('plan-line-shut');
  expect(await withdraw('a-secretary', itemId)).toBe('refused-not-found');
  await all(({ tx }) => tx.delete(targetPerson).where(eq(targetPerson.personId, personId)));
});

test('a line is withdrawn once, by its own side', async () => {
  const itemId = await one('a-secretary');
  expect(await withdraw('b-secretary', itemId)).toBe('refused-not-found');
  expect(await withdraw('a-chair', itemId)).toBe('refused-not-allowed');
  const both = await Promise.all([withdraw('a-secretary', itemId), withdraw('a-secretary', itemId)]);
  expect(both.sort()).toEqual(['plan-line-gone', 'withdrawn']);
  expect(await desk.seen('a-secretary')).toEqual([]);
});

test('what is done to lines stands in the audit chain, by ids and without texts', async () => {
  const itemId = await one('a-secretary');
  await withdraw('a-secretary', itemId);
  const entries = await all(({ tx }) =>
    tx.select().from(auditEntry).where(eq(auditEntry.pairId, desk.one.pairId)).orderBy(asc(auditEntry.seq)),
  );
  const last = entries.slice(-2);
  expect(last.map((entry) => entry.type)).toEqual(['plan.lines-added', 'plan.line-withdrawn']);
  for (const entry of last) {
    expect(entry.body).toContain(String(itemId));
    expect(entry.body).not.toContain('quy chế');
  }
});
