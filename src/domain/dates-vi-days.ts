import { isHourMark } from './dates-vi-clock.ts';
import { foundAsk, foundJoined, foundSpec } from './dates-vi-found.ts';
import type { Token, Tokens } from './dates-vi-tokens.ts';
import type { Found, Reading, Spec } from './dates-vi-types.ts';
import { ENGLISH_MONTHS, readYear } from './dates-vi-words.ts';

/** A number of a row, with the sign that joins it to the one before. */
export type Link = { token: Token; at: number; sign: '' | '/' | '.' | '-' | '~' };

/** A dash with room around it ("7 - 11") joins a range and is told as "~". */
function signAt(list: Token[], at: number): Link['sign'] {
  const sign = list[at];
  const after = list[at + 1];
  if (!sign || after?.n === undefined || isHourMark(list, at + 2)) return '';
  const loose = sign.gap || after.gap;
  if (sign.t === '/') return '/';
  if (sign.t === '.') return loose ? '' : '.';
  if (sign.t === '-') return loose ? '~' : '-';
  return '';
}

/** Numbers joined by / . or - from token `at` on; a number that is an hour does not belong. */
export function readLinks(list: Token[], at: number): Link[] {
  const links: Link[] = [];
  let sign: Link['sign'] = '';
  for (let i = at; list[i]?.n !== undefined; i += 2) {
    links.push({ token: list[i]!, at: i, sign });
    sign = signAt(list, i + 1);
    if (sign === '') break;
  }
  return links;
}

const centuryOf = (token: Token): number | undefined =>
  token.raw.length === 4 ? token.n : token.raw.length === 2 ? 2000 + token.n! : undefined;

/** One date, month or bare number out of joined numbers; undefined when they are none of these. */
function specOf(links: Link[]): Spec | undefined {
  const [a, b, c] = links.map(({ token }) => token);
  const lengths = links.map(({ token }) =>
    token.raw.length === 4 ? 'Y' : token.raw.length <= 2 ? 'n' : 'x',
  );
  switch (lengths.join('')) {
    case 'n':
      return { t: 'bare', n: a!.n! };
    case 'nn':
      return { t: 'date', day: a!.n!, month: b!.n! };
    case 'nY':
      return { t: 'month', month: a!.n!, year: b!.n! };
    case 'Yn':
      return { t: 'month', month: b!.n!, year: a!.n! };
    case 'nnY':
      return { t: 'date', day: a!.n!, month: b!.n!, year: c!.n! };
    case 'Ynn':
      return { t: 'date', day: c!.n!, month: b!.n!, year: a!.n! };
    case 'nnn': {
      const year = centuryOf(c!);
      return year === undefined ? undefined : { t: 'date', day: a!.n!, month: b!.n!, year };
    }
    default:
      return undefined;
  }
}

/** Where the numbers part into a start and an end, or 0. "05 - 12 - 2026" is one date, written wide. */
function splitAt(links: Link[]): number {
  const wide = links.flatMap((link, index) => (link.sign === '~' ? [index] : []));
  if (wide.length === 1) return wide[0]!;
  const tight = links.flatMap((link, index) => (link.sign === '-' ? [index] : []));
  const mixed = links.some((link) => link.sign === '/' || link.sign === '.');
  const yearLast = links.at(-1)?.token.raw.length === 4 && tight[0] === links.length - 1;
  return wide.length === 0 && tight.length === 1 && mixed && !yearLast ? tight[0]! : 0;
}

/** "7-11" may be 7 November or the days 7 to 11; with the larger number first it can only be a date. "9.30" may be an hour. */
function isDoubtful(links: Link[]): boolean {
  const [a, b] = links;
  if (links.length !== 2 || !a || !b || a.token.raw.length > 2 || b.token.raw.length > 2) return false;
  if (b.sign === '-') return a.token.n! < b.token.n! || b.token.n! > 12;
  return b.sign === '.' && b.token.n! > 12 && a.token.n! <= 23 && b.token.raw.length === 2;
}

/** "7-11" as 7 November, as days of a month that was not said, as months. */
function readingsOf([a, b]: Link[]): Reading[] {
  const [first, last] = [a!.token.n!, b!.token.n!];
  if (b!.sign !== '-' || first >= last) return [];
  const days: Reading = [
    { t: 'date', day: first },
    { t: 'date', day: last },
  ];
  return last > 12 ? [days] : [[{ t: 'date', day: first, month: last }], days, monthsOf(first, last)];
}

const monthsOf = (first: number, last: number, year?: number): Reading => [
  { t: 'month', month: first, year },
  { t: 'month', month: last, year },
];

const followedByMonth = (list: Token[], at: number): boolean =>
  list[at]?.t === 'thang' || ENGLISH_MONTHS.has(list[at]?.raw ?? '');

/** Reads joined numbers as a date or a range of dates: 5/12, 05-12-2026, 2026-12-15, 7-11/12, 7/12 - 11/12/2026, 3/2027. */
export function readNumericDate(tokens: Tokens, at: number): Found | undefined {
  const { list } = tokens;
  const links = readLinks(list, at);
  if (links.length === 0) return undefined;
  const next = links.at(-1)!.at + 1;
  const pair = links.length === 2 && links[1]!.sign === '-' && followedByMonth(list, next);
  if (isDoubtful(links) && !pair) return foundAsk(tokens, at, next, 'ambiguous', readingsOf(links));
  const split = pair ? 1 : splitAt(links);
  const sides = split > 0 ? [links.slice(0, split), links.slice(split)] : [links];
  const specs = sides.map(specOf).filter((spec) => spec !== undefined);
  if (specs.length < sides.length) return readLoneYear(tokens, at) ?? foundAsk(tokens, at, next, 'unclear');
  const [start, end] = specs;
  return start?.t === 'bare' && end?.t === 'month'
    ? monthsOrDate(tokens, at, next, start.n, end)
    : foundJoined(tokens, at, specs, next);
}

/** "3-5/2027" without "tháng" may be 3 May or March to May; "25-5/2027" is 25 May. */
function monthsOrDate(
  tokens: Tokens,
  at: number,
  next: number,
  n: number,
  { month = 0, year }: Extract<Spec, { t: 'month' }>,
): Found {
  const date: Spec = { t: 'date', day: n, month, year };
  return n < month
    ? foundAsk(tokens, at, next, 'ambiguous', [monthsOf(n, month, year), [date]])
    : foundSpec(tokens, at, date, next);
}

function readLoneYear(tokens: Tokens, at: number): Found | undefined {
  const year = readYear(tokens.list, at);
  if (!year || signAt(tokens.list, at + 1) !== '') return undefined;
  return foundSpec(tokens, at, { t: 'year', year: year.value, said: false }, year.next);
}
