/** Lets so many in at once. */
export type Turnstile = {
  /** Runs `work` when there is room. Of those who wait, taps go first, but every third place is for the others. */
  through<T>(isTap: boolean, work: () => Promise<T>): Promise<T>;
};

const OTHERS_EACH = 3;

/**
 * A turnstile in front of the database: without it a flood of updates takes every connection, and what goes out waits behind all of them.
 */
export function openTurnstile(limit: number): Turnstile {
  const taps: (() => void)[] = [];
  const others: (() => void)[] = [];
  let inside = 0;
  let turns = 0;
  const next = () => {
    turns += 1;
    const [first, then] = turns % OTHERS_EACH === 0 ? [others, taps] : [taps, others];
    return first.shift() ?? then.shift();
  };
  return {
    async through(isTap, work) {
      if (inside < limit) inside += 1;
      else await new Promise<void>((resolve) => (isTap ? taps : others).push(resolve));
      try {
        return await work();
      } finally {
        // Who goes out hands the place on, so that nobody slips in between.
        const waiting = next();
        if (waiting) waiting();
        else inside -= 1;
      }
    },
  };
}
