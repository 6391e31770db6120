import { describe, expect, test } from 'vitest';
import { readBytes } from '../../src/sheets/read-bytes.ts';
import { TABLE_LIMITS } from '../../src/sheets/read-limits.ts';
import { changeParts, inWindows1258, makeWorkbook } from '../support/make-workbook.ts';
import { rawRow, rawWorkbook } from '../support/raw-workbook.ts';

const HEAD = ['Tổ chức đảng', 'Loại', 'Thời gian'];
const ROW = ['Chi bộ Ấp Đông Hữu, Đảng bộ xã', 'Giám sát chuyên đề', 'quý I'];

async function rowsOf(bytes: Uint8Array, sheet = 0) {
  const read = await readBytes(bytes);
  if ('fault' in read) throw new Error(`refused: ${read.fault}`);
  return read.sheets[sheet]!.rows.map(({ row, cells }) => [row, ...cells.values()]);
}

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array =>
  new Uint8Array(Buffer.from(text, encoding));

const CSV = [HEAD, ROW].map((cells) => cells.map((cell) => `"${cell}"`).join(';')).join('\r\n');

describe('a workbook', () => {
  test('gives the words of each sheet with the numbers of its rows; empty rows and cells are left out', async () => {
    const bytes = await makeWorkbook({ Trống: [], 'Kế hoạch': [['KẾ HOẠCH NĂM 2027'], [], HEAD, ROW] });
    expect(await rowsOf(bytes)).toEqual([
      [1, 'KẾ HOẠCH NĂM 2027'],
      [3, ...HEAD],
      [4, ...ROW],
    ]);
  });

  test('gives dates as days, months without a day as months, dates as text and as plain numbers as they stand', async () => {
    const value = new Date('2027-12-07T00:00:00Z');
    const days = ['dd/mm/yyyy', 'mm/yyyy'].map((format) => ({ value, format }));
    const bytes = await makeWorkbook({ A: [[...days, '07/12/2027', 46728]] });
    expect(await rowsOf(bytes)).toEqual([[1, { day: '2027-12-07' }, '12/2027', '07/12/2027', '46728']]);
  });

  test('gives what a formula last came to; one that never came to anything, and an error, say so', async () => {
    const bytes = rawWorkbook({
      sheet:
        '<sheetData><row><c><f>1+1</f><v>2</v></c><c><f>NOW()</f></c><c t="e"><v>#REF!</v></c></row></sheetData>',
    });
    expect(await rowsOf(bytes)).toEqual([[1, '2', { bad: 'formula' }, { bad: 'error' }]]);
  });

  test('cells merged downwards each say it; merged to the side only the first does', async () => {
    const rows = [
      ['KH', '', ''],
      ['Chi bộ', 'x'],
      ['', 'y'],
    ].map((cells, at) => rawRow(at + 1, cells));
    const merges = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/></mergeCells>';
    const bytes = rawWorkbook({ sheet: `<sheetData>${rows.join('')}</sheetData>${merges}` });
    expect(await rowsOf(bytes)).toEqual([
      [1, 'KH'],
      [2, 'Chi bộ', 'x'],
      [3, 'Chi bộ', 'y'],
    ]);
  });

  test('is read although it has drop-downs, names and colours over whole columns', async () => {
    const bytes = await changeParts(await makeWorkbook({ A: [HEAD, ROW] }), async (zip) => {
      const sheet = await zip.file('xl/worksheets/sheet1.xml')!.async('string');
      const whole =
        '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"x"</formula1></dataValidation></dataValidations>';
      zip.file('xl/worksheets/sheet1.xml', sheet.replace('</sheetData>', `</sheetData>${whole}`));
      const book = await zip.file('xl/workbook.xml')!.async('string');
      const names = '<definedNames><definedName name="Vùng">A!$A$1:$XFD$1048576</definedName></definedNames>';
      zip.file('xl/workbook.xml', book.replace('</sheets>', `</sheets>${names}`));
    });
    expect(await rowsOf(bytes)).toHaveLength(2);
  });
});

