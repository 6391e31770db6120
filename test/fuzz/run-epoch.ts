import { takeChanges } from './change-log.ts';
import { openDeck } from './deck.ts';
import type { Life } from './life.ts';
import { openRandom, type Random } from './random.ts';
import type { Tally } from './tally.ts';
import { openWatch } from './watch.ts';
import type { FuzzWorld } from './world.ts';

/** Updates of one epoch: a world is lived in for so long, then thrown away. */
export const EPOCH_UPDATES = 2_500;
/** Updates between two deliveries: about one a person. */
const BATCH = 40;
/** One epoch of so many is fed by long polling. */
const POLLED_EACH = 8;

/** What is given to an epoch: which one of the run it is, and a seeded database that it may use up. */
export type EpochOptions = {
  url: string;
  world: FuzzWorld;
  seed: number;
  epoch: number;
  /** How many updates, from the first. */
  updates: number;
  tally: Tally;
};

/** Lives one epoch and adds to the tally what it came to; the same seed and epoch deal the same updates. */
export async function runEpoch({ url, world, seed, epoch, updates, tally }: EpochOptions): Promise<void> {
  const by = epoch % POLLED_EACH === POLLED_EACH - 1 ? 'polling' : 'webhook';
  const random = openRandom(seed, epoch);
  const watch = await openWatch({ url, world, by, tally, random: openRandom(seed, -1 - epoch) });
  const { life } = watch;
  const deck = openDeck({ random, context: life.telegram.context, world });
  try {
    tally.said += await life.pass(0);
    for (let at = 0; at < updates; at += BATCH) {
      await takeChanges(life.owner);
      const day = await life.today();
      for (let nth = at; nth < Math.min(at + BATCH, updates); nth += 1) {
        await watch.give(epoch * EPOCH_UPDATES + nth, deck.next(700_000_001 + nth), day);
        life.tick(random.below(3_000));
      }
      await watch.judge();
      tally.said += await life.send();
      tally.said += await passTime(life, random);
    }
  } finally {
    await watch.close();
  }
}

/** Mostly moments, now and then an hour or until the next morning. */
function passTime(life: Life, random: Random): Promise<number> {
  const ms = random.weighed<() => number>([
    [5, () => 0],
    [4, () => 120_000],
    [3, () => 3_600_000],
    [1, () => life.untilMorning()],
  ])();
  return life.pass(ms);
}
