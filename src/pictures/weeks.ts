import { DateTime } from 'luxon';
import { bar, FAINT, HATCHING, INK, legend, line } from './bars.ts';
import { WIDTH } from './png.ts';
import type { Picture } from './svg.ts';

/** One inspection: days half-open; `isOwnLead` decides the hatching; `note` stands beside the bar. */
export type WeekRow = { code: string; from: string; to: string; isOwnLead: boolean; note: string };

export type WeeksPicture = {
  title: string;
  /** A Monday, 'YYYY-MM-DD'. */
  from: string;
  /** 'YYYY-MM-DD'; outside of the eight weeks nothing marks it. */
  today: string;
  words: { ownLead: string; otherLead: string; today: string };
  rows: WeekRow[];
};

/** Weeks across. */
export const WEEKS = 8;

const LABEL = 102;
const RIGHT = 8;
const HEAD = 78;
const ROW = 34;
const DAYS = WEEKS * 7;

const perDay = (WIDTH - LABEL - RIGHT) / DAYS;

/** The eight weeks as a timeline, one row an inspection: who leads is told by filling and hatching, never by colour alone. */
export function weeksPicture({ title, from, today, words, rows }: WeeksPicture): Picture {
  const height = HEAD + Math.max(rows.length, 1) * ROW + 8;
  const dayOf = (day: string) => DateTime.fromISO(day).diff(DateTime.fromISO(from), 'days').days;
  const at = (day: string) => LABEL + Math.min(Math.max(dayOf(day), 0), DAYS) * perDay;
  const isInside = dayOf(today) >= 0 && dayOf(today) < DAYS;
  const body = [
    HATCHING,
    line(title, 10, 20, { size: 15, bold: true }),
    legend(10, 30, 'own', words.ownLead),
    legend(WIDTH / 2, 30, 'other', words.otherLead),
    ...weekLines(from, height),
    ...(isInside ? todayLine(at(today) + perDay / 2, height, words.today) : []),
    ...rows.flatMap((row, i) => rowLines(row, HEAD + i * ROW, at)),
  ];
  return { width: WIDTH, height, body: body.join('') };
}

/** The weeks by their Mondays, every second one named. */
function weekLines(from: string, height: number): string[] {
  const monday = DateTime.fromISO(from);
  return Array.from({ length: WEEKS + 1 }, (_, i) => {
    const x = LABEL + i * 7 * perDay;
    const name =
      i < WEEKS ? line(monday.plus({ weeks: i }).toFormat('dd/MM'), x + 2, HEAD - 8, { size: 10 }) : '';
    return `<line x1="${x}" y1="${HEAD - 20}" x2="${x}" y2="${height - 4}" stroke="${FAINT}"/>${name}`;
  });
}

const todayLine = (x: number, height: number, word: string): string[] => [
  `<line x1="${x}" y1="${HEAD - 4}" x2="${x}" y2="${height - 4}" stroke="${INK}" stroke-dasharray="3 3"/>`,
  line(word, Math.min(x + 3, WIDTH - 44), height - 6, { size: 9 }),
];

function rowLines(
  { code, from, to, isOwnLead, note }: WeekRow,
  y: number,
  at: (day: string) => number,
): string[] {
  const [x, end] = [at(from), at(to)];
  const width = Math.max(end - x, 4);
  return [
    line(code, 10, y + 14, { size: 12, bold: true }),
    bar(x, y + 3, width, isOwnLead ? 'own' : 'other'),
    line(note, Math.min(x, WIDTH - RIGHT - note.length * 5.2), y + 28, { size: 10 }),
  ];
}
