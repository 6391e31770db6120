import { createHash, type Hash } from 'node:crypto';

/** What must not be: each with the number of its update, so that it can be seen again. */
export type Fault = {
  kind: 'crash' | 'unanswered' | 'bug' | 'row' | 'stuck' | 'set-aside';
  what: string;
  n: number | undefined;
  /** The update as it came. */
  text?: string;
};

/** Counts of a run, and its faults: of each sort the first few, all of them counted. */
export type Tally = {
  updates: number;
  /** Of all that was given: two runs that are the same have the same. */
  digest: Hash;
  counts: Record<'how' | 'kind' | 'who' | 'fate' | 'act' | 'warning', Map<string, number>>;
  taps: number;
  answered: number;
  changedRows: number;
  said: number;
  faults: Fault[];
  faultCounts: Map<string, number>;
};

const KEPT_OF_EACH = 3;

export const openTally = (): Tally => ({
  updates: 0,
  digest: createHash('sha256'),
  counts: {
    how: new Map(),
    kind: new Map(),
    who: new Map(),
    fate: new Map(),
    act: new Map(),
    warning: new Map(),
  },
  taps: 0,
  answered: 0,
  changedRows: 0,
  said: 0,
  faults: [],
  faultCounts: new Map(),
});

export const countOne = (counts: Map<string, number>, name: string): void =>
  void counts.set(name, (counts.get(name) ?? 0) + 1);

export function addFault(tally: Tally, fault: Fault): void {
  const sort = `${fault.kind}: ${fault.what}`;
  countOne(tally.faultCounts, sort);
  if (tally.faultCounts.get(sort)! <= KEPT_OF_EACH) tally.faults.push(fault);
}

/** How many faults of a kind there were. */
export function faultsOf(tally: Tally, kind: Fault['kind']): number {
  let sum = 0;
  for (const [sort, times] of tally.faultCounts) if (sort.startsWith(`${kind}: `)) sum += times;
  return sum;
}
