import { DateTime } from 'luxon';
import { addDays, dayFrom } from './calendar-day.ts';
import { type DaysFound, type DaysParse, parseDaysOfYear, reachOf } from './dates-vi.ts';
import { distinctDays } from './dates-vi-rest.ts';

/** Days of a plan's line, `to` excluded; or why what was written is none, with the readings that may be meant. */
export type PlanWindow = { from: string; to: string } | { why: PlanWindowFault; choices?: PlanChoice[] };

/** One reading of what was written, `to` excluded. */
export type PlanChoice = { from: string; to: string };

/** Why days are not taken. */
export const PLAN_WINDOW_FAULTS = [
  'unclear',
  'no-such-date',
  'end-before-start',
  'other-year',
  'ambiguous',
  'weekday-mismatch',
  'lunar',
] as const;
export type PlanWindowFault = (typeof PLAN_WINDOW_FAULTS)[number];

const refuse = (why: PlanWindowFault, choices: PlanChoice[] = []): PlanWindow =>
  choices.length > 0 ? { why, choices } : { why };

const monthStart = (year: number, month: number): string =>
  DateTime.fromObject({ year, month }, { zone: 'utc' }).toFormat('yyyy-MM-dd');

/**
 * A window as people write it in a plan for `year`: quý I, tháng 3-4, 6 tháng đầu năm, 7–11/12, từ … đến …, one day. What may mean
 * several things is asked, never guessed. Never throws.
 */
export function readPlanWindow(written: string, year: number): PlanWindow {
  const plain = plainDay(written);
  if (plain) return inYear(plain, year);
  return inYear(windowOf(parseDaysOfYear(readable(written), year), year), year);
}

/** A whole date in numbers, as most cells hold, or Excel's own number of a day: no need to ask what it may mean. */
function plainDay(written: string): PlanWindow | undefined {
  const trimmed = written.trim();
  if (/^\d{5}$/.test(trimmed)) return dayWindow(addDays('1899-12-30', Number(trimmed)));
  const iso = trimmed.match(/^(\d{4})-(\d\d)-(\d\d)$/);
  // Of unlike signs the first may join: "4-5/2027" may be months.
  const like = trimmed.match(/^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/);
  const said = iso ? [iso[3], iso[2], iso[1]] : like && [like[1], like[3], like[4]];
  if (!said) return undefined;
  const [day, month, year] = said.map(Number);
  const found = dayFrom(year!, month!, day!);
  return found === undefined ? refuse('no-such-date') : dayWindow(found);
}

/** In a plan "T3" is March, not Tuesday; "dự kiến quý I" and "thời gian: quý I" are quý I. */
const readable = (written: string): string =>
  written
    .normalize('NFC')
    .replace(/^\s*(?:thời gian|dự kiến|khoảng|thoi gian|du kien|khoang)[\s:]+/iu, '')
    .replace(/(?<![\p{L}\d])[tT] ?(?=\d{1,2}(?!\d))/gu, 'tháng ');

/**
 * Two columns, each read by `read`: the first day of the one and the last of the other; an empty end is that of the start. The readings
 * of an end that is asked are whole windows.
 */
export function readPlanSpan(
  read: (written: string) => PlanWindow,
  start: string,
  end: string | undefined,
): PlanWindow {
  const first = read(start);
  if (end === undefined) return first;
  const last = read(end);
  const why = whyOf(first) ?? whyOf(last);
  const spans = readingsOf(first).flatMap(({ from }) =>
    readingsOf(last)
      .filter(({ to }) => to > from)
      .map(({ to }) => ({ from, to })),
  );
  if (why) return refuse(why, distinctDays(spans));
  return spans[0] ?? refuse('end-before-start');
}

const whyOf = (window: PlanWindow): PlanWindowFault | undefined => ('why' in window ? window.why : undefined);

const readingsOf = (window: PlanWindow): PlanChoice[] =>
  'why' in window ? (window.choices ?? []) : [window];

const dayWindow = (day: string): PlanChoice => ({ from: day, to: addDays(day, 1) });

function choiceOf(found: DaysFound): PlanChoice {
  const { from, to } = reachOf(found);
  return { from, to: addDays(to, 1) };
}

const isInYear = ({ from, to }: PlanChoice, year: number): boolean =>
  from.startsWith(`${year}-`) && to <= monthStart(year + 1, 1);

/** Readings outside the year of the plan are not meant. */
function windowOf(parsed: DaysParse, year: number): PlanWindow {
  if (parsed.kind !== 'ask') return choiceOf(parsed);
  const choices = parsed.choices.map(choiceOf);
  const inside = choices.filter((choice) => isInYear(choice, year));
  if (choices.length > 0 && inside.length === 0) return refuse('other-year');
  return refuse(PLAN_WINDOW_FAULTS.find((why) => why === parsed.why) ?? 'unclear', inside);
}

/** A plan's window lies in its year. */
const inYear = (window: PlanWindow, year: number): PlanWindow =>
  'from' in window && !isInYear(window, year) ? refuse('other-year') : window;
