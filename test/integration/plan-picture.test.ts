import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  outbox,
  planFinding,
  planItem,
  target,
  targetPerson,
  yearPlan,
  yearPlanSide,
} from '../../db/schema/index.ts';
import type { Kind } from '../../src/domain/kinds.ts';
import type { PlanPicture } from '../../src/usecases/actions/plan.ts';
import { composeFile } from '../../src/usecases/compose/file.ts';
import type { Claimed } from '../../src/usecases/outbox/claim.ts';
import { wordsIn } from '../../src/usecases/plain-words.ts';
import { coverPictureFor } from '../../src/usecases/plan/cover-file.ts';
import { sendPlanPicture } from '../../src/usecases/plan/send-picture.ts';
import { visibleItems } from '../../src/usecases/plan/visible-items.ts';
import { yearPictureFor } from '../../src/usecases/plan/year-file.ts';
import { isRefused } from '../../src/usecases/said.ts';
import { memberIn } from '../../src/usecases/work.ts';
import { removeRows } from '../support/remove-rows.ts';
import { seedAnGiang } from '../support/seed-an-giang.ts';
import { shown } from '../support/view-desk.ts';
import { openYearPlanDesk, planLine, type YearPlanDesk } from '../support/year-plan-desk.ts';

let desk: YearPlanDesk;
let x: number;

const Y = 'Chi bộ Y, Đảng bộ Công an tỉnh';
const all = <T>(fn: Parameters<typeof desk.office.work<T>>[1]) => desk.office.work({ pairs: 'all' }, fn);

beforeAll(async () => {
  desk = await openYearPlanDesk();
  const { pairId } = desk.one;
  const [row] = await all(({ tx }) =>
    tx.insert(target).values({ pairId, key: 'x', name: 'Chi bộ X', folded: 'chi bo x' }).returning(),
  );
  x = row!.id;
}, 60_000);
afterAll(() => desk.base.close());

beforeEach(async () => {
  await removeRows(desk.base.ownerSql, 'plan_finding', 'plan_item');
  await all(async ({ tx }) => {
    await tx.delete(targetPerson).where(eq(targetPerson.targetId, x));
    await tx.update(yearPlanSide).set({ exchangedAt: null });
  });
});

const picture = async (key: string) => {
  const planned = await desk.plan();
  return desk.by(key, (work, actor) =>
    yearPictureFor(work, actor, memberIn(actor, planned.plan.pairId)!, planned, 'vi'),
  );
};
const rowsFor = async (key: string) => (await picture(key)).picture.rows;
const add = async (key: string, given: Parameters<typeof planLine>[1] = {}) =>
  ((await desk.add(key, [planLine(desk, given)])) as number[])[0]!;
const exchange = () =>
  all(({ tx, now }) => tx.update(yearPlanSide).set({ exchangedAt: now.minus({ minutes: 2 }) }));
const find = (given: Partial<typeof planFinding.$inferInsert>) =>
  all(({ tx, now }) =>
    tx.insert(planFinding).values({
      ...{ pairId: desk.one.pairId, planId: desk.planId, kind: 'overlap', reasons: ['window'], foundAt: now },
      ...given,
    }),
  );

describe('the picture of the year', () => {
  test('shows a side its own lines, and the other side’s once these were exchanged', async () => {
    await add('a-secretary');
    await add('b-secretary', { targetId: x, leadSide: 'b' });
    expect((await rowsFor('a-member')).map(({ name }) => name)).toEqual([Y]);
    await exchange();
    expect(await rowsFor('a-member')).toMatchObject([
      { name: Y, bars: [{ from: '2027-03-08', to: '2027-03-13', isOwnLead: true, isJoint: false }] },
      { name: 'Chi bộ X', bars: [{ isOwnLead: false }] },
    ]);
    expect((await rowsFor('b-member'))[1]).toMatchObject({ name: 'Chi bộ X', bars: [{ isOwnLead: true }] });
  });

  test('marks an open overlap at both of its lines with one number, a settled one no more', async () => {
    const [itemId, otherId] = [await add('a-secretary'), await add('b-secretary', { kind: 'party_finance' })];
    await exchange();
    await find({ itemId, otherId });
    expect((await rowsFor('a-chair'))[0]!.bars.map(({ clashes }) => clashes)).toEqual([[1], [1]]);
    await all(({ tx }) => tx.update(planFinding).set({ state: 'settled' }));
    expect((await rowsFor('a-chair'))[0]!.bars.map(({ clashes }) => clashes)).toEqual([[], []]);
  });

  test('lists who is left out, with the longest of the reasons', async () => {
    await exchange();
    const reasons = ['none_this_year', 'none_this_term', 'none_for_years'];
    await find({ kind: 'gap', targetId: x, reasons });
    expect(await rowsFor('b-observer')).toEqual([
      { name: 'Chi bộ X', bars: [], gap: 'nhiều năm liền chưa có lượt nào' },
    ]);
    expect((await picture('b-observer')).counts).toEqual({ lines: 0, ahead: 0, clashes: 0, gaps: 1 });
  });

  test.each<Kind>(['signs_of_violation', 'denunciation'])(
    'a line of the kind %s names its organisation to its own side’s đầu mối and leaders only, nor does an overlap',
    async (kind) => {
      const itemId = await add('b-secretary', { kind, subject: null });
      const otherId = await add('a-secretary');
      await exchange();
      await find({ itemId, otherId });
      const bars = async (key: string) =>
        (await rowsFor(key)).map((row) => [row.name, row.bars.flatMap(({ clashes }) => clashes)]);
      for (const key of ['a-secretary', 'a-chair', 'a-member', 'b-member'])
        expect(await bars(key)).toEqual([
          [Y, []],
          ['Không nêu tên tổ chức', []],
        ]);
      expect(await bars('b-chair')).toEqual([[Y, [1, 1]]]);
    },
  );

  test('people who belong to an organisation see neither its lines nor its gap', async () => {
    const { cast, pairId } = desk.one;
    await add('a-secretary', { targetId: x });
    await find({ kind: 'gap', targetId: x, reasons: ['none_this_year'] });
    await all(({ tx }) =>
      tx.insert(targetPerson).values({
        ...{ pairId, targetId: x, personId: cast['a-chair']!.id },
        tie: 'belongs',
      }),
    );
    expect(await picture('a-chair')).toMatchObject({ picture: { rows: [] }, counts: { lines: 0, gaps: 0 } });
    expect(await rowsFor('a-secretary')).toHaveLength(1);
  });

  test('a joint line is told from others; a frozen plan bears its symbol, others that they are drafts', async () => {
    await add('a-secretary');
    const [{ id: _id, ...line }] = (await all(({ tx }) => tx.select().from(planItem))) as [
      typeof planItem.$inferSelect,
    ];
    await removeRows(desk.base.ownerSql, 'plan_item');
    await all(({ tx }) => tx.insert(planItem).values({ ...line, side: null, source: 'merge' }));
    expect((await rowsFor('b-secretary'))[0]!.bars).toMatchObject([{ isJoint: true, isOwnLead: false }]);
    expect((await picture('a-chair')).picture.subtitle).toMatch(/^DỰ THẢO · /);
    const plans = (frozenSymbol: string | null) => all(({ tx }) => tx.update(yearPlan).set({ frozenSymbol }));
    await plans('12-KH/UBKTTU');
    expect((await picture('a-chair')).picture.subtitle).toMatch(/^12-KH\/UBKTTU · /);
    await plans(null);
  });
});

