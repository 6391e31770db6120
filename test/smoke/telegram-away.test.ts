import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { freePort } from '../../db/free-port.ts';
import { startSimulator } from '../simulator/server.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Program, runMain } from '../support/run-program.ts';
import { until } from '../support/until.ts';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

function keep(program: Program): Program {
  endings.push(() => program.signal('SIGKILL'));
  return program;
}

async function open(): Promise<TestDatabase> {
  const base = await makeTestDatabase();
  endings.push(() => base.close());
  return base;
}

const figure = async (port: number, name: string) => {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1]);
};

test('with Telegram away it starts, says so, sweeps and answers; when Telegram comes, it works', async () => {
  const base = await open();
  const away = await freePort();
  const program = keep(
    runMain({ DATABASE_URL: base.url, TELEGRAM_API_ROOT: `http://127.0.0.1:${away}`, TZ: 'UTC' }),
  );
  const { metricsPort } = JSON.parse(await program.said('"msg":"started"')) as { metricsPort: number };
  const url = `http://127.0.0.1:${metricsPort}`;
  await program.said('Telegram cannot be reached; trying again');
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  const ready = await fetch(`${url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([
    503,
    { ready: false, parts: { database: true, queue: true, sending: true, telegram: false } },
  ]);
  await until(async () => (await figure(metricsPort, 'phoihop_sweep_seconds_count')) > 0);

  const sim: Simulator = await startSimulator({ port: away, limits: false });
  endings.push(() => sim.close());
  const user = sim.addUser({ id: 11, first_name: 'A' });
  user.send('/start');
  await program.said('Telegram was reached');
  await user.waitFor(() => true, 30_000);

  program.signal('SIGTERM');
  expect(await program.ended()).toBe(0);
}, 90_000);

test('SIGTERM while Telegram is away ends it at once, whether it refuses or never answers', async () => {
  const base = await open();
  const sim = await startSimulator({ limits: false });
  endings.push(() => sim.close());
  sim.faults.add({ kind: 'hang' });
  for (const root of [`http://127.0.0.1:${await freePort()}`, sim.url]) {
    const program = keep(runMain({ DATABASE_URL: base.url, TELEGRAM_API_ROOT: root }));
    await program.said('"msg":"started"');
    const before = performance.now();
    program.signal('SIGTERM');
    expect(await program.ended()).toBe(0);
    expect(performance.now() - before).toBeLessThan(6_000);
  }
}, 90_000);

const MOMENTS: [string, (dataDir: string, program: Program) => Promise<unknown>][] = [
  ['while the program is loaded', () => sleep(150)],
  ['while a cluster is made', (dataDir) => until(async () => existsSync(join(homeOf(dataDir), 'password')))],
  ['while Postgres starts', (dataDir) => until(async () => existsSync(pidFileOf(dataDir)))],
  ['while the tables are made', (dataDir) => until(async () => isServing(dataDir))],
  ['once it has started', (_, program) => program.said('"msg":"started"')],
];

test.each(MOMENTS)(
  'SIGTERM %s leaves no Postgres behind and says nothing',
  async (_, moment) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'phoi-hop-start-'));
    chmodSync(dataDir, 0o755);
    const root = `http://127.0.0.1:${await freePort()}`;
    const program = keep(runMain({ DATA_DIR: dataDir, TELEGRAM_API_ROOT: root }));
    endings.push(() => removeAll(dataDir));
    await moment(dataDir, program);
    program.signal('SIGTERM');
    const code = await program.ended();
    // What was being started when the program ended may come up only now.
    await sleep(2_000);
    expect({ left: serversOf(dataDir), complaints: program.complaints() }).toEqual({
      left: [],
      complaints: '',
    });
    expect(code === 0 || program.printed() === '').toBe(true);
  },
  90_000,
);

/** As root the cluster lies elsewhere, and MOVED names the place. */
function homeOf(dataDir: string): string {
  const moved = join(dataDir, 'MOVED');
  return existsSync(moved) ? readFileSync(moved, 'utf8').trim() : dataDir;
}

const pidFileOf = (dataDir: string): string => join(homeOf(dataDir), 'cluster', 'postmaster.pid');

const isServing = (dataDir: string): boolean =>
  existsSync(pidFileOf(dataDir)) && readFileSync(pidFileOf(dataDir), 'utf8').includes('ready');

/** What runs on the data, by the process table. */
function serversOf(dataDir: string): string[] {
  const table = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  return table.split('\n').filter((line) => line.includes(`${homeOf(dataDir)}/cluster`));
}

function removeAll(dataDir: string): void {
  for (const line of serversOf(dataDir)) process.kill(Number.parseInt(line, 10), 'SIGQUIT');
  const home = homeOf(dataDir);
  for (const folder of [home, dataDir])
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
