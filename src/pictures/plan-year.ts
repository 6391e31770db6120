import { DateTime } from 'luxon';
import { BAR, bar, FAINT, HATCHING, INK, legend, line } from './bars.ts';
import { fitLines, widthOf } from './fit-text.ts';
import { WIDTH } from './png.ts';
import type { Picture } from './svg.ts';

/**
 * A line of the plan: days half-open; `name`: what they are called where they are whole months or quarters; `clashes`: the numbers of the
 * overlaps it is in, the same number at both lines.
 */
export type YearBar = {
  from: string;
  to: string;
  name?: string | undefined;
  isOwnLead: boolean;
  isJoint: boolean;
  clashes: number[];
};

/** A target with its lines; `gap`: what is said of one that has none. */
export type YearRow = { name: string; bars: YearBar[]; gap: string | null };

export type YearPicture = {
  title: string;
  subtitle: string;
  year: number;
  /** 'YYYY-MM-DD'; outside of the year nothing marks it. */
  today: string;
  /** `months`: twelve short names. `notCompared`: said in place of overlaps and gaps, which nobody has looked for yet. */
  words: {
    ownLead: string;
    otherLead: string;
    joint: string;
    clash: string;
    gap: string;
    today: string;
    months: string[];
    notCompared?: string;
  };
  rows: YearRow[];
};

const LEFT = 10;
const RIGHT = 10;
const HEAD = 106;
const FOOT = 14;
const NAME = 14;
const LANE = 19;
const BEFORE_LANE = 4;
const AFTER_ROW = 4;
/** Points of a page's height: Telegram shrinks what is longer until it cannot be read. */
const PAGE = 800;
const SMALL = 10;
const NOTE_GAP = 6;
const RED = '#b3261e';
const FADED = '#9aa5b1';
const SHADE = '#f1f4f7';

/** The year as a timeline, a row a target, as many pages as it takes; at least one. Said by filling, ring and numbers, never by colour alone. */
export function yearPages(given: YearPicture): Picture[] {
  const scale = makeScale(given.year);
  const pages = placePages(given, scale);
  return pages.map((page, at) => drawPage(given, page, scale, `${at + 1}/${pages.length}`));
}

/** The page, from 0, on which the first line stands that is not over yet; the first page when all are. */
export function pageAhead(given: YearPicture): number {
  const pages = placePages(given, makeScale(given.year));
  const isAhead = ({ row }: PlacedRow) => row.bars.some(({ to }) => to > given.today);
  return Math.max(
    pages.findIndex((page) => page.some(isAhead)),
    0,
  );
}

const placePages = ({ rows }: YearPicture, scale: Scale): PlacedRow[][] =>
  splitPages(rows.map((row) => placeRow(row, scale)));

type Scale = { at: (day: string) => number; months: number[] };

function makeScale(year: number): Scale {
  const first = DateTime.fromObject({ year, month: 1, day: 1 });
  const days = first.daysInYear;
  const perDay = (WIDTH - LEFT - RIGHT) / days;
  const x = (count: number) => LEFT + Math.min(Math.max(count, 0), days) * perDay;
  return {
    at: (day) => x(Math.round(DateTime.fromISO(day).diff(first, 'days').days)),
    months: Array.from({ length: 13 }, (_, n) =>
      x(Math.round(first.plus({ months: n }).diff(first, 'days').days)),
    ),
  };
}

type Note = { days: string; x: number; width: number };
type Placed = { x: number; width: number; note: Note; lane: number; bar: YearBar };
type PlacedRow = { row: YearRow; name: string[]; bars: Placed[]; height: number };

/** Bars that would cover each other, or each other's words, lie in lanes below each other. */
function placeRow(row: YearRow, scale: Scale): PlacedRow {
  const ends: number[] = [];
  const bars = row.bars
    .toSorted((one, other) => one.from.localeCompare(other.from))
    .map((one) => {
      const x = scale.at(one.from);
      const width = Math.max(scale.at(one.to) - x, 5);
      const note = noteOf(one, x, width);
      const [from, to] = [Math.min(x, note.x), Math.max(x + width, note.x + note.width)];
      const free = ends.findIndex((end) => end + 4 <= from);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = to;
      return { x, width, note, lane, bar: one };
    });
  const name = fitLines(row.name, WIDTH - LEFT - RIGHT, 11.5, 2);
  const height = name.length * NAME + BEFORE_LANE + Math.max(ends.length, 1) * LANE + AFTER_ROW;
  return { row, name, bars, height };
}

