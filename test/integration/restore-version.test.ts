import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { migrateDatabase } from '../../db/migrate.ts';
import { erasedKey } from '../../src/usecases/import-org-stored.ts';
import { VERSION } from '../../src/version.ts';
import { adminLine } from '../support/admin-line.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';

// A backup of five migrations ago, made by the program of then.
const OLDER = fileURLToPath(new URL('../fixtures/life/backup.jsonl.gz', import.meta.url));
const BARE = 'template1';

let folder: string;
let bare: TestDatabase;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'restore-test-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  bare = await makeTestDatabase(BARE);
});
afterEach(() => bare.close());

const path = (name: string) => join(folder, name);
const lines = () => gunzipSync(readFileSync(OLDER)).toString('utf8').split('\n');
const tables = async () =>
  (
    await bare.ownerSql<{ name: string }[]>`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`
  ).map((row) => row.name);
const applied = async () =>
  (await bare.ownerSql`select hash from drizzle.__drizzle_migrations order by created_at desc limit 1`)[0]!
    .hash;

/** A plain backup with other lines between its head and its seal. */
const sealed = (name: string, change: (line: string) => string): string => {
  const changed = lines()
    .filter((line) => line !== '')
    .map((line) => (line.startsWith('["end"') ? line : change(line)));
  const [, end] = JSON.parse(changed.at(-1)!) as [string, object];
  const body = changed
    .slice(0, -1)
    .map((line) => `${line}\n`)
    .join('');
  const sha256 = createHash('sha256').update(body).digest('hex');
  writeFileSync(path(name), gzipSync(`${body}${JSON.stringify(['end', { ...end, sha256 }])}\n`));
  return path(name);
};

/** A plain backup with another head; the seal is not reached. */
const headed = (name: string, head: object): string => {
  const [first = '', ...rest] = lines();
  const [format, was] = JSON.parse(first) as [string, object];
  writeFileSync(path(name), gzipSync([JSON.stringify([format, { ...was, ...head }]), ...rest].join('\n')));
  return path(name);
};

test('an older backup goes into a bare database, which is then of today, with every chain', async () => {
  const { code, said } = await adminLine(['restore', OLDER, '--plain'], bare);
  expect([code, said.at(-1)]).toEqual([0, expect.stringMatching(/rows in \d+ tables restored/)]);
  const today = await migrateDatabase({ url: bare.url });
  expect(today.applied).toBe(0);
  expect((await adminLine(['verify'], bare)).code).toBe(0);
  expect(await bare.db.tx({ pairs: 'all' }, (tx) => tx.execute('select from outbox'))).not.toEqual([]);
});

test('whoever was erased since an older backup was made is erased again in it', async () => {
  const at = lines().findIndex((line) => line.startsWith('["table","person"'));
  const { id, key, name } = JSON.parse(lines()[at + 1]!) as { id: number; key: string; name: string };
  writeFileSync(path('erased'), `${id} ${erasedKey(key)}\n`);
  const { code, said } = await adminLine(['restore', OLDER, '--plain', '--erased', path('erased')], bare);
  expect([code, said.join('\n')]).toEqual([
    0,
    expect.stringContaining('of 1 of them the backup had the data'),
  ]);
  const [row] =
    await bare.ownerSql`select name, erased_at is not null as erased from person where id = ${id}`;
  expect([row!.erased, row!.name === name]).toEqual([true, false]);
  expect((await adminLine(['verify'], bare)).code).toBe(0);
});

test('who was head of a team in an older backup is its head, of the side that leads and one alone', async () => {
  const file = sealed('heads.gz', (line) => line.replace('"is_head":false', '"is_head":true'));
  const { code } = await adminLine(['restore', file, '--plain'], bare);
  expect(code).toBe(0);
  const teams = await bare.ownerSql<{ heads: number[]; leading: number[] }[]>`
    select coalesce(array_agg(person_id) filter (where role = 'head'), '{}') as heads,
      array_agg(person_id order by person_id) filter (where t.side = v.lead_side) as leading
    from inspection_team t join inspection i on i.id = t.inspection_id join inspection_version v on v.id = i.version_id
    group by i.id`;
  expect(teams.filter(({ leading }) => leading !== null).length).toBeGreaterThan(0);
  expect(teams.some(({ leading }) => leading === null)).toBe(true);
  for (const { heads, leading } of teams) expect(heads).toEqual((leading ?? []).slice(0, 1));
});

test('a backup of a newer version is refused in one line that names both, and nothing is made', async () => {
  const file = headed('newer.gz', { migration: 'f'.repeat(64), version: '99.1.0' });
  expect(await adminLine(['restore', file, '--plain'], bare)).toEqual({
    code: 1,
    said: [
      `The backup was made by a newer version of this program (99.1.0; this one is ${VERSION}). ` +
        'Update the program first, then restore. Nothing was stored.',
    ],
  });
  expect(await tables()).toEqual([]);
});

test('a backup that is cut makes nothing either: not even tables', async () => {
  writeFileSync(path('cut.gz'), gzipSync(lines().slice(0, -2).join('\n')));
  expect((await adminLine(['restore', path('cut.gz'), '--plain'], bare)).said).toEqual([
    'The backup is cut short or damaged. Nothing was stored.',
  ]);
  expect(await tables()).toEqual([]);
});

test('a database of a newer shape than the backup is refused, though it is empty', async () => {
  await migrateDatabase({ url: bare.url });
  const before = await applied();
  const { code, said } = await adminLine(['restore', OLDER, '--plain'], bare);
  expect([code, said]).toEqual([1, [expect.stringContaining('newer than this backup')]]);
  expect(await applied()).toBe(before);
});

test('a database that holds anything is neither filled nor migrated', async () => {
  await bare.ownerSql`create table guest_book (line text)`;
  await bare.ownerSql`insert into guest_book values ('somebody was here')`;
  const { code, said } = await adminLine(['restore', OLDER, '--plain'], bare);
  expect([code, said]).toEqual([1, [expect.stringContaining('The database holds data (table guest_book)')]]);
  expect(await tables()).toEqual(['guest_book']);
});
