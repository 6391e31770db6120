import { DateTime } from 'luxon';
import { addDays, dayFrom } from './calendar-day.ts';
import { type DateParse, parseDateVi } from './dates-vi.ts';
import { fold } from './fold.ts';
import { ownEntry } from './own-entry.ts';
import { ZONE } from './working-time.ts';

/** Days of a plan's line, `to` excluded; or why what was written is none. */
export type PlanWindow =
  | { from: string; to: string }
  | { why: PlanWindowFault; choices?: { from: string; to: string }[] };

/** Why days are not taken. */
export const PLAN_WINDOW_FAULTS = ['unclear', 'no-such-date', 'end-before-start', 'other-year'] as const;
export type PlanWindowFault = (typeof PLAN_WINDOW_FAULTS)[number];

const refuse = (why: PlanWindowFault): PlanWindow => ({ why });

const monthStart = (year: number, month: number): string =>
  DateTime.fromObject({ year, month }, { zone: 'utc' }).toFormat('yyyy-MM-dd');

/** Months first … last of a year, both included. */
const months = (year: number, first: number, last: number): PlanWindow => ({
  from: monthStart(year, first),
  to: last === 12 ? monthStart(year + 1, 1) : monthStart(year, last + 1),
});

/** A window as people write it in a plan for `year`: quý I, tháng 3-4, 6 tháng đầu năm, 7–11/12, từ … đến …, one day. Never throws. */
export function readPlanWindow(written: string, year: number): PlanWindow {
  const plain = plainDay(written);
  if (plain) return inYear(plain, year);
  // Folding drops the dash, and with it the difference between "tháng 5-7" and "tháng 5, 7".
  const words = fold(written.replace(/[-–—−]/gu, ' den '));
  if (/^\d{5}$/.test(words)) return inYear(dayWindow(addDays('1899-12-30', Number(words))), year);
  if (words === '') return refuse('unclear');
  const said = words.match(/(?:^| )(20\d\d)$/)?.[1];
  const rest = words
    .replace(/^(?:trong|du kien|khoang|thoi gian) /, '')
    .replace(/(?<=[a-z0-9]) (?:nam )?20\d\d$/, '');
  const known = readSpan(rest, said ? Number(said) : year);
  if (known) return inYear(known, year);
  if (isRelative(words, written)) return refuse('unclear');
  const readable = written
    .replace(/(?<![\p{L}\d])[tT] ?(?=\d{1,2}(?!\d))/gu, 'tháng ')
    // The year of the end is that of the start, however long the days are.
    .replace(/(\d{1,2}\/\d{1,2})( – .*\/(20\d\d))$/u, '$1/$3$2');
  return inYear(windowOf(parseDateVi(readable, newYear(year)), year), year);
}

/** A whole date in numbers, as most cells hold: no need to ask what it may mean. */
function plainDay(written: string): PlanWindow | undefined {
  const iso = written.match(/^(\d{4})-(\d\d)-(\d\d)$/);
  const said = iso
    ? [iso[3], iso[2], iso[1]]
    : written.match(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/)?.slice(1);
  if (!said) return undefined;
  const [day, month, year] = said.map(Number);
  const found = dayFrom(year!, month!, day!);
  return found === undefined ? refuse('no-such-date') : dayWindow(found);
}

/** Two columns, each read by `read`: the first day of the one and the last of the other; an empty end is that of the start. */
export function readPlanSpan(
  read: (written: string) => PlanWindow,
  start: string,
  end: string | undefined,
): PlanWindow {
  const first = read(start);
  if ('why' in first || end === undefined) return first;
  const last = read(end);
  if ('why' in last) return last;
  return last.to <= first.from ? refuse('end-before-start') : { from: first.from, to: last.to };
}

const newYear = (year: number): DateTime => DateTime.fromObject({ year }, { zone: ZONE });

const dayWindow = (day: string): PlanWindow => ({ from: day, to: addDays(day, 1) });

/** A plan says nothing that hangs on the day it is read: "tuần sau", "thứ Ba", "mai". "Tháng sáu" is June. */
const isRelative = (words: string, written: string): boolean =>
  /(?:^| )(?:hom|mai|nay|tuan|week|next|this|last|today|tomorrow|nua)(?: |$)| toi$/.test(words) ||
  (/(?:^| )sau(?: |$)/.test(words) && !/sáu/iu.test(written.normalize('NFC'))) ||
  (/(?:^| )(?:thu|chu nhat|[a-z]{3,6}day)(?: |$)/.test(words) && !/\d{1,2} \d{1,2}/.test(words));

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const JOIN = '(?: (?:va|and|den|to|toi) | )';

/** Whole years, halves, and lists of months or quarters that follow each other. */
function readSpan(words: string, year: number): PlanWindow | undefined {
  if (/^(?:ca nam|nam|whole year)$/.test(words)) return months(year, 1, 12);
  const half = words.match(/^(?:6 thang|sau thang|nua) (dau|cuoi)(?: nam)?$/)?.[1];
  if (half) return half === 'dau' ? months(year, 1, 6) : months(year, 7, 12);
  const quarters = listOf(words, /(?:quy|qui|q) ?/, '(?:iv|i{1,3}|[1-4])', 4);
  if (quarters === 'apart') return refuse('unclear');
  if (quarters) return months(year, 3 * quarters[0] - 2, 3 * quarters[1]);
  const listed = listOf(words, /(?:thang|t) ?/, '(?:1[0-2]|0?[1-9])', 12);
  if (listed === 'apart') return refuse('unclear');
  return listed && months(year, ...listed);
}

/** The first and the last of numbers that each follow the one before ("tháng 3, 4"), or that a dash joins ("tháng 3-6"); months between which lie others are no one window. */
function listOf(
  words: string,
  unit: RegExp,
  number: string,
  most: number,
): [number, number] | 'apart' | undefined {
  const list = new RegExp(`^${unit.source}${number}(?:${JOIN}(?:${unit.source})?${number}){0,${most}}$`);
  if (!list.test(words)) return undefined;
  const found = [
    ...words.matchAll(new RegExp(`(?<![a-z0-9])(?:${unit.source})?(${number})(?![a-z0-9])`, 'g')),
  ];
  const numbers = found.map(([, one]) => ownEntry(ROMAN, one) ?? Number(one));
  const rising = numbers.every((one, at) => at === 0 || one > numbers[at - 1]!);
  const [first, last] = [numbers[0]!, numbers.at(-1)!];
  const isJoined = numbers.length === 2 && / (?:den|to|toi) /.test(words);
  return rising && (isJoined || last - first === numbers.length - 1) && last <= most
    ? [first, last]
    : 'apart';
}

/** Of "this year's or the last one's" that one which is in the plan's year is meant. */
function windowOf(parsed: DateParse, year: number): PlanWindow {
  if (parsed.kind === 'day') return dayWindow(parsed.day);
  if (parsed.kind === 'range') return { from: parsed.from, to: addDays(parsed.to, 1) };
  if (parsed.kind === 'instant') return dayWindow(parsed.at.toFormat('yyyy-MM-dd'));
  const inside = parsed.choices
    .map((choice) => windowOf(choice, year))
    .find((one) => 'from' in one && one.from.startsWith(`${year}-`));
  if (inside) return inside;
  return refuse(parsed.why === 'no-such-date' || parsed.why === 'end-before-start' ? parsed.why : 'unclear');
}

/** A plan's window lies in its year. */
const inYear = (window: PlanWindow, year: number): PlanWindow =>
  'from' in window && (!window.from.startsWith(`${year}-`) || window.to > monthStart(year + 1, 1))
    ? refuse('other-year')
    : window;
