import { openRandom } from './random.ts';
import { shrink } from './shrink.ts';
import { type Fault, openTally, type Tally } from './tally.ts';
import { openWatch, type Watch } from './watch.ts';
import type { Worlds } from './worlds.ts';

/** Sorts of fault that are looked into: each takes a world and some hundred lives of an update. */
const MOST_SORTS = 5;

/**
 * Adds to each sort of fault the smallest update that shows it in a fresh world; nothing for a fault that needs what went before: then the seed
 * and the number of updates show it.
 */
export async function shrinkFaults(worlds: Worlds, tally: Tally, say: (line: string) => void): Promise<void> {
  const firsts = new Map(tally.faults.toReversed().map((fault) => [`${fault.kind}: ${fault.what}`, fault]));
  for (const fault of [...firsts.values()].slice(0, MOST_SORTS)) {
    if (fault.text === undefined || fault.n === undefined) continue;
    say(`looking for the shortest update: ${fault.kind}`);
    const text = await worlds.within((url) => shrinkOne(url, worlds, fault));
    if (text !== undefined) tally.faults.push({ ...fault, text });
  }
}

async function shrinkOne(url: string, { world }: Worlds, fault: Fault): Promise<string | undefined> {
  const tally = openTally();
  const watch = await openWatch({ url, world, by: 'webhook', tally, random: openRandom(0, 0) });
  try {
    const update = JSON.parse(fault.text!) as Record<string, unknown>;
    const isFaulty = faultyIn(watch, tally, fault.kind);
    if (!(await isFaulty(update))) return undefined;
    return JSON.stringify(await shrink(update, isFaulty));
  } finally {
    await watch.close();
  }
}

/** Each try bears a number of its own, or it would count as seen. */
function faultyIn(watch: Watch, tally: Tally, kind: Fault['kind']) {
  let updateId = 800_000_000;
  return async (update: Record<string, unknown>): Promise<boolean> => {
    updateId += 1;
    const before = tally.faults.length;
    tally.faultCounts.clear();
    await watch.give(
      updateId,
      {
        ...{ how: 'again', who: { userId: 0, name: '', label: 'again' }, kind: '' },
        update: { ...update, update_id: updateId },
      },
      await watch.life.today(),
    );
    await watch.judge();
    return tally.faults.slice(before).some((fault) => fault.kind === kind);
  };
}
