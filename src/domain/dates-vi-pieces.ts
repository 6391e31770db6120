import { readAhead, readFromToday } from './dates-vi-ahead.ts';
import { isHourMark, readClock } from './dates-vi-clock.ts';
import { readNumericDate } from './dates-vi-days.ts';
import { foundAsk } from './dates-vi-found.ts';
import { readDayOfMonth, readEnglishMonth, readLunar, readOrdinal } from './dates-vi-named-days.ts';
import { readMonth, readNamedYear, readQuarter, readShiftedSpan, UNITS } from './dates-vi-spans.ts';
import { partOf, type Token, type Tokens } from './dates-vi-tokens.ts';
import type { Found, Piece } from './dates-vi-types.ts';
import { readWeekday } from './dates-vi-weekdays.ts';
import { DAY_PARTS, FILLERS, readNumber, readOffset } from './dates-vi-words.ts';

type Reader = (tokens: Tokens, at: number, before: Piece | undefined) => Found | undefined;

const EDGES = new Set(['dau', 'cuoi', 'giua']);
const EDGED = new Set(['tuan', 'thang', 'quy', 'qui', 'nam']);

/** "đầu tháng", "cuối tuần sau" name no day; "đầu giờ chiều", "cuối buổi" name no hour. */
const readVague: Reader = (tokens, at) => {
  const { list } = tokens;
  const after = list[at + 1]?.t ?? '';
  if (!EDGES.has(list[at]?.t ?? '')) return undefined;
  if (EDGED.has(after)) {
    const more = readOffset(list, at + 2) ?? readNumber(list, at + 2);
    return foundAsk(tokens, at, more?.next ?? at + 2, 'unclear');
  }
  const hours = after === 'gio' || after === 'buoi';
  if (!hours && !DAY_PARTS.has(after) && after !== 'toi') return undefined;
  const next = hours ? at + 2 : at + 1;
  return { pieces: [{ k: 'part-of-day', dayPart: 'vague', part: partOf(tokens, at, next) }], next };
};

/** "toi" without accents is evening, unless a day stands before it: then "to" (or "tới" of "thứ Hai tới", read with the weekday). */
function isEvening(list: Token[], at: number, before: Piece | undefined): boolean {
  const token = list[at]!;
  if (token.raw !== 'toi') return token.raw === 'tối';
  if (before?.k !== 'spec') return true;
  if (before.spec.t !== 'ahead') return false;
  return at + 1 === list.length || (list[at + 1]?.n !== undefined && isHourMark(list, at + 2));
}

const readDayPart: Reader = (tokens, at, before) => {
  const token = tokens.list[at]!;
  const next = at + 1;
  if (isEvening(tokens.list, at, before))
    return { pieces: [{ k: 'part-of-day', dayPart: 'evening', part: token.raw }], next };
  if (token.raw === 'tonight') {
    const part = token.raw;
    return {
      pieces: [
        { k: 'spec', spec: { t: 'ahead', n: 0, unit: 'days' }, part },
        { k: 'part-of-day', dayPart: 'evening', part },
      ],
      next,
    };
  }
  if (token.raw === 'noon') {
    const clock = { hour: 12, minute: 0, minus: 0, padded: true };
    return { pieces: [{ k: 'clock', clock, part: token.raw }], next };
  }
  const dayPart = DAY_PARTS.get(token.t);
  return dayPart
    ? { pieces: [{ k: 'part-of-day', dayPart, part: partOf(tokens, at, next) }], next }
    : undefined;
};

const JOINERS = new Set(['-', 'đến', 'den', 'tới', 'toi', 'to', 'until', 'till', 'through']);

const readJoiner: Reader = ({ list }, at, before) => {
  const { raw, t } = list[at]!;
  const part = raw;
  if (raw === 'từ' || raw === 'tu' || raw === 'from') return { pieces: [{ k: 'from', part }], next: at + 1 };
  if (raw === 'này' || (raw === 'tới' && at + 1 === list.length)) {
    return before?.k === 'spec' ? { pieces: [{ k: 'skip', part }], next: at + 1 } : undefined;
  }
  if (raw === 'toi' && at + 1 === list.length)
    return { pieces: [{ k: 'ask', why: 'ambiguous', part }], next: at + 1 };
  if (!JOINERS.has(raw) && t !== '-') return undefined;
  return { pieces: [{ k: 'to', part }], next: list[at + 1]?.t === 'het' ? at + 2 : at + 1 };
};

const readFiller: Reader = ({ list }, at) => {
  const token = list[at]!;
  const isoT = token.raw === 't' && list[at + 1]?.n !== undefined && list[at + 2]?.t === ':';
  const isInSpan = token.t === 'trong' && UNITS.has(list[at + 1]?.t ?? '');
  if (!isoT && !isInSpan && !FILLERS.has(token.t) && !FILLERS.has(token.raw)) return undefined;
  return { pieces: [{ k: 'skip', part: token.raw }], next: at + 1 };
};

/** The order matters: what is longer or surer comes first; "2 giờ nữa" before "2 giờ", "sang tuần" before "sáng". */
const READERS: Reader[] = [
  readAhead,
  readClock,
  readVague,
  readShiftedSpan,
  readFromToday,
  readWeekday,
  readQuarter,
  readMonth,
  readNamedYear,
  readEnglishMonth,
  readLunar,
  readDayOfMonth,
  readDayPart,
  readNumericDate,
  readOrdinal,
  readJoiner,
  readFiller,
];

/** Everything recognised in the tokens, in order; what nobody knows becomes an `ask`. */
export function readPieces(tokens: Tokens): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < tokens.list.length) {
    let read: Found | undefined;
    for (const reader of READERS) {
      read = reader(tokens, at, pieces.at(-1));
      if (read) break;
    }
    const { pieces: more, next } = read ?? foundAsk(tokens, at, at + 1, 'unclear');
    pieces.push(...more.filter((piece) => piece.k !== 'skip'));
    at = next;
  }
  return pieces;
}
