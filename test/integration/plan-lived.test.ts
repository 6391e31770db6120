import { afterEach, beforeEach, expect, test } from 'vitest';
import { readBytes } from '../../src/sheets/read-bytes.ts';
import { argsOf } from '../../src/usecases/actions/index.ts';
import type { LivedList } from '../../src/usecases/actions/plan.ts';
import type { FileRow } from '../../src/usecases/compose/file.ts';
import { livedList, planDifference } from '../../src/usecases/plan/plan-difference.ts';
import { makePlanXlsx } from '../../src/usecases/plan/plan-files.ts';
import { openPlanDesk, type PlanDesk } from '../support/plan-desk.ts';
import { shown } from '../support/view-desk.ts';

let desk: PlanDesk;
let planId: number;
let made: Record<'going' | 'moved' | 'concluded' | 'stopped' | 'outside', number>;

/** Of seven lines two wait, one of them sensitive; one goes on, one has moved, one is concluded and one stopped; one more came besides. */
beforeEach(async () => {
  desk = await openPlanDesk();
  const signs = 'signs_of_violation' as const;
  planId = await desk.exchanged([
    { side: 'a', target: 'y', from: '03-01', to: '03-05' },
    { side: 'b', target: 'z', from: '04-05', to: '04-09' },
    { side: 'a', target: 'u', from: '05-03', to: '05-07' },
    { side: 'a', target: 'v', from: '06-07', to: '06-11' },
    { side: 'b', target: 'w', from: '07-05', to: '07-09' },
    { side: 'b', target: 'u', from: '10-04', to: '10-08', kind: signs },
  ]);
  const of = (target: string, from: string, to: string, state: 'agreed' | 'concluded' | 'stopped') =>
    desk.agreed({
      targetId: desk.one.targets[target]!,
      windowFrom: `2027-${from}`,
      windowTo: `2027-${to}`,
      state,
    });
  made = {
    going: await of('z', '04-05', '04-10', 'agreed'),
    moved: await of('u', '05-10', '05-15', 'agreed'),
    concluded: await of('v', '06-07', '06-12', 'concluded'),
    stopped: await of('w', '07-05', '07-10', 'stopped'),
    outside: await of('y', '11-01', '11-06', 'agreed'),
  };
  const lines = await desk.lines(planId);
  for (const [at, id] of [made.going, made.moved, made.concluded, made.stopped].entries())
    await desk.base.ownerSql`update plan_item set inspection_id = ${id} where id = ${lines[at + 1]!.id}`;
  await desk.base.ownerSql`update year_plan set state = 'frozen', frozen_symbol = '05-KH/UBKTTU',
    frozen_day = '2027-02-20' where id = ${planId}`;
});
afterEach(() => desk.base.close());

const figures = (key: string, seeded = desk.one) =>
  desk.by(key, async (work, actor) => shown(work, await planDifference(work, actor, planId)), seeded);
const list = (key: string, part: LivedList, page = 0, seeded = desk.one) =>
  desk.by(key, async (work, actor) => shown(work, await livedList(work, actor, planId, part, page)), seeded);

test('each figure opens as many as it counts, and the parts sum', async () => {
  const { lines, labels, data } = await figures('a-observer');
  expect(lines).toEqual([
    'Kế hoạch và thực hiện năm 2027: 6 cuộc theo kế hoạch',
    'Chưa lập: 2/6',
    'Đang làm: 2/6',
    'Đã kết thúc: 1/6',
    'Dừng, không thực hiện: 1/6',
    'Đã đổi thời gian: 1/6',
    'Cuộc ngoài kế hoạch: 1',
  ]);
  expect(labels).toContain('Xem 2 chưa lập');
  expect(labels.every((label) => label.length <= 24)).toBe(true);
  for (const does of data.filter((one) => one.endsWith('.0'))) {
    const part = argsOf('plan.lived', does)!.part!;
    const count = Number(/\d+/.exec(labels[data.indexOf(does)]!)![0]);
    expect((await list('a-observer', part)).lines).toHaveLength(count + 1);
  }
});

