import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSettle } from '../../src/usecases/form/plan-settle-open.ts';
import { countFindings } from '../../src/usecases/plan/count-findings.ts';
import { findingList, readFinding } from '../../src/usecases/plan/finding-message.ts';
import { loadPlan } from '../../src/usecases/plan/load-plan.ts';
import { noticeWaitsForPlan } from '../../src/usecases/plan/planned-notice.ts';
import { outcome, YES } from '../support/change-desk.ts';
import { openPlanDesk, type PlanDesk } from '../support/plan-desk.ts';
import { shown } from '../support/view-desk.ts';

let desk: PlanDesk;
let planId: number;
let inspectionId: number;
let finding: number;

const AGREED = { windowFrom: '2027-06-07', windowTo: '2027-06-12' } as const;
const MERGE = {
  how: 'merge',
  leadSide: 'a',
  mode: 'second_staff',
  windowFrom: '2027-01-04',
  windowTo: '2027-01-05',
} as const;

/** An inspection of Y agreed for June 2027, and a line of side b for the same week. */
beforeEach(async () => {
  desk = await openPlanDesk();
  inspectionId = await desk.agreed(AGREED);
  planId = await desk.exchanged([{ side: 'b', target: 'y', from: '06-08', to: '06-10' }]);
  finding = await desk.openOf(planId, 'y');
});
afterEach(() => desk.base.close());

const overlaps = async () => (await desk.findings(planId)).filter((one) => one.kind === 'overlap');
const standing = async () => (await desk.lines(planId)).filter((line) => line.ended === null);
const read = (key: string, id = finding) =>
  desk.by(key, async (work, actor) => shown(work, await readFinding(work, actor, id)));

describe('a line that clashes with an inspection both have agreed to', () => {
  test('is found once, explained, and named by its code to both sides', async () => {
    await desk.compare(planId);
    expect((await overlaps()).map(({ reasons, state }) => [reasons, state])).toEqual([
      [['window', 'same_kind_year'], 'open'],
    ]);
    for (const key of ['a-secretary', 'b-secretary']) {
      const { lines, data, labels } = await read(key);
      expect(lines[2]).toBe('PH-2026-001 · Giám sát chuyên đề · thứ Hai 07/06 – thứ Sáu 11/06/2027');
      expect(data).toContain(`card.${inspectionId}`);
      expect(labels).toContain('Gộp thành một cuộc');
    }
    expect((await read('a-secretary')).labels).not.toContain('Chuyển thời gian');
    expect((await read('b-secretary')).labels).toContain('Chuyển thời gian');
  });

  test('a draft, a proposal, a stopped one and one of another year are none', async () => {
    for (const state of ['draft', 'proposed', 'countered', 'stopped'] as const)
      await desk.agreed({ ...AGREED, state });
    await desk.agreed({ windowFrom: '2026-06-07', windowTo: '2026-06-12' });
    await desk.compare(planId);
    expect(await overlaps()).toHaveLength(1);
  });

  test('one of the December before is too close to a line of January', async () => {
    await desk.agreed({ windowFrom: '2026-12-21', windowTo: '2026-12-26' });
    const id = await desk.addLine(planId, { side: 'a', target: 'y', from: '01-04', to: '01-08' });
    await desk.compare(planId);
    const found = (await overlaps()).find((one) => one.itemId === id && one.versionId !== null)!;
    expect(found.reasons).toEqual(['short_gap']);
    // It lies in another year: no line of this one can be it.
    expect((await read('a-secretary', found.id)).labels).not.toContain('Gộp thành một cuộc');
    expect(await desk.propose('a-secretary', found.id, MERGE)).toBe('planfind-no-merge');
  });

  test('people who belong to its organisation read nothing of it, and it counts nowhere for them', async () => {
    await desk.addTarget(desk.one, 'y_child', 'y');
    const child = await desk.agreed({ ...AGREED, targetId: desk.one.targets.y_child! });
    await desk.compare(planId);
    const { id } = desk.one.cast['b-chair']!;
    await desk.base.ownerSql`insert into target_person (pair_id, target_id, person_id, tie)
      values (${desk.one.pairId}, ${desk.one.targets.y_child!}, ${id}, 'belongs')`;
    const about = (await overlaps()).find((one) => one.id !== finding)!;
    expect((await read('b-secretary', about.id)).data).toContain(`card.${child}`);
    expect((await read('b-chair', about.id)).data).toEqual([]);
    const counted = async (key: string) =>
      desk.by(key, async (work, actor) => countFindings(work, actor, (await loadPlan(work, planId))!));
    expect((await counted('b-secretary')).total - (await counted('b-chair')).total).toBe(1);
  });

  test('beside a line that bears no name for the reader, the inspection bears none (C4)', async () => {
    await desk.agreed({ targetId: desk.one.targets.z!, windowFrom: '2027-09-06', windowTo: '2027-09-11' });
    const kind = 'signs_of_violation';
    await desk.addLine(planId, { side: 'a', target: 'z', from: '09-07', to: '09-08', kind });
    await desk.compare(planId);
    const id = await desk.openOf(planId, 'z');
    expect((await read('a-secretary', id)).text).toContain('PH-2026-002');
    const { text, data } = await read('b-secretary', id);
    expect(text).toContain('một cuộc đã thống nhất');
    expect(text).not.toMatch(/PH-2026-002|Chi bộ Z|06\/09/);
    expect(data.some((one) => one.startsWith('card.'))).toBe(false);
  });

  test('another pair is not compared with it', async () => {
    await desk.agreed(AGREED, desk.two);
    await desk.compare(planId);
    expect(await overlaps()).toHaveLength(1);
  });
});