describe('a workbook as other programs write it', () => {
  const rows = `<sheetData>${rawRow(1, HEAD)}${rawRow(2, ROW)}</sheetData>`;
  const expected = [
    [1, ...HEAD],
    [2, ...ROW],
  ];
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const prefixed = (xml: string) => xml.replace(/<(\/?)(?=\w)/g, '<$1x:');
  const book = `<x:workbook xmlns:x="${main}" xmlns:r="${office}"><x:sheets><x:sheet name="KH" r:id="r1"/></x:sheets></x:workbook>`;

  test.each(['1', 'true'])('counts days from 1904 where it says so: %j', async (date1904) => {
    const bytes = rawWorkbook({
      book: `<workbookPr date1904="${date1904}"/>`,
      styles:
        '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs>',
      sheet:
        '<sheetData><row r="2"><c r="D2" s="1"><v>44634</v></c><c r="E2" s="1"><v>44684</v></c></row></sheetData>',
    });
    expect(await rowsOf(bytes)).toEqual([[2, { day: '2026-03-15' }, { day: '2026-05-04' }]]);
  });

  test('with prefixes before its names, in every part or in the workbook alone', async () => {
    const sheet = prefixed(`<worksheet>${rows}</worksheet>`).replace('>', ` xmlns:x="${main}">`);
    const all = rawWorkbook({ parts: { 'xl/workbook.xml': book, 'xl/worksheets/sheet1.xml': sheet } });
    expect(await rowsOf(all)).toEqual(expected);
    expect(await rowsOf(rawWorkbook({ sheet: rows, parts: { 'xl/workbook.xml': book } }))).toEqual(expected);
  });

  test('with its parts under names of their own, and any prefix before their ids', async () => {
    const relations = (target: string) =>
      `<Relationships><Relationship Id="r1" Type="${office}/worksheet" Target="${target}"/></Relationships>`;
    const named = (target: string, part: string) =>
      rawWorkbook({
        parts: {
          'xl/workbook.xml': book
            .replace('xmlns:r=', 'xmlns:relationships=')
            .replace('r:id', 'relationships:id'),
          'xl/_rels/workbook.xml.rels': relations(target),
          [part]: `<worksheet>${rows}</worksheet>`,
        },
      });
    expect(await rowsOf(named('worksheets/sheet.xml', 'xl/worksheets/sheet.xml'))).toEqual(expected);
    expect(await rowsOf(named('/xl/worksheets/Bieu.xml', 'xl/worksheets/bieu.xml'))).toEqual(expected);
  });

  test('with shared texts of several pieces, without what tells how to say them, and with escaped signs', async () => {
    const bytes = rawWorkbook({
      texts:
        '<si><r><t>Chi bộ </t></r><r><t xml:space="preserve">Ấp_x000A_ 1</t></r><rPh><t>không</t></rPh></si>',
      sheet:
        '<sheetData><row><c t="s"><v>0</v></c><c t="b"><v>1</v></c><c t="str"><f>A1</f><v>x</v></c><c t="d"><v>2027-03-08T00:00:00</v></c></row></sheetData>',
    });
    expect(await rowsOf(bytes)).toEqual([[1, 'Chi bộ Ấp 1', 'true', 'x', { day: '2027-03-08' }]]);
  });

  test('with the formats that bear only a number, and with words in a format of a number', async () => {
    const bytes = rawWorkbook({
      styles:
        '<numFmts><numFmt numFmtId="170" formatCode="0 &quot;ngày&quot;"/><numFmt numFmtId="171" formatCode="[$-42A]mm/yyyy;@"/></numFmts><cellXfs><xf numFmtId="14"/><xf numFmtId="17"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>',
      sheet: `<sheetData><row>${[0, 1, 2, 3].map((style) => `<c s="${style}"><v>46728</v></c>`).join('')}</row></sheetData>`,
    });
    expect(await rowsOf(bytes)).toEqual([[1, { day: '2027-12-07' }, '12/2027', '46728', '12/2027']]);
  });

  test('with twice as many rows as a plan may have', async () => {
    const many = Array.from({ length: 4_000 }, (_, at) => rawRow(at + 1, HEAD));
    expect(await rowsOf(rawWorkbook({ sheet: `<sheetData>${many.join('')}</sheetData>` }))).toHaveLength(
      4_000,
    );
  });
});

describe('a CSV', () => {
  const expected = [
    [1, ...HEAD],
    [2, ...ROW],
  ];
  const cases: [string, Uint8Array][] = [
    ['UTF-8', bytesOf(CSV)],
    ['UTF-8 with its mark', bytesOf(`\ufeff${CSV}`)],
    ['UTF-8, accents apart', bytesOf(CSV.normalize('NFD'))],
    ['UTF-16 with its mark', bytesOf(`\ufeff${CSV}`, 'utf16le')],
    ['UTF-16 without its mark', bytesOf(CSV, 'utf16le')],
    ['UTF-16, high byte first', new Uint8Array(Buffer.from(`\ufeff${CSV}`, 'utf16le').swap16())],
    ['Windows-1258', inWindows1258(CSV)],
  ];
  test.each(cases)('%s', async (_, bytes) => expect(await rowsOf(bytes)).toEqual(expected));

  test.each([',', '\t'])(
    'parted by %j: the reading with the right columns is among those given',
    async (sign) => {
      const read = await readBytes(bytesOf(CSV.replaceAll('";"', `"${sign}"`)));
      const readings = 'sheets' in read ? read.sheets.map(({ rows }) => rows[0]!.cells.size) : [];
      expect(readings).toContain(3);
    },
  );

  test('a cell that begins like a formula is none that is reckoned', async () =>
    expect(await rowsOf(bytesOf('a;b\n=1+1;x'))).toEqual([
      [1, 'a', 'b'],
      [2, { bad: 'formula' }, 'x'],
    ]));
});

