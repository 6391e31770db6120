import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { form, planItem, target, targetAlias, targetPerson, yearPlan } from '../../db/schema/index.ts';
import { fold } from '../../src/domain/fold.ts';
import { findPlanTable } from '../../src/domain/plan-table.ts';
import { readBytes } from '../../src/sheets/read-bytes.ts';
import { composeFile } from '../../src/usecases/compose/file.ts';
import { tapForm } from '../../src/usecases/form/run-form.ts';
import type { Claimed } from '../../src/usecases/outbox/claim.ts';
import { choosePlanFile, sendPlanFile } from '../../src/usecases/plan/send-plan-file.ts';
import { isRefused } from '../../src/usecases/said.ts';
import { planFileHand } from '../support/plan-file-hand.ts';
import { removeRows } from '../support/remove-rows.ts';
import { type Shown, shown } from '../support/view-desk.ts';
import { openYearPlanDesk, planLine, type YearPlanDesk } from '../support/year-plan-desk.ts';

let desk: YearPlanDesk;
const more: Record<string, number> = {};
beforeAll(async () => {
  desk = await openYearPlanDesk();
  const { pairId } = desk.one;
  for (const [key, name, toDay] of [
    ['z2', 'Chi bộ Z2, Đảng bộ Công an tỉnh', null],
    ['shut', 'Chi bộ Riêng', null],
    ['old', 'Chi bộ Cũ', '2027-06-01'],
  ] as const) {
    const [row] = await all(({ tx }) =>
      tx
        .insert(target)
        .values({ pairId, key, name, folded: fold(name), toDay })
        .returning(),
    );
    more[key] = row!.id;
  }
  const personId = desk.one.cast['a-secretary']!.id;
  await all(async ({ tx }) => {
    await tx.insert(targetPerson).values({ pairId, targetId: more.shut!, personId, tie: 'belongs' });
    await tx
      .insert(targetAlias)
      .values({ pairId, targetId: desk.one.targets.y!, alias: 'CB Y', folded: 'cb y' });
  });
});
afterAll(() => desk.base.close());

const all = <T>(fn: Parameters<typeof desk.office.work<T>>[1]) => desk.office.work({ pairs: 'all' }, fn);
beforeEach(async () => {
  await removeRows(desk.base.ownerSql, 'plan_item');
  await all(async ({ tx }) => {
    await tx.delete(form);
    await tx.update(yearPlan).set({ state: 'drafting' });
  });
});

const csv = (...rows: string[]): Uint8Array =>
  Buffer.from(['Tổ chức đảng;Loại;Thời gian;Nội dung', ...rows].join('\n'));

const hand = (key = 'a-secretary') => planFileHand(desk, key);

const stored = () => all(({ tx }) => tx.select().from(planItem).orderBy(planItem.id));

async function imported(...rows: string[]): Promise<Shown> {
  const secretary = hand();
  await secretary.open();
  return secretary.send(csv(...rows));
}

