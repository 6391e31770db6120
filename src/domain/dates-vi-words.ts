import type { Token } from './dates-vi-tokens.ts';
import type { DayPart } from './dates-vi-types.ts';

/** A value and the index of the token after it. */
export type Read<T> = { value: T; next: number };

const numbered = (names: string[]): Map<string, number> =>
  new Map(names.flatMap((group, index) => group.split(' ').map((name) => [name, index + 1] as const)));

/** Each digit with its accents and without; other accents make other words (từ, mốt, bây). */
const DIGITS = numbered([
  'một mot',
  'hai',
  'ba',
  'bốn bon tư tu',
  'năm nam lăm lam nhăm nham',
  'sáu sau',
  'bảy bẩy bay',
  'tám tam',
  'chín chin',
]);

const TENS = new Set(['mười', 'mươi', 'muoi']);

export const ENGLISH_MONTHS = numbered([
  'jan january',
  'feb february',
  'mar march',
  'apr april',
  'may',
  'jun june',
  'jul july',
  'aug august',
  'sep sept september',
  'oct october',
  'nov november',
  'dec december',
]);

export const ENGLISH_WEEKDAYS = numbered([
  'mon monday',
  'tue tues tuesday',
  'wed weds wednesday',
  'thu thur thurs thursday',
  'fri friday',
  'sat saturday',
  'sun sunday',
]);

export const ROMAN_QUARTERS = numbered(['i', 'ii', 'iii', 'iv']);

export const DAY_PARTS = new Map<string, DayPart>([
  ['sang', 'morning'],
  ['trua', 'noon'],
  ['chieu', 'afternoon'],
  ['dem', 'night'],
  ['khuya', 'night'],
  ['morning', 'morning'],
  ['afternoon', 'afternoon'],
  ['evening', 'evening'],
  ['night', 'night'],
]);

/** Words and signs that add nothing to a date. */
export const FILLERS = new Set(
  'vao luc hom ngay buoi ban bua dung at on in the of , . ; ( ) ! ? " nhe nha ạ'.split(' '),
);

const digitOf = (token: Token | undefined): number | undefined => token && DIGITS.get(token.raw);

const tens = (list: Token[], at: number, base: number): Read<number> => {
  const unit = list[at];
  // "tháng mười năm 2026" is October of a year: fifteen is "mười lăm", never "mười năm".
  const digit = unit?.t === 'nam' ? undefined : unit?.raw === 'mốt' ? 1 : digitOf(unit);
  return digit === undefined ? { value: base, next: at } : { value: base + digit, next: at + 1 };
};

/** A number of one or two figures, or Vietnamese words up to chín mươi chín, standing at token `at`. */
export function readNumber(list: Token[], at: number): Read<number> | undefined {
  const token = list[at];
  if (!token) return undefined;
  if (token.n !== undefined) return token.raw.length <= 2 ? { value: token.n, next: at + 1 } : undefined;
  if (TENS.has(token.raw)) return tens(list, at + 1, 10);
  const digit = digitOf(token);
  if (digit === undefined) return undefined;
  return TENS.has(list[at + 1]?.raw ?? '') ? tens(list, at + 2, digit * 10) : { value: digit, next: at + 1 };
}

/** A year of four figures standing at token `at`. */
export function readYear(list: Token[], at: number): Read<number> | undefined {
  const token = list[at];
  return token?.n !== undefined && token.raw.length === 4 ? { value: token.n, next: at + 1 } : undefined;
}

/** How many periods ahead "này, sau, tới, sau nữa, trước" say, standing at token `at` after tuần, tháng, quý or năm. */
export function readOffset(list: Token[], at: number): Read<number> | undefined {
  const word = list[at];
  if (word?.t === 'nay') return { value: 0, next: at + 1 };
  if (word?.t === 'truoc' || word?.t === 'ngoai' || word?.raw === 'qua') return { value: -1, next: at + 1 };
  if (word?.t === 'toi' && word.raw !== 'tối' && word.raw !== 'tôi') return { value: 1, next: at + 1 };
  if (word?.t === 'ke' || word?.raw === 'sau') {
    if (list[at + 1]?.t === 'nua') return { value: 2, next: at + 2 };
    return { value: 1, next: list[at + 1]?.t === 'tiep' ? at + 2 : at + 1 };
  }
  return undefined;
}
