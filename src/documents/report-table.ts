import {
  AlignmentType,
  Table as DocxTable,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { type Cell, cellText, type Table } from '../domain/report-table.ts';
import { SMALL_SIZE, SPACE_BEFORE, TEXT_WIDTH } from './letter-layout.ts';
import { line, run } from './letter-parts.ts';
import { BORDERS, splitWidth } from './table-grid.ts';

/** Between a border and the words, in twips. */
const CELL_MARGINS = { top: 30, bottom: 30, left: 70, right: 70 };

/** A table as wide as the text under its title, the header again on each page; its notes below. */
export function reportTable(table: Table): (Paragraph | DocxTable)[] {
  const widths = splitWidth(
    TEXT_WIDTH,
    table.columns.map(({ width }) => width),
  );
  return [
    line(
      table.title,
      { bold: true, small: true },
      { keepNext: true, spacing: { before: 2 * SPACE_BEFORE, after: SPACE_BEFORE } },
    ),
    new DocxTable({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: BORDERS,
      margins: CELL_MARGINS,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: table.columns.map(({ title }, at) => cellOf(title, widths[at]!, { isHeader: true })),
        }),
        ...withoutRepeats(table.rows).map(
          (row) =>
            new TableRow({
              cantSplit: true,
              children: row.map((cell, at) => cellOf(cell, widths[at]!, { isHeader: false })),
            }),
        ),
      ],
    }),
    ...table.notes.map((note) =>
      line(note, { italics: true, small: true }, { spacing: { before: SPACE_BEFORE } }),
    ),
  ];
}

/** Words that begin several rows one after the other stand in the first of them. */
const withoutRepeats = (rows: Cell[][]): Cell[][] =>
  rows.map((row, at) => {
    const [first = null, ...others] = row;
    return typeof first === 'string' && first === rows[at - 1]?.[0] ? [null, ...others] : row;
  });

function cellOf(cell: Cell, width: number, { isHeader }: { isHeader: boolean }): TableCell {
  const isNumber = typeof cell === 'number' || (cell !== null && typeof cell === 'object' && 'share' in cell);
  const alignment = isHeader ? AlignmentType.CENTER : isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      // Without it an empty cell would be as high as the text's own letters.
      new Paragraph({
        alignment,
        run: { size: SMALL_SIZE },
        children: [run(cellText(cell, 'vi'), { bold: isHeader, small: true })],
      }),
    ],
  });
}
