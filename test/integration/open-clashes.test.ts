import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { overlapSettled } from '../../db/schema/index.ts';
import type { OverlapKeep } from '../../src/domain/overlap.ts';
import { askWhyKept, clashMessage, keptMessage } from '../../src/usecases/view/clash-message.ts';
import { listTasks, listWaiting } from '../../src/usecases/view/list-tasks.ts';
import { tasksMessage } from '../../src/usecases/view/tasks-message.ts';
import { countQueries } from '../support/count-queries.ts';
import { openPlanDesk, type PlanDesk } from '../support/plan-desk.ts';
import { shown } from '../support/view-desk.ts';

let desk: PlanDesk;
let first: number;
let second: number;

/** Two inspections of Y in one week, both proposed by side a. */
beforeEach(async () => {
  desk = await openPlanDesk();
  first = await desk.agreed();
  second = await desk.agreed({ kind: 'compliance' });
});
afterEach(() => desk.base.close());

const tasks = (key: string, seeded = desk.one) =>
  desk.by(
    key,
    async (work, actor) => (await listTasks(work, actor)).filter((task) => task.kind === 'overlap'),
    seeded,
  );
const screen = (key: string, id = second, seeded = desk.one) =>
  desk.by(key, async (work, actor) => shown(work, await clashMessage(work, actor, id)), seeded);
const keep = (key: string, reason: OverlapKeep = 'different_scope') =>
  desk.by(key, async (work, actor) => shown(work, await keptMessage(work, actor, second, reason)));
const settled = () => desk.all((work) => work.tx.select().from(overlapSettled));

describe('an overlap that nobody has settled stays in sight (R2)', () => {
  test('of the đầu mối whose inspection it is, once, by its code', async () => {
    expect(await tasks('a-secretary')).toMatchObject([{ inspectionId: second, code: 'PH-2026-002' }]);
    for (const key of ['a-chair', 'a-member', 'b-secretary']) expect(await tasks(key)).toEqual([]);
    const { lines, data } = await desk.by('a-secretary', async (work, actor) =>
      shown(work, tasksMessage(actor, await listTasks(work, actor), 0, work.now)),
    );
    expect(lines[1]).toBe('1. PH-2026-002 · trùng lặp, chồng chéo chưa xử lý');
    expect(data).toEqual([`clash.show.${second}`]);
  });

  test('of both đầu mối where each side has one', async () => {
    await desk.base.ownerSql`update inspection set side = 'b' where id = ${first}`;
    expect(await tasks('a-secretary')).toMatchObject([{ inspectionId: second }]);
    expect(await tasks('b-secretary')).toMatchObject([{ inspectionId: first }]);
  });

  test('not beside a draft, what has not crossed, what has ended, another organisation or kind that stays out', async () => {
    const sql = desk.base.ownerSql;
    for (const state of ['draft', 'declined', 'concluded', 'stopped', 'not_held']) {
      await sql`update inspection set state = ${state} where id = ${first}`;
      expect(await tasks('a-secretary')).toEqual([]);
    }
    await sql`update inspection set state = 'proposed', side = 'b', crosses_at = '2099-01-01' where id = ${first}`;
    expect(await tasks('a-secretary')).toEqual([]);
    await sql`update inspection set state = 'stopped' where id = ${first}`;
    await desk.agreed({ kind: 'regular_supervision' });
    await desk.agreed({ targetId: desk.one.targets.z! });
    await desk.agreed({}, desk.two);
    expect(await tasks('a-secretary')).toEqual([]);
  });

  test('of a parent too, and not for a đầu mối who belongs to it', async () => {
    await desk.base.ownerSql`update inspection set state = 'stopped' where id = ${first}`;
    await desk.addTarget(desk.one, 'y1', 'y');
    const child = await desk.agreed({ targetId: desk.one.targets.y1!, kind: 'party_finance' });
    expect(await tasks('a-secretary')).toMatchObject([{ inspectionId: child }]);
    const { id } = desk.one.cast['a-secretary']!;
    await desk.base.ownerSql`insert into target_person (pair_id, target_id, person_id, tie)
      values (${desk.one.pairId}, ${desk.one.targets.y1!}, ${id}, 'belongs')`;
    expect(await tasks('a-secretary')).toEqual([]);
  });

  test('it costs a person of many inspections no query more', async () => {
    const count = () =>
      desk.by('a-secretary', (work, actor) => countQueries(work, (counted) => listWaiting(counted, actor)));
    const before = await count();
    for (let n = 0; n < 5; n += 1) await desk.agreed();
    expect(await count()).toBe(before);
  });
});

