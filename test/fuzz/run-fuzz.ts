import { openRandom } from './random.ts';
import { toFaults } from './report.ts';
import { EPOCH_UPDATES, runEpoch } from './run-epoch.ts';
import { withSteadyChance } from './steady.ts';
import { addFault, openTally, type Tally } from './tally.ts';
import type { Worlds } from './worlds.ts';

/** A run: where from and how far. `say` hears how far it is after each epoch. */
export type FuzzRun = { worlds: Worlds; seed: number; updates: number; say?: (line: string) => void };

/** Gives so many updates in worlds of 2,500 each; what nobody caught counts as a crash. */
export async function runFuzz({ worlds, seed, updates, say }: FuzzRun): Promise<Tally> {
  const tally = openTally();
  let known = 0;
  const crash = (error: unknown) =>
    addFault(tally, { kind: 'crash', what: String((error as Error)?.stack ?? error), n: tally.updates });
  process.on('unhandledRejection', crash).on('uncaughtException', crash);
  try {
    for (let epoch = 0; epoch * EPOCH_UPDATES < updates; epoch += 1) {
      const left = updates - epoch * EPOCH_UPDATES;
      await worlds.within((url) =>
        withSteadyChance(openRandom(seed, 1_000_000 + epoch), () =>
          runEpoch({
            ...{ url, world: worlds.world, seed, epoch, tally },
            updates: Math.min(EPOCH_UPDATES, left),
          }),
        ),
      );
      say?.(`${tally.updates} of ${updates} updates`);
      if (tally.faultCounts.size > known) for (const line of toFaults(tally)) say?.(line);
      known = tally.faultCounts.size;
    }
  } finally {
    process.off('unhandledRejection', crash).off('uncaughtException', crash);
  }
  return tally;
}
