/** What waits in the outbox, by who goes first: answers to taps and typing, notices, digests and tallies, answers to strangers. */
export const LANE = { answer: 0, notice: 1, digest: 2, stranger: 3 } as const;

export type Lane = (typeof LANE)[keyof typeof LANE];

/** Of twelve slots three are the notices' and one the digests', whatever waits besides. Strangers have none: they get what is left. */
const ROUND: readonly Lane[] = [0, 0, 0, 1, 0, 0, 0, 1, 0, 2, 0, 1];

/** Where in the round a batch may begin. Drawn anew for each, so that cut batches or several processes never fall into step. */
export const ROUND_SLOTS = ROUND.length;

const ownerOf = (slot: number): Lane => ROUND[slot % ROUND.length]!;

/** How many of `limit` slots from `at` on are the notices' and the digests' own: so many are taken before answers fill the rest. */
export function sharesOf(limit: number, at: number): { notices: number; digests: number } {
  const owners = Array.from({ length: limit }, (_, n) => ownerOf(at + n));
  return {
    notices: owners.filter((lane) => lane === LANE.notice).length,
    digests: owners.filter((lane) => lane === LANE.digest).length,
  };
}

/**
 * A batch in the order in which it takes slots: each slot from `at` on goes to the lane whose it is, or, where that lane has
 * nothing, to the first lane that has something. Within a lane the order given stays.
 */
export function inTurn<T>(batch: readonly T[], laneOf: (one: T) => Lane, at: number): T[] {
  const waiting = new Map<Lane, T[]>(Object.values(LANE).map((lane) => [lane, []]));
  for (const one of batch) waiting.get(laneOf(one))!.push(one);
  return batch.map((_, n) => {
    const own = waiting.get(ownerOf(at + n))!;
    const line = own.length > 0 ? own : [...waiting.values()].find((other) => other.length > 0)!;
    return line.shift()!;
  });
}
