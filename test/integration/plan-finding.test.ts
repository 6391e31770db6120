import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditEntry } from '../../db/schema/index.ts';
import { fillNow } from '../../src/usecases/plan/fill-gap.ts';
import { findingList, readFinding } from '../../src/usecases/plan/finding-message.ts';
import { answerGaps, keepGaps } from '../../src/usecases/plan/keep-gaps.ts';
import { proposeSettlement, recallSettlement } from '../../src/usecases/plan/propose-settlement.ts';
import { SECTIONS } from '../../src/usecases/report/report-lines.ts';
import { readReport } from '../../src/usecases/report/report-message.ts';
import { listTasks } from '../../src/usecases/view/list-tasks.ts';
import { tasksMessage } from '../../src/usecases/view/tasks-message.ts';
import type { Actor, Work } from '../../src/usecases/work.ts';
import { outcome, START } from '../support/change-desk.ts';
import { openPlanDesk, type PlanDesk } from '../support/plan-desk.ts';
import { shown } from '../support/view-desk.ts';

let desk: PlanDesk;
let planId: number;

/** Three overlaps (Y at once, Z too close, U at once) and two gaps (V, W). */
const LINES = [
  { side: 'a', target: 'y', from: '12-06', to: '12-10' },
  { side: 'b', target: 'y', from: '12-08', to: '12-15' },
  { side: 'a', target: 'z', from: '03-01', to: '03-05' },
  { side: 'b', target: 'z', from: '03-15', to: '03-19' },
  { side: 'a', target: 'u', from: '05-03', to: '05-07' },
  { side: 'b', target: 'u', from: '05-05', to: '05-12' },
] as const;

const MERGE = {
  how: 'merge',
  leadSide: 'b',
  mode: 'coordinate',
  windowFrom: '2027-12-06',
  windowTo: '2027-12-11',
} as const;
const KEEP = { how: 'keep', reason: 'schedule_clash' } as const;

beforeEach(async () => {
  desk = await openPlanDesk();
  planId = await desk.exchanged([...LINES]);
});
afterEach(() => desk.base.close());

const states = async () => {
  const rows = await desk.findings(planId);
  return rows.map((row) => `${row.kind} ${row.state}`).sort();
};
const entries = () =>
  desk.all(async (work) => {
    const rows = await work.tx
      .select({ type: auditEntry.type })
      .from(auditEntry)
      .orderBy(auditEntry.chainId, auditEntry.seq);
    return rows.map((row) => row.type);
  });
const lineOf = async (side: string, target: 'y' | 'z' | 'u') => {
  const targetId = desk.one.targets[target];
  const rows = await desk.lines(planId);
  return rows.find((row) => row.side === side && row.targetId === targetId && row.ended === null)!;
};
const list = (key: string, page = 0, seeded = desk.one) =>
  desk.by(key, async (work, actor) => shown(work, await findingList(work, actor, planId, page)), seeded);
const read = (key: string, id: number, seeded = desk.one) =>
  desk.by(key, async (work, actor) => shown(work, await readFinding(work, actor, id)), seeded);

describe('comparing', () => {
  test('three overlaps and two gaps are found, each with its reason', async () => {
    const rows = await desk.findings(planId);
    expect(rows.map((row) => row.reasons.join()).sort()).toEqual([
      expect.stringContaining('none_this_'),
      expect.stringContaining('none_this_'),
      'short_gap',
      'window',
      'window',
    ]);
    expect(await states()).toEqual(['gap open', 'gap open', 'overlap open', 'overlap open', 'overlap open']);
  });

  test('comparing again changes nothing, also when two compare at once', async () => {
    const before = await desk.findings(planId);
    await Promise.all([desk.compare(planId), desk.compare(planId)]);
    expect(await desk.findings(planId)).toEqual(before);
  });

  test('one that is withdrawn takes its finding and what was put forward with it', async () => {
    const finding = await desk.openOf(planId, 'u');
    await desk.propose('a-secretary', finding, KEEP);
    const { id } = await lineOf('b', 'u');
    await desk.base.ownerSql`update plan_item set ended = 'withdrawn', ended_at = ${START} where id = ${id}`;
    await desk.compare(planId);
    expect((await desk.findings(planId)).find((one) => one.id === finding)?.state).toBe('gone');
    expect((await desk.settlements(finding)).map((one) => one.state)).toEqual(['void']);
  });
});

