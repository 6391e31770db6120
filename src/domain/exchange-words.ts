import { fold } from './fold.ts';

type Searched = { code: string; symbol: string | null; subject: string | null; target: string | null };

/** What an entry is found by (R12): its code (also without hyphens), symbol, subject and target, folded. */
export function foldExchange({ code, symbol, subject, target }: Searched): string {
  const joined = fold(code).replaceAll(' ', '');
  return [fold(code), joined, ...[symbol, subject, target].map((one) => fold(one ?? ''))]
    .filter((one) => one !== '')
    .join(' ');
}

/** The words of one pair as Postgres's tsvector; folded words hold letters and digits only, so nothing needs a quote. */
export const exchangeVector = (pairId: number, folded: string): string =>
  [...new Set(folded.split(' '))].map((word) => lexeme(pairId, word)).join(' ');

/** The query for entries of one pair in which a term begins a word. */
export const exchangeQuery = (pairId: number, term: string): string => `${lexeme(pairId, term)}:*`;

// The pair stands in the word: a common word of all pairs must not make the search of one pair slow.
const lexeme = (pairId: number, word: string): string => `${pairId}p${word}`;
