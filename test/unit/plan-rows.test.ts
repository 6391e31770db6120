import { describe, expect, test } from 'vitest';
import { fold } from '../../src/domain/fold.ts';
import { MODES } from '../../src/domain/inspection.ts';
import { KIND_KEYS } from '../../src/domain/kinds.ts';
import { readKind } from '../../src/domain/plan-kind.ts';
import type { RowContext } from '../../src/domain/plan-readers.ts';
import { type BadRow, type GoodRow, readPlanRows } from '../../src/domain/plan-rows.ts';
import { hideSecrets } from '../../src/domain/plan-secret.ts';
import { findPlanTable } from '../../src/domain/plan-table.ts';
import { type PlanTarget, targetFinder } from '../../src/domain/plan-target.ts';
import type { ReadCell, ReadSheet } from '../../src/domain/table-cells.ts';
import { say } from '../../src/locales/index.ts';

const sheet = (name: string, ...rows: (ReadCell | null)[][]): ReadSheet => ({
  name,
  rows: rows
    .map((cells, at) => ({
      row: at + 1,
      cells: new Map(cells.flatMap((cell, i) => (cell === null ? [] : [[i + 1, cell] as const]))),
    }))
    .filter(({ cells }) => cells.size > 0),
});

const bookOf = (...sheets: ReadSheet[]) => ({ sheets, areReadings: false });

const ONE = ['Chi bộ A', 'Giám sát chuyên đề', 'quý I'];

const kinds = new Map(
  KIND_KEYS.map((key) => [key, [say('vi', `kind-${key}`), say('en', `kind-${key}`)]] as const),
);

describe('columns are found by their headings', () => {
  const fieldsOf = (...headings: string[]) => {
    const table = findPlanTable(
      bookOf(
        sheet(
          'A',
          headings,
          headings.map((_, i) => `x${i}`),
        ),
      ),
    );
    return 'rows' in table ? table.rows[0]!.cells : table.missing;
  };
  test.each([
    [['Tổ chức đảng được kiểm tra, giám sát', 'Loại cuộc', 'Thời gian tiến hành']],
    [['DOI TUONG KIEM TRA', 'HINH THUC', 'THOI DIEM']],
    [['Đơn vị', 'Hình thức kiểm tra, giám sát', 'Thời gian (dự kiến)']],
    [['Target', 'Kind', 'Window']],
  ])('%j', (headings) => expect(fieldsOf(...headings)).toEqual({ target: 'x0', kind: 'x1', window: 'x2' }));

  test('the rest, in any order, and others beside them', () => {
    expect(
      fieldsOf(
        'STT',
        'Đơn vị chủ trì',
        'Từ ngày',
        'Đến ngày',
        'Nội dung',
        'Phương thức phối hợp',
        'Loại',
        'Đối tượng',
        'Ghi chú',
      ),
    ).toEqual({ lead: 'x1', from: 'x2', to: 'x3', subject: 'x4', mode: 'x5', kind: 'x6', target: 'x7' });
  });
  test('which are missing is said', () =>
    expect(fieldsOf('Đối tượng', 'Ghi chú')).toEqual(['kind', 'window']));
});

describe('of several sheets and rows', () => {
  const HEAD = ['Tổ chức đảng', 'Loại', 'Thời gian'];
  test('the sheet and the row whose headings fit; titles above, section names and repeated headings are no rows', () => {
    const table = findPlanTable(
      bookOf(
        sheet('Danh mục', ['Tổ chức đảng'], ['Chi bộ A']),
        sheet(
          'KH',
          ['KẾ HOẠCH NĂM 2027'],
          [null, ...HEAD],
          ['1', '(1)', '(2)', '(3)'],
          ['I', null],
          [null, ...ONE],
          ['x', ...HEAD],
        ),
      ),
    );
    expect(table).toMatchObject({ rows: [{ row: 5 }] });
    expect('above' in table && table.above).toContain('KẾ HOẠCH NĂM 2027');
  });
  test('of headings in two rows the finer ones count', () => {
    const table = findPlanTable(
      bookOf(sheet('KH', HEAD, ['Tổ chức đảng', 'Loại', 'Từ', 'Đến'], ['Chi bộ A', 'B', 'C', 'D'])),
    );
    expect('rows' in table && table.rows.map(({ cells }) => cells)).toEqual([
      { target: 'Chi bộ A', kind: 'B', from: 'C', to: 'D' },
    ]);
  });
});

