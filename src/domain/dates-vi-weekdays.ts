import { isHourMark } from './dates-vi-clock.ts';
import { foundJoined, foundSpec } from './dates-vi-found.ts';
import type { Token, Tokens } from './dates-vi-tokens.ts';
import type { Found, Spec, WeekWord } from './dates-vi-types.ts';
import { ENGLISH_MONTHS, ENGLISH_WEEKDAYS, type Read, readNumber } from './dates-vi-words.ts';

const SUNDAY = 7;

/** "Thu 3/12" and "Thu 9am" are English; "thu 3" and "thu 3 8h" are "thứ 3". */
function isEnglishThursday(list: Token[], at: number): boolean {
  const number = list[at + 1];
  if (list[at]?.raw !== 'thu') return false;
  if (number?.n === undefined) return readNumber(list, at + 1) === undefined;
  const sign = list[at + 2];
  const joinedOn = ['/', '.', '-'].includes(sign?.t ?? '') && !sign?.gap && list[at + 3]?.n !== undefined;
  return (
    joinedOn || isHourMark(list, at + 2) || ENGLISH_MONTHS.has(sign?.raw ?? '') || !isWeekdayNumber(number.n)
  );
}

const isWeekdayNumber = (n: number): boolean => n >= 2 && n <= 7;

function readWeekdayName(list: Token[], at: number): Read<number> | undefined {
  const token = list[at];
  if (!token) return undefined;
  if (token.t === 'cn') return { value: SUNDAY, next: at + 1 };
  if ((token.t === 'chu' || token.t === 'chua') && list[at + 1]?.t === 'nhat')
    return { value: SUNDAY, next: at + 2 };
  if (token.t === 'thu' && !isEnglishThursday(list, at)) {
    const number = readNumber(list, at + 1);
    return number && isWeekdayNumber(number.value)
      ? { value: number.value - 1, next: number.next }
      : undefined;
  }
  const short = token.raw === 't' ? list[at + 1] : undefined;
  if (short?.n !== undefined && !short.gap && isWeekdayNumber(short.n) && short.raw.length === 1) {
    const month = list[at + 2]?.t === '/' || list[at + 2]?.t === ':';
    return month ? undefined : { value: short.n - 1, next: at + 2 };
  }
  const english = ENGLISH_WEEKDAYS.get(token.raw);
  return english === undefined
    ? undefined
    : { value: english, next: list[at + 1]?.t === '.' ? at + 2 : at + 1 };
}

const beginsDay = (list: Token[], at: number): boolean =>
  readWeekdayName(list, at) !== undefined ||
  ['ngay', 'mai', 'het'].includes(list[at]?.t ?? '') ||
  (list[at]?.n !== undefined && !isHourMark(list, at + 1));

/** The "-6" of "T2-6" and "thứ 2 - 6". */
function readLastWeekday(list: Token[], at: number): Read<number> | undefined {
  const number = list[at]?.t === '-' && list[at - 1]?.n !== undefined ? list[at + 1] : undefined;
  if (number?.n === undefined || number.raw.length > 1 || !isWeekdayNumber(number.n)) return undefined;
  const other = ['/', '.', '-', 'thang'].includes(list[at + 2]?.t ?? '') || isHourMark(list, at + 2);
  return other ? undefined : { value: number.n - 1, next: at + 2 };
}

/** The week said right after a weekday; "tới" before another day is "to", and is left alone. */
function readWeekWord(list: Token[], at: number): Read<WeekWord> {
  const word = list[at];
  if (word?.t === 'nay') return { value: 'near', next: at + 1 };
  if (word?.raw === 'sau' || word?.t === 'ke') {
    return { value: 'coming', next: list[at + 1]?.t === 'tiep' ? at + 2 : at + 1 };
  }
  if (word?.t !== 'toi' || beginsDay(list, at + 1)) return { value: 'bare', next: at };
  if (word.raw === 'tới') return { value: 'coming', next: at + 1 };
  return word.raw === 'toi' ? { value: 'maybe', next: at + 1 } : { value: 'bare', next: at };
}

const ENGLISH_WEEK = new Map<string, WeekWord>([
  ['next', 'coming'],
  ['this', 'near'],
  ['coming', 'first'],
]);

/** Reads a weekday in either language, with the week said next to it: thứ Sáu, T6 này, CN, next Monday. */
export function readWeekday(tokens: Tokens, at: number): Found | undefined {
  const { list } = tokens;
  const before = ENGLISH_WEEK.get(list[at]?.raw ?? '');
  const name = readWeekdayName(list, before === undefined ? at : at + 1);
  if (!name) return undefined;
  if (before !== undefined)
    return foundSpec(tokens, at, { t: 'weekday', weekday: name.value, week: before }, name.next);
  const last = readLastWeekday(list, name.next);
  if (last) {
    const specs = [name.value, last.value].map((weekday): Spec => ({ t: 'weekday', weekday, week: 'bare' }));
    return foundJoined(tokens, at, specs, last.next);
  }
  const week = readWeekWord(list, name.next);
  return foundSpec(tokens, at, { t: 'weekday', weekday: name.value, week: week.value }, week.next);
}
