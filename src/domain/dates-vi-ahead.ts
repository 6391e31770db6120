import { foundSpec } from './dates-vi-found.ts';
import { partOf, type Tokens } from './dates-vi-tokens.ts';
import type { Found } from './dates-vi-types.ts';
import { readNumber } from './dates-vi-words.ts';

/** Days told from today: one word, or two; keys with accents where dropping them would change the meaning. */
const FROM_TODAY = new Map<string, number>([
  ['mai', 1],
  ['mốt', 2],
  ['mot', 2],
  ['nay', 0],
  ['qua', -1],
  ['hôm kìa', -3],
  ['hom kia', -2],
  ['ngày kìa', 3],
  ['ngay kia', 2],
  ['today', 0],
  ['tomorrow', 1],
  ['tmr', 1],
  ['tmrw', 1],
  ['yesterday', -1],
]);

/** Reads mai, ngày kia, hôm nay, hôm qua, tomorrow and their like; "hom" and "ngay" alone are left. */
export function readFromToday(tokens: Tokens, at: number): Found | undefined {
  const [a, b, c] = [tokens.list[at], tokens.list[at + 1], tokens.list[at + 2]];
  if (!a) return undefined;
  const make = (n: number, next: number): Found =>
    foundSpec(tokens, at, { t: 'ahead', n, unit: 'days' }, next);
  if (a.raw === 'day' && b?.raw === 'after' && c?.raw === 'tomorrow') return make(2, at + 3);
  const two = b && (FROM_TODAY.get(`${a.raw} ${b.raw}`) ?? FROM_TODAY.get(`${a.t} ${b.t}`));
  if (two !== undefined) return make(two, at + 2);
  const one = FROM_TODAY.get(a.raw);
  return one === undefined ? undefined : make(one, at + 1);
}

const DAY_UNITS = new Map<string, 'days' | 'weeks' | 'months'>([
  ['ngay', 'days'],
  ['hom', 'days'],
  ['tuan', 'weeks'],
  ['thang', 'months'],
  ['day', 'days'],
  ['days', 'days'],
  ['week', 'weeks'],
  ['weeks', 'weeks'],
  ['month', 'months'],
  ['months', 'months'],
]);

const MINUTE_UNITS = new Map<string, number>([
  ['gio', 60],
  ['tieng', 60],
  ['phut', 1],
  ['hour', 60],
  ['hours', 60],
  ['minute', 1],
  ['minutes', 1],
]);

/** Reads "3 ngày nữa", "sau 3 ngày", "in 3 days", "2 tiếng nữa". */
export function readAhead(tokens: Tokens, at: number): Found | undefined {
  const { list } = tokens;
  const leading = list[at]?.raw === 'in' || list[at]?.raw === 'sau';
  const number = readNumber(list, leading ? at + 1 : at);
  const unit = number && list[number.next]?.t;
  if (!unit || (!leading && list[number.next + 1]?.t !== 'nua')) return undefined;
  const next = number.next + (list[number.next + 1]?.t === 'nua' ? 2 : 1);
  const part = partOf(tokens, at, next);
  // "sau 14 giờ" may be "after 14h00": only "nữa" or "in" makes it a wait.
  if (list[at]?.raw === 'sau' && unit === 'gio' && list[next - 1]?.t !== 'nua') return undefined;
  const days = DAY_UNITS.get(unit);
  if (days) return foundSpec(tokens, at, { t: 'ahead', n: number.value, unit: days }, next);
  const minutes = MINUTE_UNITS.get(unit);
  return minutes ? { pieces: [{ k: 'later', minutes: minutes * number.value, part }], next } : undefined;
}