describe('what is no such file, or too much, is refused with its reason', () => {
  const refused = async (bytes: Uint8Array) => {
    const read = await readBytes(bytes);
    return 'fault' in read ? read : 'read';
  };
  const plan = () => makeWorkbook({ A: [HEAD, ROW] });
  const zipOf = (bytes: Uint8Array, name: string, content: string | Uint8Array) =>
    changeParts(bytes, (zip) => void zip.file(name, content));

  test('nothing at all', async () => {
    expect(await refused(new Uint8Array())).toEqual({ fault: 'empty' });
    expect(await refused(await makeWorkbook({ A: [] }))).toEqual({ fault: 'empty' });
    expect(await refused(bytesOf(' \n\n'))).toEqual({ fault: 'empty' });
  });
  test('noise, a PDF, a plain text, a Word file', async () => {
    const noise = Uint8Array.from({ length: 5_000 }, (_, i) => (i * i * 31 + i * 7) % 256);
    const word = await changeParts(
      await plan(),
      (zip) => void zip.remove('xl').file('word/document.xml', '<a/>'),
    );
    for (const bytes of [noise, bytesOf('%PDF-1.7 …'), bytesOf('Kính gửi UBKT'), word])
      expect(await refused(bytes)).toEqual({ fault: 'not-a-table' });
  });
  test('a workbook with macros, whatever its name', async () => {
    expect(await refused(await zipOf(await plan(), 'xl/vbaProject.bin', 'x'))).toEqual({ fault: 'macros' });
  });
  test('an old .xls, or a workbook with a password', async () =>
    expect(await refused(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1))).toEqual({ fault: 'old-excel' }));
  test('a workbook cut off, or whose parts are no XML', async () => {
    const whole = await plan();
    expect(await refused(whole.slice(0, whole.length / 2))).toEqual({ fault: 'broken' });
    expect(await refused(await zipOf(whole, 'xl/worksheets/sheet1.xml', 'no <xml'))).toEqual({
      fault: 'broken',
    });
  });
  test('a zip bomb: what comes out is counted, whatever the archive says of its size', async () => {
    const bomb = await zipOf(await plan(), 'xl/media/x.png', new Uint8Array(40_000_000));
    expect(bomb.length).toBeLessThan(TABLE_LIMITS.fileBytes);
    const started = performance.now();
    expect(await refused(bomb)).toMatchObject({ fault: 'inflated' });
    // The sizes in the archive's directory, made small: what inflates is still more.
    const liar = Buffer.from(bomb);
    for (let at = liar.indexOf('PK\x01\x02'); at >= 0; at = liar.indexOf('PK\x01\x02', at + 4))
      if (liar.subarray(at + 46).indexOf('xl/media') === 0) liar.writeUInt32LE(10, at + 24);
    expect(await refused(new Uint8Array(liar))).toMatchObject({
      fault: expect.stringMatching(/inflated|broken/),
    });
    expect(performance.now() - started).toBeLessThan(5_000);
  });
  test('a file above the limit, and a workbook of too many sheets', async () => {
    expect(await refused(new Uint8Array(TABLE_LIMITS.fileBytes + 1))).toEqual({
      fault: 'too-big',
      count: TABLE_LIMITS.fileBytes + 1,
    });
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`S${i}`, [HEAD]]));
    expect(await refused(await makeWorkbook(many))).toEqual({ fault: 'sheets', count: 21 });
  });
  test('cells merged over a whole sheet, and more rows than are read at all', async () => {
    const merged = await changeParts(await plan(), async (zip) => {
      const sheet = await zip.file('xl/worksheets/sheet1.xml')!.async('string');
      const merge = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>';
      zip.file('xl/worksheets/sheet1.xml', sheet.replace('</sheetData>', `</sheetData>${merge}`));
    });
    expect(await refused(merged)).toEqual({ fault: 'unreadable' });
    const long = Array.from({ length: 20_001 }, (_, i) => `${i};x`).join('\n');
    expect(await refused(bytesOf(long))).toEqual({ fault: 'rows', count: 20_001 });
  });
  test('a quote that never ends', async () =>
    expect(await refused(bytesOf('a;b\n"c;d\ne;f'))).toEqual({ fault: 'broken' }));
});
