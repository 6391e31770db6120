import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const TOUCH_MS = 2_000;
const STALE_MS = 15_000; // a holder touches the file every 2 s: this long untouched, it is gone, whoever has its pid now
const PATIENCE_MS = 120_000;

/** Runs `work` while no other process on this machine does so for the same file; a dead holder's lock is taken over. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const token = `${process.pid} ${randomUUID()}`;
  await acquire(file, token);
  const touching = setInterval(() => touch(file), TOUCH_MS);
  try {
    return await work();
  } finally {
    clearInterval(touching);
    if (read(file) === token) rmSync(file, { force: true });
  }
}

/** Whether a process with this id lives, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function acquire(file: string, token: string): Promise<void> {
  const start = performance.now();
  while (!create(file, token)) {
    if (performance.now() - start > PATIENCE_MS)
      throw new Error(`${file} has been held for two minutes; another start hangs.`);
    takeFromTheDead(file);
    await sleep(50 + Math.random() * 50);
  }
}

function create(file: string, token: string): boolean {
  try {
    writeFileSync(file, token, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function takeFromTheDead(file: string): void {
  const held = read(file);
  if (held === undefined || !isStale(file, Number.parseInt(held, 10))) return;
  const grave = `${file}.${randomUUID()}`;
  try {
    renameSync(file, grave);
  } catch {
    return;
  }
  // Another waiter may have been quicker, and this is its fresh lock: give it back.
  if (read(grave) !== held) renameSync(grave, file);
  else rmSync(grave, { force: true });
}

function isStale(file: string, pid: number): boolean {
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  // An empty file is a holder between creating and writing: only its age counts.
  return age > STALE_MS || (!Number.isNaN(pid) && !isAlive(pid));
}

function touch(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {}
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
