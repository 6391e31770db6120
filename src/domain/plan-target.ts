import { fold, similarFolded } from './fold.ts';
import { foldedOrganisation } from './vocabulary.ts';

/** A target as it is looked for; `endedOn` null: it can be chosen. Folded names beside the names. */
export type PlanTarget = {
  id: number;
  key: string;
  folded: string;
  aliases: readonly string[];
  endedOn: string | null;
  successorId: number | null;
};

/** The one target that is meant; those between which a person must choose; those that one cell names together; or none. */
export type TargetMatch =
  | { kind: 'one'; id: number }
  | { kind: 'ask'; ids: number[] }
  | { kind: 'several'; ids: number[] }
  | { kind: 'ended'; id: number }
  | { kind: 'none' };

/** So many are offered; more say that the words are too few. */
const MOST_OFFERED = 5;
/** Distinct names that are no whole name are looked for so often by words, and by slips: beyond, nobody would answer the questions. */
const MOST_SEARCHED = { words: 200, slips: 20 };

/**
 * Finds targets by key, name or alias without accents, abbreviations written out (R12). Only a whole name is taken at once, with or
 * without "Đảng bộ …" above it where no other bears it: a part of it, a slip of the pen, or a name that several bear, is asked. Ended ones lead
 * to their successor, as a question too (R9).
 */
export function targetFinder(targets: readonly PlanTarget[]): (written: string) => TargetMatch {
  const byId = new Map(targets.map((one) => [one.id, one]));
  const exact = new Map<string, PlanTarget[]>();
  const put = (name: string, one: PlanTarget): void => {
    const there = exact.get(name);
    if (!there) exact.set(name, [one]);
    else if (!there.includes(one)) there.push(one);
  };
  const named = targets.map((one) => ({ one, names: namesOf(one) }));
  for (const { one, names } of named) for (const name of [fold(one.key), ...names]) put(name, one);
  const open = named.filter(({ one }) => one.endedOn === null);
  const heads = headsOf(open);
  const spaced = open.map(({ one, names }) => ({ one, names: names.map((name) => ` ${name} `) }));
  const seen = new Map<string, TargetMatch>();
  const left = { ...MOST_SEARCHED };
  const search = (wanted: string): PlanTarget[] => {
    if (left.words-- <= 0) return [];
    const found = byWords(spaced, wanted);
    return found.length > 0 || left.slips-- <= 0 ? found : bySlip(open, wanted);
  };
  const whole = (wanted: string): TargetMatch | undefined =>
    fromExact(exact.get(wanted) ?? [], byId) ?? fromHead(heads, wanted);
  const find = (wanted: string): TargetMatch => {
    const known = seen.get(wanted) ?? whole(wanted) ?? offered(search(wanted));
    seen.set(wanted, known);
    return known;
  };
  return (written) => {
    const folded = fold(written);
    if (folded === '') return { kind: 'none' };
    const wanted = foldedOrganisation(folded);
    const sure = fromExact(exact.get(folded) ?? [], byId) ?? whole(wanted);
    if (sure && sure.kind !== 'ask') return sure;
    return severalIn(written, whole) ?? sure ?? find(wanted);
  };
}

/** A target with its names, as they are and written out. */
type Named = { one: PlanTarget; names: readonly string[] };

const namesOf = ({ folded, aliases }: PlanTarget): string[] => [
  ...new Set([folded, ...aliases].flatMap((name) => [name, foldedOrganisation(name)])),
];

/** What a name says before "Đảng bộ …", which is above it. */
const headOf = (name: string): string => name.split(/(?<=\S) dang bo(?: |$)/)[0]!;

function headsOf(open: readonly Named[]): Map<string, PlanTarget[]> {
  const heads = new Map<string, PlanTarget[]>();
  for (const { one } of open) {
    const head = headOf(foldedOrganisation(one.folded));
    const there = heads.get(head);
    if (there) there.push(one);
    else heads.set(head, [one]);
  }
  return heads;
}

/** A name without what is above it; with another above it than is known it is asked. */
function fromHead(heads: ReadonlyMap<string, PlanTarget[]>, wanted: string): TargetMatch | undefined {
  const bare = heads.get(wanted);
  if (bare?.length === 1) return { kind: 'one', id: bare[0]!.id };
  const found = bare ?? (headOf(wanted) === wanted ? undefined : heads.get(headOf(wanted)));
  return found && offered(found);
}

/** So many organisations stand in one cell at most. */
const MOST_TOGETHER = 10;

/** "- A - B" or "A; B": each of them known. */
function severalIn(
  written: string,
  whole: (wanted: string) => TargetMatch | undefined,
): TargetMatch | undefined {
  const parts = written.split(/(?:^|\s)[-–+•]\s+|;/u).filter((part) => part.trim() !== '');
  if (parts.length < 2 || parts.length > MOST_TOGETHER) return undefined;
  const ids = parts.map((part) => {
    const found = whole(foldedOrganisation(fold(part)));
    return found?.kind === 'one' ? found.id : undefined;
  });
  return ids.includes(undefined) ? undefined : { kind: 'several', ids: [...new Set(ids as number[])] };
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

const LONGEST_WHOLE = 3;

/** `spaced`: names between spaces, so that a word is found as a whole. */
function byWords(spaced: readonly Named[], wanted: string): PlanTarget[] {
  // Whole words; longer ones may be cut short.
  const words = [...new Set(wanted.split(' '))].map((word) =>
    word.length > LONGEST_WHOLE ? ` ${word}` : ` ${word} `,
  );
  return spaced
    .filter(({ names }) => names.some((name) => words.every((word) => name.includes(word))))
    .map(({ one }) => one);
}

/** Lengths first: comparing letters is dear. */
const bySlip = (open: readonly Named[], wanted: string): PlanTarget[] =>
  open
    .filter(({ names }) =>
      names.some((name) => Math.abs(name.length - wanted.length) <= 2 && similarFolded(name, wanted)),
    )
    .map(({ one }) => one);