describe('kinds by their names', () => {
  test('every name in both languages is its kind', () => {
    for (const [key, names] of kinds) for (const name of names) expect(readKind(name, kinds)).toBe(key);
  });
  test.each([
    ['gs chuyen de', 'thematic_supervision'],
    ['GSTX', 'regular_supervision'],
    ['KT chấp hành', 'compliance'],
    ['Kiểm tra DHVP', 'signs_of_violation'],
    ['kiểm tra thi hành kỷ luật đảng', 'discipline_execution'],
    ['tài chính', 'party_finance'],
    ['kiểm tra nhiệm vụ kiểm tra, giám sát', 'inspection_work'],
    ['Kiểm tra', undefined],
    ['KT, GS', undefined],
    ['GS', undefined],
    ['KT', undefined],
    ['gscd', 'thematic_supervision'],
    ['ktch', 'compliance'],
    ['xgscdx', undefined],
    [
      'Kiểm tra tổ chức đảng cấp dưới thực hiện nhiệm vụ kiểm tra, giám sát, thi hành kỷ luật đảng',
      'inspection_work',
    ],
    ['Giám sát', undefined],
    ['thăm hỏi', undefined],
  ])('%s', (written, kind) => expect(readKind(written, kinds)).toBe(kind));
});

const target = (id: number, key: string, name: string, more: Partial<PlanTarget> = {}): PlanTarget => ({
  ...{ id, key, folded: fold(name), aliases: [], endedOn: null, successorId: null },
  ...more,
});
const TARGETS = [
  target(1, 'cb-a', 'Chi bộ A, Đảng bộ X', { aliases: [fold('Chi bộ A'), fold('CB A')] }),
  target(2, 'cb-b', 'Chi bộ B, Đảng bộ X'),
  target(3, 'cb-b2', 'Chi bộ B2, Đảng bộ X'),
  target(4, 'cu', 'Đảng bộ huyện cũ', { endedOn: '2025-03-01', successorId: 2 }),
  target(5, 'cu-2', 'Đảng bộ hết', { endedOn: '2025-03-01' }),
  target(6, 'trung', 'Chi bộ Trùng'),
  target(7, 'trung-2', 'Chi bộ Trùng'),
];

describe('targets', () => {
  const find = targetFinder(TARGETS);
  test.each([
    ['by key', 'cb-b', { kind: 'one', id: 2 }],
    ['by name without accents', 'CHI BO B, dang bo x', { kind: 'one', id: 2 }],
    ['by alias', 'CB A', { kind: 'one', id: 1 }],
    ['a part of the words is asked, even of one', 'B2', { kind: 'ask', ids: [3] }],
    ['several are asked', 'Đảng bộ X', { kind: 'ask', ids: [1, 2, 3] }],
    ['without what is above it', 'chi bộ b', { kind: 'one', id: 2 }],
    ['with another above it than is known it is asked', 'Chi bộ B, Đảng bộ Y', { kind: 'ask', ids: [2] }],
    ['two in one cell are several', '- Chi bộ A, Đảng bộ X - CB B', { kind: 'several', ids: [1, 2] }],
    ['a name that two bear is asked', 'Chi bộ Trùng', { kind: 'ask', ids: [6, 7] }],
    ['a slip of the pen is asked', 'Chi bộ Trùgn', { kind: 'ask', ids: [6, 7] }],
    ['an ended one leads to its successor, as a question', 'cu', { kind: 'ask', ids: [2] }],
    ['an ended one without a successor', 'Đảng bộ hết', { kind: 'ended', id: 5 }],
    ['nothing like it', 'Sở Y tế', { kind: 'none' }],
  ])('%s', (_, written, expected) => expect(find(written)).toEqual(expected));
});

const context: RowContext = {
  year: 2027,
  ownSide: 'a',
  kinds,
  sides: { a: ['UBKT ĐU CAT'], b: ['UBKT Tỉnh uỷ', 'Uỷ ban Kiểm tra Tỉnh uỷ X'] },
  modes: new Map(MODES.map((key) => [key, [say('vi', `mode-${key}`)]] as const)),
  findTarget: targetFinder(TARGETS),
};

