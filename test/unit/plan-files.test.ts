import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type BadRow, type GoodRow, readPlanRows } from '../../src/domain/plan-rows.ts';
import { readPlan } from '../../src/sheets/read-plan.ts';
import { EXAMPLE_TARGETS, exampleContext } from '../support/example-targets.ts';

const FOLDER = 'test/fixtures/plan-files';
const said = (name: string) => readPlan(readFileSync(`${FOLDER}/${name}`));

async function read(name: string) {
  const file = await said(name);
  if ('fault' in file) throw new Error(`${name}: ${JSON.stringify(file)}`);
  return { ...file, lines: readPlanRows(file.rows, exampleContext('a', Number(name.slice(0, 4)))) };
}

const nameOf = (id: number | null) =>
  id === null ? '?' : (EXAMPLE_TARGETS[id - 1]!.aliases?.[0] ?? EXAMPLE_TARGETS[id - 1]!.key);

/** "7 · CB PC02 · compliance · 2027-01-01/2027-04-01 · a", what is in doubt as "?", what is wrong as its reasons. */
const told = (line: GoodRow | BadRow): string =>
  'faults' in line
    ? `${line.row} · ${line.faults.map(({ why }) => why).join(', ')}`
    : [
        ...[line.row, nameOf(line.targetId), line.kind ?? '?'],
        line.windowFrom === null ? '?' : `${line.windowFrom}/${line.windowTo}`,
        line.leadSide ?? '?',
      ].join(' · ');

const doubtsIn = (lines: (GoodRow | BadRow)[]) =>
  lines.flatMap((line) =>
    'faults' in line
      ? []
      : line.doubts.map(({ what, written, ids }) => `${line.row} ${what} “${written}” ${ids.join()}`),
  );

describe('workbooks as other programs write them', () => {
  const TWO = [
    '2 · CB PC02 · thematic_supervision · 2026-01-01/2026-04-01 · a',
    '3 · CB PC08 · compliance · 2026-04-01/2026-06-01 · a',
  ];
  test.each([
    '2026-x-prefix.xlsx',
    '2026-x-prefix-workbook-only.xlsx',
    '2026-sheet-xml.xlsx',
    '2026-relationships-prefix.xlsx',
  ])('%s is read whole', async (name) => {
    expect((await read(name)).lines.map(told)).toEqual(TWO);
  });

  test('the 1904 count of days is told by "true" as by "1"', async () => {
    expect((await read('2026-date1904-true.xlsx')).lines.map(told)).toEqual([
      '2 · CB PC02 · thematic_supervision · 2026-03-15/2026-03-16 · a',
      '3 · CB PC08 · compliance · 2026-05-04/2026-05-05 · a',
    ]);
  });

  test.each([
    ['2026-tcvn3.csv', 'TCVN3'],
    ['2026-tcvn3.xlsx', 'TCVN3'],
    ['2026-vni.csv', 'VNI'],
    ['2026-vni.xlsx', 'VNI'],
  ])('%s was typed in %s, is read in Unicode, and says so', async (name, font) => {
    const file = await read(name);
    expect(file.font).toBe(font);
    expect(file.lines.map(told)).toEqual(TWO);
    expect(file.lines[0]).toMatchObject({ subject: 'Quy chế làm việc' });
  });

  test('bare numbers under "Thời gian (tháng)" are months', async () => {
    expect((await read('2026-month-numbers.xlsx')).lines.map(told)).toEqual([
      '2 · CB PC02 · thematic_supervision · 2026-04-01/2026-05-01 · a',
      '3 · CB PC08 · compliance · 2026-04-01/2026-06-01 · a',
      '4 · CB PC08 · compliance · 2026-10-01/2026-11-01 · a',
    ]);
  });
});