describe('settling', () => {
  test('one merged, one shifted, one kept: nothing overlaps any more', async () => {
    await desk.settled(await desk.openOf(planId, 'y'), MERGE);
    const { id: itemId } = await lineOf('a', 'z');
    const shift = { how: 'shift', itemId, windowFrom: '2027-08-02', windowTo: '2027-08-07' } as const;
    await desk.settled(await desk.openOf(planId, 'z'), shift);
    await desk.settled(await desk.openOf(planId, 'u'), KEEP, 'b');
    expect(await states()).toEqual([
      'gap open',
      'gap open',
      'overlap settled',
      'overlap settled',
      'overlap settled',
    ]);
    const lines = await desk.lines(planId);
    const joint = lines.find((row) => row.side === null)!;
    expect(joint).toMatchObject({
      source: 'merge',
      leadSide: 'b',
      kind: 'thematic_supervision',
      windowFrom: '2027-12-06',
      windowTo: '2027-12-11',
    });
    expect(lines.filter((row) => row.replacedById === joint.id).map((row) => row.ended)).toEqual([
      'merged',
      'merged',
    ]);
    expect(lines.find((row) => row.id === itemId)?.ended).toBe('shifted');
    expect(await lineOf('a', 'z')).toMatchObject({ source: 'shift', windowFrom: '2027-08-02' });
  });

  test('a further shift that clashes again opens a new finding', async () => {
    await desk.settled(await desk.openOf(planId, 'u'), KEEP);
    const { id: itemId } = await lineOf('a', 'z');
    const shift = { how: 'shift', itemId, windowFrom: '2027-03-17', windowTo: '2027-03-20' } as const;
    const finding = await desk.openOf(planId, 'z');
    await desk.settled(finding, shift);
    const again = await desk.openOf(planId, 'z');
    expect(again).not.toBe(finding);
    expect((await desk.findings(planId)).find((one) => one.id === again)?.reasons).toEqual(['window']);
  });

  test('refused, the finding stays open and another way can be put forward', async () => {
    const finding = await desk.openOf(planId, 'y');
    const first = (await desk.propose('a-secretary', finding, MERGE)) as number;
    await desk.pass(2);
    expect(await desk.answer('b-secretary', first, false)).toBe('done');
    expect(await desk.openOf(planId, 'y')).toBe(finding);
    expect(typeof (await desk.propose('b-secretary', finding, KEEP))).toBe('number');
  });

  test('the other side reads and answers it only after the time for recall', async () => {
    const finding = await desk.openOf(planId, 'y');
    const made = (await desk.propose('a-secretary', finding, MERGE)) as number;
    expect((await read('b-secretary', finding)).labels).not.toContain('Đồng ý');
    expect(await desk.answer('b-secretary', made, true)).toBe('refused-not-found');
    await desk.pass(2);
    expect((await read('b-secretary', finding)).labels).toContain('Đồng ý');
    expect((await read('a-secretary', finding)).labels).toContain('Thu hồi đề nghị');
  });

  test('recalled, nothing can be answered', async () => {
    const finding = await desk.openOf(planId, 'y');
    const made = (await desk.propose('a-secretary', finding, MERGE)) as number;
    await desk.by('a-secretary', (work, actor) => recallSettlement(work, actor, finding));
    await desk.pass(2);
    expect(await desk.answer('b-secretary', made, true)).toBe('refused-answered-already');
    expect(await desk.openOf(planId, 'y')).toBe(finding);
  });

  test('both sides at once: one proposal stands', async () => {
    const finding = await desk.openOf(planId, 'y');
    const results = await desk.atOnce(['a-secretary', 'b-secretary'], async (work, actor) =>
      outcome((await proposeSettlement(work, actor, finding, MERGE)) as object),
    );
    expect(results.sort()).toEqual(['done', 'planfind-proposed-already']);
    expect((await desk.settlements(finding)).length).toBe(1);
  });

  test('two answers at once make one joint line', async () => {
    const finding = await desk.openOf(planId, 'y');
    const made = (await desk.propose('a-secretary', finding, MERGE)) as number;
    await desk.pass(2);
    const said = await Promise.all([1, 2].map(() => desk.answer('b-secretary', made, true)));
    expect(said.sort()).toEqual(['done', 'refused-answered-already']);
    expect((await desk.lines(planId)).filter((row) => row.side === null)).toHaveLength(1);
  });

  test('only a line of one’s own is moved, and within the year', async () => {
    const finding = await desk.openOf(planId, 'y');
    const other = (await lineOf('b', 'y')).id;
    const own = (await lineOf('a', 'y')).id;
    const days = { windowFrom: '2027-08-02', windowTo: '2027-08-07' };
    const late = { windowFrom: '2028-01-03', windowTo: '2028-01-08' };
    const same = { windowFrom: '2027-12-06', windowTo: '2027-12-11' };
    const shift = (itemId: number, window: typeof days) =>
      desk.propose('a-secretary', finding, { how: 'shift', itemId, ...window });
    expect(await shift(other, days)).toBe('planfind-not-own');
    expect(await shift(own, late)).toBe('plan-line-year');
    expect(await shift(own, same)).toBe('planfind-same-window');
  });

  test('other roles and other pairs are refused', async () => {
    const finding = await desk.openOf(planId, 'y');
    expect(await desk.propose('a-chair', finding, KEEP)).toBe('refused-not-allowed');
    expect(await desk.propose('b-member', finding, KEEP)).toBe('refused-not-allowed');
    expect(await desk.propose('a-secretary', finding, KEEP, desk.two)).toBe('refused-not-found');
    const made = (await desk.propose('a-secretary', finding, KEEP)) as number;
    await desk.pass(2);
    expect(await desk.answer('a-secretary', made, true)).toBe('refused-not-allowed');
    expect(await desk.answer('b-chair', made, true)).toBe('refused-not-allowed');
    expect(await desk.answer('b-secretary', made, true, desk.two)).toBe('refused-not-found');
  });
});

