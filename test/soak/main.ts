import { randomInt } from 'node:crypto';
import { missingForSoak } from './needs.ts';
import { parseOptions, type SoakOptions } from './options.ts';
import { isSound, toLines } from './report.ts';
import { runSoak } from './run-soak.ts';
import { HOURS } from './stops.ts';
import { FULL } from './weather.ts';

const PAIRS = 3;
/** At each stop of the clock; what is not done by then goes on at the next. */
const MOST_MS = 10_000;
const out = (line: string) => process.stdout.write(`${line}\n`);
const say = (line: string) => process.stderr.write(`${line}\n`);

const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort());

/** True: nothing was found. */
async function main({ seed = randomInt(1_000_000_000), days }: SoakOptions): Promise<boolean> {
  out(`again: npm run soak -- --seed ${seed} --days ${days}`);
  const begun = performance.now();
  const outcome = await runSoak({
    seed,
    days,
    hours: HOURS,
    mostMs: MOST_MS,
    pairs: PAIRS,
    force: FULL,
    say,
    signal: stopping.signal,
  });
  for (const line of toLines(outcome)) out(line);
  out(`seed ${seed}, ${days} working days in ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
  return isSound(outcome);
}

const parsed = parseOptions(process.argv.slice(2));
const missing = missingForSoak();
if (!parsed.ok || missing !== undefined) {
  say(parsed.ok ? missing! : parsed.error);
  process.exitCode = 2;
} else process.exitCode = (await main(parsed.options)) ? 0 : 1;
