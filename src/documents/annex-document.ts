import {
  AlignmentType,
  type ITableCellOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { AnnexPaper } from '../domain/plan-annex.ts';
import { writeDraft } from './draft-document.ts';
import { LANDSCAPE, SPACE_BEFORE, TABLE_SIZE } from './letter-layout.ts';
import { centred, gap, run, twoColumns } from './letter-parts.ts';
import { partyTitle } from './letter-titles.ts';
import { BORDERS, splitWidth } from './table-grid.ts';

const WIDTH = LANDSCAPE.textWidth;
/** The issuer's and the Party's column at the head, as wide as the text; who signs stands in the right one. */
const LEFT = Math.round(WIDTH * 0.44);
const HALVES = [LEFT, WIDTH - LEFT] as const;
/** Lines for the signature and the seal. */
const ROOM_TO_SIGN = 4;

/** The annex of a plan as DOCX: A4 across, its heading again on each page, every page marked "DỰ THẢO". */
export const writeAnnex = (paper: AnnexPaper): Promise<Buffer> =>
  writeDraft(
    `phụ lục: ${paper.titles[1]}`,
    [
      head(paper),
      centred(paper.titles[0], { bold: true }, { spacing: { before: 2 * SPACE_BEFORE } }),
      centred(paper.titles[1], { bold: true }),
      centred(paper.titles[2], { italics: true }, { spacing: { after: 2 * SPACE_BEFORE } }),
      table(paper),
      gap(),
      signature(paper),
    ],
    LANDSCAPE,
  );

const head = ({ superior, body, dated }: AnnexPaper): Table =>
  twoColumns(
    [
      [
        [...(superior ? [centred(superior)] : []), centred(body, { bold: true }), centred('*')],
        [...partyTitle(HALVES[1]), centred(dated, { italics: true }, { spacing: { before: SPACE_BEFORE } })],
      ],
    ],
    HALVES,
  );

const signature = ({ signer: [body, title, name] }: AnnexPaper): Table =>
  twoColumns(
    [
      [
        [gap()],
        [
          centred(body, { bold: true }),
          centred(title),
          ...Array.from({ length: ROOM_TO_SIGN }, gap),
          centred(name, { bold: true }),
        ],
      ],
    ],
    HALVES,
  );

/** Between a border and the words, in twips. */
const CELL_MARGINS = { top: 40, bottom: 40, left: 70, right: 70 };

function table({ columns, rows }: AnnexPaper): Table {
  const widths = splitWidth(
    WIDTH,
    columns.map(({ share }) => share),
  );
  const rest = widths.slice(1).reduce((sum, width) => sum + width, 0);
  const headings = columns.map(({ title }, at) => cell(title, widths[at]!, { bold: true, isCentred: true }));
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    margins: CELL_MARGINS,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: headings }),
      ...rows.map((row, at) =>
        row.is === 'line'
          ? lineRow(row.cells, { columns, widths, isLast: at === rows.length - 1 })
          : groupRow(row, [widths[0]!, rest], columns.length - 1),
      ),
    ],
  });
}

type Lines = { columns: AnnexPaper['columns']; widths: number[]; isLast: boolean };

/** The last one stays with the signature. */
const lineRow = (cells: string[], { columns, widths, isLast }: Lines): TableRow =>
  new TableRow({
    cantSplit: true,
    children: cells.map((words, at) =>
      cell(words, widths[at]!, { isCentred: columns[at]!.isCentred === true, keepNext: isLast }),
    ),
  });

/** Never left alone at the end of a page. */
const groupRow = (
  { mark, title }: { mark: string; title: string },
  [first, rest]: [number, number],
  columnSpan: number,
): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [
      cell(mark, first, { bold: true, isCentred: true, keepNext: true }),
      cell(title, rest, { bold: true, keepNext: true }, { columnSpan }),
    ],
  });

type CellLook = { bold?: boolean; isCentred?: boolean; keepNext?: boolean };

const cell = (
  words: string,
  width: number,
  { bold = false, isCentred = false, keepNext = false }: CellLook,
  options: Pick<ITableCellOptions, 'columnSpan'> = {},
): TableCell =>
  new TableCell({
    ...options,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
        keepNext,
        children: [run(words, { bold, size: TABLE_SIZE })],
      }),
    ],
  });