/** target, kind, window, subject, lead, mode. */
function rowOf(...cells: (ReadCell | null)[]): GoodRow | BadRow {
  const heads = ['Đối tượng', 'Loại', 'Thời gian', 'Nội dung', 'Chủ trì', 'Phương thức', 'Ghi chú'];
  const table = findPlanTable(bookOf(sheet('KH', heads, cells)));
  if (!('rows' in table)) throw new Error('no headings');
  return readPlanRows(hideSecrets(table.rows.map(({ sheet: _, ...row }) => row)), context)[0]!;
}

const whysOf = (...cells: (ReadCell | null)[]) => {
  const row = rowOf(...cells);
  return 'faults' in row ? row.faults.map(({ why }) => why) : 'good';
};

describe('a row', () => {
  test('says target, kind, window, subject, lead and mode', () => {
    expect(
      rowOf('Chi bộ A', 'GSCĐ', { day: '2027-03-01' }, 'Việc học tập', 'ubkt tinh uy', 'cử cán bộ'),
    ).toEqual({
      ...{ written: 'Chi bộ A · GSCĐ · 01/03/2027 · ubkt tinh uy', doubts: [] },
      ...{ row: 2, targetId: 1, kind: 'thematic_supervision', subject: 'Việc học tập', dropped: false },
      ...{ leadSide: 'b', mode: 'second_staff', windowFrom: '2027-03-01', windowTo: '2027-03-02' },
    });
  });
  test('with "UBKT tỉnh" as lead asks who that is: Công an tỉnh is not meant by it', () =>
    expect(rowOf(...ONE, null, 'UBKT tỉnh')).toMatchObject({
      leadSide: null,
      doubts: [{ what: 'lead', written: 'UBKT tỉnh' }],
    }));
  test('with no lead and mode: its own side leads, the other coordinates', () =>
    expect(rowOf(...ONE)).toMatchObject({ leadSide: 'a', mode: 'coordinate', subject: null }));
  test('of a sensitive kind bears no text: what stood there is dropped (C4)', () =>
    expect(rowOf('Chi bộ A', 'Giải quyết khiếu nại kỷ luật', 'quý I', 'Đơn số 5')).toMatchObject({
      subject: null,
      dropped: true,
    }));
  test('with only a part of a name keeps the question', () =>
    expect(rowOf('b2', 'GSCĐ', 'quý I')).toMatchObject({
      targetId: null,
      doubts: [{ what: 'target', written: 'b2', ids: [3] }],
    }));
  test('bad in several ways gives every reason', () => {
    expect(whysOf('Sở Y tế', 'thăm hỏi', '31/2', null, 'Sở Y tế', 'tuỳ')).toEqual([
      ...['target-unknown', 'kind-unknown', 'no-such-date', 'lead-unknown', 'mode-unknown'],
    ]);
    expect(whysOf('Chi bộ A')).toEqual(['no-kind', 'no-window']);
    expect(whysOf('Chi bộ A', 'GSCĐ', { bad: 'formula' })).toEqual(['formula']);
    expect(whysOf('Chi bộ A', 'GSCĐ', 'quý I', 'x'.repeat(1_001))).toEqual(['subject-long']);
  });
  test.each([
    ['a mark', 'TỐI MẬT'],
    ['an accusation', 'đồng chí Nguyễn Văn Mẫu có hành vi tham ô'],
    ['an identity number', 'CCCD 001099000001'],
  ])('that bears %s anywhere is refused, and nothing of its text is given (C3)', (_, words) => {
    expect(rowOf('Sở', 'x', 'y', words)).toEqual({ row: 2, faults: [{ why: 'secret' }] });
    expect(rowOf(...ONE, null, null, null, words)).toEqual({ row: 2, faults: [{ why: 'secret' }] });
  });
});

test('of many rows exactly those that bear something are refused, wherever they stand', () => {
  const secret = new Set([3, 50, 51, 52, 101, 119]);
  const rows = Array.from({ length: 120 }, (_, at) => ({
    row: at + 1,
    cells: { target: 'Chi bộ A', kind: 'GSCĐ', window: 'quý I' },
    sections: [],
    words: [
      'Chi bộ A',
      'GSCĐ',
      secret.has(at + 1) ? 'đồng chí Nguyễn Văn Mẫu có hành vi tham ô' : 'Việc',
    ].join('\n'),
  }));
  const refused = readPlanRows(hideSecrets(rows), context).filter((row) => 'faults' in row);
  expect(refused.map(({ row }) => row)).toEqual([...secret]);
});