describe('gaps', () => {
  test('one reason for all of them, and one word of the other side', async () => {
    const kept = await desk.by('a-secretary', (work, actor) =>
      keepGaps(work, actor, planId, { reason: 'no_staff' }),
    );
    expect(kept).toMatchObject({ count: 2 });
    await desk.pass(2);
    expect((await list('b-secretary')).labels).toContain('Đồng ý chưa bố trí');
    await desk.by('b-secretary', (work, actor) => answerGaps(work, actor, planId, true));
    expect((await states()).filter((one) => one === 'gap settled')).toHaveLength(2);
  });

  test('all of them refused at once: one entry in the book, and they can be put forward again', async () => {
    const kept = () =>
      desk.by('a-secretary', (work, actor) => keepGaps(work, actor, planId, { reason: 'no_staff' }));
    await kept();
    await desk.pass(2);
    const { labels, data } = await list('b-secretary');
    expect(data[labels.indexOf('Không đồng ý để trống')]).toBe(`planone.gapsno.${planId}`);
    const before = (await entries()).length;
    await desk.by('b-secretary', (work, actor) => answerGaps(work, actor, planId, false));
    expect((await states()).filter((one) => one === 'gap open')).toHaveLength(2);
    expect((await entries()).slice(before)).toEqual(['plan.gaps-refused']);
    expect(await kept()).toMatchObject({ count: 2 });
  });

  const FILL = {
    how: 'fill',
    kind: 'compliance',
    windowFrom: '2027-05-04',
    windowTo: '2027-05-08',
  } as const;
  const stateOf = async (id: number) => (await desk.findings(planId)).find((one) => one.id === id)?.state;

  test('a line for one crosses after its time for recall, and says so to the other side then', async () => {
    await desk.deliver();
    const finding = await desk.openOf(planId, 'v');
    await desk.propose('a-secretary', finding, FILL);
    expect((await read('a-secretary', finding)).labels).toEqual(
      expect.arrayContaining(['Thu hồi đề nghị', 'Gửi ngay']),
    );
    expect((await read('b-secretary', finding)).labels).not.toContain('Đồng ý');
    await desk.sweep();
    expect(await stateOf(finding)).toBe('open');
    const { now } = await desk.all(async (work) => work);
    desk.at(now.plus({ minutes: 2 }).toISO()!);
    // Past its time, not yet swept: it still asks nobody.
    expect((await read('b-secretary', finding)).labels).not.toContain('Đồng ý');
    expect(await desk.answer('b-secretary', (await desk.settlements(finding))[0]!.id, true)).toBe(
      'refused-not-found',
    );
    await Promise.all([desk.sweep(), desk.sweep()]);
    expect(await stateOf(finding)).toBe('gone');
    const made = (await desk.lines(planId)).filter((one) => one.targetId === desk.one.targets.v);
    expect(made).toMatchObject([{ side: 'a', leadSide: 'a', source: 'typed', windowFrom: '2027-05-04' }]);
    expect((await desk.deliver()).map((one) => one.who)).toEqual(['b-secretary']);
  });

  test('sent at once it is in the plan at once; when the line goes, the gap is open again', async () => {
    const finding = await desk.openOf(planId, 'v');
    await desk.propose('a-secretary', finding, FILL);
    const now = (key: string) =>
      desk.by(key, async (work, actor) => outcome(await fillNow(work, actor, finding)));
    expect(await now('b-secretary')).toBe('refused-answered-already');
    expect(await now('a-secretary')).toBe('done');
    expect(await now('a-secretary')).toBe('planfind-closed');
    await desk.base.ownerSql`update plan_item set ended = 'withdrawn', ended_at = ${START}
      where target_id = ${desk.one.targets.v!}`;
    await desk.compare(planId);
    expect(await desk.openOf(planId, 'v')).toBe(finding);
  });

  test('recalled in its time it never enters the plan, and the other side hears nothing', async () => {
    await desk.deliver();
    const finding = await desk.openOf(planId, 'v');
    await desk.propose('a-secretary', finding, FILL);
    await desk.by('a-secretary', (work, actor) => recallSettlement(work, actor, finding));
    await desk.pass(2);
    await desk.sweep();
    expect(await desk.openOf(planId, 'v')).toBe(finding);
    expect(await desk.deliver()).toEqual([]);
  });

  test('a kind that names nobody fills none (C4)', async () => {
    const finding = await desk.openOf(planId, 'v');
    const bare = { ...FILL, kind: 'denunciation' } as const;
    expect(await desk.propose('a-secretary', finding, bare)).toBe('planfind-no-merge');
  });
});

