import { isHourMark } from './dates-vi-clock.ts';
import { type Link, readLinks } from './dates-vi-days.ts';
import { foundJoined, foundSpec } from './dates-vi-found.ts';
import { partOf, type Token, type Tokens } from './dates-vi-tokens.ts';
import type { Found, Spec } from './dates-vi-types.ts';
import { ENGLISH_MONTHS, readNumber, readYear } from './dates-vi-words.ts';

const LUNAR_WORDS = new Set(['mung', 'mong']);

const ORDINALS = new Set(['st', 'nd', 'rd', 'th']);

/** Reads "ngày 5", and leaves "tháng 12" to follow; a joined date after "ngày" is left to `readNumericDate`. */
export function readDayOfMonth(tokens: Tokens, at: number): Found | undefined {
  const { list } = tokens;
  if (list[at]?.t !== 'ngay' && !LUNAR_WORDS.has(list[at]?.t ?? '')) return undefined;
  const day = readNumber(list, at + 1);
  // "ngay mot" is ngày mốt and "ngay sau" the day after, unless a month follows.
  const otherWord = ['mot', 'sau'].includes(list[at + 1]?.raw ?? '') && list[at + 2]?.t !== 'thang';
  if (!day || otherWord || isHourMark(list, day.next) || readLinks(list, at + 1).length > 1) return undefined;
  return foundSpec(tokens, at, { t: 'date', day: day.value }, day.next);
}

/** "mùng" and "mồng" are said of days of the moon as of the sun, "âm lịch" of the moon alone. */
export function readLunar(tokens: Tokens, at: number): Found | undefined {
  const { list } = tokens;
  const part = list[at]?.raw ?? '';
  if (LUNAR_WORDS.has(list[at]?.t ?? '')) {
    const day = readDayOfMonth(tokens, at);
    const isDay = day !== undefined || readLinks(list, at + 1).length > 1;
    return isDay
      ? { pieces: [{ k: 'lunar', part }, ...(day?.pieces ?? [])], next: day?.next ?? at + 1 }
      : undefined;
  }
  if (part !== 'âm' || list[at + 1]?.t !== 'lich') return undefined;
  return { pieces: [{ k: 'ask', why: 'lunar', part: partOf(tokens, 0, at + 2) }], next: at + 2 };
}

/** The one or two days after a month's name: "7", "7-11". */
function daysAfterMonth(list: Token[], at: number): Link[] {
  const links = readLinks(list, at);
  const other = links.findIndex(({ sign, token }) => sign === '/' || sign === '.' || token.raw.length > 2);
  const days = links.slice(0, other === -1 ? 2 : Math.min(other, 2));
  const last = days.at(-1);
  return last && isHourMark(list, last.at + 1) ? [] : days;
}

/** Reads "Dec 7", "December 7th, 2026", "Dec 7-11, 2026", "March 2027", and the month in "7 Dec". */
export function readEnglishMonth(tokens: Tokens, at: number): Found | undefined {
  const { list } = tokens;
  const month = ENGLISH_MONTHS.get(list[at]?.raw ?? '');
  if (month === undefined) return undefined;
  const after = list[at + 1]?.t === '.' ? at + 2 : at + 1;
  const days = list[at - 1]?.n === undefined ? daysAfterMonth(list, after) : [];
  const lastDay = days.at(-1);
  if (!lastDay) return foundSpec(tokens, at, { t: 'month', month }, after);
  const last = lastDay.at + 1;
  const ordinal = ORDINALS.has(list[last]?.raw ?? '') ? last + 1 : last;
  const year = readYear(list, list[ordinal]?.t === ',' ? ordinal + 1 : ordinal);
  const specs = days.map(({ token }): Spec => ({ t: 'date', day: token.n!, month, year: year?.value }));
  return foundJoined(tokens, at, specs, year?.next ?? ordinal);
}

/** Passes over "th" in "7th". */
export function readOrdinal(tokens: Tokens, at: number): Found | undefined {
  const { list } = tokens;
  const token = list[at];
  if (!token || token.gap || !ORDINALS.has(token.raw) || list[at - 1]?.n === undefined) return undefined;
  return { pieces: [{ k: 'skip', part: token.raw }], next: at + 1 };
}
