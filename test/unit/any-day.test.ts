import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const TESTS = fileURLToPath(new URL('..', import.meta.url));
const ROOMS = ['unit', 'integration', 'smoke', 'support'];

/** What would make a test depend on the day it runs; `performance.now()` measures, and may. */
const TODAY: Record<string, RegExp> = {
  'new Date()': /new Date\(\)/,
  'Date.now': /\bDate\.now\b/,
  'DateTime.now, .local or .utc of nothing': /DateTime\.(now|local|utc)\(\)/,
  "the database's clock": /sql(<[^`]*>)?`[^`]*(?<![.\w])(now\(\)|current_date|current_timestamp)/i,
  'an office whose time was not begun': /\bopenOffice\([\w.]+\)/,
};

/** Where an office goes by a clock that others have begun. */
const BEGUN = [
  'integration/erasure.test.ts',
  'smoke/crash-points.test.ts',
  'support/admin-line.ts',
  'support/restored-life.ts',
  'support/start-day.ts',
  'support/start-test-app.ts',
];

const files = ROOMS.flatMap((room) =>
  readdirSync(join(TESTS, room))
    .filter((name) => name.endsWith('.ts') && name !== 'any-day.test.ts')
    .map((name) => `${room}/${name}`),
);
/** Without what is put into a template: `now()` there is the test's own. */
const read = (file: string) => readFileSync(join(TESTS, file), 'utf8').replace(/\$\{[^{}]*\}/g, '');
const those = (pattern: RegExp) => files.filter((file) => pattern.test(read(file)));

test.each(Object.entries(TODAY))('no test asks what day it is: %s', (what, pattern) => {
  expect(those(pattern)).toEqual(what.startsWith('an office') ? BEGUN : []);
});

test('what asks for the day is found', () => {
  const asks = (line: string) => Object.values(TODAY).some((pattern) => pattern.test(line));
  for (const line of [
    'const today = new Date();',
    'const ms = Date.now() - 1;',
    "const at = DateTime.now().setZone('Asia/Ho_Chi_Minh');",
    'await base.ownerSql`update plan set at = now() where id = 1`;',
    'const office = openOffice(base.db);',
  ])
    expect(asks(line), line).toBe(true);
  for (const line of [
    'const began = performance.now();',
    'new Date(row.at)',
    'const at = await clock.now();',
    'const office = openOffice(base.db, () => WALL);',
  ])
    expect(asks(line), line).toBe(false);
});