describe('what people read', () => {
  test('the list names both lines and why', async () => {
    const { lines, data, protect } = await list('a-secretary');
    expect(protect).toBe(true);
    // The title, the line about the whole plan, five findings.
    expect(lines).toHaveLength(7);
    expect(lines.find((line) => line.includes('Chi bộ Y'))).toMatch(
      /Chi bộ Y.*UBKT ĐU Công an p1 .*UBKT Tỉnh uỷ p1 .*trùng thời gian/,
    );
    expect(data).toContain(`planone.show.${await desk.openOf(planId, 'y')}`);
  });

  test('organisations that begin alike are told apart on the buttons, by the number and by what differs', async () => {
    const names: Record<string, string> = { y: 'hình sự', z: 'giao thông', u: 'kinh tế' };
    for (const [key, end] of Object.entries(names))
      await desk.base
        .ownerSql`update target set name = ${`Chi bộ Phòng Cảnh sát ${end}, Đảng bộ Công an tỉnh`}
        where id = ${desk.one.targets[key]!}`;
    const { lines, labels } = await list('a-secretary');
    const opening = labels.slice(0, 5);
    expect(new Set(opening).size).toBe(5);
    expect(opening.every((label) => Array.from(label).length <= 24)).toBe(true);
    for (const label of opening.filter((one) => one.includes('…'))) {
      const [, n, end] = /^(\d)\. … (.+)$/u.exec(label)!;
      expect(lines[Number(n) + 1]).toContain(`${n}. Chi bộ Phòng Cảnh sát ${end}, Đảng bộ Công an tỉnh`);
    }
  });

  test('people who belong to an organisation read nothing of it', async () => {
    const { id } = desk.one.cast['b-secretary']!;
    await desk.base.ownerSql`insert into target_person (pair_id, target_id, person_id, tie)
      values (${desk.one.pairId}, ${desk.one.targets.y!}, ${id}, 'belongs')`;
    const finding = await desk.openOf(planId, 'y');
    expect((await list('b-secretary')).text).not.toContain('Chi bộ Y');
    expect((await list('a-secretary')).text).toContain('Chi bộ Y');
    expect((await read('b-secretary', finding)).data).toEqual([]);
    expect(await desk.propose('b-secretary', finding, KEEP)).toBe('refused-not-found');
  });

  test('a sensitive kind bears no name across, nor for members', async () => {
    const kind = 'signs_of_violation' as const;
    await desk.addLine(planId, { side: 'a', target: 'v', from: '09-01', to: '09-03', kind });
    await desk.addLine(planId, { side: 'a', target: 'v', from: '09-02', to: '09-04', kind });
    await desk.compare(planId);
    const finding = await desk.openOf(planId, 'v');
    expect((await read('a-secretary', finding)).text).toContain('Chi bộ V');
    for (const key of ['b-secretary', 'b-chair', 'a-member'])
      expect((await read(key, finding)).text).not.toContain('Chi bộ V');
  });

  test('another pair reads nothing', async () => {
    expect((await list('a-secretary', 0, desk.two)).data).toEqual([]);
    expect((await read('a-secretary', await desk.openOf(planId, 'y'), desk.two)).data).toEqual([]);
  });
});

