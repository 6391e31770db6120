import { fold } from '../../domain/fold.ts';

/** What bears every typed word in its name, accents aside (R12); an exact name stands alone. Nothing typed finds nothing. */
export function findNamed<T>(items: readonly T[], nameOf: (item: T) => string, typed: string): T[] {
  const wanted = fold(typed);
  if (wanted === '') return [];
  const named = items.map((item) => ({ item, folded: fold(nameOf(item)) }));
  const exact = named.filter(({ folded }) => folded === wanted);
  const words = wanted.split(' ');
  const fitting = named.filter(({ folded }) => words.every((word) => folded.includes(word)));
  return (exact.length > 0 ? exact : fitting).map(({ item }) => item);
}
