import { DateTime } from 'luxon';
import { withoutHours } from './dates-vi-hours.ts';
import { ask, foundOf, interpret, type Typed } from './dates-vi-interpret.ts';
import { readPieces } from './dates-vi-pieces.ts';
import type { Days, Frame } from './dates-vi-resolve.ts';
import { distinctDays } from './dates-vi-rest.ts';
import { tokenize } from './dates-vi-tokens.ts';
import type { AskReason, DateFound, DateParse, DaysFound, DaysParse } from './dates-vi-types.ts';
import { ZONE } from './working-time.ts';

export type { DateParse, DaysFound, DaysParse } from './dates-vi-types.ts';

/**
 * Reads a date as people type it in chat, Vietnamese or English (R13): a day, an instant, or an inclusive range of days; else `ask`, with the
 * reason, the words in question and the readings to offer. Weeks begin on Monday; a date without a year is the next such date; nothing is
 * guessed silently. A typed past date is given as it stands. Never throws; a text of any length is safe.
 */
export function parseDateVi(text: string, now: DateTime): DateParse {
  const reading = readingOf(text, now);
  return reading ? interpret(reading) : ask('unclear', text.trim());
}

/** As parseDateVi where days are wanted: an hour or a part of the day beside them is no doubt, and is left out ("sáng mai" is tomorrow). */
export function parseDaysVi(text: string, now: DateTime): DaysParse {
  const reading = readingOf(text, now);
  return reading ? daysOf(reading) : daysAsk('unclear', text.trim());
}

/** Days as they are written in a plan for `year`: those without a year lie in it, and nothing is told from the day they are read. */
export function parseDaysOfYear(text: string, year: number): DaysParse {
  const reading = readingOf(text, DateTime.fromObject({ year }, { zone: ZONE }), year);
  return reading ? daysOf(reading) : daysAsk('unclear', text.trim());
}

function readingOf(text: string, now: DateTime, year?: number): Typed | undefined {
  const tokens = tokenize(text);
  if (!tokens) return undefined;
  const local = now.setZone(ZONE);
  const today = local.toFormat('yyyy-MM-dd');
  const frame: Frame = { today, from: today, ask: true, year };
  return { tokens, pieces: readPieces(tokens), frame, now: local, text: tokens.text };
}

const daysAsk = (why: AskReason, part: string): DaysParse => ({ ...ask(why, part), choices: [] });

function daysOf(reading: Typed): DaysParse {
  const bare = withoutHours(reading.pieces);
  if ('why' in bare) return daysAsk(bare.why, bare.part);
  const { year } = reading.frame;
  if (year !== undefined && bare.some(({ k }) => k === 'later')) return daysAsk('unclear', reading.text);
  const parsed = interpret({ ...reading, pieces: bare });
  if (parsed.kind !== 'ask') return dayOf(parsed);
  const choices = distinctDays(parsed.choices.map(dayOf).map(reachOf)).map(foundOf);
  return { ...parsed, choices: year === undefined || parsed.why !== 'no-day' ? choices : [] };
}

const dayOf = (found: DateFound): DaysFound =>
  found.kind === 'instant' ? { kind: 'day', day: found.at.setZone(ZONE).toFormat('yyyy-MM-dd') } : found;

/** Days found, both inclusive. */
export const reachOf = (found: DaysFound): Days =>
  found.kind === 'day' ? { from: found.day, to: found.day } : { from: found.from, to: found.to };
