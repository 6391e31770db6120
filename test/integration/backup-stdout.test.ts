import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { backupAgeSeconds, noteBackup } from '../../src/last-backup.ts';
import { createMetrics } from '../../src/metrics.ts';
import { adminLine } from '../support/admin-line.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { ANY_SETTINGS } from '../support/run-program.ts';

const ADMIN = 'node --import tsx src/admin/main.ts --lang en';

let base: TestDatabase;
let folder: string;

beforeAll(async () => {
  base = await makeTestDatabase();
  // More than fits into a pipe, and than gzip makes small.
  await base.ownerSql`
    insert into person (key, name, title)
    select 'person-' || n, md5(n::text), md5('a' || n) || md5('b' || n) from generate_series(1, 5000) n`;
});
afterAll(() => base.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stdout-test-'));
  return () => rmSync(folder, { recursive: true });
});

const path = (name: string) => join(folder, name);

/** What bash makes of a line: `OUT` stands for a file; `codes` are those of the pipe's parts. */
async function shell(line: string, env: Record<string, string> = {}) {
  const script = `${line.replace('OUT', path('out'))}; echo "$PIPESTATUS" > ${path('codes')}`;
  const { BOT_TOKEN } = ANY_SETTINGS;
  const { PATH = '', HOME = '', LD_PRELOAD = '', FAKETIME = '' } = process.env;
  const { stderr } = await promisify(execFile)('bash', ['-c', script], {
    env: {
      PATH,
      HOME,
      LD_PRELOAD,
      FAKETIME,
      BOT_TOKEN,
      DATABASE_URL: base.url,
      DATA_DIR: path('data'),
      ...env,
    },
  });
  return { code: Number(readFileSync(path('codes'), 'utf8')), stderr };
}

/** Between two instants of this machine: the same on any day. */
const age = () => backupAgeSeconds(path('data'), performance.timeOrigin + performance.now());

describe('backup -', () => {
  test('writes the bytes of a backup to standard output and not a word beside them', async () => {
    expect(await shell(`${ADMIN} backup - --plain > OUT`)).toEqual({ code: 0, stderr: '' });
    const lines = gunzipSync(readFileSync(path('out')))
      .toString('utf8')
      .trimEnd()
      .split('\n');
    expect(lines[0]).toMatch(/^\["phoi-hop backup 1",/);
    expect(lines.at(-1)).toMatch(/^\["end",/);
    expect(await age()).toBeLessThan(60);
  });

  test('encrypts as the file form does, and what came out is restored', async () => {
    const identity = await generateX25519Identity();
    writeFileSync(path('key'), identity);
    const recipient = await identityToRecipient(identity);
    const ran = await shell(`${ADMIN} backup - | cat > OUT`, { BACKUP_RECIPIENTS: recipient });
    expect(ran).toEqual({ code: 0, stderr: '' });
    const other = await makeTestDatabase('template1');
    const restored = await adminLine(['restore', path('out'), '--identity', path('key')], other);
    expect([restored.code, restored.said.at(-1)]).toEqual([0, expect.stringContaining('restored')]);
    await other.close();
  });

  test('whose reader goes away says so in one line, fails, and is not noted', async () => {
    expect(await shell(`${ADMIN} backup - --plain | head -c 10 > OUT`)).toEqual({
      code: 1,
      stderr: 'Whoever read the backup went away before its end: what they have is not whole.\n',
    });
    expect(await age()).toBe(Number.POSITIVE_INFINITY);
  });

  test('behind npm, which writes lines of its own first, is refused with a line that works', async () => {
    const ran = await shell(`${ADMIN} backup - --plain > OUT`, { npm_lifecycle_event: 'admin' });
    expect(ran).toEqual({
      code: 1,
      stderr: expect.stringContaining('npm run --silent admin -- backup - > FILE'),
    });
    expect(readFileSync(path('out'), 'utf8')).toBe('');
    const silent = { npm_lifecycle_event: 'admin', npm_config_loglevel: 'silent' };
    expect((await shell(`${ADMIN} backup - --plain > OUT`, silent)).code).toBe(0);
  });

  test('is not poured into a terminal', async () => {
    const { code, said } = await adminLine(['backup', '-', '--plain'], base);
    expect([code, said]).toEqual([1, [expect.stringContaining('no text for a terminal')]]);
  });
});

describe('the age of the last backup', () => {
  const figure = async (nowMs: number) =>
    /^phoihop_backup_age_seconds (.*)$/m.exec(
      await createMetrics(() => backupAgeSeconds(path('data'), nowMs)).registry.metrics(),
    )![1];

  test('is endless until one was made, then counts on over every restart', async () => {
    const made = Date.parse('2026-11-23T02:30:00+07:00');
    expect(await figure(made)).toBe('+Inf');
    await noteBackup(path('data'), made);
    expect(await figure(made + 90_000)).toBe('90');
    expect(await figure(made + 86_400_000)).toBe('86400');
  });

  test('is begun by a backup that became a file', async () => {
    expect((await shell(`${ADMIN} backup ${path('file.gz')} --plain > OUT`)).code).toBe(0);
    expect(await age()).toBeLessThan(60);
  });

  test.each([
    ['an instant far ahead', '2026-11-24T02:30:00Z'],
    ['what is no instant', 'yesterday'],
    ['nothing', ''],
  ])('of a note that holds %s is endless: no alarm is kept quiet', async (_, noted) => {
    await noteBackup(path('data'), 0);
    writeFileSync(path('data/last-backup'), noted);
    expect(await figure(Date.parse('2026-11-23T00:00:00Z'))).toBe('+Inf');
  });
});