describe('a file into one’s own draft', () => {
  test('good rows are shown, bad ones named with their reasons, and nothing is stored before the button', async () => {
    const secretary = hand();
    expect((await secretary.open()).text).toContain('gửi tệp .xlsx hoặc .csv của kế hoạch năm 2027');
    const preview = await secretary.send(
      csv('CB Y;GS chuyên đề;quý I;Việc học tập', 'y;KT chấp hành;31/2;x', 'Sở Y tế;thăm hỏi;tháng 3;'),
    );
    expect(preview.lines).toEqual([
      'Kế hoạch năm 2027: 1 dòng ghi được, 2 dòng chưa ghi được. Chưa lưu gì.',
      'Dòng 2: “CB Y · GS chuyên đề · quý I”',
      '→ Chi bộ Y, Đảng bộ Công an tỉnh · Giám sát chuyên đề · quý I/2027 · chủ trì: UBKT ĐU Công an p1',
      'Dòng 3: không có ngày “31/2”',
      'Dòng 4: không rõ tổ chức “Sở Y tế”; không rõ loại “thăm hỏi”',
    ]);
    expect(preview.protect).toBe(true);
    expect(await stored()).toEqual([]);
    expect((await secretary.tap('Ghi 1 dòng')).text).toContain('Đã ghi 1 dòng vào kế hoạch năm 2027');
    expect(await stored()).toMatchObject([
      {
        ...{ side: 'a', targetId: desk.one.targets.y, kind: 'thematic_supervision', subject: 'Việc học tập' },
        ...{ windowFrom: '2027-01-01', windowTo: '2027-04-01', source: 'file', leadSide: 'a' },
      },
    ]);
    const [left] = await all(({ tx }) => tx.select().from(form));
    expect(left).toMatchObject({ state: 'done', data: {} });
  });

  test('the same rows again double nothing, and neither does a row that stands twice in a file', async () => {
    const rows = ['y;KT chấp hành;tháng 3;a', 'z;KT chấp hành;tháng 3;a', 'y;KT chấp hành;tháng 3;b'];
    const first = hand();
    await first.open();
    expect((await first.send(csv(...rows))).text).toContain('1 dòng đã có trong kế hoạch hoặc lặp lại');
    await first.tap('Ghi 2 dòng');
    const again = await imported(...rows);
    expect(again.text).toContain('0 dòng ghi được');
    expect(again.text).toContain('3 dòng đã có trong kế hoạch');
    expect(again.labels.join()).not.toContain('Ghi');
    expect(await stored()).toHaveLength(2);
  });

  test('a part of a name is asked, once for all rows that say it; the rows of an unanswered one stay out', async () => {
    const secretary = hand();
    await secretary.open();
    const which = await secretary.send(
      csv(
        'Đảng bộ Công an tỉnh;GSCĐ;quý I;',
        'Đảng bộ Công an tỉnh;GSCĐ;quý II;',
        'bo z, cong an;GSCĐ;quý I;',
      ),
    );
    expect(which.lines).toEqual([
      'Dòng 2, 3: “Đảng bộ Công an tỉnh” là tổ chức nào? (còn 2 câu hỏi)',
      '1. Chi bộ Y, Đảng bộ Công an tỉnh',
      '2. Chi bộ Z, Đảng bộ Công an tỉnh',
      '3. Chi bộ Z2, Đảng bộ Công an tỉnh',
    ]);
    expect((await secretary.tap('Chọn số 2')).lines[0]).toContain('Dòng 4: “bo z, cong an”');
    const preview = await secretary.tap('Bỏ các dòng này');
    expect(preview.text).toContain('Dòng 4: không rõ tổ chức “bo z, cong an”');
    await secretary.tap('Ghi 2 dòng');
    expect((await stored()).map((row) => row.targetId)).toEqual([desk.one.targets.z, desk.one.targets.z]);
  });

  test('a candidate that was not offered is not taken', async () => {
    const secretary = hand();
    await secretary.open();
    const which = await secretary.send(csv('bo z, cong an;GSCĐ;quý I;'));
    const [, id] = which.data[0]!.split('.');
    const forged = await desk.by('a-secretary', (work, actor) =>
      tapForm(work, actor, Number(id), 'target', String(desk.one.targets.y)),
    );
    expect('message' in forged && forged.message.lines[0]!.key).toBe('form-choose');
  });

  test('a sensitive kind bears no text and no name (C4); the reader is told', async () => {
    const secretary = hand();
    await secretary.open();
    const preview = await secretary.send(csv('y;Giải quyết khiếu nại kỷ luật;quý I;Đơn số 5'));
    expect(preview.lines[1]).toBe('1 dòng thuộc loại không mang nội dung: cột nội dung đã bỏ.');
    expect(preview.lines[2]).not.toContain('Chi bộ Y');
    await secretary.tap('Ghi 1 dòng');
    expect(await stored()).toMatchObject([{ subject: null, kind: 'discipline_complaint' }]);
  });

  test('a row with a mark, an accusation or an identity number is named without its text, which is kept nowhere (C3)', async () => {
    const secretary = hand();
    await secretary.open();
    const preview = await secretary.send(csv('y;GSCĐ;quý I;CCCD 001099000001', 'y;GSCĐ;quý II;'));
    expect(preview.text).toContain('Dòng 2: có dấu hiệu mật, tố cáo hoặc số định danh');
    expect(preview.text).not.toContain('001099000001');
    expect(secretary.isSecret()).toBe(true);
    expect(JSON.stringify(await all(({ tx }) => tx.select().from(form)))).not.toContain('001099000001');
  });

  test('a mark above the headings refuses the file as a whole', async () => {
    const secretary = hand();
    await secretary.open();
    const refused = await secretary.send(Buffer.from('TỐI MẬT;\nTổ chức đảng;Loại;Thời gian\ny;GSCĐ;quý I'));
    expect(refused.text).toContain('chưa được lưu');
    expect(secretary.isSecret()).toBe(true);
    expect(JSON.stringify(await all(({ tx }) => tx.select().from(form)))).not.toContain('GSCĐ');
  });

  test('organisations that end in the window, or that the reader belongs to, are none to choose', async () => {
    const preview = await imported(
      'Chi bộ Cũ;GSCĐ;quý III;',
      'Chi bộ Cũ;GSCĐ;quý I;',
      'Chi bộ Riêng;GSCĐ;quý I;',
    );
    expect(preview.text).toContain('Dòng 2: “Chi bộ Cũ” kết thúc hoạt động trước khi hết thời gian này');
    expect(preview.text).toContain('Dòng 4: không rõ tổ chức “Chi bộ Riêng”');
    expect(preview.lines[0]).toContain('1 dòng ghi được');
  });

  test('bad rows are read by pages, within seven lines', async () => {
    const secretary = hand();
    await secretary.open();
    await secretary.send(
      csv('y;GSCĐ;quý I;', ...Array.from({ length: 9 }, (_, i) => `Không ${i};GSCĐ;quý I;`)),
    );
    const first = await secretary.tap('Xem 9 dòng lỗi');
    expect(first.lines).toHaveLength(7);
    expect(first.lines[1]).toBe('Dòng 3: không rõ tổ chức “Không 0”');
    const second = await secretary.tap('Trang sau 2/2');
    expect(second.lines.slice(1).map((line) => line.slice(0, 8))).toEqual([
      'Dòng 9: ',
      'Dòng 10:',
      'Dòng 11:',
    ]);
    expect((await secretary.tap('Quay lại')).labels).toContain('Ghi 1 dòng');
  });

  test('2,001 rows are refused with their number; so is a file without the columns, which are named', async () => {
    const many = await imported(...Array.from({ length: 2_001 }, () => 'y;GSCĐ;quý I;'));
    expect(many.lines[0]).toBe(
      'Tệp có 2001 dòng; tối đa 2.000. Đề nghị tách tệp hoặc xoá dòng thừa rồi gửi lại.',
    );
    const secretary = hand();
    await secretary.open();
    const without = await secretary.send(Buffer.from('Tổ chức đảng;Ghi chú\ny;z'));
    expect(without.lines[0]).toContain('Không tìm thấy cột: loại; thời gian.');
    expect(without.labels).toContain('Tải mẫu');
  });

  test.each(['too-big', 'wrong-kind', 'not-fetched'] as const)(
    'a file that is %s keeps the form open',
    async (fault) => {
      const secretary = hand();
      await secretary.open();
      const said = await secretary.send({ fault });
      expect(said.labels).toContain('Tải mẫu');
      expect((await secretary.send(csv('y;GSCĐ;quý I;'))).labels).toContain('Ghi 1 dòng');
    },
  );

  test('only a đầu mối imports, only into a draft, and what crossed meanwhile is locked', async () => {
    expect((await hand('a-chair').open()).text).toContain('không');
    const secretary = hand();
    await secretary.open();
    await secretary.send(csv('y;GSCĐ;quý I;'));
    await all(({ tx }) =>
      tx.update(yearPlan).set({ state: 'comparing' }).where(eq(yearPlan.id, desk.planId)),
    );
    expect((await secretary.tap('Ghi 1 dòng')).text).toContain('đã gửi');
    expect(await stored()).toEqual([]);
  });
});

