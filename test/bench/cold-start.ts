import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../db/free-port.ts';
import { openChild } from './child.ts';
import { type Figure, median } from './figures.ts';
import { rounds, type Scenario } from './scenario.ts';
import type { SimCalls } from './sim-child.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BARE = "await import('grammy'); await import('drizzle-orm/postgres-js');";
const READY_MS = 120_000;

type Times = { bare: number; cold: number; warm: number };

/** From the start of the process to /readyz 200, with the embedded Postgres new and kept, beside a process that only imports. */
export const coldStart: Scenario = {
  name: 'cold-start',
  isUsual: true,
  async run({ rounds: count, say }) {
    const runs = await rounds(count, async (round) => {
      const times = await measure();
      say(`cold-start ${round}: ${JSON.stringify(times)}`);
      return times;
    });
    const figure = (name: string, of: 'cold' | 'warm', at: number): Figure => ({
      name,
      value: median(runs.map((run) => run[of] / run.bare)),
      unit: '×',
      limit: { at, is: 'at most' },
      note: `${(median(runs.map((run) => run[of])) / 1000).toFixed(1)} s; bare process ${(median(runs.map((run) => run.bare)) / 1000).toFixed(2)} s`,
    });
    return [figure('cold-start new cluster', 'cold', 25), figure('cold-start kept cluster', 'warm', 15)];
  },
};

async function measure(): Promise<Times> {
  const sim = await openChild<SimCalls>('./sim-child.ts');
  const dataDir = mkdtempSync(join(tmpdir(), 'phoi-hop-bench-'));
  chmodSync(dataDir, 0o755); // run as root, Postgres runs as another account that must get in
  try {
    const { url, token } = await sim.call('start', { people: 0, limits: true, keepMessages: false });
    const bare = await timeBare();
    const cold = await timeStart({ url, token, dataDir });
    const warm = await timeStart({ url, token, dataDir });
    return { bare, cold, warm };
  } finally {
    await sim.stop();
    const moved = join(dataDir, 'MOVED');
    if (existsSync(moved)) rmSync(readFileSync(moved, 'utf8').trim(), { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function timeBare(): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--input-type=module', '-e', BARE], { cwd: ROOT, stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the bare process ended with ${code}`);
  return performance.now() - start;
}

async function timeStart(given: { url: string; token: string; dataDir: string }): Promise<number> {
  const port = await freePort();
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      BOT_TOKEN: given.token,
      TELEGRAM_API_ROOT: given.url,
      DATA_DIR: given.dataDir,
      PORT: String(port),
      METRICS_PORT: '0',
      LOG_LEVEL: 'error',
    },
  });
  try {
    await untilReady(child, port);
    return performance.now() - start;
  } finally {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  }
}

async function untilReady(child: ChildProcess, port: number): Promise<void> {
  const until = Date.now() + READY_MS;
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return;
    if (child.exitCode !== null || Date.now() > until) throw new Error('the program did not get ready');
    await sleep(20);
  }
}