describe('it is settled where it is seen', () => {
  test('kept with a reason of the list, once, and it is gone from /viec', async () => {
    const { lines, labels, data } = await screen('a-secretary');
    expect(lines[0]).toBe('PH-2026-002: trùng lặp, chồng chéo chưa xử lý, 1 cuộc');
    expect(lines[1]).toContain('PH-2026-001 · Giám sát chuyên đề · Chi bộ Y');
    expect(labels).toEqual(['Giữ cả hai, nêu lý do', 'Xem PH-2026-002', 'Xem PH-2026-001']);
    expect(data[2]).toBe(`card.${first}`);
    const why = await desk.by('a-secretary', async (work, actor) =>
      shown(work, await askWhyKept(work, actor, second)),
    );
    expect(why.data[0]).toBe(`clash.why.${second}.different_scope`);
    const said = await Promise.all([keep('a-secretary'), keep('a-secretary')]);
    expect(said.map(({ text }) => text.split(':')[0]).sort()).toEqual([
      'Cuộc này không còn trùng lặp nào chưa xử lý.',
      'Giữ cả hai, lý do',
    ]);
    expect(await settled()).toMatchObject([{ inspectionId: second, otherId: first }]);
    expect(await tasks('a-secretary')).toEqual([]);
  });

  test('changed to other days it goes by itself', async () => {
    const later = { windowFrom: '2027-02-01', windowTo: '2027-02-06' };
    await desk.word('b-chair', await desk.crossed(second, later), { isConfirmed: true });
    expect(await tasks('a-secretary')).toEqual([]);
    expect((await screen('a-secretary')).text).toContain('không còn trùng lặp');
  });

  test('by nobody else', async () => {
    for (const key of ['a-chair', 'a-member', 'b-secretary']) {
      expect((await screen(key)).data).toEqual([]);
      await keep(key);
    }
    expect((await screen('a-secretary', second, desk.two)).data).toEqual([]);
    expect(await settled()).toEqual([]);
  });

  test('what both sides kept in the year’s plan is not asked again', async () => {
    const kind = 'party_finance';
    const at = {
      windowFrom: '2027-06-07',
      windowTo: '2027-06-12',
      targetId: desk.one.targets.u!,
      kind,
    } as const;
    const held = await desk.agreed(at);
    const planId = await desk.exchanged([
      { side: 'a', target: 'u', from: '06-08', to: '06-10' },
      { side: 'b', target: 'u', from: '06-09', to: '06-11' },
    ]);
    const keepNext = async () =>
      desk.settled(await desk.openOf(planId, 'u'), { how: 'keep', reason: 'other' });
    for (let n = 0; n < 3; n += 1) await keepNext();
    const lines = await desk.lines(planId);
    for (const line of lines) {
      const made = await desk.agreed(at);
      expect(await tasks('a-secretary')).toContainEqual(expect.objectContaining({ inspectionId: made }));
      await desk.base.ownerSql`update plan_item set inspection_id = ${made} where id = ${line.id}`;
      expect(await tasks('a-secretary')).toMatchObject([{ inspectionId: second }]);
    }
    const change = await desk.crossed(held, { windowFrom: '2027-06-08', windowTo: '2027-06-13' });
    await desk.word('b-chair', change, { isConfirmed: true });
    expect((await tasks('a-secretary')).length).toBeGreaterThan(1);
  });
});
