import ExcelJS from 'exceljs';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { writeReport } from '../../src/documents/report-document.ts';
import { issuerOf } from '../../src/documents/wording.ts';
import type { Table } from '../../src/domain/report-table.ts';
import { drawReport } from '../../src/pictures/report-chart.ts';
import { writeWorkbook } from '../../src/sheets/workbook.ts';
import { writeReportCsv } from '../../src/usecases/report/report-csv.ts';
import { readDocx } from '../support/read-docx.ts';

const TABLE: Table = {
  key: 'list',
  name: 'Danh sách cuộc',
  title: 'Danh sách cuộc kiểm tra, giám sát',
  columns: [
    { title: 'Mã cuộc', width: 16 },
    { title: 'Tổ chức đảng', width: 40 },
    { title: 'Từ ngày', width: 12 },
    { title: 'Tỷ lệ', width: 10 },
    { title: 'Số lượt', width: 10 },
    { title: 'Giờ', width: 10 },
  ],
  rows: [
    ['PH-2026-001', '=HYPERLINK("http://x")', { day: '2026-12-07' }, { share: 8 / 11 }, 9, 7.85],
    ['+84', '-1', null, null, 0, 1],
    ['@SUM(A1)', '\tx', { day: '2026-01-01' }, { share: 1 }, 1, 2],
  ],
  notes: ['=note'],
};
const madeAt = DateTime.fromISO('2026-11-23T09:00:00', { zone: 'Asia/Ho_Chi_Minh' });

describe('XLSX', () => {
  const read = async () => {
    const book = new ExcelJS.Workbook();
    const bytes = await writeWorkbook([TABLE], { mark: 'DỰ THẢO', subtitle: 'năm 2026', madeAt });
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    return book.worksheets[0]!;
  };

  test('has dates as dates, shares as per cent, numbers as numbers, in a sheet that says it is a draft', async () => {
    const sheet = await read();
    expect(sheet.name).toBe('Danh sách cuộc');
    expect(sheet.getCell('A1').value).toBe('DỰ THẢO · Danh sách cuộc kiểm tra, giám sát');
    expect(sheet.headerFooter.oddHeader).toBe('&RDỰ THẢO');
    expect(sheet.getCell('C4').value).toEqual(new Date('2026-12-07T00:00:00Z'));
    expect([sheet.getCell('C4').numFmt, sheet.getCell('D4').numFmt]).toEqual(['dd/mm/yyyy', '0.0%']);
    expect(sheet.getCell('D4').value).toBeCloseTo(0.727, 3);
    expect([sheet.getCell('E4').value, sheet.getCell('E5').value]).toEqual([9, 0]);
    expect([sheet.getCell('F4').numFmt, sheet.getCell('E4').numFmt]).toEqual(['0.0', '0']);
  });

  test('keeps words that begin like a formula as words', async () => {
    const sheet = await read();
    for (const at of ['B4', 'A5', 'B5', 'A6', 'A7'])
      expect([at, sheet.getCell(at).type]).toEqual([at, ExcelJS.ValueType.String]);
    expect(sheet.getCell('B4').value).toBe('=HYPERLINK("http://x")');
    expect(sheet.getCell('B4').formula).toBeFalsy();
  });

  test('freezes its header and filters by it; the notes are below the filter', async () => {
    const sheet = await read();
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet.autoFilter).toBe('A3:F6');
    expect(sheet.getColumn(2).width).toBe(40);
    expect(sheet.getCell('A7').value).toBe('=note');
  });
});

test('CSV is a line a figure, and nothing in it is a formula', () => {
  const text = Buffer.from(writeReportCsv([TABLE], ['Mục', 'Dòng', 'Chỉ tiêu', 'Giá trị'], 'vi')).toString();
  const lines = text.split('\r\n');
  expect(lines[0]).toBe('\uFEFFMục,Dòng,Chỉ tiêu,Giá trị');
  expect(lines[2]).toBe(
    '"Danh sách cuộc kiểm tra, giám sát","PH-2026-001 · =HYPERLINK(""http://x"")",Tỷ lệ,"72,7%"',
  );
  expect(lines[1]).toContain('Từ ngày,07/12/2026');
  expect(lines.filter((line) => /(^|,)"?[=+\-@\t]/.test(line))).toEqual([]);
});

test('DOCX: the head of a report, numbered parts, tables, and a draft on every page', async () => {
  const bytes = await writeReport({
    issuer: issuerOf('Uỷ ban Kiểm tra Tỉnh uỷ X'),
    year: 2026,
    subject: 'sơ kết công tác phối hợp kiểm tra, giám sát quý III/2026',
    intro: 'Số liệu tính đến 23/11/2026.',
    sections: [
      {
        title: 'Đề xuất',
        blocks: [
          { level: 'point', text: 'Ba đề xuất.' },
          { level: 'dash', text: 'Hai ngày.' },
        ],
        tables: [],
      },
      { title: 'Các cuộc', blocks: [{ level: 'point', text: 'Chín lượt.' }], tables: [TABLE] },
    ],
    signer: { title: 'Chủ nhiệm' },
  });
  const { lines, headers, page, margins, fonts } = readDocx(bytes);
  expect([page, margins, fonts]).toEqual([[210, 297], [20, 20, 30, 15], ['Times New Roman']]);
  expect(headers).toEqual(['DỰ THẢO', 'DỰ THẢO']);
  expect(lines).toEqual(expect.arrayContaining(['TỈNH UỶ X', 'UỶ BAN KIỂM TRA', 'Số …-BC/…', 'BÁO CÁO']));
  expect(lines).toEqual(
    expect.arrayContaining([
      'I- Đề xuất',
      '1. Ba đề xuất.',
      '- Hai ngày.',
      'II- Các cuộc',
      '1. Chín lượt.',
      '07/12/2026',
      '72,7%',
    ]),
  );
  expect(lines).not.toContain('V/v');
});

test('the chart is a PNG as wide as a phone, taller with more bars', () => {
  const bar = { label: 'Kiểm tra chấp hành', value: 3, shown: '3/11 (27,3%)' };
  const draw = (bars: number) =>
    Buffer.from(
      drawReport({
        title: 'An Giang',
        subtitle: 'năm 2026',
        mark: 'DỰ THẢO',
        groups: [{ title: 'Loại', bars: Array.from({ length: bars }, () => bar) }],
      }),
    );
  const [one, three] = [draw(1), draw(3)];
  expect(one.subarray(1, 4).toString()).toBe('PNG');
  expect([one.readUInt32BE(16), three.readUInt32BE(16)]).toEqual([780, 780]);
  expect(three.readUInt32BE(20)).toBeGreaterThan(one.readUInt32BE(20));
  expect(draw(1).equals(one)).toBe(true);
});
