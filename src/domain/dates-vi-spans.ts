import { isHourMark } from './dates-vi-clock.ts';
import { foundAsk, foundJoined, foundSpec } from './dates-vi-found.ts';
import type { Token, Tokens } from './dates-vi-tokens.ts';
import type { Found, Reading, Spec } from './dates-vi-types.ts';
import { type Read, ROMAN_QUARTERS, readNumber, readOffset, readYear } from './dates-vi-words.ts';

type Unit = 'week' | 'month' | 'quarter' | 'year';

/** The words of spans, without accents. */
export const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['tuan', 'week'],
  ['thang', 'month'],
  ['quy', 'quarter'],
  ['qui', 'quarter'],
  ['nam', 'year'],
  ['week', 'week'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['year', 'year'],
]);

const shifted = (unit: Unit, offset: number): Spec =>
  unit === 'year' ? { t: 'year', offset, said: true } : { t: unit, offset };

const ENGLISH_OFFSET = new Map<string, number>([
  ['this', 0],
  ['next', 1],
  ['coming', 1],
  ['last', -1],
]);

/** Reads a week, month, quarter or year told from now: tuần sau, sang tháng, quý này, next week. "thang sau" may be "tháng sáu": asked. */
export function readShiftedSpan(tokens: Tokens, at: number): Found | undefined {
  const { list } = tokens;
  const [word, after] = [list[at], list[at + 1]];
  if (!word || !after) return undefined;
  const offset = word.raw === 'sang' ? 1 : ENGLISH_OFFSET.get(word.raw);
  const named = UNITS.get(after.t);
  if (offset !== undefined && named) return foundSpec(tokens, at, shifted(named, offset), at + 2);
  const unit = UNITS.get(word.t);
  const said = unit ? readOffset(list, at + 1) : undefined;
  if (!unit || !said) return undefined;
  if (word.raw === 'thang' && after.raw === 'sau' && list[at + 2]?.t !== 'nua') {
    const readings: Reading[] = [[{ t: 'month', offset: 1 }], [{ t: 'month', month: 6 }]];
    return foundAsk(tokens, at, at + 2, 'ambiguous', readings);
  }
  return foundSpec(tokens, at, shifted(unit, said.value), said.next);
}

/** The year joined to a month or quarter: "/2027", "-2027", "/27". */
function readJoinedYear(list: Token[], at: number): Read<number> | undefined {
  const sign = list[at]?.t;
  if (sign !== '/' && sign !== '-' && sign !== '.') return undefined;
  const short = list[at + 1];
  if (sign === '/' && short?.n !== undefined && short.raw.length === 2)
    return { value: 2000 + short.n, next: at + 2 };
  return readYear(list, at + 1);
}

type ReadOne = (list: Token[], at: number) => Read<number> | undefined;

/** "tháng 3", "tháng 3-5/2027": one number, or two joined by a dash, the year closing them. */
function readNumbered(
  tokens: Tokens,
  at: number,
  first: number,
  unit: 'month' | 'quarter',
  read: ReadOne,
): Found | undefined {
  const { list } = tokens;
  const start = read(list, first);
  if (!start) return undefined;
  const specs: Spec[] = [];
  let next = start.next;
  const add = (n: number, after: number): void => {
    const year = readJoinedYear(list, after);
    next = year?.next ?? after;
    specs.push(
      unit === 'month'
        ? { t: 'month', month: n, year: year?.value }
        : { t: 'quarter', quarter: n, year: year?.value },
    );
  };
  add(start.value, start.next);
  const end = list[next]?.t === '-' ? read(list, next + 1) : undefined;
  const joinedDate = end && list[end.next]?.t === '/' && list[end.next + 1]?.raw.length !== 4;
  if (end && !joinedDate && list[end.next]?.t !== 'thang' && !isHourMark(list, end.next))
    add(end.value, end.next);
  return foundJoined(tokens, at, specs, next);
}

const readQuarterNumber: ReadOne = (list, at) => {
  const roman = ROMAN_QUARTERS.get(list[at]?.raw ?? '');
  return roman === undefined ? readNumber(list, at) : { value: roman, next: at + 1 };
};

/** Reads "tháng 3/2027", "tháng ba", "T12/2026", "tháng 3-5/2027". */
export function readMonth(tokens: Tokens, at: number): Found | undefined {
  const { list } = tokens;
  if (list[at]?.t === 'thang') return readNumbered(tokens, at, at + 1, 'month', readNumber);
  const number = list[at]?.raw === 't' ? list[at + 1] : undefined;
  if (number?.n === undefined || number.gap || list[at + 2]?.t === ':') return undefined;
  const yearJoined = list[at + 2]?.t === '/' && list[at + 3]?.raw.length === 4;
  return yearJoined || number.n > 7 ? readNumbered(tokens, at, at + 1, 'month', readNumber) : undefined;
}

/** Reads "quý I/2027", "quý 1", "Q1 2027", "quý I-II/2027". */
export function readQuarter(tokens: Tokens, at: number): Found | undefined {
  const { list } = tokens;
  const word = list[at]?.t;
  const isQuarter = word === 'quy' || word === 'qui' || word === 'q';
  return isQuarter ? readNumbered(tokens, at, at + 1, 'quarter', readQuarterNumber) : undefined;
}

/** Reads "năm 2027". */
export function readNamedYear(tokens: Tokens, at: number): Found | undefined {
  const word = tokens.list[at]?.t;
  const year = word === 'nam' || word === 'year' ? readYear(tokens.list, at + 1) : undefined;
  return year && foundSpec(tokens, at, { t: 'year', year: year.value, said: true }, year.next);
}