describe('what waits for whom', () => {
  const tasks = (key: string) =>
    desk.by(key, async (work, actor) =>
      shown(work, tasksMessage(actor, await listTasks(work, actor), 0, work.now)),
    );

  test('findings of which nothing is put forward, and proposals of the other side, stand in /viec', async () => {
    expect((await tasks('b-secretary')).text).toContain('KH-2027 (5)');
    await desk.propose('a-secretary', await desk.openOf(planId, 'y'), MERGE);
    expect((await tasks('a-secretary')).text).toContain('KH-2027 (4)');
    expect((await tasks('b-secretary')).text).not.toContain('đề nghị của Uỷ ban phối hợp về kế hoạch');
    await desk.pass(2);
    const { lines, data } = await tasks('b-secretary');
    expect(lines.join('\n')).toContain('KH-2027 (1) · đề nghị của Uỷ ban phối hợp về kế hoạch');
    expect(data[0]).toBe(`planfind.${planId}.0`);
    expect((await tasks('b-chair')).text).not.toContain('KH-2027');
  });

  test('two proposals reach the other đầu mối in one message, with counts and no names', async () => {
    await desk.deliver();
    await desk.propose('a-secretary', await desk.openOf(planId, 'y'), MERGE);
    await desk.propose('a-secretary', await desk.openOf(planId, 'u'), KEEP);
    expect(await desk.deliver()).toEqual([]);
    await desk.pass(2);
    const got = await desk.deliver();
    expect(got.map((one) => one.who)).toEqual(['b-secretary']);
    expect(got[0]!.text).toContain('2 đề nghị chờ đồng chí trả lời');
    expect(got[0]!.text).not.toContain('Chi bộ');
  });
});

test('the report counts findings and how they were settled; the parts sum', async () => {
  await desk.settled(await desk.openOf(planId, 'y'), MERGE);
  await desk.settled(await desk.openOf(planId, 'u'), KEEP, 'b');
  const period = { from: '2027-01-01', to: '2028-01-01' };
  const at = SECTIONS.indexOf('plan');
  const asked = (pairId: number) => async (work: Work, actor: Actor) =>
    shown(work, await readReport(work, actor, pairId, period, at));
  const { text } = await desk.by('b-chair', asked(desk.one.pairId));
  expect(text).toContain('5 nội dung, gồm 3 trùng lặp và 2 bỏ trống');
  expect(text).toContain('thống nhất 2/5 (40%): gộp 1, chuyển thời gian 0, giữ có lý do 1');
  expect(text).toContain('thay đổi 0; chưa thống nhất 3');
  const none = await desk.by('a-secretary', asked(desk.two.pairId), desk.two);
  expect(none.text).toContain('0 nội dung');
});
