import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeAnnex } from '../../src/documents/annex-document.ts';
import { type AnnexGiven, type AnnexLine, planAnnex } from '../../src/documents/plan-annex.ts';
import { KIND_KEYS } from '../../src/domain/kinds.ts';
import { ANNEX_PARTS, annexRows } from '../../src/domain/plan-annex.ts';
import { writeAnnexSheet } from '../../src/sheets/annex-sheet.ts';
import { readBytes } from '../../src/sheets/read-bytes.ts';
import { readDocx } from '../support/read-docx.ts';

const line = (given: Partial<AnnexLine> = {}): AnnexLine => ({
  kind: 'compliance',
  target: 'Chi bộ Y, Đảng bộ Công an tỉnh',
  subject: 'Việc chấp hành quy chế làm việc',
  ...{ windowFrom: '2027-04-01', windowTo: '2027-07-01' },
  ...{ lead: 'UBKT Tỉnh uỷ', partner: 'UBKT ĐU CAT', mode: 'coordinate', isJoint: false },
  ...given,
});
const LINES: AnnexLine[] = [
  line({ kind: 'thematic_supervision', windowFrom: '2027-03-08', windowTo: '2027-03-13', subject: null }),
  line(),
  line({ kind: 'party_finance', mode: 'second_staff', windowFrom: '2027-04-01', windowTo: '2027-06-01' }),
  line({ isJoint: true, mode: 'alone_notified', windowFrom: '2027-01-01', windowTo: '2028-01-01' }),
  line({ kind: 'denunciation', subject: null }),
];
const GIVEN: AnnexGiven = { issuer: 'Uỷ ban Kiểm tra Tỉnh uỷ X', year: 2027, now: 2026, lines: LINES };

describe('the rows of an annex', () => {
  test('every kind stands in one part', () => {
    expect(ANNEX_PARTS.flatMap(({ kinds }) => [...kinds]).toSorted()).toEqual([...KIND_KEYS].toSorted());
  });

  test('are parts, sections of a kind and lines, numbered through; what has no line has no row', () => {
    expect(annexRows(LINES).map((row) => [row.is, row.mark])).toEqual([
      ...[
        ['part', 'A'],
        ['section', 'I'],
        ['line', '1'],
        ['line', '2'],
        ['section', 'II'],
        ['line', '3'],
      ],
      ...[
        ['part', 'B'],
        ['section', 'I'],
        ['line', '4'],
      ],
      ...[
        ['part', 'C'],
        ['section', 'I'],
        ['line', '5'],
      ],
    ]);
    expect(annexRows([])).toEqual([]);
  });
});

describe('the annex in words', () => {
  test('quarters stay quarters, sensitive kinds bear no name (C4), what is unusual stands beside the line', () => {
    const rows = planAnnex(GIVEN).rows.map((row) => (row.is === 'line' ? row.cells : [row.mark, row.title]));
    const [target, subject] = [LINES[1]!.target, LINES[1]!.subject];
    expect(rows).toEqual([
      ['A', 'KIỂM TRA'],
      ['I', 'Kiểm tra chấp hành'],
      ['1', target, subject, '', 'Quý II/2027', 'UBKT Tỉnh uỷ', 'UBKT ĐU CAT', ''],
      [
        ...['2', target, subject, '', 'Năm 2027', 'UBKT Tỉnh uỷ', ''],
        'Hai bên cùng làm; thực hiện riêng, có thông báo',
      ],
      ['II', 'Kiểm tra tài chính đảng'],
      [...['3', target, subject, '', 'Tháng 4-5/2027', 'UBKT Tỉnh uỷ', 'UBKT ĐU CAT'], 'Cử cán bộ tham gia'],
      ['B', 'GIÁM SÁT'],
      ['I', 'Giám sát chuyên đề'],
      ['4', target, '', '', '08/03 – 12/03/2027', 'UBKT Tỉnh uỷ', 'UBKT ĐU CAT', ''],
      ['C', 'GIẢI QUYẾT TỐ CÁO, KHIẾU NẠI KỶ LUẬT ĐẢNG'],
      ['I', 'Giải quyết tố cáo'],
      ['5', '(không nêu)', '', '', 'Quý II/2027', 'UBKT Tỉnh uỷ', 'UBKT ĐU CAT', ''],
    ]);
  });

  test.each([
    [undefined, '(Kèm theo Kế hoạch số …-KH/…, ngày …/…/…)', '[Địa danh], ngày … tháng … năm 2026'],
    [
      { symbol: '03-CTr/UBKTTU', day: '2027-01-12' },
      '(Kèm theo Chương trình số 03-CTr/UBKTTU, ngày 12/01/2027)',
      '[Địa danh], ngày 12 tháng 01 năm 2027',
    ],
    [
      { symbol: 'số lạ 7', day: '2027-01-12' },
      '(Kèm theo Văn bản số số lạ 7, ngày 12/01/2027)',
      '[Địa danh], ngày 12 tháng 01 năm 2027',
    ],
  ])('names the document %j as far as it is known', (document, belongs, dated) => {
    const paper = planAnnex({ ...GIVEN, ...(document && { document }) });
    expect(paper.titles).toEqual(['PHỤ LỤC', 'CÁC CUỘC KIỂM TRA, GIÁM SÁT NĂM 2027', belongs]);
    expect(paper.dated).toBe(dated);
  });

  test('a committee that writes ủy keeps it, and one whose name is of another form stands alone', () => {
    expect(planAnnex({ ...GIVEN, issuer: 'Ủy ban Kiểm tra Tỉnh ủy X' })).toMatchObject({
      ...{ superior: 'TỈNH ỦY X', body: 'ỦY BAN KIỂM TRA' },
      signer: ['T/M ỦY BAN KIỂM TRA', 'CHỦ NHIỆM', '[Họ và tên]'],
    });
    expect(planAnnex({ ...GIVEN, issuer: 'Ban X' })).not.toHaveProperty('superior');
  });
});

