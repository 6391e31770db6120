import { visible } from './fold.ts';
import { ownEntry } from './own-entry.ts';
import {
  ACCUSATIONS,
  CAPITAL_MARKS,
  EVERYDAY_SECRET,
  IDENTIFIERS,
  MARKS,
  NAMED_ACCUSATIONS,
  OFFICIAL_NAMES,
} from './secrecy-patterns.ts';

/** Whether a text may be stored, and if not, which net caught it; the text itself is never part of the answer (C5). */
export type SecretCheck = { kind: 'clean' } | { kind: 'refused'; why: 'mark' | 'accusation' | 'identifier' };

/**
 * Looks for secrecy marks, accusations of persons and personal identifiers (C3), in this order. A net under the
 * declaration (C1), not a proof: it would rather refuse a clean text than let a marked one through.
 */
export function findSecret(text: string): SecretCheck {
  const written = readable(text);
  const lower = written.toLowerCase();
  if (hasMark(written, lower)) return { kind: 'refused', why: 'mark' };
  if (hasAccusation(written, lower)) return { kind: 'refused', why: 'accusation' };
  if (hasAny(IDENTIFIERS, lower)) return { kind: 'refused', why: 'identifier' };
  return { kind: 'clean' };
}

/** Whether a name bears a secrecy mark; numbers in names are no identifiers, so nothing else counts. */
export function bearsMark(name: string): boolean {
  const found = findSecret(name);
  return found.kind === 'refused' && found.why === 'mark';
}

function hasMark(written: string, lower: string): boolean {
  return hasAny(MARKS, without(EVERYDAY_SECRET, lower)) || hasAny(CAPITAL_MARKS, written);
}

function hasAccusation(written: string, lower: string): boolean {
  return hasAny(ACCUSATIONS, without(OFFICIAL_NAMES, lower)) || hasAny(NAMED_ACCUSATIONS, written);
}

const hasAny = (patterns: readonly RegExp[], text: string): boolean => patterns.some((one) => one.test(text));

// A full stop, not a space: what stood on both sides must not join into a new phrase.
const without = (patterns: readonly RegExp[], text: string): string =>
  patterns.reduce((rest, pattern) => rest.replace(pattern, '.'), text);

const LOOKALIKES: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  І: 'I',
  К: 'K',
  М: 'M',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  а: 'a',
  е: 'e',
  і: 'i',
  м: 'm',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  Α: 'A',
  Ε: 'E',
  Ι: 'I',
  Μ: 'M',
  Ο: 'O',
  Τ: 'T',
  Υ: 'Y',
  Ð: 'Đ',
  ð: 'đ',
};

function readable(text: string): string {
  const latin = visible(text)
    .normalize('NFKD')
    .replace(/[Α-Яа-хіІÐð]/gu, (letter) => ownEntry(LOOKALIKES, letter) ?? letter);
  return joinOldTone(latin.normalize('NFC'))
    .replace(/[\n\r\v\f\u0085\u2028\u2029]+/gu, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/[\u2010-\u2015\u2212]/gu, '-');
}

function joinOldTone(text: string): string {
  return text.replace(/ủy/gu, 'uỷ').replace(/Ủy/gu, 'Uỷ').replace(/ỦY/gu, 'UỶ');
}

/** The text before its closing declaration, or that there was none. */
export type Declaration = { declared: true; text: string } | { declared: false };

const DECLARATION = /[;；\n]\s*(?:(?:không|khong|ko|kg|k)\s+(?:mật|mat)|not\s+secret)\s*[.;]?\s*$/iu;

/** Takes the closing `; không mật` (also `; khong mat`, `; ko mat`, `; not secret`, or on a line of its own) off a one-line command (C1). */
export function takeDeclaration(text: string): Declaration {
  const written = visible(text);
  const at = written.search(DECLARATION);
  return at < 0 ? { declared: false } : { declared: true, text: written.slice(0, at).trim() };
}
