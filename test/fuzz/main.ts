import { randomInt } from 'node:crypto';
import { startEmbedded } from '../../db/embedded.ts';
import { withDatabase } from '../support/global-setup.ts';
import { type FuzzOptions, parseOptions } from './options.ts';
import { toFaults, toTable } from './report.ts';
import { runFuzz } from './run-fuzz.ts';
import { shrinkFaults } from './shrink-faults.ts';
import { openWorlds } from './worlds.ts';

const out = (line: string) => process.stdout.write(`${line}\n`);
const say = (line: string) => process.stderr.write(`${line}\n`);

/** True: nothing was found. */
async function main({ seed = randomInt(1_000_000_000), updates }: FuzzOptions): Promise<boolean> {
  out(`again: npm run fuzz -- --seed ${seed} --updates ${updates}`);
  const embedded = await startEmbedded({ throwaway: true });
  try {
    const worlds = await openWorlds(withDatabase(embedded.url, 'postgres'));
    const begun = performance.now();
    const tally = await runFuzz({ worlds, seed, updates, say });
    const seconds = (performance.now() - begun) / 1_000;
    await shrinkFaults(worlds, tally, say);
    for (const line of [...toFaults(tally), ...toTable(tally, { seed, seconds })]) out(line);
    await worlds.close();
    return tally.faultCounts.size === 0;
  } finally {
    await embedded.stop();
  }
}

const parsed = parseOptions(process.argv.slice(2));
if (parsed.ok) process.exitCode = (await main(parsed.options)) ? 0 : 1;
else {
  say(parsed.error);
  process.exitCode = 2;
}
