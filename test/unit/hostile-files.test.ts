import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlanApart } from '../../src/sheets/read-apart.ts';
import { TABLE_LIMITS } from '../../src/sheets/read-limits.ts';
import { rawRow, rawWorkbook } from '../support/raw-workbook.ts';

const WITHIN_MS = 5_000;
/** How long somebody else may wait meanwhile; a machine at work adds to it. */
const WAIT_MS = 1_500;
const HEAD = ['Tổ chức đảng', 'Loại', 'Thời gian'];
const LINE = ['Chi bộ Y', 'GSCĐ', 'quý I'];
const data = `<sheetData>${rawRow(1, HEAD)}${rawRow(2, LINE)}</sheetData>`;
const times = (count: number, text: string) => text.repeat(count);
const sheetOf = (sheet: string) => rawWorkbook({ sheet });
const merged = (cells: string) => sheetOf(`${data}<mergeCells>${cells}</mergeCells>`);

/** A plan of 2,000 rows whose last cell is one long text. */
const said = (text: string) =>
  rawWorkbook({
    sheet: `<sheetData>${rawRow(1, [...HEAD, 'Nội dung'])}${times(
      2_000,
      `<row>${times(4, '<c t="s"><v>0</v></c>')}</row>`,
    ).replaceAll('<v>0</v></c></row>', '<v>1</v></c></row>')}</sheetData>`,
    texts: `<si><t>x</t></si><si><t>${text}</t></si>`,
  });

/** Reads while a clock ticks; gives what came, how long it took, and the longest that the clock stood still. */
async function readBeside(bytes: Uint8Array, limits?: { readMs: number; waitMs: number }) {
  const started = performance.now();
  let last = started;
  let stood = 0;
  const tick = () => {
    stood = Math.max(stood, performance.now() - last);
    last = performance.now();
  };
  const clock = setInterval(tick, 20);
  const read = await readPlanApart(bytes, limits);
  clearInterval(clock);
  tick();
  return { read, ms: performance.now() - started, stood };
}

/** An honest file is read, whatever came before it. */
async function readHonest(): Promise<void> {
  const [target, kind, window] = LINE;
  expect(await readPlanApart(sheetOf(data))).toMatchObject({
    rows: [{ row: 2, cells: { target, kind, window }, isSecret: false }],
  });
}

const ROWS = 'rows';
const UNREADABLE = 'unreadable';
/** Read, or given up when its time is over: that depends on the machine. */
const EITHER = /^(?:rows|empty|no-columns|unreadable)$/;
const BOMB = Array.from(
  { length: 12 },
  (_, n) => `<!ENTITY e${n + 1} "${times(10, n === 0 ? 'x' : `&e${n};`)}">`,
).join('');

