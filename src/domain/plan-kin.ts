import type { Kin } from './overlap.ts';

/**
 * Where a target stands among the others. `sameId` names the organisation over its successors. The two sets say whom it seeks
 * above itself: whole organisations above the target, and single targets above another part of its own organisation.
 */
export type Standing = {
  sameId: number;
  organisationsAbove: ReadonlySet<number>;
  targetsAbove: ReadonlySet<number>;
};

/**
 * Standings by target, remembered. Two targets are of one family (R2: same organisation, parents, children, successors) exactly
 * when they are the same organisation or one of them seeks the other; siblings are not. A target nobody listed stands alone.
 */
export function makeStandings(kin: readonly Kin[]): (targetId: number) => Standing {
  const sameOf = successionOf(kin);
  const parents = new Map(kin.map(({ id, parentId }) => [id, parentId]));
  const aboveOf = remember((targetId) => above(targetId, parents));
  const members = new Map<number, number[]>();
  for (const { id } of kin) listIn(members, sameOf(id)).push(id);
  const aboveSame = remember((sameId) => {
    const all = (members.get(sameId) ?? []).flatMap((member) => [...aboveOf(member)]);
    return new Set(all.filter((one) => sameOf(one) !== sameId));
  });
  return remember((targetId) => {
    const sameId = sameOf(targetId);
    const organisationsAbove = new Set([...aboveOf(targetId)].map(sameOf));
    organisationsAbove.delete(sameId);
    const targetsAbove = [...aboveSame(sameId)].filter((one) => !organisationsAbove.has(sameOf(one)));
    return { sameId, organisationsAbove, targetsAbove: new Set(targetsAbove) };
  });
}

/** Whether the first stands below the second in a way that makes them one family. */
export const isSeeking = (one: Standing, targetId: number, other: Standing): boolean =>
  one.organisationsAbove.has(other.sameId) || one.targetsAbove.has(targetId);

type Stood = { targetId: number; standing: Standing };

/** Whether two targets are of one family, whichever is asked first. */
export const isFamily = (one: Stood, other: Stood): boolean =>
  one.standing.sameId === other.standing.sameId ||
  isSeeking(one.standing, other.targetId, other.standing) ||
  isSeeking(other.standing, one.targetId, one.standing);

/** One number for all targets that succeed each other. */
function successionOf(kin: readonly Kin[]): (targetId: number) => number {
  const next = new Map<number, number>();
  const last = (from: number): number => {
    let id = from;
    for (let to = next.get(id); to !== undefined; to = next.get(id)) {
      next.set(id, next.get(to) ?? to);
      id = to;
    }
    return id;
  };
  for (const { id, successorId } of kin) {
    const [one, other] = [last(id), last(successorId ?? id)];
    if (one !== other) next.set(one, other);
  }
  return last;
}

/** All parents of a target; ends where a link comes back to where it was. */
function above(targetId: number, parents: ReadonlyMap<number, number | null>): Set<number> {
  const seen = new Set<number>();
  for (let up = parents.get(targetId); up != null && !seen.has(up); up = parents.get(up)) seen.add(up);
  return seen;
}

/** The list under a key, made when it is missing. */
export function listIn<K, T>(lists: Map<K, T[]>, key: K): T[] {
  const list = lists.get(key) ?? [];
  if (list.length === 0) lists.set(key, list);
  return list;
}

function remember<T>(make: (id: number) => T): (id: number) => T {
  const made = new Map<number, T>();
  return (id) => {
    const known = made.get(id) ?? make(id);
    made.set(id, known);
    return known;
  };
}
