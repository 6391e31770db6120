import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import postgres, { type Sql } from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEmbedded } from '../../db/embedded.ts';

const CHILD = fileURLToPath(new URL('../support/embedded-child.ts', import.meta.url));
const IS_ROOT = process.getuid?.() === 0;

let dataDir: string;
const children: ChildProcess[] = [];
const cleanUps: (() => unknown)[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'phoi-hop-embedded-'));
  chmodSync(dataDir, 0o755);
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  }
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  rmSync(dataDir, { recursive: true, force: true });
});

type Child = { process: ChildProcess; url: string; started: boolean; stop(): Promise<void> };

async function startChild(folder?: string): Promise<Child> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, ...(folder ? [folder] : [])], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
  children.push(child);
  const [line] = await once(createInterface(child.stdout), 'line');
  const stop = async () => {
    const gone = once(child, 'exit');
    child.stdin.write('\n');
    await gone;
  };
  return { process: child, ...(JSON.parse(line) as { url: string; started: boolean }), stop };
}

async function ask<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 2 });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const isUp = (url: string) =>
  ask(url, (sql) => sql`select 1`).then(
    () => true,
    () => false,
  );

async function killNow(child: Child): Promise<void> {
  const gone = once(child.process, 'exit');
  child.process.kill('SIGKILL');
  await gone;
}

const folderOf = (url: string) =>
  ask(url, async (sql) =>
    dirname((await sql`select current_setting('data_directory') as folder`)[0]!.folder),
  );

test('a throwaway cluster knows Vietnamese without LANG, asks for its password, and is gone after stop', async () => {
  const embedded = await startEmbedded({ throwaway: true });
  const home = await folderOf(embedded.url);
  const [row] = await ask(
    embedded.url,
    (sql) => sql`
    select lower('ĐẢNG UỶ') as lower, upper('đ') as upper, current_setting('fsync') as fsync,
      current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets`,
  );
  expect(row).toEqual({ lower: 'đảng uỷ', upper: 'Đ', fsync: 'off', listens: '127.0.0.1', sockets: '' });
  await expect(
    ask(embedded.url.replace(/:[0-9a-f]{48}@/, ':wrong@'), (sql) => sql`select 1`),
  ).rejects.toMatchObject({
    code: '28P01',
  });
  await Promise.all([embedded.stop(), embedded.stop()]);
  expect(await isUp(embedded.url)).toBe(false);
  expect(existsSync(home)).toBe(false);
});

test('a throwaway cluster does not outlive its process, however the process ends', async () => {
  const child = await startChild();
  const home = await folderOf(child.url);
  await killNow(child);
  await expect.poll(() => existsSync(home), { timeout: 10_000 }).toBe(false);
  expect(await isUp(child.url)).toBe(false);
});

test('what a guard could not remove, the next throwaway start removes', async () => {
  const embedded = await startEmbedded({ throwaway: true });
  cleanUps.push(() => embedded.stop());
  const shared = dirname(await folderOf(embedded.url));
  const left = mkdtempSync(join(shared, 'throwaway-999999999-'));
  const live = mkdtempSync(join(shared, `throwaway-${process.pid}-`));
  cleanUps.push(() => rmSync(live, { recursive: true }));
  await (await startEmbedded({ throwaway: true })).stop();
  expect([existsSync(left), existsSync(live), await isUp(embedded.url)]).toEqual([false, true, true]);
});

test('processes that start at once share one server; the last to leave stops it; the data stay, written safely', async () => {
  const all = await Promise.all([startChild(dataDir), startChild(dataDir), startChild(dataDir)]);
  expect(all.filter(({ started }) => started)).toHaveLength(1);
  expect(new Set(all.map(({ url }) => url)).size).toBe(1);
  const starter = all.find(({ started }) => started)!;
  const [one, two] = all.filter(({ started }) => !started) as [Child, Child];
  await ask(one.url, (sql) => sql`create table kept (x text)`);
  await starter.stop();
  await one.stop();
  expect(await isUp(two.url)).toBe(true);
  await two.stop();
  expect(await isUp(two.url)).toBe(false);
  const again = await startEmbedded({ dataDir });
  cleanUps.push(() => again.stop());
  expect(again.started).toBe(true);
  const [row] = await ask(
    again.url,
    (sql) => sql`select count(*)::int as kept, current_setting('fsync') as fsync from kept`,
  );
  expect(row).toEqual({ kept: 0, fsync: 'on' });
});

test('a Ctrl-C ends the process and not the server; the next start joins it and, alone, stops it', async () => {
  const child = await startChild(dataDir);
  const gone = once(child.process, 'exit');
  process.kill(-child.process.pid!, 'SIGINT');
  await gone;
  expect(await isUp(child.url)).toBe(true);
  const next = await startEmbedded({ dataDir });
  expect(next).toMatchObject({ started: false, url: child.url });
  await next.stop();
  expect(await isUp(child.url)).toBe(false);
});

test('a pid file left by a crash does not stop the start, even when another process has the number', async () => {
  await (await startEmbedded({ dataDir })).stop();
  const pidFile = join(dataDir, 'cluster', 'postmaster.pid');
  writeFileSync(pidFile, `${process.pid}\n${dataDir}/cluster\n1\n5432\n\n127.0.0.1\n\nready\n`);
  writeFileSync(join(dataDir, 'lock'), '999999999 dead');
  const embedded = await startEmbedded({ dataDir });
  cleanUps.push(() => embedded.stop());
  expect(embedded.started).toBe(true);
  expect(await isUp(embedded.url)).toBe(true);
});

test('data under a closed folder can be had, by root as well, and nobody else may read them', async () => {
  chmodSync(dataDir, 0o700);
  const folder = join(dataDir, 'inside');
  const embedded = await startEmbedded({ dataDir: folder });
  cleanUps.push(() => embedded.stop());
  const home = await folderOf(embedded.url);
  expect(home).toBe(IS_ROOT ? readFileSync(join(folder, 'MOVED'), 'utf8').trim() : folder);
  if (IS_ROOT) cleanUps.push(() => rmSync(home, { recursive: true }));
  await embedded.stop();
  const again = await startEmbedded({ dataDir: folder });
  cleanUps.unshift(() => again.stop());
  expect(await folderOf(again.url)).toBe(home);
  const modes = ['.', 'cluster', 'password'].map((name) =>
    (statSync(join(home, name)).mode & 0o777).toString(8),
  );
  expect(modes).toEqual(['700', '700', '600']);
});

test('data of another version of Postgres are refused in plain words', async () => {
  await (await startEmbedded({ dataDir })).stop();
  writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), '14\n');
  await expect(startEmbedded({ dataDir })).rejects.toThrow(
    /made by Postgres 14, and the programs are Postgres \d+/,
  );
});