const FILES: [string, () => Uint8Array, string | RegExp][] = [
  [
    'columns declared to the hundred millionth',
    () => sheetOf(`<cols><col min="1" max="99999999"/></cols>${data}`),
    ROWS,
  ],
  ['declared dimensions of the whole sheet', () => sheetOf(`<dimension ref="A1:XFD1048576"/>${data}`), ROWS],
  ['a merge in single quotes', () => merged("<mergeCell ref='A1:XFD1048576'/>"), UNREADABLE],
  ['a merge with blanks round its sign', () => merged('<mergeCell ref = "A1:XFD1048576" />'), UNREADABLE],
  ['a merge of absolute addresses', () => merged('<mergeCell ref="$A$1:$XFD$200000"/>'), UNREADABLE],
  ['merges that lie on each other', () => merged(times(100_000, '<mergeCell ref="A1:XFD2"/>')), UNREADABLE],
  ['900,000 merges of nothing', () => merged(times(900_000, '<mergeCell ')), 'broken'],
  ['900,000 merges', () => merged(times(900_000, '<mergeCell ref="A1:B2"/>')), UNREADABLE],
  [
    '1,000,000 openings of names',
    () => rawWorkbook({ sheet: data, book: times(1_000_000, '<definedNames>') }),
    UNREADABLE,
  ],
  ['1,000,000 names', () => rawWorkbook({ sheet: data, book: times(1_000_000, '<definedNames/>') }), EITHER],
  ['2,000,000 elements in each other', () => sheetOf(times(2_000_000, '<a>')), UNREADABLE],
  ['2,000,000 elements beside each other', () => sheetOf(times(2_000_000, '<a/>') + data), EITHER],
  [
    'an element of 200,000 attributes',
    () => sheetOf(`<a ${Array.from({ length: 200_000 }, (_, n) => `a${n}=""`).join(' ')}/>`),
    UNREADABLE,
  ],
  [
    'entities of entities',
    () =>
      rawWorkbook({
        parts: {
          'xl/worksheets/sheet1.xml': `<!DOCTYPE w [${BOMB}]><worksheet><sheetData><row><c t="str"><v>&e12;</v></c></row></sheetData></worksheet>`,
        },
      }),
    UNREADABLE,
  ],
  [
    'an entity of a file',
    () =>
      rawWorkbook({
        parts: {
          'xl/sharedStrings.xml':
            '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>',
        },
      }),
    UNREADABLE,
  ],
  [
    'a text of 25 MB',
    () =>
      rawWorkbook({
        sheet: '<sheetData><row><c t="s"><v>0</v></c></row></sheetData>',
        texts: `<si><t>${times(25_000_000, 'x')}</t></si>`,
      }),
    EITHER,
  ],
  [
    'one long text in 100,000 cells',
    () =>
      rawWorkbook({
        sheet: `<sheetData>${times(10_000, `<row>${times(10, '<c t="s"><v>0</v></c>')}</row>`)}</sheetData>`,
        texts: `<si><t>${times(2_000, 'x')}</t></si>`,
      }),
    UNREADABLE,
  ],
  [
    '1,000,000 shared texts',
    () => rawWorkbook({ sheet: data, texts: times(1_000_000, '<si/>') }),
    UNREADABLE,
  ],
  [
    '1,000,000 formats',
    () => rawWorkbook({ sheet: data, styles: `<cellXfs>${times(1_000_000, '<xf/>')}</cellXfs>` }),
    UNREADABLE,
  ],
  [
    'a format of 60,000 brackets',
    () =>
      rawWorkbook({
        sheet: data,
        styles: `<numFmts><numFmt numFmtId="164" formatCode="${times(60_000, '[')}"/></numFmts>`,
      }),
    ROWS,
  ],
  [
    '1,000,000 cells beside each other',
    () => sheetOf(`<sheetData><row>${times(1_000_000, '<c/>')}</row></sheetData>`),
    'broken',
  ],
  [
    '1,000,000 cells in one place',
    () => sheetOf(`<sheetData><row r="1">${times(1_000_000, '<c r="A1"/>')}</row></sheetData>`),
    UNREADABLE,
  ],
  [
    'a cell beyond the last column',
    () => sheetOf('<sheetData><row r="1"><c r="ZZZ1"><v>1</v></c></row></sheetData>'),
    'broken',
  ],
  [
    'a row beyond the last',
    () => sheetOf('<sheetData><row r="99999999999"><c><v>1</v></c></row></sheetData>'),
    'broken',
  ],
  [
    'a day beyond the last year',
    () =>
      rawWorkbook({
        sheet: '<sheetData><row><c s="0"><v>1e300</v></c></row></sheetData>',
        styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
      }),
    'no-columns',
  ],
  [
    'one part as a thousand sheets',
    () =>
      rawWorkbook({ sheet: data, sheets: `<sheets>${times(1_000, '<sheet name="A" r:id="r1"/>')}</sheets>` }),
    'sheets',
  ],
  [
    'a sheet that is its own list of parts',
    () =>
      rawWorkbook({
        parts: {
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="_rels/workbook.xml.rels"/></Relationships>',
        },
      }),
    'empty',
  ],
  [
    'a sheet outside of the file',
    () =>
      rawWorkbook({
        parts: {
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="file:///etc/passwd"/></Relationships>',
        },
      }),
    'broken',
  ],
  ['a sheet that inflates to 40 MB', () => sheetOf(`${data}${times(40_000_000, ' ')}`), 'inflated'],
  [
    '1,500 parts',
    () =>
      rawWorkbook({
        sheet: data,
        parts: Object.fromEntries(Array.from({ length: 1_500 }, (_, n) => [`x/${n}.bin`, ''])),
      }),
    'broken',
  ],
  ['2,000 rows of signs that each stand for eighteen', () => said('ﷺ'.repeat(1_900)), EITHER],
  ['2,000 rows of a letter that the net looks at twice', () => said('Đ'.repeat(1_900)), EITHER],
  [
    '180,000 headings in the first rows',
    () =>
      rawWorkbook({
        sheet: `<sheetData>${times(20, `<row>${times(9_000, '<c t="s"><v>0</v></c>')}</row>`)}</sheetData>`,
        texts: '<si><t>ủy ban kiểm</t></si>',
      }),
    EITHER,
  ],
  ['2 MB of line ends', () => Buffer.from(times(TABLE_LIMITS.fileBytes, '\n')), EITHER],
  ['2 MB of quotes', () => Buffer.from(times(TABLE_LIMITS.fileBytes, '"')), /./],
  ['2 MB of semicolons', () => Buffer.from(times(TABLE_LIMITS.fileBytes, ';')), 'not-a-table'],
  ['a quote opened in each of 100,000 cells', () => Buffer.from(times(100_000, '"a;b\n')), /./],
  ['2 MB of control characters', () => Buffer.alloc(TABLE_LIMITS.fileBytes, 1), 'not-a-table'],
];

describe('a file that means harm is read or politely refused in time, and others are served meanwhile', () => {
  test.each(FILES)('%s', async (_, make, expected) => {
    const bytes = make();
    expect(bytes.length).toBeLessThanOrEqual(TABLE_LIMITS.fileBytes);
    await readHonest();
    const { read, ms, stood } = await readBeside(bytes);
    expect([ms < WITHIN_MS, stood < WAIT_MS], `${Math.round(ms)} ms, ${Math.round(stood)} ms`).toEqual([
      true,
      true,
    ]);
    expect('fault' in read ? read.fault : ROWS).toMatch(expected);
    await readHonest();
  });
});

