import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../db/free-port.ts';
import { startSimulator } from '../simulator/server.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { runMain } from '../support/run-program.ts';

let sim: Simulator;
let base: TestDatabase;
let folder: string;
let occupant: Server;
let takenPort: number;

beforeAll(async () => {
  sim = await startSimulator({ limits: false });
  base = await makeTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'phoi-hop-faults-'));
  writeFileSync(join(folder, 'a-file'), '');
  occupant = createServer().listen(0, '127.0.0.1');
  await once(occupant, 'listening');
  takenPort = (occupant.address() as AddressInfo).port;
});
afterAll(async () => {
  occupant.close();
  rmSync(folder, { recursive: true, force: true });
  await base.close();
  await sim.close();
});

const withPart = (part: 'password' | 'pathname', value: string): string => {
  const url = new URL(base.url);
  url[part] = value;
  return url.href;
};

const FAULTS: [string, () => Record<string, string> | Promise<Record<string, string>>, RegExp][] = [
  [
    'a wrong token',
    () => ({ BOT_TOKEN: '7000000002:AAGsimulatorOnlyNotThisToken00000000' }),
    /^BOT_TOKEN: Telegram does not know this token \(401\)\. Ask @BotFather/,
  ],
  [
    'a database that is away',
    async () => ({ DATABASE_URL: `postgres://somebody:hidden-word@127.0.0.1:${await freePort()}/phoihop` }),
    /^DATABASE_URL: 127\.0\.0\.1:\d+\/phoihop cannot be reached \(ECONNREFUSED\)\. Is Postgres running there\?$/,
  ],
  [
    'a wrong password',
    () => ({ DATABASE_URL: withPart('password', 'hidden-word') }),
    /^DATABASE_URL: .* does not let this user in \(28P01\)\. Look at the user and the password\.$/,
  ],
  [
    'a database that is not there',
    () => ({ DATABASE_URL: withPart('pathname', '/nobody_made_it') }),
    /^DATABASE_URL: .*\/nobody_made_it has no database of this name \(3D000\)\./,
  ],
  [
    'a port that is taken',
    () => ({ PORT: String(takenPort) }),
    /^PORT: \d+ on 127\.0\.0\.1 is taken by another program\. Example: PORT=\d+$/,
  ],
  [
    'a port for figures that is taken',
    () => ({ METRICS_PORT: String(takenPort) }),
    /^METRICS_PORT: \d+ on 127\.0\.0\.1 is taken by another program\. Example: METRICS_PORT=\d+$/,
  ],
  [
    'an address that is not of this machine',
    () => ({ HOST: '192.0.2.7' }),
    /^HOST: this machine has no address 192\.0\.2\.7 \(EADDRNOTAVAIL\)\.$/,
  ],
  [
    'a folder that cannot be written',
    () => ({ DATABASE_URL: '', DATA_DIR: join(folder, 'a-file', 'data') }),
    /^DATA_DIR: .*a-file\/data cannot be written \(ENOTDIR\)\. Name a folder that this user may write\.$/,
  ],
];

test.each(FAULTS)('%s is said in one plain line, and the program ends with 1', async (_, settings, line) => {
  const program = runMain({
    DATABASE_URL: base.url,
    TELEGRAM_API_ROOT: sim.url,
    ...(await settings()),
  });
  expect(await program.ended()).toBe(1);
  const said = program.complaints().trimEnd();
  expect(said).toMatch(line);
  expect(said.split('\n')).toHaveLength(1);
  expect(program.printed()).not.toMatch(/ {4}at |hidden-word|"level":60/);
});

test('the log says what started: version, mode, queue, database, bot and migrations', async () => {
  const program = runMain({ DATABASE_URL: base.url, TELEGRAM_API_ROOT: sim.url, ROLES: 'bot,worker' });
  const line = JSON.parse(await program.said('"msg":"started"')) as Record<string, unknown>;
  const reached = JSON.parse(await program.said('Telegram was reached')) as Record<string, unknown>;
  program.signal('SIGTERM');
  expect(await program.ended()).toBe(0);
  expect(line).toMatchObject({
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    node: process.versions.node,
    roles: ['bot', 'worker'],
    mode: 'polling',
    queue: 'Postgres',
    database: expect.stringMatching(/^own Postgres \d+/),
    migrations: { newest: expect.stringMatching(/^\d{4}_/), applied: 0 },
    bot: sim.token.split(':')[0],
    metricsPort: expect.any(Number),
  });
  expect(line).not.toHaveProperty('port');
  expect(reached.bot).toBe(`@${sim.botUser.username}`);
});