/** Beside the bar, right before left; on a bar that leaves room at neither side, in its middle. */
function noteOf(one: YearBar, x: number, width: number): Note {
  const days = daysOf(one);
  const own = widthOf(days, SMALL) + (one.clashes.length > 0 ? clashWidth(one) : 0);
  const [left, right] = [x - NOTE_GAP - own, x + width + NOTE_GAP];
  if (right + own <= WIDTH - RIGHT) return { days, x: right, width: own };
  return { days, x: left >= LEFT ? left : x + (width - own) / 2, width: own };
}

/** "Quý II", "07–11/06", or "28/06–02/07": both days included. */
function daysOf({ from, to, name }: YearBar): string {
  if (name !== undefined) return name;
  const [first, last] = [DateTime.fromISO(from), DateTime.fromISO(to).minus({ days: 1 })];
  if (first.toISODate() === last.toISODate()) return first.toFormat('dd/MM');
  return `${first.toFormat(first.hasSame(last, 'month') ? 'dd' : 'dd/MM')}–${last.toFormat('dd/MM')}`;
}

function splitPages(rows: readonly PlacedRow[]): PlacedRow[][] {
  const pages: PlacedRow[][] = [[]];
  let height = HEAD + FOOT;
  for (const row of rows) {
    if (height + row.height > PAGE && pages.at(-1)!.length > 0) {
      pages.push([]);
      height = HEAD + FOOT;
    }
    pages.at(-1)!.push(row);
    height += row.height;
  }
  return pages;
}

function drawPage(given: YearPicture, rows: readonly PlacedRow[], scale: Scale, page: string): Picture {
  const height = HEAD + rows.reduce((sum, row) => sum + row.height, 0) + FOOT;
  let y = HEAD;
  const drawn = rows.flatMap((row) => {
    const parts = drawRow(row, y);
    y += row.height;
    return parts;
  });
  const body = [
    HATCHING,
    line(fitLines(given.title, WIDTH - 60, 15, 1)[0] ?? '', LEFT, 20, { size: 15, bold: true }),
    line(page, WIDTH - RIGHT, 20, { size: 11, end: true }),
    line(fitLines(given.subtitle, WIDTH - 20, 11, 1)[0] ?? '', LEFT, 36, { size: 11 }),
    ...legends(given.words),
    ...monthLines(scale, given.words.months, height),
    ...todayLine(given, scale, height),
    ...drawn,
  ];
  return { width: WIDTH, height, body: body.join('') };
}

/** Three on the first line, two on the second. */
function legends(words: YearPicture['words']): string[] {
  const third = (WIDTH - LEFT - RIGHT) / 3;
  return [
    legend(LEFT, 44, 'own', words.ownLead),
    legend(LEFT + 40 + widthOf(words.ownLead, 11), 44, 'other', words.otherLead),
    bar(LEFT + 2 * third + 14, 44, 22, 'own'),
    ring(LEFT + 2 * third + 14, 44, 22),
    line(words.joint, LEFT + 2 * third + 43, 55, { size: 11 }),
    ...(words.notCompared === undefined
      ? findingLegends(words, third)
      : [line(words.notCompared, LEFT, 75, { size: 11 })]),
  ];
}

const findingLegends = (words: YearPicture['words'], third: number): string[] => [
  ...triangle(LEFT + 5, 65, '1'),
  line(words.clash, LEFT + 28, 75, { size: 11 }),
  emptyTrack(LEFT + third + 44, 65, 22),
  line(words.gap, LEFT + third + 72, 75, { size: 11 }),
];

