import { DateTime } from 'luxon';
import { clip } from './cut.ts';
import { settleClock } from './dates-vi-clock.ts';
import { type Merged, mergeSpecs, type Side } from './dates-vi-merge.ts';
import { readPhrase } from './dates-vi-phrases.ts';
import { resolveRange, resolveSide } from './dates-vi-range.ts';
import type { Days, Frame, Resolved } from './dates-vi-resolve.ts';
import { distinctDays, reachesOf, thisYear } from './dates-vi-rest.ts';
import type { Token, Tokens } from './dates-vi-tokens.ts';
import type {
  AskReason,
  DateAsk,
  DateFound,
  DateParse,
  DayPart,
  DaysFound,
  Piece,
  Reading,
  Spec,
} from './dates-vi-types.ts';
import { ZONE } from './working-time.ts';

type PieceOf<K extends Piece['k']> = Extract<Piece, { k: K }>;

/** A text with the pieces recognised in it, and what they are told from. */
export type Typed = { tokens: Tokens; pieces: Piece[]; frame: Frame; now: DateTime; text: string };

/** Longest text shown back in an `ask`. */
const LONGEST_PART = 60;

/** What is asked back: the words in question, clipped, and the readings to offer. */
export const ask = (why: AskReason, part: string, choices: DateFound[] = []): DateAsk => ({
  kind: 'ask',
  why,
  part: clip(part, LONGEST_PART),
  choices,
});

const allOf = <K extends Piece['k']>(pieces: Piece[], kind: K): PieceOf<K>[] =>
  pieces.filter((piece): piece is PieceOf<K> => piece.k === kind);

const partsOf = (pieces: Piece[]): string => [...new Set(pieces.map(({ part }) => part))].join(' ');

/** Days found, both inclusive, as a day or a range. */
export const foundOf = ({ from, to }: Days): DaysFound =>
  from === to ? { kind: 'day', day: from } : { kind: 'range', from, to };

const instantOf = (day: string, minutes: number): DateFound => ({
  kind: 'instant',
  at: DateTime.fromISO(day, { zone: ZONE }).plus({ minutes }),
});

/** What the pieces of a text mean together: a phrase of its own, a day, an instant, a range; else what is asked. */
export function interpret(reading: Typed): DateParse {
  const { tokens, pieces, text, now, frame } = reading;
  const phrase = readPhrase(tokens, frame);
  if (phrase) return 'why' in phrase ? ask(phrase.why, text, phrase.choices.map(foundOf)) : foundOf(phrase);
  const doubt = allOf(pieces, 'ask')[0];
  if (doubt) return ask(doubt.why, doubt.part, pieces.length === 1 ? readAs(doubt.readings, frame) : []);
  const later = allOf(pieces, 'later')[0];
  if (later) {
    if (pieces.length > 1) return ask('unclear', text);
    return { kind: 'instant', at: now.startOf('minute').plus({ minutes: later.minutes }) };
  }
  const isLunar = allOf(pieces, 'lunar').length > 0;
  const dated = isLunar ? { ...reading, pieces: pieces.filter(({ k }) => k !== 'lunar') } : reading;
  const parsed = interpretDates(dated);
  return isLunar ? orLunar(parsed, text) : parsed;
}

function interpretDates(reading: Typed): DateParse {
  const { pieces, text } = reading;
  if (isListed(reading)) return ask('ambiguous', text);
  const joins = pieces.flatMap((piece, index) => (piece.k === 'to' ? [index] : []));
  if (joins.length === 0) return interpretSingle(reading);
  return joins.length === 1 ? interpretRange(reading, joins[0]!) : ask('unclear', text);
}

const isDayNumber = (token: Token | undefined): boolean => token?.n !== undefined && token.raw.length <= 2;

/** "9h tháng 4, 5": numbers with a comma between them are no date. */
const isListed = ({ tokens: { list }, pieces }: Typed): boolean =>
  allOf(pieces, 'spec').some(({ spec }) => spec.t === 'bare') &&
  list.some(({ t }, at) => t === ',' && list[at - 1]?.n !== undefined && isDayNumber(list[at + 1]));

/** Days of the moon are not read: the day of the sun is offered. */
function orLunar(parsed: DateParse, text: string): DateParse {
  if (parsed.kind !== 'ask') return ask('lunar', text, [parsed]);
  return parsed.choices.length > 0 ? ask('lunar', text, parsed.choices) : parsed;
}

/** What each reading of a doubt comes to, as far as it can be told. */
function readAs(readings: readonly Reading[] = [], frame: Frame): DaysFound[] {
  const reaches = readings.flatMap(([first, last]) => {
    const [start, end] = [first, last].flatMap((spec) => sideOfSpec(spec, frame));
    if (!start) return [];
    return reachesOf(end ? resolveRange(start, end, frame) : resolveSide(start, frame));
  });
  return distinctDays(reaches).map(foundOf);
}

