/** A number, a word or one sign. `raw` is lower case with its accents, `t` without; `gap`: something blank stood before it. */
export type Token = { raw: string; t: string; n?: number; gap: boolean; start: number; end: number };

export type Tokens = { text: string; list: Token[] };

/** No date is longer; what is longer is not read at all. */
const LONGEST_TEXT = 160;

const DASH = /^[\p{Pd}−~→]$/u;

const fold = (word: string): string =>
  word.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').normalize('NFC');

function tokenOf(word: string, gap: boolean, start: number): Token {
  const raw = word.toLowerCase().normalize('NFC');
  const end = start + word.length;
  if (/^\d/.test(word)) return { raw, t: raw, n: Number(word), gap, start, end };
  return { raw, t: DASH.test(word) ? '-' : fold(raw), gap, start, end };
}

/** "QIII" and "quýI" are a word and a number. */
const TOKEN = /[0-9]+|(?:q|qu[yýií])(?=(?:i{1,3}|iv)(?!\p{L}))|\p{L}[\p{L}\p{M}]*|\S/giu;

/** Splits a text into tokens, or gives undefined when it is too long to be a date. Invisible characters go; linear in its length. */
export function tokenize(input: string): Tokens | undefined {
  const visible = input.replace(/\p{Cf}|[\uFE00-\uFE0F]/gu, '');
  const text = visible.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  if (text.length > LONGEST_TEXT) return undefined;
  const list: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    list.push(tokenOf(match[0], match.index > end, match.index));
    end = match.index + match[0].length;
  }
  return { text, list };
}

/** The text from token `from` up to token `to`, as typed. */
export function partOf({ text, list }: Tokens, from: number, to: number): string {
  const first = list[from];
  const last = list[to - 1];
  return first && last ? text.slice(first.start, last.end) : '';
}