/** Asks for a page, and makes it from its row as the relay does. */
async function sent(key: string, what: PlanPicture, page: number, seeded = desk.one) {
  const { userId, id } = seeded.cast[key]!;
  const asked = await desk.by(
    key,
    (work, actor) => sendPlanPicture(work, actor, desk.planId, what, page),
    seeded,
  );
  if (isRefused(asked)) return asked.refused.key;
  return all(async (work) => {
    const [row] = (await work.tx.select().from(outbox).where(eq(outbox.kind, 'file'))).slice(-1);
    const claimed = { ref: row!.ref, personId: id, chatId: userId, locale: 'vi' } as Claimed<'file'>;
    const made = await composeFile({} as never, claimed, work);
    if (!('message' in made)) return made.skip;
    return { ...shown(work, made.message), file: made.file };
  });
}

test('pages go out one at a time, with buttons to the next and to the other picture', async () => {
  const { pairId } = desk.one;
  const names = Array.from({ length: 30 }, (_, n) => `Chi bộ số ${n}`);
  const rows = await all(({ tx }) =>
    tx
      .insert(target)
      .values(names.map((name, n) => ({ pairId, key: `n${n}`, name, folded: name })))
      .returning(),
  );
  await desk.add(
    'a-secretary',
    rows.map(({ id }) => planLine(desk, { targetId: id })),
  );
  const first = await sent('a-observer', 'year', 0);
  expect(first).toMatchObject({
    lines: [
      'Kế hoạch năm 2027: 30 cuộc. Chưa đối chiếu, chưa tính trùng lặp và tổ chức chưa có trong kế hoạch.',
      'Trang 1/2.',
    ],
    data: [`planpic.${desk.planId}.year.1`, `planpic.${desk.planId}.cover.0`],
    ...{ protect: true, file: { name: 'ke-hoach-2027.png', isPicture: true } },
  });
  expect(await sent('a-observer', 'year', 99)).toMatchObject({ data: [`planpic.${desk.planId}.cover.0`] });
  expect(await sent('a-observer', 'cover', 0)).toMatchObject({ file: { name: 'do-phu-2027.png' } });
  expect(await sent('a-secretary', 'year', 0, desk.two)).toBe('refused-not-found');
  await all(({ tx }) => tx.update(target).set({ toDay: '2022-01-01' }));
});

test('the coverage of An Giang: 8 of 11, 9 turns, the three left first; a planned line covers its own', async () => {
  await seedAnGiang(desk, desk.one);
  const cover = async (key: string) => {
    const planned = await desk.plan();
    return desk.by(key, async (work, actor) =>
      coverPictureFor(work, actor, planned, await visibleItems(work, actor, planned), wordsIn('vi')),
    );
  };
  const { picture: drawn, coverage } = await cover('b-chair');
  expect(coverage).toMatchObject({ covered: { part: 8, whole: 11 }, turns: 9, unnamedTurns: 0 });
  expect(drawn.rows.slice(0, 4)).toEqual([
    ...[9, 10, 11].map((n) => ({ name: `Ban Thường vụ Huyện uỷ số ${n}`, turns: [0, 0, 0, 0, 0, 0] })),
    expect.objectContaining({ turns: expect.arrayContaining([1]) }),
  ]);
  const { lines } = (await sent('b-chair', 'cover', 0)) as { lines: string[] };
  expect(lines[0]).toContain('8/11 (72,7%) tổ chức đảng được kiểm tra, giám sát; 9 lượt');
  const [left] = await all(({ tx }) => tx.select().from(target).where(eq(target.key, 'ag-8')));
  await add('a-secretary', { targetId: left!.id });
  expect((await cover('a-chair')).coverage).toMatchObject({ covered: { part: 9, whole: 11 }, turns: 10 });
  expect((await cover('b-chair')).coverage.covered.part).toBe(8);
});