/** Makes a file from its row as the relay does. */
async function made(key: string, make: string): Promise<Uint8Array | undefined> {
  const { userId, id } = desk.one.cast[key]!;
  const row = { ref: { make, planId: desk.planId }, pairId: desk.one.pairId, personId: id, chatId: userId };
  const composed = await all((work) => composeFile({} as never, row as unknown as Claimed<'file'>, work));
  return 'file' in composed ? composed.file!.bytes : undefined;
}

async function rowsOf(bytes: Uint8Array) {
  const read = await readBytes(bytes);
  const table = 'sheets' in read ? findPlanTable(read) : { missing: [] };
  return 'rows' in table ? table.rows.map(({ cells }) => cells) : table.missing;
}

describe('files out of a plan', () => {
  test('the template has the columns and no line; it can be sent back', async () => {
    expect(await rowsOf((await made('a-secretary', 'plan-template'))!)).toEqual([]);
    expect(await made('a-chair', 'plan-template')).toBeUndefined();
  });

  test('what is exported can be imported again, and says the same', async () => {
    const line = (given: Parameters<typeof planLine>[1]) => planLine(desk, given);
    await desk.add('a-secretary', [
      line({}),
      line({ kind: 'denunciation', subject: null, windowFrom: '2027-04-01', windowTo: '2027-07-01' }),
      line({ targetId: desk.one.targets.z!, leadSide: 'b', mode: 'second_staff', subject: null }),
    ]);
    const before = await stored();
    const bytes = (await made('a-secretary', 'plan-xlsx'))!;
    expect((await rowsOf(bytes))[0]).toMatchObject({
      from: { day: '2027-03-08' },
      to: { day: '2027-03-12' },
    });
    const again = hand();
    await again.open();
    expect((await again.send(bytes)).text).toContain('3 dòng đã có trong kế hoạch');
    await removeRows(desk.base.ownerSql, 'plan_item');
    const afresh = hand();
    await afresh.open();
    await afresh.send(bytes);
    await afresh.tap('Ghi 3 dòng');
    const meant = (rows: typeof before) =>
      rows
        .map(({ targetId, kind, subject, leadSide, mode, windowFrom, windowTo }) =>
          JSON.stringify([targetId, kind, subject, leadSide, mode, windowFrom, windowTo]),
        )
        .sort();
    expect(meant(await stored())).toEqual(meant(before));
  });

  test('holds nothing of the other side before it exchanged (R4), and no name of a sensitive kind for others (C4)', async () => {
    const line = planLine(desk, { targetId: desk.one.targets.z!, kind: 'denunciation', subject: null });
    await desk.add('b-secretary', [line]);
    expect(await rowsOf((await made('a-secretary', 'plan-xlsx'))!)).toEqual([]);
    const [row] = (await rowsOf((await made('b-member', 'plan-xlsx'))!)) as { target: string }[];
    expect(row!.target).toBe('(không nêu)');
  });

  test('whoever exports is asked which file: the annex to be printed, or the table to be read in again', async () => {
    const asked = await desk.by('b-observer', async (work, actor) =>
      shown(work, await choosePlanFile(work, actor, desk.planId)),
    );
    expect(asked.lines[0]).toBe('Xuất kế hoạch năm 2027. Đồng chí chọn tệp nào?');
    expect(asked.labels).toEqual([
      ...['Tải phụ lục Word', 'Tải phụ lục Excel', 'Tải bảng để nhập lại', 'Xem kế hoạch'],
    ]);
    const kinds = ['docx', 'xlsx', 'table'].map((as) => `planout.${desk.planId}.${as}`);
    expect(asked.data).toEqual([...kinds, `plan.show.${desk.planId}`]);
    expect(asked.protect).toBe(true);
  });

  test('is sent to those who read the plan alone', async () => {
    const asked = (key: string, seeded = desk.one) =>
      desk.by(
        key,
        async (work, actor) => {
          const refused = await sendPlanFile(work, actor, desk.planId, 'table');
          return refused && isRefused(refused) ? refused.refused.key : 'sent';
        },
        seeded,
      );
    expect(await asked('b-observer')).toBe('sent');
    expect(await asked('a-secretary', desk.two)).toBe('refused-not-found');
  });
});