describe('the annex as DOCX', () => {
  test('lies across an A4, says what the paper says in its order, and is a draft on every page', async () => {
    const read = readDocx(await writeAnnex(planAnnex(GIVEN)));
    expect(read.page).toEqual([297, 210]);
    expect(read.margins).toEqual([20, 20, 30, 15]);
    expect(read.fonts).toEqual(['Times New Roman']);
    expect(read.headers.every((header) => header.includes('DỰ THẢO'))).toBe(true);
    expect(read.lines.slice(0, 8)).toEqual([
      ...['TỈNH UỶ X', 'UỶ BAN KIỂM TRA', '*', 'ĐẢNG CỘNG SẢN VIỆT NAM'],
      ...['[Địa danh], ngày … tháng … năm 2026', 'PHỤ LỤC', 'CÁC CUỘC KIỂM TRA, GIÁM SÁT NĂM 2027'],
      '(Kèm theo Kế hoạch số …-KH/…, ngày …/…/…)',
    ]);
    expect(read.lines.slice(8, 16)).toEqual([
      ...['TT', 'Đối tượng', 'Nội dung', 'Mốc thời gian', 'Thời gian tiến hành'],
      ...['Chủ trì', 'Phối hợp', 'Ghi chú'],
    ]);
    expect(read.lines.slice(-3)).toEqual(['T/M UỶ BAN KIỂM TRA', 'CHỦ NHIỆM', '[Họ và tên]']);
    expect(read.document).toContain('<w:tblHeader/>');
    expect(read.document.match(/<w:gridSpan w:val="7"\/>/g)).toHaveLength(7);
  });

  test('is a paper too where there is no line yet', async () => {
    const { lines } = readDocx(await writeAnnex(planAnnex({ ...GIVEN, lines: [] })));
    expect(lines.slice(15, 17)).toEqual(['Ghi chú', 'T/M UỶ BAN KIỂM TRA']);
  });
});

describe('the annex as XLSX', () => {
  const write = () => writeAnnexSheet(planAnnex(GIVEN), 'DỰ THẢO');

  test('says the same, a row of the paper a row of the sheet', async () => {
    const read = await readBytes(await write());
    if (!('sheets' in read)) throw new Error('not read');
    const [sheet, ...others] = read.sheets;
    expect([sheet!.name, others]).toEqual(['Phụ lục', []]);
    const rows = sheet!.rows.map(({ cells }) => [...new Set(cells.values())]);
    expect(rows.slice(0, 7)).toEqual([
      ['DỰ THẢO'],
      ['TỈNH UỶ X', 'ĐẢNG CỘNG SẢN VIỆT NAM'],
      ['UỶ BAN KIỂM TRA', '[Địa danh], ngày … tháng … năm 2026'],
      ['*'],
      ['PHỤ LỤC'],
      ['CÁC CUỘC KIỂM TRA, GIÁM SÁT NĂM 2027'],
      ['(Kèm theo Kế hoạch số …-KH/…, ngày …/…/…)'],
    ]);
    expect(rows[7]).toEqual(planAnnex(GIVEN).columns.map(({ title }) => title));
    expect(rows.slice(8, 10)).toEqual([
      ['A', 'KIỂM TRA'],
      ['I', 'Kiểm tra chấp hành'],
    ]);
    expect(rows.slice(-3)).toEqual([['T/M UỶ BAN KIỂM TRA'], ['CHỦ NHIỆM'], ['[Họ và tên]']]);
  });

  test('is printed across an A4 in the margins of party documents, its heading again on each page, each a draft', async () => {
    const bytes = await write();
    const parts = unzipSync(bytes);
    const part = (name: string) => strFromU8(parts[name]!);
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"/);
    expect(sheet).toMatch(/<pageMargins left="1.18" right="0.59" top="0.79" bottom="0.79"/);
    expect(sheet).toContain('<headerFooter differentFirst="1"><oddHeader>&amp;RDỰ THẢO</oddHeader>');
    const read = await readBytes(bytes);
    const rows = 'sheets' in read ? read.sheets[0]!.rows : [];
    const { row } = rows.find(({ cells }) => cells.get(1) === 'TT')!;
    expect(part('xl/workbook.xml')).toContain(
      `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'Phụ lục'!$${row}:$${row}</definedName></definedNames>`,
    );
    expect(part('xl/styles.xml')).toContain('Times New Roman');
  });
});
