import { fold, similarFolded } from './fold.ts';

/** A target as it is looked for; `endedOn` null: it can be chosen. Folded names beside the names. */
export type PlanTarget = {
  id: number;
  key: string;
  folded: string;
  aliases: readonly string[];
  endedOn: string | null;
  successorId: number | null;
};

/** The one target that is meant; those between which a person must choose; or none. */
export type TargetMatch =
  | { kind: 'one'; id: number }
  | { kind: 'ask'; ids: number[] }
  | { kind: 'ended'; id: number }
  | { kind: 'none' };

/** So many are offered; more say that the words are too few. */
const MOST_OFFERED = 5;
/** Distinct names that are no whole name are looked for so often by words, and by slips: beyond, nobody would answer the questions. */
const MOST_SEARCHED = { words: 200, slips: 20 };

/**
 * Finds targets by key, name or alias without accents (R12). Only a whole name is taken at once: a part of it, a slip of the pen, or a
 * name that several bear, is asked. Ended ones lead to their successor, as a question too (R9).
 */
export function targetFinder(targets: readonly PlanTarget[]): (written: string) => TargetMatch {
  const byId = new Map(targets.map((one) => [one.id, one]));
  const exact = new Map<string, PlanTarget[]>();
  const put = (name: string, one: PlanTarget): void => {
    const there = exact.get(name);
    if (!there) exact.set(name, [one]);
    else if (!there.includes(one)) there.push(one);
  };
  for (const one of targets) for (const name of [fold(one.key), one.folded, ...one.aliases]) put(name, one);
  const open = targets.filter(({ endedOn }) => endedOn === null);
  const spaced = open.map((one) => ({ one, names: [one.folded, ...one.aliases].map((name) => ` ${name} `) }));
  const seen = new Map<string, TargetMatch>();
  const left = { ...MOST_SEARCHED };
  const search = (wanted: string): PlanTarget[] => {
    if (left.words-- <= 0) return [];
    const found = byWords(spaced, wanted);
    return found.length > 0 || left.slips-- <= 0 ? found : bySlip(open, wanted);
  };
  const find = (wanted: string): TargetMatch =>
    fromExact(exact.get(wanted) ?? [], byId) ?? offered(search(wanted));
  return (written) => {
    const wanted = fold(written);
    const known = seen.get(wanted) ?? (wanted === '' ? { kind: 'none' as const } : find(wanted));
    seen.set(wanted, known);
    return known;
  };
}

function fromExact(found: PlanTarget[], byId: Map<number, PlanTarget>): TargetMatch | undefined {
  const open = found.filter(({ endedOn }) => endedOn === null);
  if (open.length === 1) return { kind: 'one', id: open[0]!.id };
  if (open.length > 1) return offered(open);
  const [ended] = found;
  if (!ended) return undefined;
  const successor = ended.successorId === null ? undefined : byId.get(ended.successorId);
  return successor?.endedOn === null ? { kind: 'ask', ids: [successor.id] } : { kind: 'ended', id: ended.id };
}

function offered(found: readonly PlanTarget[]): TargetMatch {
  if (found.length === 0) return { kind: 'none' };
  return { kind: 'ask', ids: found.slice(0, MOST_OFFERED).map(({ id }) => id) };
}

/** A target with its names between spaces, so that a word is found as a whole. */
type Spaced = { one: PlanTarget; names: string[] };

const LONGEST_WHOLE = 3;

function byWords(spaced: readonly Spaced[], wanted: string): PlanTarget[] {
  // Whole words; longer ones may be cut short.
  const words = [...new Set(wanted.split(' '))].map((word) =>
    word.length > LONGEST_WHOLE ? ` ${word}` : ` ${word} `,
  );
  return spaced
    .filter(({ names }) => names.some((name) => words.every((word) => name.includes(word))))
    .map(({ one }) => one);
}

/** Lengths first: comparing letters is dear. */
const bySlip = (open: readonly PlanTarget[], wanted: string): PlanTarget[] =>
  open.filter((one) =>
    [one.folded, ...one.aliases].some(
      (name) => Math.abs(name.length - wanted.length) <= 2 && similarFolded(name, wanted),
    ),
  );