describe('nothing is taken for what it is not', () => {
  test('all sheets are read, each line with its sheet', async () => {
    const { lines, sheets } = await read('2027-two-sheets.xlsx');
    expect(lines.map((line) => `${line.sheet} ${told(line)}`)).toEqual([
      'Kiểm tra 2 · CB PC08 · compliance · 2027-04-01/2027-07-01 · a',
      'Giám sát 2 · CB PC02 · thematic_supervision · 2027-01-01/2027-04-01 · a',
      'Giám sát 3 · CB PC06 · thematic_supervision · 2027-10-01/2028-01-01 · a',
    ]);
    expect(sheets.map(({ name, lines: count }) => [name, count])).toEqual([
      ['Kiểm tra', 1],
      ['Giám sát', 2],
    ]);
  });

  test('a hidden row is named and not taken', async () => {
    expect((await read('2027-hidden.xlsx')).lines.map(told)).toEqual([
      '2 · CB PC02 · thematic_supervision · 2027-01-01/2027-04-01 · a',
      '3 · hidden',
    ]);
  });

  test('"GS", "KT", "KT, GS" name no kind: it is asked among those that they may be', async () => {
    const { lines } = await read('2027-kt-gs.xlsx');
    expect(lines.map((line) => 'kind' in line && line.kind)).toEqual([null, null, null]);
    expect(doubtsIn(lines)).toEqual([
      '2 kind “GS” thematic_supervision,regular_supervision',
      '3 kind “KT” compliance,inspection_work,discipline_execution,party_finance,signs_of_violation',
      '4 kind “KT, GS” compliance,inspection_work,discipline_execution,party_finance,signs_of_violation,thematic_supervision,regular_supervision',
    ]);
  });

  test('who carries it out is not whom it is about', async () => {
    const { lines, sheets } = await read('2027-don-vi-phoi-hop.xlsx');
    expect(lines.map(told)).toEqual([
      '2 · CB PC02 · thematic_supervision · 2027-03-01/2027-04-01 · a',
      '3 · CB PC08 · compliance · 2027-04-01/2027-05-01 · a',
    ]);
    expect(sheets[0]!.unused).toEqual(['Đơn vị thực hiện']);
  });

  test('the time that is looked into is not the time in which it is done', async () => {
    expect((await read('2027-hai-cot-thoi-gian.xlsx')).lines.map(told)).toEqual([
      '2 · CB PC02 · thematic_supervision · 2027-07-01/2027-10-01 · a',
      '3 · CB PC08 · compliance · 2027-09-01/2027-10-01 · a',
    ]);
  });

  test('what Excel made of "4-5" by itself is asked', async () => {
    expect(doubtsIn((await read('2027-excel-autodate.xlsx')).lines)).toEqual([
      '2 window “4-5” 2027-05-04/2027-05-05,2027-04-01/2027-06-01',
    ]);
  });
});

describe('plans as committees write them', () => {
  test('an appendix with headings in two rows and kinds in section rows', async () => {
    const { lines, sheets } = await read('2027-ke-hoach-phu-luc.xlsx');
    expect(lines.map(told)).toEqual([
      '12 · CB PC02 · inspection_work · 2027-01-01/2027-04-01 · a',
      '13 · CB PH10 · inspection_work · 2027-04-01/2027-06-01 · a',
      '15 · cb-trai-tam-giam · party_finance · 2027-07-01/2027-10-01 · a',
      '17 · ? · thematic_supervision · 2027-04-01/2027-10-01 · a',
    ]);
    expect(doubtsIn(lines)).toHaveLength(1);
    expect(doubtsIn(lines)[0]).toMatch(/^17 targets “- Chi bộ Phòng Cảnh sát giao thông.*” 3,6$/);
    expect(sheets[0]).toMatchObject({
      unused: ['Thời gian · Mốc kiểm tra', 'Thành phần', 'Ghi chú'],
      aside: [10, 11, 14, 16, 19, 20, 22].map((row) => ({ row })),
    });
  });

  test('a programme with totals, recipients and signatures', async () => {
    const { lines, sheets } = await read('2027-chuong-trinh-phuong.xlsx');
    expect(lines.map(told)).toEqual([
      '7 · CB PC02 · ? · 2027-01-01/2027-04-01 · a',
      '8 · CB PV01 · thematic_supervision · 2027-01-01/2027-04-01 · a',
      '9 · cb-co-dong-1 · ? · 2027-04-01/2027-06-01 · ?',
      '10 · target-unknown',
      '11 · target-unknown',
    ]);
    expect(doubtsIn(lines).map((one) => one.split('”')[0])).toEqual([
      '7 kind “KT chuyên đề',
      '9 kind “Kiểm tra',
      '9 lead “BTV Đảng uỷ',
    ]);
    expect(sheets[0]!.aside.map(({ row, why }) => `${row} ${why}`)).toEqual([
      '6 numbering',
      '12 total',
      '13 signature',
      '14 signature',
    ]);
    expect(sheets[0]!.unused).toEqual(['Đơn vị phối hợp']);
  });

  test('a table with a column a quarter', async () => {
    const { lines, sheets } = await read('2027-bieu-theo-quy.xlsx');
    expect(lines.map(told)).toEqual([
      '7 · CB PC02 · thematic_supervision · 2027-01-01/2027-04-01 · a',
      '8 · CB PC08 · compliance · 2027-04-01/2027-10-01 · a',
    ]);
    expect(doubtsIn(lines)).toEqual([]);
    expect(sheets[0]!.aside.map(({ row, why }) => `${row} ${why}`)).toEqual([
      '5 numbering',
      '6 section',
      '9 total',
    ]);
  });
});
