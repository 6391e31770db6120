import { fold } from './fold.ts';

const known = new WeakMap<readonly string[], readonly string[]>();

/** The names folded; of one list only the first time, however many rows are held against it. */
export function foldOnce(names: readonly string[]): readonly string[] {
  const folded = known.get(names) ?? names.map(fold);
  known.set(names, folded);
  return folded;
}
