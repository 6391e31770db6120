import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { seedPair } from '../support/seed.ts';
import { agreedInspection } from '../support/seed-inspection.ts';
import { openOfficeAtStart } from '../support/start-day.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Table = { name: string; deletes: boolean; truncates: boolean; guards: string[] };

let at: TestDatabase;
let inspectionId: number;
let tables: Table[];

beforeAll(async () => {
  at = await makeTestDatabase();
  const office = await openOfficeAtStart(at);
  inspectionId = await agreedInspection(office, await seedPair(office));
  // tgtype: 2 before, 8 delete, 32 truncate
  tables = await at.ownerSql<Table[]>`
    select c.relname as name, has_table_privilege('phoihop_app', c.oid, 'delete') as deletes,
      has_table_privilege('phoihop_app', c.oid, 'truncate') as truncates, array(
        select guard from pg_trigger t, (values ('delete', 10), ('truncate', 34)) as kind (guard, bits)
        where t.tgrelid = c.oid and not t.tgisinternal and t.tgenabled in ('O', 'A') and t.tgtype & bits = bits
        group by guard order by guard) as guards
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`;
});
afterAll(() => at.close());

const records = () => tables.filter(({ deletes }) => !deletes);
const namesOf = (some: Table[]) => some.map(({ name }) => name);

test('each table is either a record that nobody removes from or one that the program deletes from', () => {
  expect(tables.length).toBeGreaterThan(40);
  expect(namesOf(tables.filter(({ truncates }) => truncates))).toEqual([]);
  const unguarded = records().filter(({ guards }) => guards.join() !== 'delete,truncate');
  // A new table: grant delete to phoihop_app in its migration, or give it the triggers of 0024_records_stay.sql.
  expect(namesOf(unguarded)).toEqual([]);
  expect(namesOf(records())).toEqual(
    expect.arrayContaining(
      'answer audit_chain audit_entry chain_head chain_signature exchange inspection_version outcome'.split(
        ' ',
      ),
    ),
  );
  expect(namesOf(records())).not.toContain('audit_value');
});

test('the program may delete only where it does', () => {
  const code = ['src', 'commands', 'jobs']
    .flatMap((room) =>
      readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(ROOT, room, name),
      ),
    )
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const inCode = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const idle = tables.filter(
    ({ name, deletes }) =>
      deletes && !new RegExp(`\\.delete\\(${inCode(name)}\\)|delete from ${name}\\b`, 'i').test(code),
  );
  expect(namesOf(idle)).toEqual([]);
});

test('a record is removed by nobody: the program may not, and what its owner tries is refused', async () => {
  const app = (line: string) => at.db.sql.unsafe(line);
  const owner = (line: string) => at.ownerSql.unsafe(line);
  const codeOf = (tried: Promise<unknown>) =>
    tried.then(
      () => 'done',
      (error: { code?: string }) => error.code,
    );
  for (const { name } of records()) {
    const [remove, empty] = [`delete from public.${name}`, `truncate public.${name} cascade`];
    const tried = [app(remove), app(empty), owner(remove), owner(empty)];
    expect([name, ...(await Promise.all(tried.map(codeOf)))]).toEqual([
      name,
      '42501',
      '42501',
      '23001',
      '23001',
    ]);
  }
});

test('who confirmed or refused a version is said once, its reason may only go away (R5, C8)', async () => {
  const set = (values: string) =>
    at.ownerSql.unsafe(`update inspection_version set ${values} where inspection_id = ${inspectionId}`).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    );
  const said = 'confirmed_by = made_by, confirmed_at = made_at, refused_at = made_at';
  expect([await set(said), await set(said)]).toEqual(['done', 'done']);
  for (const other of [
    'confirmed_by = null',
    'confirmed_at = now()',
    'refused_at = null',
    "reason_text = 'khác'",
    'made_at = now()',
    'subject = null',
  ])
    expect([other, await set(other)]).toEqual([other, '23001']);
  expect(await set('reason_text = null')).toBe('done');
});
