import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askPeriod, askReport } from '../../src/usecases/report/ask-report.ts';
import type { Section } from '../../src/usecases/report/report-lines.ts';
import { SECTIONS } from '../../src/usecases/report/report-lines.ts';
import { readReport } from '../../src/usecases/report/report-message.ts';
import type { ChangeDesk } from '../support/change-desk.ts';
import { formHand } from '../support/form-hand.ts';
import { seedAnGiang } from '../support/seed-an-giang.ts';
import { agreedInspection } from '../support/seed-inspection.ts';
import { openViewDesk, type Shown, shown, type ViewDesk } from '../support/view-desk.ts';

let desk: ViewDesk;

beforeAll(async () => {
  desk = await openViewDesk();
  await seedAnGiang(desk, desk.one);
}, 60_000);
afterAll(() => desk.base.close());

const saysTerm = (plan: { termFrom?: string; termTo?: string }) =>
  desk.base
    .ownerSql`update pair set policy = jsonb_set(policy, '{plan}', ${desk.base.ownerSql.json(plan)}) where id = ${desk.one.pairId}`;

const TERM = { from: '2022-06-01', to: '2026-01-01' };

const read = (key: string, section: Section, choice = desk.one.pairId, period = TERM): Promise<Shown> =>
  desk.as(desk.one.cast[key]!.userId, async (work, actor) =>
    shown(work, await readReport(work, actor, choice, period, SECTIONS.indexOf(section))),
  );

const ask = (key: string, typed: string): Promise<Shown> =>
  desk.as(desk.one.cast[key]!.userId, async (work, actor) =>
    shown(work, await askReport(work, actor, typed)),
  );

describe('An Giang comes out right', () => {
  test('eight of eleven committees, nine turns, and the three that are left by name', async () => {
    const { text, protect } = await read('a-chair', 'coverage');
    expect(text).toContain('Đã được kiểm tra, giám sát: 8/11 (72,7%) tổ chức đảng, 9 lượt');
    expect(text).toContain(
      'Chưa được kiểm tra, giám sát (3): Ban Thường vụ Huyện uỷ số 10; Ban Thường vụ Huyện uỷ số 11; Ban Thường vụ Huyện uỷ số 9',
    );
    expect(protect).toBe(true);
  });

  test('ten organisations and 46 members stand apart from the inspections, and the corrected entry is not counted', async () => {
    const { text } = await read('a-secretary', 'outcomes');
    expect(text).toContain('Kết quả các cuộc phối hợp: 0 tổ chức đảng bị kỷ luật');
    expect(text).toContain(
      'Ngoài các cuộc phối hợp (không phải kết quả của các cuộc này): 10 tổ chức đảng bị kỷ luật (khiển trách 10, cảnh cáo 0, giải tán 0)',
    );
    expect(text).toContain('46 đảng viên bị kỷ luật (khiển trách 30, cảnh cáo 15, cách chức 0, khai trừ 1)');
  });

  test('an entry of a longer period than the report is in no sum, and said to be so', async () => {
    const { text } = await read('a-secretary', 'outcomes', desk.one.pairId, {
      from: '2023-01-01',
      to: '2024-01-01',
    });
    expect(text).toContain('0 tổ chức đảng bị kỷ luật (khiển trách 0');
    expect(text).toContain('1 mục có thời gian vượt ra ngoài kỳ báo cáo');
  });

  test('typed in one line it is the same report, in English with a point', async () => {
    const { lines, labels } = await ask('a-chair', '01/6/2022 - 31/12/2025');
    expect(lines[0]).toBe('Công an tỉnh – Tỉnh uỷ p1 · 01/06/2022 – 31/12/2025');
    expect(lines).toContain('Tổ chức đảng được kiểm tra, giám sát: 8/11 (72,7%), 9 lượt');
    expect(labels).toContain('Xem tiếp: Đề xuất');
    const english = await desk.as(desk.one.cast['a-chair']!.userId, async (work, actor) =>
      readReport(work, { ...actor, locale: 'en' }, desk.one.pairId, TERM, 3),
    );
    expect(JSON.stringify(english)).toContain('8/11 (72.7%)');
  });
});

describe('days that may mean several things', () => {
  test('in one line or step by step, each reading is a button that opens the report', async () => {
    const asked = await ask('a-chair', '4-5/2026');
    expect(asked.labels).toEqual(['tháng 4-5/2026', 'thứ Hai 04/05/2026']);
    expect(asked.data[0]).toMatch(/^bc\.s\./);
    const by: ChangeDesk['by'] = (key, fn, seeded = desk.one) => desk.as(seeded.cast[key]!.userId, fn);
    const hand = formHand({ by }, 'a-chair');
    await hand.open((work, actor) => askPeriod(work, actor, desk.one.pairId));
    expect((await hand.type('4-5/2026')).lines[0]).toContain('hiểu được nhiều cách');
    expect((await hand.tap('tháng 4-5/2026')).lines[0]).toContain('tháng 4-5/2026');
  });
});

