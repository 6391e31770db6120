import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inspection, planItem, yearPlanSide } from '../../db/schema/index.ts';
import { openOffice } from '../../src/usecases/begin-work.ts';
import { attachSymbol } from '../../src/usecases/inspection/attach-symbol.ts';
import { makeJointInspections } from '../../src/usecases/plan/make-joint.ts';
import { nextPlannedNotice } from '../../src/usecases/plan/planned-notice.ts';
import { sweep } from '../../src/usecases/sweep.ts';
import { YES } from '../support/change-desk.ts';
import { openPlanDesk, type PlanDesk } from '../support/plan-desk.ts';

let desk: PlanDesk;

beforeEach(async () => {
  desk = await openPlanDesk();
});
afterEach(() => desk.base.close());

/** Seven working days (5 before, 2 to answer) before Monday 06/12/2027. */
const DUE = '2027-11-25T07:30:00+07:00';

/** A plan with one joint line, agreed by both leaders; the inspection made of it. */
async function made(line = { from: '12-06', to: '12-10' }): Promise<number> {
  const planId = await desk.exchanged([{ side: null, target: 'y', ...line }]);
  await desk.all((work) =>
    work.tx
      .update(yearPlanSide)
      .set({ agreedAt: work.now, agreedBy: desk.one.cast['b-chair']!.id, agreedVia: 'tap' })
      .where(eq(yearPlanSide.planId, planId)),
  );
  await desk.all((work) => makeJointInspections(work, planId));
  // Again: nothing is made twice.
  await desk.all((work) => makeJointInspections(work, planId));
  const rows = await desk.all((work) => work.tx.select().from(inspection));
  expect(rows).toHaveLength(1);
  return rows[0]!.id;
}

const notices = async (id: number) => (await desk.requests(id, 'notice')).length;
const at = async (iso: string) => {
  desk.at(iso);
  await desk.sweep();
};

test('both sides see it, agreed in principle, with a code of the year of its window', async () => {
  const id = await made();
  const { inspection: row, version } = await desk.found(id);
  expect(row).toMatchObject({ state: 'agreed', code: 'PH-2027-001', side: 'a' });
  expect(row.crossesAt! <= version.confirmedAt!).toBe(true);
  expect(version).toMatchObject({ n: 0, leadSide: 'a', windowFrom: '2027-12-06', windowTo: '2027-12-11' });
  expect(await desk.audited(id)).toEqual(['inspection.planned']);
  const [item] = await desk.all((work) => work.tx.select().from(planItem));
  expect(item!.inspectionId).toBe(id);
});

test('both committees are notified when its time comes, once, over a restart and with two workers', async () => {
  const id = await made();
  expect((await desk.all(nextPlannedNotice))?.toMillis()).toBe(Date.parse(DUE));
  await at('2027-11-25T07:29:00+07:00');
  expect(await notices(id)).toBe(0);
  desk.at(DUE);
  const fail = (error: unknown) => {
    throw error;
  };
  const restarted = openOffice(desk.base.db, () => Date.parse(DUE));
  await Promise.all([desk.sweep(), sweep(restarted, fail), sweep(restarted, fail)]);
  expect(await notices(id)).toBe(1);
  await at('2027-11-25T07:31:00+07:00');
  expect(await notices(id)).toBe(1);
  const told = (await desk.deliver()).filter((one) => one.kind === 'push').map((one) => one.who);
  expect(told.sort()).toEqual(['a-secretary', 'b-secretary']);
  expect(await desk.all(nextPlannedNotice)).toBeUndefined();
});

test('after a downtime it goes late, held to working time', async () => {
  const id = await made();
  await at('2027-11-29T21:00:00+07:00');
  expect(await notices(id)).toBe(0);
  expect((await desk.all(nextPlannedNotice))?.toISO()).toContain('2027-11-30T07:30');
  await at('2027-11-30T07:30:00+07:00');
  expect(await notices(id)).toBe(1);
});

test('of a window that is over nobody is told', async () => {
  const id = await made();
  await at('2027-12-13T08:00:00+07:00');
  expect(await notices(id)).toBe(0);
});

test('where its time has come already, it goes at once', async () => {
  desk.at('2027-03-01T09:00:00+07:00');
  const id = await made({ from: '03-04', to: '03-05' });
  expect(await notices(id)).toBe(1);
});

test('where the agreement waits for the document, only after its symbol, and not before its time', async () => {
  await desk.base
    .ownerSql`update pair set policy = policy || '{"noticeAt":"official"}' where id = ${desk.one.pairId}`;
  const id = await made();
  await at('2027-11-25T08:00:00+07:00');
  expect(await notices(id)).toBe(0);
  const symbol = {
    use: 'letter',
    symbol: '05-CV/UBKTTU',
    documentDay: '2027-11-24',
    insisted: false,
  } as const;
  await desk.by('a-secretary', (work, actor) => attachSymbol(work, actor, id, symbol));
  await desk.sweep();
  expect(await notices(id)).toBe(1);
});

test('a symbol that comes early sends nothing before its time', async () => {
  await desk.base
    .ownerSql`update pair set policy = policy || '{"noticeAt":"official"}' where id = ${desk.one.pairId}`;
  const id = await made();
  const symbol = {
    use: 'letter',
    symbol: '05-CV/UBKTTU',
    documentDay: '2026-11-20',
    insisted: false,
  } as const;
  await desk.by('a-secretary', (work, actor) => attachSymbol(work, actor, id, symbol));
  await desk.sweep();
  expect(await notices(id)).toBe(0);
  await at(DUE);
  expect(await notices(id)).toBe(1);
});

test('days that are changed before it move its time with them', async () => {
  const id = await made();
  const asked = await desk.crossed(id, { windowFrom: '2027-06-07', windowTo: '2027-06-12' });
  await desk.word('b-chair', asked, YES);
  await desk.sweep();
  expect(await notices(id)).toBe(0);
  const next = await desk.all(nextPlannedNotice);
  expect(next?.toISO()).toContain('2027-05-27T07:30');
  await at('2027-05-27T07:30:00+07:00');
  expect(await notices(id)).toBe(1);
});