test('a line leads to its card, to itself while there is none, and says what it was moved from', async () => {
  const [line] = await desk.lines(planId);
  const waiting = await list('b-member', 'waiting');
  expect(waiting.lines[0]).toBe('Chưa lập: 2/6');
  expect(waiting.data).toContain(`plan.item.${line!.id}`);
  const moved = await list('b-member', 'moved');
  expect(moved.lines[1]).toBe(
    '1. Chi bộ U, Đảng bộ Công an tỉnh · 03/05 – 07/05/2027 → 10/05 – 14/05/2027 · PH-2026-002 · Thống nhất sơ bộ',
  );
  expect(moved.data).toContain(`card.${made.moved}`);
  expect((await list('b-member', 'outside')).data).toContain(`card.${made.outside}`);
});

test('pages turn', async () => {
  for (let n = 0; n < 7; n += 1) await desk.agreed({ windowFrom: '2027-11-08', windowTo: '2027-11-09' });
  const [first, second] = [await list('a-chair', 'outside'), await list('a-chair', 'outside', 1)];
  expect([first.lines.length, second.lines.length]).toEqual([7, 3]);
  expect(first.data).toContain(`plan.lived.${planId}.outside.1`);
  expect(second.data).toContain(`plan.lived.${planId}.outside.0`);
});

test('nothing of an organisation that the reader belongs to, nor the name of a sensitive kind across (C4)', async () => {
  const { id } = desk.one.cast['b-chair']!;
  await desk.base.ownerSql`insert into target_person (pair_id, target_id, person_id, tie)
    values (${desk.one.pairId}, ${desk.one.targets.y!}, ${id}, 'belongs')`;
  expect((await figures('b-chair')).lines).toContain('Cuộc ngoài kế hoạch: 0');
  expect((await figures('b-chair')).lines).toContain('Chưa lập: 1/5');
  expect((await list('b-chair', 'waiting')).text).toContain('Chi bộ U');
  for (const key of ['a-secretary', 'b-member'])
    expect((await list(key, 'waiting')).text).not.toContain('Chi bộ U');
});

test('an inspection that was moved to an organisation of the reader is not theirs to see', async () => {
  const { id } = desk.one.cast['b-chair']!;
  await desk.base.ownerSql`insert into target_person (pair_id, target_id, person_id, tie)
    values (${desk.one.pairId}, ${desk.one.targets.y!}, ${id}, 'belongs')`;
  const moved = await desk.agreed({ windowFrom: '2027-05-17', windowTo: '2027-05-22' });
  await desk.base.ownerSql`update plan_item set inspection_id = ${moved} where inspection_id = ${made.moved}`;
  expect((await list('b-secretary', 'moved')).data).toContain(`card.${moved}`);
  expect((await list('b-chair', 'moved')).data).not.toContain(`card.${moved}`);
});

test('other pairs, and a plan without its document are refused', async () => {
  expect((await list('a-secretary', 'going', 0, desk.two)).data).toEqual([]);
  await desk.base.ownerSql`update year_plan set state = 'agreed', frozen_symbol = null, frozen_day = null
    where id = ${planId}`;
  expect((await list('a-secretary', 'going')).text).toContain('chưa có văn bản ban hành');
});

test('the workbook of a frozen plan has the same on a sheet of its own', async () => {
  const book = async () => {
    const row = { ref: { planId }, pairId: desk.one.pairId } as FileRow<'plan-xlsx'>;
    const file = await desk.by('b-member', (work, actor) => makePlanXlsx(work, actor, row));
    if (!('file' in file)) throw new Error('no file');
    const read = await readBytes(file.file!.bytes);
    return 'sheets' in read ? read.sheets : [];
  };
  const lived = async () => (await book()).find(({ name }) => name === 'Kế hoạch và thực hiện');
  const rows = (await lived())!.rows;
  const cells = (n: number) => rows.find(({ row }) => row === n)!.cells;
  expect([...cells(5).values()]).toEqual([
    'Chi bộ U, Đảng bộ Công an tỉnh',
    'Kiểm tra chấp hành',
    { day: '2027-05-03' },
    { day: '2027-05-07' },
    'PH-2026-002',
    { day: '2027-05-10' },
    { day: '2027-05-14' },
    'Thống nhất sơ bộ',
  ]);
  expect(cells(8).get(8)).toBe('Chưa lập cuộc');
  expect(cells(9).get(8)).toBe('Thống nhất sơ bộ · Ngoài kế hoạch');
  expect(cells(11).get(1)).toBe('Chưa lập: 2/6');
  await desk.base.ownerSql`update year_plan set state = 'agreed', frozen_symbol = null, frozen_day = null
    where id = ${planId}`;
  expect(await lived()).toBeUndefined();
});