describe('what a reader may know', () => {
  test('a kind that bears no text is counted and names no target', async () => {
    await agreedInspection(desk.office, desk.two, {
      ...{ kind: 'denunciation', subject: null, state: 'concluded', code: 'PH-S' },
      ...{ windowFrom: '2025-03-03', windowTo: '2025-03-08' },
    });
    const as = desk.two.cast['b-chair']!.userId;
    const [coverage, cases] = await Promise.all(
      (['coverage', 'cases'] as const).map((section) =>
        desk.as(as, async (work, actor) =>
          shown(work, await readReport(work, actor, desk.two.pairId, TERM, SECTIONS.indexOf(section))),
        ),
      ),
    );
    expect(coverage!.text).toContain('0/2 (0%) tổ chức đảng, 0 lượt');
    expect(coverage!.text).toContain('Ngoài ra 1 lượt thuộc loại cuộc không nêu tên');
    expect(cases!.text).toContain('Giải quyết tố cáo 1');
  });

  test('members are counted apart: what was of members alone covers no organisation', async () => {
    await agreedInspection(desk.office, desk.two, {
      ...{ memberCount: 3, isOfMembers: true, state: 'concluded', code: 'PH-M' },
      ...{ windowFrom: '2025-03-10', windowTo: '2025-03-15' },
    });
    const { text } = await desk.as(desk.two.cast['b-chair']!.userId, async (work, actor) =>
      shown(work, await readReport(work, actor, desk.two.pairId, TERM, SECTIONS.indexOf('coverage'))),
    );
    expect(text).toContain('0/2 (0%) tổ chức đảng, 0 lượt');
    expect(text).toContain('Đảng viên được kiểm tra, giám sát: 3 đồng chí');
  });

  test('who belongs to a target sees neither its name nor its figures', async () => {
    const vice = desk.one.cast['a-vice']!;
    const [row] = await desk.base.ownerSql`select id from target where name = 'Ban Thường vụ Huyện uỷ số 9'`;
    await desk.base.ownerSql`insert into target_person (pair_id, target_id, person_id, tie)
      values (${desk.one.pairId}, ${row!.id}, ${vice.id}, 'belongs')`;
    const { text } = await read('a-vice', 'coverage');
    expect(text).toContain('8/10 (80%)');
    expect(text).toContain('Chưa tính 1 tổ chức mà đồng chí thuộc về.');
    expect(text).not.toContain('số 9');
  });

  test('members and observers are refused, another pair does not exist', async () => {
    expect((await ask('a-member', 'năm 2025')).text).toContain('Vai trò của đồng chí không thực hiện được');
    expect((await read('a-observer', 'overview')).text).toContain(
      'Vai trò của đồng chí không thực hiện được',
    );
    expect((await read('a-chair', 'overview', desk.two.pairId)).text).toContain('Không tìm thấy');
  });
});

describe('the question of the period', () => {
  test('buttons for the usual ones, and words', async () => {
    const { labels } = await ask('b-secretary', '');
    expect(labels).toEqual(
      expect.arrayContaining([
        ...['Tháng 11/2026', 'Quý IV/2026', '6 tháng đầu năm 2026', '9 tháng đầu năm 2026'],
        ...['Năm 2026', 'Năm 2025'],
      ]),
    );
  });

  test('what is not understood is named whole, with a line that works', async () => {
    const { text } = await ask('b-secretary', 'quý V của năm ngoái');
    expect(text).toContain('Chưa hiểu kỳ báo cáo “quý V của năm ngoái”');
    expect(text).toContain('Ví dụ đúng: /baocao 9 tháng đầu năm 2026');
    expect((await ask('b-secretary', '9 tháng đầu năm 2026')).lines[0]).toBe(
      'Công an tỉnh – Tỉnh uỷ p1 · 9 tháng đầu năm 2026',
    );
  });

  test('a period that has not ended is said to have figures so far', async () => {
    expect((await ask('b-secretary', 'năm 2026')).lines[0]).toMatch(
      /· năm 2026 \(số liệu đến 23\/11\/2026\)$/,
    );
    expect((await ask('b-secretary', 'quý III')).lines[0]).toMatch(/· quý III\/2026$/);
  });

  test('of a term that nobody has said it is told what to do; said, it is offered and read', async () => {
    const asked = await ask('a-secretary', '');
    expect(asked.text).toContain(
      'Chưa có ngày đầu nhiệm kỳ nên chưa có báo cáo nhiệm kỳ: đề nghị người quản trị',
    );
    expect(asked.labels.filter((label) => label.includes('Nhiệm kỳ'))).toEqual([]);
    expect((await ask('a-secretary', 'nhiệm kỳ')).text).toContain(
      'Ví dụ đúng: /baocao 01/10/2025 - 30/9/2026',
    );
    await saysTerm({ termFrom: '2025-10-01' });
    expect((await ask('a-secretary', '')).labels).toContain('Nhiệm kỳ đến nay');
    expect((await ask('a-secretary', 'từ đầu nhiệm kỳ')).lines[0]).toContain('01/10/2025 – 23/11/2026');
    await saysTerm({ termFrom: '2025-10-01', termTo: '2030-09-30' });
    const known = await ask('a-secretary', '');
    expect(known.labels).toContain('Nhiệm kỳ 2025 - 2030');
    expect(known.text).not.toContain('Chưa có ngày đầu nhiệm kỳ');
    expect((await ask('a-secretary', 'tổng kết nhiệm kỳ')).lines[0]).toContain(
      'nhiệm kỳ 2025 - 2030 (số liệu đến 23/11/2026)',
    );
    await saysTerm({});
  });
});

test('every part stays within seven lines and its labels within 24 characters', async () => {
  for (const section of SECTIONS) {
    const { lines, labels } = await read('a-secretary', section);
    expect(lines.length, section).toBeLessThanOrEqual(7);
    expect(labels.filter((label) => label.length > 24)).toEqual([]);
  }
});
