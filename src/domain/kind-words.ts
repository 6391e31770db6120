import { fold } from './fold.ts';
import type { Kind } from './kinds.ts';
import { readKind } from './plan-kind.ts';
import { writtenOut } from './vocabulary.ts';

/** The kind that typed words name, and what else stands beside it. */
export type KindWords = { kind: Kind; left: string };

/** These say no more than that it is an inspection: alone they are no kind. */
const PLAIN = new Set(['cuoc', 'kiem', 'tra', 'giam', 'sat', 'va', 'inspection', 'supervision']);

/**
 * The kind that is meant, in full, in part or in short, by whole words: "gscd", "KT chấp hành". "KT", "GS" and "KT, GS" alone are none: it is
 * asked. `names`: as people read them.
 */
export function kindIn(typed: string, names: ReadonlyMap<Kind, readonly string[]>): KindWords | undefined {
  if (isPlain(wordsOf(typed))) return undefined;
  const known = new Set([...names.values()].flat().flatMap(wordsOf));
  const words = typed.split(' ');
  // "Đảng bộ Sở Tài chính" is an organisation, not an inspection of finances.
  if (fold(words[0]!) === 'dang' || !isKnown(words[0]!, known)) return undefined;
  const kind = readKind(typed, names) ?? readMeant(words, known, names);
  return kind && { kind, left: leftOf(words, new Set((names.get(kind) ?? []).flatMap(wordsOf))) };
}

function readMeant(
  words: readonly string[],
  known: ReadonlySet<string>,
  names: ReadonlyMap<Kind, readonly string[]>,
): Kind | undefined {
  const meant = writtenOut(words.filter((word) => isKnown(word, known)).join(' '));
  return isPlain(meant.split(' ')) ? undefined : readKind(meant, names);
}

const wordsOf = (text: string): string[] => writtenOut(text).split(' ');

const isPlain = (words: readonly string[]): boolean => words.every((word) => word === '' || PLAIN.has(word));

const isKnown = (word: string, known: ReadonlySet<string>): boolean =>
  wordsOf(word).every((one) => one === '' || known.has(one) || PLAIN.has(one));

const leftOf = (words: readonly string[], known: ReadonlySet<string>): string =>
  words.filter((word) => !isKnown(word, known)).join(' ');