describe('it is settled', () => {
  test('merged: the line is that inspection from then on, as it was agreed, and no other is made', async () => {
    const opened = await desk.by('b-secretary', async (work, actor) =>
      shown(work, await openSettle(work, actor, finding, 'merge')),
    );
    expect(opened.text).toContain('tính là PH-2026-001, không lập cuộc mới');
    await desk.settled(finding, MERGE);
    const [line, ...more] = await standing();
    expect(more).toEqual([]);
    expect(line).toMatchObject({ ...AGREED, inspectionId, side: null, leadSide: 'b', mode: 'coordinate' });
    expect((await desk.findings(planId)).filter(({ state }) => state === 'open')).not.toContainEqual(
      expect.objectContaining({ kind: 'overlap' }),
    );
    expect(await desk.all((work) => noticeWaitsForPlan(work, inspectionId))).toBe(false);
    expect((await read('a-secretary')).text).toContain(
      'Đã thống nhất. Nay: thứ Hai 07/06 – thứ Sáu 11/06/2027',
    );
  });

  test('a second line merges into the same one; what is an inspection moves on its card only', async () => {
    await desk.settled(finding, MERGE);
    const id = await desk.addLine(planId, { side: 'a', target: 'y', from: '06-14', to: '06-15' });
    await desk.compare(planId);
    const second = await desk.openOf(planId, 'y');
    const [made] = await standing();
    const shift = { how: 'shift', windowFrom: '2027-08-02', windowTo: '2027-08-07' } as const;
    expect(await desk.propose('a-secretary', second, { ...shift, itemId: made!.id })).toBe(
      'planfind-not-own',
    );
    await desk.settled(second, MERGE);
    expect((await desk.lines(planId)).find((line) => line.id === id)).toMatchObject({
      ended: 'merged',
      replacedById: made!.id,
    });
    expect(await standing()).toEqual([made]);
  });

  test('moved to free days, or kept with a reason', async () => {
    const [line] = await standing();
    const opened = await desk.by('b-secretary', async (work, actor) =>
      shown(work, await openSettle(work, actor, finding, 'shift')),
    );
    expect(opened.labels.join()).not.toMatch(/\/0[567]/);
    await desk.settled(
      finding,
      {
        how: 'shift',
        itemId: line!.id,
        windowFrom: '2027-09-06',
        windowTo: '2027-09-09',
      },
      'b',
    );
    const [again] = (await overlaps()).filter(({ state }) => state === 'open');
    expect(again!.reasons).toEqual(['same_kind_year']);
    await desk.settled(again!.id, { how: 'keep', reason: 'other' }, 'b');
    expect((await overlaps()).map(({ state }) => state).sort()).toEqual(['settled', 'settled']);
  });
});

describe('it comes back when a change reopens it', () => {
  test('a change of dates that both confirmed is another finding; a stop takes it away', async () => {
    await desk.settled(finding, { how: 'keep', reason: 'other' });
    const change = await desk.crossed(inspectionId, { windowFrom: '2027-06-14', windowTo: '2027-06-19' });
    expect(outcome(await desk.word('b-chair', change, YES))).toBe('confirmed');
    const again = await desk.openOf(planId, 'y');
    expect(again).not.toBe(finding);
    expect((await read('a-secretary', again)).text).toContain('thứ Hai 14/06 – thứ Sáu 18/06/2027');
    await desk.base.ownerSql`update inspection set state = 'stopped' where id = ${inspectionId}`;
    await desk.compare(planId);
    expect((await overlaps()).filter(({ state }) => state === 'open')).toEqual([]);
  });
});

test('the list says in one line which inspection it is', async () => {
  const { lines } = await desk.by('a-secretary', async (work, actor) =>
    shown(work, await findingList(work, actor, planId, 0)),
  );
  expect(lines[2]).toMatch(/Chi bộ Y.*UBKT Tỉnh uỷ p1 08\/06.*PH-2026-001 07\/06.*trùng thời gian/);
});
