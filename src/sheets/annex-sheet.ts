import type { CellObject, SheetData } from 'write-excel-file/node';
import type { AnnexPaper } from '../domain/plan-annex.ts';
import { words, writeBook } from './write-book.ts';

type Row = SheetData[number];

const FONT = { fontFamily: 'Times New Roman', fontSize: 13 };
const GRID: CellObject = { borderStyle: 'thin', borderColor: '#000000', alignVertical: 'center', wrap: true };
/** Characters of a row of the table, as many as fit across a page in these letters. */
const CHARACTERS = 112;
/** Points of a line of words in the table, what lies around them, and a line above it: not every program finds the height of a row by itself. */
const LINE = 17;
const AROUND = 4;
const TITLE_LINE = 19;
const TITLE: CellObject = { fontSize: 14, align: 'center', alignVertical: 'center', height: TITLE_LINE };
/** Lines for the signature and the seal. */
const ROOM_TO_SIGN = 4;

/** The annex of a plan as XLSX, as it is printed: A4 across, its heading again on each page; `mark` on every page. */
export function writeAnnexSheet(paper: AnnexPaper, mark: string): Promise<Uint8Array> {
  const above = headRows(paper, mark);
  const whole = paper.columns.reduce((sum, { share }) => sum + share, 0);
  const widths = paper.columns.map(({ share }) => Math.round((CHARACTERS * share) / whole));
  const sheet = {
    ...{ name: 'Phụ lục', mark, widths },
    headRows: 0,
    data: [...above, ...tableRows(paper, widths), [], ...signRows(paper)],
    paper: { headingRow: above.length + 1 },
  };
  return writeBook([sheet], FONT);
}

/** The mark, the issuer beside the Party's name, and the titles. */
function headRows({ superior, body, dated, titles, columns }: AnnexPaper, mark: string): SheetData {
  const [left, right] = [Math.floor(columns.length / 2), Math.ceil(columns.length / 2)];
  const bold: CellObject = { ...TITLE, fontWeight: 'bold' };
  const beside = (one: CellObject, other: CellObject): Row => [
    ...spanned(one, left),
    ...spanned(other, right),
  ];
  const party = words('ĐẢNG CỘNG SẢN VIỆT NAM', bold);
  const day = words(dated, { ...TITLE, fontStyle: 'italic' });
  const star = words('*', TITLE);
  const under = superior
    ? [
        beside(words(superior, TITLE), party),
        beside(words(body, bold), day),
        beside(star, words(null, TITLE)),
      ]
    : [beside(words(body, bold), party), beside(star, day)];
  const across = (cell: CellObject): Row => spanned(cell, columns.length);
  return [
    across(words(mark, { ...bold, align: 'right' })),
    ...under,
    [],
    across(words(titles[0], bold)),
    across(words(titles[1], bold)),
    across(words(titles[2], { ...TITLE, fontStyle: 'italic' })),
    [],
  ];
}

function tableRows({ columns, rows }: AnnexPaper, widths: readonly number[]): SheetData {
  const bold: CellObject = { ...GRID, fontWeight: 'bold' };
  const height = (cells: readonly string[]): number =>
    AROUND + LINE * Math.max(...cells.map((cell, at) => linesIn(cell, widths[at]! - 1)));
  const lineOf = (cells: readonly string[], look: CellObject): Row =>
    cells.map((cell, at) =>
      words(cell, {
        ...look,
        height: height(cells),
        ...(look === bold || columns[at]!.isCentred ? { align: 'center' as const } : {}),
      }),
    );
  return [
    lineOf(
      columns.map(({ title }) => title),
      bold,
    ),
    ...rows.map((row) =>
      row.is === 'line'
        ? lineOf(row.cells, GRID)
        : [
            words(row.mark, { ...bold, align: 'center', height: AROUND + LINE }),
            ...spanned(words(row.title, bold), columns.length - 1),
          ],
    ),
  ];
}

/** In how many lines words stand in a column of so many characters. */
function linesIn(text: string, width: number): number {
  let [lines, used] = [1, 0];
  for (const word of text.split(/\s+/u)) {
    const length = Array.from(word).length;
    const isNext = used > 0 && used + 1 + length > width;
    if (isNext) lines += 1;
    used = isNext || used === 0 ? length : used + 1 + length;
    // A word that is longer than a line goes on in the next.
    while (used > width) {
      lines += 1;
      used -= width;
    }
  }
  return lines;
}

/** In the right half. */
function signRows({ signer: [body, title, name], columns }: AnnexPaper): SheetData {
  const half = Math.ceil(columns.length / 2);
  const row = (cell: CellObject): Row => [
    ...Array.from({ length: columns.length - half }, () => words(null)),
    ...spanned(cell, half),
  ];
  const bold: CellObject = { ...TITLE, fontWeight: 'bold' };
  return [
    row(words(body, bold)),
    row(words(title, TITLE)),
    ...Array.from({ length: ROOM_TO_SIGN }, () => []),
    row(words(name, bold)),
  ];
}

/** A cell over several columns. */
const spanned = (cell: CellObject, columnSpan: number): Row => [
  { ...cell, columnSpan },
  ...Array.from({ length: columnSpan - 1 }, () => null),
];
