import {
  AlignmentType,
  BorderStyle,
  Header,
  type IParagraphOptions,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { FONT, HEAD_COLUMNS, SIZE, SMALL_SIZE } from './letter-layout.ts';

/** `size` in half-points. */
export type Look = { bold?: boolean; italics?: boolean; underline?: boolean; small?: boolean; size?: number };

/** A line in the middle of its column. */
export const centred = (text: string, look: Look = {}, options: IParagraphOptions = {}): Paragraph =>
  line(text, look, { alignment: AlignmentType.CENTER, ...options });

/** One line of one look. */
export const line = (text: string, look: Look = {}, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: [run(text, look)] });

/** Lines in the middle of their column that are one paragraph. */
export const centredLines = (lines: string[], look: Look = {}, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    ...options,
    children: lines.map((one, at) => run(one, look, at > 0)),
  });

export const run = (
  text: string,
  { bold, italics, underline, small, size = SIZE }: Look = {},
  isOnNewLine = false,
): TextRun =>
  new TextRun({
    text: printable(text),
    ...(isOnNewLine ? { break: 1 } : {}),
    font: FONT,
    size: small ? SMALL_SIZE : size,
    bold: bold ?? false,
    italics: italics ?? false,
    ...(underline ? { underline: {} } : {}),
  });

/** A control character, half a sign or a noncharacter would make a file that no program opens. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ');

/** An empty line, kept with what follows it. */
export const gap = (): Paragraph => line('', {}, { keepNext: true });

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
};

/** Two columns without borders, of these widths; a row is never split over two pages. */
export const twoColumns = (
  rows: [left: Paragraph[], right: Paragraph[]][],
  widths: readonly [number, number] = HEAD_COLUMNS,
): Table =>
  new Table({
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: { left: 0, right: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({ cantSplit: true, children: cells.map((cell, at) => cellOf(cell, widths[at]!)) }),
    ),
  });

const cellOf = (children: Paragraph[], width: number): TableCell =>
  new TableCell({ width: { size: width, type: WidthType.DXA }, children });

/** "DỰ THẢO" on every page, and on the same line the page's number from the second on. */
export const draftHeaders = (textWidth: number) => ({
  first: new Header({ children: [line(DRAFT, { bold: true }, { alignment: AlignmentType.RIGHT })] }),
  default: new Header({
    children: [
      new Paragraph({
        tabStops: [
          { type: TabStopType.CENTER, position: Math.round(textWidth / 2) },
          { type: TabStopType.RIGHT, position: textWidth },
        ],
        children: [
          new TextRun({ children: [new Tab(), PageNumber.CURRENT, new Tab()], font: FONT, size: SIZE }),
          run(DRAFT, { bold: true }),
        ],
      }),
    ],
  }),
});

const DRAFT = 'DỰ THẢO';
