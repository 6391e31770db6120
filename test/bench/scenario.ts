import type { Figure } from './figures.ts';
import type { Rig } from './rig.ts';

/** What a scenario runs with; `chats` overrides its own size, `say` reports progress. */
export type Bench = { rig: Rig; rounds: number; chats: number | undefined; say(line: string): void };

/** One name of the bench; `isUsual` false: only when it is asked for. Throws when it could not run. */
export type Scenario = { name: string; isUsual: boolean; run(bench: Bench): Promise<Figure[]> };

/** Runs the rounds one after another. */
export async function rounds<T>(count: number, run: (round: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let round = 1; round <= count; round += 1) results.push(await run(round));
  return results;
}