const sideOfSpec = (spec: Spec | undefined, frame: Frame): Side[] => {
  const side = spec && mergeSpecs([spec], thisYear(frame));
  return side === undefined || 'why' in side ? [] : [side];
};

const sideOf = (pieces: Piece[], frame: Frame): Merged =>
  mergeSpecs(
    allOf(pieces, 'spec').map(({ spec }) => spec),
    thisYear(frame),
  );

function interpretRange({ pieces, frame, text }: Typed, join: number): DateParse {
  const opening = pieces[0]?.k === 'from' ? 1 : 0;
  const hour = pieces.find(({ k }) => k === 'clock' || k === 'part-of-day');
  if (hour || pieces.slice(opening).some(({ k }) => k === 'from')) return ask('unclear', hour?.part ?? text);
  const left = sideOf(pieces.slice(opening, join), frame);
  const right = sideOf(pieces.slice(join + 1), frame);
  if ('why' in left || 'why' in right) return ask('unclear', text);
  const resolved = resolveRange(left, right, frame);
  if ('why' in resolved) return ask(resolved.why, text, resolved.choices.map(foundOf));
  return { kind: 'range', from: resolved.from, to: resolved.to };
}

function interpretSingle(reading: Typed): DateParse {
  const { pieces, frame, text } = reading;
  const clocks = allOf(pieces, 'clock');
  const specs = allOf(pieces, 'spec');
  const dayParts = allOf(pieces, 'part-of-day').filter(
    ({ dayPart }) => dayPart !== 'vague' || clocks.length === 0,
  );
  const surer = dayParts.filter(({ dayPart }) => dayPart !== 'vague');
  if (clocks.length > 1 || surer.length > 1 || allOf(pieces, 'from').length > 0) return ask('unclear', text);
  const clock = clocks[0];
  if (dayParts.length > 0 && !clock) return ask('no-hour', partsOf(pieces));
  if (specs.length === 0) return clock ? withoutDay(reading, clock, surer[0]?.dayPart) : ask('unclear', text);
  const side = sideOf(specs, frame);
  if ('why' in side) return ask(side.why, partsOf(specs));
  const resolved = resolveSide(side, frame);
  return clock
    ? atClock({ resolved, side, clock, dayPart: surer[0]?.dayPart, reading })
    : asDays(resolved, side, specs);
}

function asDays(resolved: Resolved, side: Side, specs: PieceOf<'spec'>[]): DateParse {
  if ('why' in resolved) return ask(resolved.why, partsOf(specs), resolved.choices.map(foundOf));
  return 'span' in side
    ? { kind: 'range', from: resolved.from, to: resolved.to }
    : { kind: 'day', day: resolved.from };
}

function withoutDay({ now, frame }: Typed, piece: PieceOf<'clock'>, dayPart: DayPart | undefined): DateParse {
  const settled = settleClock(piece.clock, dayPart);
  if ('why' in settled) return ask(settled.why, piece.part);
  const tomorrow = now.plus({ days: 1 }).toFormat('yyyy-MM-dd');
  const readings = [frame.today, tomorrow].flatMap((day) => settled.minutes.map((at) => instantOf(day, at)));
  return ask(
    'no-day',
    piece.part,
    readings.filter((it) => it.kind === 'instant' && it.at > now),
  );
}

type AtClock = {
  resolved: Resolved;
  side: Side;
  clock: PieceOf<'clock'>;
  dayPart: DayPart | undefined;
  reading: Typed;
};

const mayBeEvening = (side: Side): boolean =>
  'days' in side && side.days.some((spec) => spec.t === 'weekday' && spec.week === 'maybe');

function atClock({ resolved, side, clock, dayPart, reading }: AtClock): DateParse {
  const { text, pieces } = reading;
  if ('span' in side) return ask('unclear', text);
  const settled = settleClock(clock.clock, dayPart);
  if ('why' in settled) return ask(settled.why, clock.part);
  if (mayBeEvening(side) && dayPart === undefined) return ask('ambiguous', text);
  const days = 'why' in resolved ? resolved.choices.map(({ from }) => from) : [resolved.from];
  const readings = days.flatMap((day) => settled.minutes.map((minutes) => instantOf(day, minutes)));
  if ('why' in resolved) return ask(resolved.why, partsOf(allOf(pieces, 'spec')), readings);
  if (settled.minutes.length > 1) return ask('ambiguous', clock.part, readings);
  return pastToday(readings[0]!, resolved, reading);
}

/** "7h 25/11" at eight on 25/11, with no year typed, is over; "7h hôm nay" says so itself and stands. */
function pastToday(found: DateFound, resolved: Resolved, { now, text }: Typed): DateParse {
  const guessed = 'guessed' in resolved && resolved.guessed;
  const past = guessed && found.kind === 'instant' && found.at < now;
  return past ? ask('past', text, [found]) : found;
}
