import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { planItem, yearPlan, yearPlanSide } from '../../db/schema/index.ts';
import { readBytes } from '../../src/sheets/read-bytes.ts';
import { composeFile } from '../../src/usecases/compose/file.ts';
import type { Claimed } from '../../src/usecases/outbox/claim.ts';
import { readDocx } from '../support/read-docx.ts';
import { removeRows } from '../support/remove-rows.ts';
import { shown } from '../support/view-desk.ts';
import { openYearPlanDesk, planLine, type YearPlanDesk } from '../support/year-plan-desk.ts';

let desk: YearPlanDesk;
beforeAll(async () => {
  desk = await openYearPlanDesk();
});
afterAll(() => desk.base.close());

const all = <T>(fn: Parameters<typeof desk.office.work<T>>[1]) => desk.office.work({ pairs: 'all' }, fn);
beforeEach(async () => {
  await removeRows(desk.base.ownerSql, 'plan_item');
  await all(async ({ tx }) => {
    await tx.update(yearPlan).set({ state: 'drafting', frozenSymbol: null, frozenDay: null });
    await tx.update(yearPlanSide).set({ exchangedAt: null });
  });
});

const Y = 'Chi bộ Y, Đảng bộ Công an tỉnh';
const Z = 'Chi bộ Z, Đảng bộ Công an tỉnh';
const exchange = () =>
  all(({ tx, now }) => tx.update(yearPlanSide).set({ exchangedAt: now.minus({ minutes: 2 }) }));
const become = (set: Partial<typeof yearPlan.$inferInsert>) =>
  all(({ tx }) => tx.update(yearPlan).set(set).where(eq(yearPlan.id, desk.planId)));

/** Makes the annex from its row as the relay does: its caption, and what stands under the heading, a line of words a row. */
async function annex(key: string, as: 'docx' | 'xlsx' = 'xlsx') {
  const { userId, id } = desk.one.cast[key]!;
  const ref = { make: `plan-annex-${as}`, planId: desk.planId };
  const row = { ref, pairId: desk.one.pairId, personId: id, chatId: userId, locale: 'vi' };
  return all(async (work) => {
    const made = await composeFile({} as never, row as unknown as Claimed<'file'>, work);
    if (!('file' in made)) throw new Error(JSON.stringify(made));
    const file = made.file!;
    const words = as === 'docx' ? readDocx(file.bytes).lines : await rowsOf(file.bytes);
    return { ...shown(work, made.message), name: file.name, words };
  });
}

async function rowsOf(bytes: Uint8Array): Promise<string[]> {
  const read = await readBytes(bytes);
  if (!('sheets' in read)) throw new Error('not read');
  return read.sheets[0]!.rows.map(({ cells }) => [...new Set(cells.values())].join(' | '));
}

describe('the annex of a plan', () => {
  test('of a part that is drafted holds that part alone, also when the other side’s has crossed (R4)', async () => {
    await desk.add('a-secretary', [planLine(desk)]);
    await desk.add('b-secretary', [planLine(desk, { targetId: desk.one.targets.z!, leadSide: 'b' })]);
    for (const crossed of [false, true]) {
      if (crossed) await exchange();
      const { lines, words, name } = await annex('a-secretary');
      expect(lines).toEqual([
        'Phụ lục kế hoạch năm 2027: 1 cuộc. Dự thảo, không thay thế văn bản.',
        'Chỉ gồm phần của Uỷ ban ta.',
      ]);
      expect(name).toBe('phu-luc-ke-hoach-2027.xlsx');
      expect(words.join('\n')).toContain(Y);
      expect(words.join('\n')).not.toContain(Z);
    }
  });

  test('of a plan that is compared holds both parts and what both do, and of a frozen one its document', async () => {
    await desk.add('a-secretary', [planLine(desk)]);
    await desk.add('b-secretary', [planLine(desk, { targetId: desk.one.targets.z!, leadSide: 'b' })]);
    const [{ id: _id, ...line }] = (await all(({ tx }) => tx.select().from(planItem).limit(1))) as [
      typeof planItem.$inferSelect,
    ];
    await all(({ tx }) =>
      tx.insert(planItem).values({ ...line, side: null, source: 'merge', windowTo: '2027-04-01' }),
    );
    await exchange();
    await become({ state: 'frozen', frozenSymbol: '12-KH/UBKTTU', frozenDay: '2027-01-11' });
    for (const [key, as] of [
      ['b-observer', 'docx'],
      ['a-chair', 'xlsx'],
    ] as const) {
      const { lines, words } = await annex(key, as);
      expect(lines).toEqual(['Phụ lục kế hoạch năm 2027: 3 cuộc. Dự thảo, không thay thế văn bản.']);
      const whole = words.join('\n');
      expect(whole).toContain('(Kèm theo Kế hoạch số 12-KH/UBKTTU, ngày 11/01/2027)');
      for (const one of [Y, Z, 'Hai bên cùng làm']) expect(whole).toContain(one);
    }
  });

  test('names no organisation of a sensitive kind, not even to whoever may read it in the chat (C4)', async () => {
    await desk.add('a-secretary', [planLine(desk, { kind: 'signs_of_violation', subject: null })]);
    for (const as of ['docx', 'xlsx'] as const) {
      const { lines, words } = await annex('a-secretary', as);
      expect(lines.at(-1)).toBe('1 cuộc không nêu tên tổ chức đảng.');
      expect(words.join('\n')).not.toContain(Y);
      expect(words.join('\n')).toContain('(không nêu)');
    }
  });

  test('is in Vietnamese for whoever reads English', async () => {
    await desk.add('a-secretary', [planLine(desk, { windowFrom: '2027-04-01', windowTo: '2027-07-01' })]);
    const { words } = await annex('a-secretary', 'docx');
    expect(words).toContain('Quý II/2027');
  });
});
