import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startSimulator } from '../simulator/server.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { ANY_SETTINGS, familyOf, type Program, runProgram, survivors } from '../support/run-program.ts';

let sim: Simulator;
let base: TestDatabase;
let running: { program: Program; family: number[] } | undefined;

beforeAll(async () => {
  sim = await startSimulator({ limits: false });
  base = await makeTestDatabase();
});
afterEach(() => {
  for (const pid of running?.family ?? []) endNow(pid);
  running?.program.signal('SIGKILL');
  running = undefined;
});
afterAll(async () => {
  await base.close();
  await sim.close();
});

/** `npm run NAME` until it says so. */
async function open(name: string, words: string): Promise<{ program: Program; family: number[] }> {
  const program = runProgram('npm', ['run', name], {
    ...ANY_SETTINGS,
    TELEGRAM_API_ROOT: sim.url,
    DATABASE_URL: base.url,
  });
  running = { program, family: [] };
  await program.said(words);
  running.family = familyOf(program.pid);
  return running;
}

const SCRIPTS: [string, string][] = [
  ['start', '"msg":"started"'],
  ['dev', '"msg":"started"'],
  ['demo', 'http://localhost:'],
];

test.each(SCRIPTS)('SIGTERM to `npm run %s` ends all that it started', async (name, words) => {
  const { program, family } = await open(name, words);
  expect(family.length).toBeGreaterThan(0);
  program.signal('SIGTERM');
  await program.ended();
  expect(await survivors(family)).toEqual([]);
});

test.each(SCRIPTS)(
  'Ctrl-C reaches npm and everything below it, and ends `npm run %s` in order',
  async (name, words) => {
    const { program, family } = await open(name, words);
    for (const pid of [program.pid, ...family]) process.kill(pid, 'SIGINT');
    await program.ended();
    expect(await survivors(family)).toEqual([]);
  },
);

function endNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {}
}