function monthLines({ months }: Scale, names: readonly string[], height: number): string[] {
  return months.slice(0, 12).flatMap((x, n) => {
    const width = months[n + 1]! - x;
    const shade =
      n % 2 === 0
        ? `<rect x="${x}" y="${HEAD - 20}" width="${width}" height="${height - HEAD + 14}" fill="${SHADE}"/>`
        : '';
    return [shade, line(names[n] ?? '', x + 3, HEAD - 8, { size: SMALL, bold: true })];
  });
}

function todayLine({ today, year, words }: YearPicture, scale: Scale, height: number): string[] {
  if (!today.startsWith(`${year}-`)) return [];
  const x = scale.at(today);
  const isLeft = x > WIDTH - 60;
  return [
    `<line x1="${x}" y1="${HEAD - 4}" x2="${x}" y2="${height - 6}" stroke="${FADED}" stroke-dasharray="3 3"/>`,
    line(words.today, isLeft ? x - 3 : x + 3, height - 4, { size: 9, end: isLeft }),
  ];
}

function drawRow({ row, name, bars }: PlacedRow, y: number): string[] {
  const top = y + name.length * NAME + BEFORE_LANE;
  return [
    `<line x1="${LEFT}" y1="${y - 1}" x2="${WIDTH - RIGHT}" y2="${y - 1}" stroke="${FAINT}"/>`,
    ...name.map((words, n) => line(words, LEFT, y + 12 + n * NAME, { size: 11.5, bold: true })),
    ...(row.gap === null ? [] : drawGap(row.gap, top)),
    ...bars.flatMap((one) => drawBar(one, top + one.lane * LANE)),
  ];
}

function drawGap(words: string, y: number): string[] {
  const shown = fitLines(words, WIDTH - LEFT - RIGHT - 24, SMALL, 1)[0] ?? '';
  const width = widthOf(shown, SMALL);
  const x = (WIDTH - width) / 2;
  return [
    emptyTrack(LEFT, y, WIDTH - LEFT - RIGHT),
    blank(x, y, width),
    line(shown, x, y + 11, { size: SMALL }),
  ];
}

/** What stands behind words that lie on something. */
const blank = (x: number, y: number, width: number): string =>
  `<rect x="${x - 5}" y="${y + 1}" width="${width + 10}" height="${BAR - 2}" fill="#ffffff"/>`;

function drawBar({ x, width, note, bar: one }: Placed, y: number): string[] {
  const isOnBar = x < note.x && note.x < x + width;
  return [
    bar(x, y, width, one.isOwnLead ? 'own' : 'other'),
    ...(one.isJoint ? [ring(x, y, width)] : []),
    ...(isOnBar ? [blank(note.x, y, note.width)] : []),
    ...(one.clashes.length > 0 ? triangle(note.x + 5, y, clashText(one)) : []),
    line(note.days, note.x + (one.clashes.length > 0 ? clashWidth(one) : 0), y + 11, { size: SMALL }),
  ];
}

/** Two numbers are shown; a "+" says that there are more. */
const clashText = ({ clashes }: YearBar): string =>
  `${clashes.slice(0, 2).join(',')}${clashes.length > 2 ? '+' : ''}`;

const clashWidth = (one: YearBar): number => 15 + widthOf(clashText(one), SMALL) + 4;

/** The sign of an overlap with its number, its left edge 5 points before `x`. */
const triangle = (x: number, y: number, text: string): string[] => [
  `<path d="M${x - 5} ${y + 12} L${x + 1} ${y + 1} L${x + 7} ${y + 12} Z" fill="none" stroke="${RED}" stroke-width="1.8"/>`,
  line(text, x + 10, y + 11, { size: SMALL, bold: true }),
];

const ring = (x: number, y: number, width: number): string =>
  `<rect x="${x - 2}" y="${y - 2}" width="${width + 4}" height="${BAR + 4}" rx="4" fill="none" stroke="${INK}" stroke-width="1.5"/>`;

const emptyTrack = (x: number, y: number, width: number): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${BAR}" rx="2" fill="#ffffff" stroke="${RED}" stroke-width="1.2" stroke-dasharray="4 3"/>`;
