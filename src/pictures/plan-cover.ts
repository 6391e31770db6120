import { FAINT, INK, line } from './bars.ts';
import { fitLines } from './fit-text.ts';
import { WIDTH } from './png.ts';
import type { Picture } from './svg.ts';

/** A target with its turns in each of the picture's years. */
export type CoverRow = { name: string; turns: number[] };

export type CoverPicture = {
  title: string;
  subtitle: string;
  /** At most six, ascending. */
  years: number[];
  planYear: number;
  words: { turns: string; none: string; plan: string };
  rows: CoverRow[];
};

const LEFT = 10;
const RIGHT = 10;
const HEAD = 96;
const CELL = 31;
const CELL_HEIGHT = 18;
const NAME = 14;
const ROWS_A_PAGE = 20;
const ROW = 34;
const FILL = '#1d4f91';

/** Turns of each target by years, as many pages as it takes; at least one. A number says how many; none is a dashed, empty box. */
export function coverPages(given: CoverPicture): Picture[] {
  const count = Math.max(Math.ceil(given.rows.length / ROWS_A_PAGE), 1);
  return Array.from({ length: count }, (_, at) =>
    drawPage(given, given.rows.slice(at * ROWS_A_PAGE, (at + 1) * ROWS_A_PAGE), `${at + 1}/${count}`),
  );
}

function drawPage(given: CoverPicture, rows: readonly CoverRow[], page: string): Picture {
  const { years, planYear, words } = given;
  const height = HEAD + Math.max(rows.length, 1) * ROW + 8;
  const first = WIDTH - RIGHT - years.length * CELL;
  const body = [
    line(fitLines(given.title, WIDTH - 60, 15, 1)[0] ?? '', LEFT, 20, { size: 15, bold: true }),
    line(page, WIDTH - RIGHT, 20, { size: 11, end: true }),
    line(fitLines(given.subtitle, WIDTH - 20, 11, 1)[0] ?? '', LEFT, 36, { size: 11 }),
    ...cell(LEFT, 46, 1),
    line(words.turns, LEFT + CELL + 4, 59, { size: 11 }),
    ...cell(WIDTH / 2, 46, 0),
    line(words.none, WIDTH / 2 + CELL + 4, 59, { size: 11 }),
    ...years.map((year, n) =>
      line(year === planYear ? `${year}*` : String(year), first + n * CELL + 3, HEAD - 8, {
        size: 10,
        bold: year === planYear,
      }),
    ),
    line(`* ${words.plan}`, LEFT, HEAD - 8, { size: 10 }),
    ...rows.flatMap((row, n) => drawRow(row, HEAD + n * ROW, first)),
  ];
  return { width: WIDTH, height, body: body.join('') };
}

function drawRow({ name, turns }: CoverRow, y: number, first: number): string[] {
  const lines = fitLines(name, first - LEFT - 8, 11, 2);
  const top = lines.length > 1 ? y + 13 : y + 20;
  return [
    `<line x1="${LEFT}" y1="${y}" x2="${WIDTH - RIGHT}" y2="${y}" stroke="${FAINT}"/>`,
    ...lines.map((words, n) => line(words, LEFT, top + n * NAME, { size: 11 })),
    ...turns.flatMap((count, n) => cell(first + n * CELL, y + 8, count)),
  ];
}

const cell = (x: number, y: number, count: number): string[] =>
  count === 0
    ? [
        `<rect x="${x + 2}" y="${y}" width="${CELL - 5}" height="${CELL_HEIGHT}" rx="2" fill="none" stroke="${INK}" stroke-width="0.8" stroke-dasharray="3 3"/>`,
      ]
    : [
        `<rect x="${x + 2}" y="${y}" width="${CELL - 5}" height="${CELL_HEIGHT}" rx="2" fill="#dbe7f5" stroke="${FILL}" stroke-width="1.5"/>`,
        line(String(count), x + CELL / 2 - 3, y + 13, { size: 11, bold: true }),
      ];
