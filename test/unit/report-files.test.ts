import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeReport } from '../../src/documents/report-document.ts';
import { issuerOf } from '../../src/documents/wording.ts';
import type { Table } from '../../src/domain/report-table.ts';
import { drawReport } from '../../src/pictures/report-chart.ts';
import { readBytes } from '../../src/sheets/read-bytes.ts';
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

describe('XLSX', () => {
  const write = () => writeWorkbook([TABLE], { mark: 'DỰ THẢO & <1>', subtitle: 'năm 2026' });
  const partsOf = (bytes: Uint8Array) => {
    const parts = unzipSync(bytes);
    return {
      sheet: strFromU8(parts['xl/worksheets/sheet1.xml']!),
      styles: strFromU8(parts['xl/styles.xml']!),
    };
  };

  test('has dates as dates, shares as per cent, numbers as numbers, in a sheet that says it is a draft', async () => {
    const bytes = await write();
    const read = await readBytes(bytes);
    const [sheet] = 'sheets' in read ? read.sheets : [];
    expect(sheet!.name).toBe('Danh sách cuộc');
    expect(sheet!.rows.slice(0, 1).map(({ cells }) => [...cells.values()])).toEqual([
      ['DỰ THẢO & <1> · Danh sách cuộc kiểm tra, giám sát'],
    ]);
    expect([...sheet!.rows[3]!.cells.values()]).toEqual([
      ...['PH-2026-001', '=HYPERLINK("http://x")', { day: '2026-12-07' }, String(8 / 11), '9', '7.85'],
    ]);
    const parts = partsOf(bytes);
    expect(parts.sheet).toContain('<oddHeader>&amp;RDỰ THẢO &amp;&amp; &lt;1&gt;</oddHeader>');
    const formats = [...parts.styles.matchAll(/formatCode="([^"]+)"/g)].map(([, code]) => code);
    expect(formats).toEqual(['dd/mm/yyyy', '0.0%', '0', '0.0']);
  });

  test('keeps words that begin like a formula as words', async () => {
    const bytes = await write();
    const { sheet } = partsOf(bytes);
    expect(sheet).not.toContain('<f>');
    for (const at of ['B4', 'A5', 'B5', 'A6', 'B6', 'A7'])
      expect([at, new RegExp(`<c r="${at}"[^>]* t="s"`).test(sheet)]).toEqual([at, true]);
  });

  test('freezes its header and filters by it; the notes are below the filter', async () => {
    const bytes = await write();
    const { sheet } = partsOf(bytes);
    expect(sheet).toMatch(/<pane ySplit="3"[^>]* state="frozen"/);
    expect(sheet).toContain('<autoFilter ref="A3:F6"/>');
    expect(sheet).toMatch(/<col min="2" max="2" width="40"/);
    const read = await readBytes(bytes);
    const last = 'sheets' in read ? read.sheets[0]!.rows.at(-1)! : undefined;
    expect([last?.row, last?.cells.get(1)]).toEqual([7, '=note']);
  });

  test('its elements stand in the order that Excel asks for, and a number written as a sign stays words', async () => {
    const bytes = await writeWorkbook(
      [{ ...TABLE, rows: [['_x000D_', 'x'.repeat(1_500), null, null, null, null]] }],
      { mark: 'DỰ THẢO', subtitle: '' },
    );
    const order = [...partsOf(bytes).sheet.matchAll(/<(\w+)[ >/]/g)].map(([, name]) => name!);
    const wanted = [
      'sheetPr',
      'sheetViews',
      'cols',
      'sheetData',
      'autoFilter',
      'pageMargins',
      'pageSetup',
      'headerFooter',
    ];
    expect(order.filter((name) => wanted.includes(name))).toEqual(wanted);
    const read = await readBytes(bytes);
    expect('sheets' in read ? read.sheets[0]!.rows[2]!.cells.get(1) : read).toBe('_x000D_');
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

test('DOCX: the head of a report, numbered parts, the signature, then the tables as an annex; a draft on every page', async () => {
  const bytes = await writeReport({
    issuer: issuerOf('Uỷ ban Kiểm tra Tỉnh uỷ X'),
    year: 2026,
    subject: 'kết quả công tác phối hợp kiểm tra, giám sát quý III/2026',
    blocks: [
      { level: 'text', text: 'Thực hiện Quy chế, báo cáo như sau:' },
      { level: 'section', text: 'KẾT QUẢ' },
      { level: 'point', text: 'Đề xuất', isTitle: true },
      { level: 'dash', text: 'Ba đề xuất.' },
      { level: 'point', text: 'Các cuộc', isTitle: true },
      { level: 'section', text: 'ƯU ĐIỂM' },
      { level: 'point', text: 'Ưu điểm', isTitle: true },
    ],
    tables: [TABLE],
    signer: { title: 'Chủ nhiệm' },
  });
  const { lines, headers, page, margins, fonts, document } = readDocx(bytes);
  expect([page, margins, fonts]).toEqual([[210, 297], [20, 20, 30, 15], ['Times New Roman']]);
  expect(headers).toEqual(['DỰ THẢO', 'DỰ THẢO']);
  expect(lines).toEqual([
    ...['TỈNH UỶ X', 'UỶ BAN KIỂM TRA', '*', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'Số …-BC/…'],
    ...['[Địa danh], ngày … tháng … năm 2026', 'BÁO CÁO'],
    ...['kết quả công tác phối hợp kiểm tra, giám sát quý III/2026', '-----'],
    ...['Thực hiện Quy chế, báo cáo như sau:', 'I- KẾT QUẢ', '1. Đề xuất', '- Ba đề xuất.', '2. Các cuộc'],
    ...['II- ƯU ĐIỂM', '1. Ưu điểm', 'Nơi nhận:', '- […];', '- Lưu.'],
    ...['T/M UỶ BAN KIỂM TRA', 'CHỦ NHIỆM', '[Họ và tên]', 'PHỤ LỤC SỐ LIỆU'],
    '(Kèm theo Báo cáo số …-BC/…, ngày … tháng … năm 2026 của Uỷ ban Kiểm tra Tỉnh uỷ X)',
    '-----',
    'Bảng 1. Danh sách cuộc kiểm tra, giám sát',
    ...['Mã cuộc', 'Tổ chức đảng', 'Từ ngày', 'Tỷ lệ', 'Số lượt', 'Giờ'],
    ...['PH-2026-001', '=HYPERLINK("http://x")', '07/12/2026', '72,7%', '9', '7,9'],
    ...['+84', '-1', '0', '1', '@SUM(A1)', ' x', '01/01/2026', '100%', '1', '2', '=note'],
  ]);
  expect(document.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
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
