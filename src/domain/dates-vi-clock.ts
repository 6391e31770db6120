import { partOf, type Token, type Tokens } from './dates-vi-tokens.ts';
import type { AskReason, ClockRead, DayPart, Found, Piece } from './dates-vi-types.ts';
import { ENGLISH_MONTHS, type Read, readNumber } from './dates-vi-words.ts';

const HOUR_MARKS = new Set(['h', 'g', 'giờ', 'gio', 'gìơ']);
const MINUTE_MARKS = new Set(['phut', 'p', 'ph', "'"]);
const DATE_SIGNS = new Set(['/', '.', '-']);
const HALF_DAYS = new Map<string, DayPart>([
  ['am', 'am'],
  ['pm', 'pm'],
  ['sa', 'am'],
  ['ch', 'pm'],
]);

/** Whether the hour mark of a clock reading ("h", "giờ", ":", "am") stands at token `at`. */
export function isHourMark(list: Token[], at: number): boolean {
  const token = list[at];
  if (!token) return false;
  if (token.t === ':') return list[at + 1]?.n !== undefined;
  return HOUR_MARKS.has(token.raw) || isHalfDay(list, at);
}

const isHalfDay = (list: Token[], at: number): boolean => {
  const token = list[at];
  return token !== undefined && HALF_DAYS.has(token.raw) && list[at + 1]?.t !== 'lich';
};

const skipMinuteMark = (list: Token[], at: number): number =>
  MINUTE_MARKS.has(list[at]?.t ?? '') ? at + 1 : at;

/** In "9h 15/12" and "9 giờ 15 tháng 12" the second number is a day, not minutes. */
const beginsDate = (list: Token[], at: number): boolean => {
  const [number, sign, after] = [list[at], list[at + 1], list[at + 2]];
  if (!number?.gap) return false;
  if (sign?.t === 'thang' || ENGLISH_MONTHS.has(sign?.raw ?? '')) return true;
  return DATE_SIGNS.has(sign?.t ?? '') && after?.n !== undefined;
};

function readMinute(list: Token[], at: number): Read<number> | undefined {
  const minute = readNumber(list, at);
  if (!minute || beginsDate(list, at)) return undefined;
  const marked = skipMinuteMark(list, minute.next);
  if (list[at]?.n === undefined && minute.value < 10 && marked === minute.next) return undefined;
  return { value: minute.value, next: marked };
}

type Tail = { minute: number; minus: number; next: number };

function readTail(list: Token[], at: number): Tail {
  const word = list[at]?.t;
  if (word === 'ruoi') return { minute: 30, minus: 0, next: at + 1 };
  if (word === 'kem') {
    const minus = readNumber(list, at + 1);
    if (minus) return { minute: 0, minus: minus.value, next: skipMinuteMark(list, minus.next) };
  }
  const minute = readMinute(list, at);
  return minute ? { minute: minute.value, minus: 0, next: minute.next } : { minute: 0, minus: 0, next: at };
}

function readColon(list: Token[], at: number): Tail | undefined {
  const minute = list[at]?.t === ':' ? list[at + 1] : undefined;
  if (minute?.n === undefined || minute.raw.length !== 2) return undefined;
  const seconds = list[at + 2]?.t === ':' && list[at + 3]?.raw === '00';
  return { minute: minute.n, minus: 0, next: seconds ? at + 4 : at + 2 };
}

function readAfterHour(list: Token[], at: number): Tail | undefined {
  const mark = list[at];
  if (!mark) return undefined;
  if (mark.t === ':') return readColon(list, at);
  if (HOUR_MARKS.has(mark.raw)) return readTail(list, at + 1);
  if (mark.t === 'ruoi' || mark.t === 'kem') return readTail(list, at);
  return isHalfDay(list, at) ? { minute: 0, minus: 0, next: at } : undefined;
}

/** Reads a clock reading standing at token `at`: 9h, 9h30, 14:30, chín giờ rưỡi, 9 giờ kém 15, 9am. */
export function readClock(tokens: Tokens, at: number): Found | undefined {
  const { list } = tokens;
  const hour = readNumber(list, at);
  const tail = hour && readAfterHour(list, hour.next);
  if (!hour || !tail) return undefined;
  const half = isHalfDay(list, tail.next) ? HALF_DAYS.get(list[tail.next]!.raw) : undefined;
  const next = half ? tail.next + 1 : tail.next;
  const padded = /^0\d$/.test(list[at]!.raw);
  const clock = { hour: hour.value, minute: tail.minute, minus: tail.minus, padded };
  const part = partOf(tokens, at, next);
  const pieces: Piece[] = [{ k: 'clock', clock, part }];
  if (half) pieces.push({ k: 'part-of-day', dayPart: half, part });
  return { pieces, next };
}

type Settled = { minutes: number[] } | { why: AskReason };

const HOURS_TAKEN: Record<DayPart, (hour: number) => number | undefined> = {
  morning: (h) => (h <= 11 ? h : undefined),
  noon: (h) => (h >= 10 && h <= 14 ? h : h >= 1 && h <= 2 ? h + 12 : undefined),
  afternoon: (h) => (h >= 12 && h <= 18 ? h : h >= 1 && h <= 6 ? h + 12 : undefined),
  evening: (h) => (h >= 17 && h <= 23 ? h : h >= 5 && h <= 11 ? h + 12 : undefined),
  night: (h) => (h >= 20 && h <= 23 ? h : h >= 9 && h <= 11 ? h + 12 : undefined),
  am: (h) => (h <= 11 ? h : h === 12 ? 0 : undefined),
  pm: (h) => (h >= 12 && h <= 23 ? h : h >= 1 && h <= 11 ? h + 12 : undefined),
  vague: () => undefined,
};

/** Hours that, said bare, may as well be of the afternoon: "3h" is asked, "03h" and "15h" are not. */
const EARLY_HOURS = { from: 1, to: 5 };

/** Minutes after midnight a reading may mean, one or more; or why it cannot be told. 24h00 is the end of the day, 1,440. */
export function settleClock(clock: ClockRead, dayPart: DayPart | undefined): Settled {
  const { hour, minute, minus, padded } = clock;
  const last = hour === 24 && minute === 0 && dayPart === undefined;
  if ((hour > 23 && !last) || minute > 59 || minus > 59) return { why: 'no-such-hour' };
  const at = (h: number): number => h * 60 + minute - minus;
  if (dayPart) {
    const taken = HOURS_TAKEN[dayPart](hour);
    return taken === undefined || at(taken) < 0 ? { why: 'ambiguous' } : { minutes: [at(taken)] };
  }
  if (at(hour) < 0) return { why: 'ambiguous' };
  const early = !padded && hour >= EARLY_HOURS.from && hour <= EARLY_HOURS.to;
  return { minutes: early ? [at(hour), at(hour + 12)] : [at(hour)] };
}
