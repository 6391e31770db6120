import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where stands when the last backup came to its end: beside the data, so that a restart and another process know it. */
const lastBackupIn = (dataDir: string): string => join(dataDir, 'last-backup');

/** Notes that a backup is whole, at a wall time in ms. */
export async function noteBackup(dataDir: string, atMs: number): Promise<void> {
  const path = lastBackupIn(dataDir);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, `${new Date(atMs).toISOString()}\n`, { mode: 0o600 });
  await rename(`${path}.part`, path);
}

/** A clock may be a little off; an instant far ahead would keep an alarm quiet for as long. */
const AHEAD_SECONDS = 300;

/** Seconds since the last backup; Infinity: none is known, or there is no folder to know it from. */
export async function backupAgeSeconds(dataDir: string, nowMs: number): Promise<number> {
  if (dataDir === '') return Number.POSITIVE_INFINITY;
  const noted = await readFile(lastBackupIn(dataDir), 'utf8').catch(() => '');
  const age = (nowMs - Date.parse(noted.trim())) / 1_000;
  return age >= -AHEAD_SECONDS ? Math.max(0, age) : Number.POSITIVE_INFINITY;
}