/** Pieces of workbooks, each alone and many times, in any order and in each other, closed or not. */
const reference = fc.oneof(
  fc.constantFrom(
    'A1',
    '$A$1',
    'A1:C3',
    'a1:b2',
    'XFD1048576',
    'A1:XFD1048576',
    '$B$2:$A$1',
    'A:A',
    '1:1',
    ':',
    '',
  ),
  fc.string({ maxLength: 12 }),
);
const number = fc.constantFrom('0', '1', '-1', '2', '99999999', '1e300', 'NaN', '0x10', '', '1.5');
const name = fc.constantFrom(
  ...[
    'sheetData',
    'row',
    'c',
    'v',
    'f',
    'is',
    't',
    'si',
    'r',
    'rPh',
    'mergeCells',
    'mergeCell',
    'cols',
    'col',
  ],
  ...[
    'x:row',
    'x:c',
    'dimension',
    'sheets',
    'sheet',
    'definedNames',
    'definedName',
    'extLst',
    'a',
    'xf',
    'numFmt',
  ],
);
const attribute = fc.oneof(
  fc.tuple(fc.constantFrom('r', 'ref', 'sqref'), reference),
  fc.tuple(fc.constantFrom('s', 'min', 'max', 'count', 'numFmtId', 'r', 'id'), number),
  fc.tuple(
    fc.constantFrom('t', 'name', '__proto__', 'constructor', 'r:id'),
    fc.constantFrom('s', 'n', 'e', 'd', 'str', 'r1'),
  ),
  fc.tuple(fc.constant('formatCode'), fc.string({ maxLength: 40 })),
);
const opening = fc
  .tuple(
    name,
    fc.array(attribute, { maxLength: 4 }),
    fc.constantFrom('"', "'"),
    fc.constantFrom('', ' ', '\n'),
  )
  .map(([element, attributes, quote, blank]) => {
    const written = attributes.map(
      ([key, value]) => ` ${key}${blank}=${blank}${quote}${value.replace(/[<&"']/g, '')}${quote}`,
    );
    return `<${element}${written.join('')}`;
  });
const piece: fc.Arbitrary<string> = fc.oneof(
  opening.map((open) => `${open}>`),
  opening.map((open) => `${open}/>`),
  name.map((one) => `</${one}>`),
  fc.constantFrom(
    '<![CDATA[x]]>',
    '&amp;',
    '&#0;',
    '&#x1F600;',
    '&nbsp;',
    '<!-- -->',
    '<?x?>',
    'x',
    '46728',
    '_x0000_',
  ),
);
const pieces = fc
  .array(fc.tuple(piece, fc.constantFrom(1, 1, 1, 2, 1_000, 100_000)), { maxLength: 12 })
  .map((all) =>
    all.map(([one, count]) => times(Math.min(count, Math.ceil(2_000_000 / one.length)), one)).join(''),
  );
const closed = fc
  .array(fc.tuple(name, pieces), { maxLength: 4 })
  .map((all) => all.map(([one, inner]) => `<${one}>${inner}</${one}>`).join(''));
const WHERE = ['sheet', 'texts', 'styles', 'book', 'sheets'] as const;

test('parts made of anything are read or politely refused in time, and the next file is read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(pieces, closed), fc.constantFrom(...WHERE), async (part, where) => {
      await readHonest();
      const { read, ms } = await readBeside(rawWorkbook({ sheet: data, [where]: part }));
      expect('fault' in read || read.rows.length > 0).toBe(true);
      expect(ms).toBeLessThan(WITHIN_MS);
      await readHonest();
    }),
    { numRuns: 40 },
  );
}, 120_000);

test('a thread is ended with the file that takes too long: nothing goes on reckoning after the answer', async () => {
  await readHonest();
  const { read } = await readBeside(sheetOf(times(3_000_000, '<a/>')), { readMs: 50, waitMs: 5_000 });
  expect(read).toEqual({ fault: 'unreadable' });
  const before = process.cpuUsage();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(250);
  await readHonest();
});

test('files come to their turn one after the other; more than may wait are told so at once', async () => {
  const reads = await Promise.all(Array.from({ length: 30 }, () => readPlanApart(sheetOf(data))));
  const said = reads.map((read) => ('fault' in read ? read.fault : ROWS));
  expect(said).toEqual([...Array(4).fill(ROWS), ...Array(26).fill('busy')]);
});

test('a file whose turn does not come in the told time is told so then; one that has begun is read to its end', async () => {
  await readHonest();
  const limits = { readMs: 1_500, waitMs: 500 };
  const [first, second] = await Promise.all([
    readBeside(sheetOf(times(6_000_000, '<a/>')), limits),
    readBeside(sheetOf(data), limits),
  ]);
  expect([first.read, second.read]).toEqual([{ fault: 'unreadable' }, { fault: 'busy' }]);
  expect(second.ms).toBeLessThan(1_500);
  await readHonest();
});
