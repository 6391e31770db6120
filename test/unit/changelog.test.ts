import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { VERSION } from '../../src/version.ts';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const HEADING = /^## (\d+)\.(\d+)\.(\d+) – (\d{4}-\d{2}-\d{2})$/;

const headings = read('CHANGELOG.md')
  .split('\n')
  .filter((line) => line.startsWith('## '));

/** Newest first; a heading of another form is NaN and fails. */
const released = headings.map((line) => {
  const [, major, minor, patch, day] = HEADING.exec(line) ?? [];
  return { version: [major, minor, patch].map(Number), day: day ?? line };
});

test('the version of the program is the newest in CHANGELOG.md, and the lock says the same', () => {
  expect(released[0]!.version.join('.')).toBe(VERSION);
  const lock = JSON.parse(read('package-lock.json')) as {
    version: string;
    packages: { '': { version: string } };
  };
  expect([lock.version, lock.packages[''].version]).toEqual([VERSION, VERSION]);
});

test('versions and days go forward only', () => {
  for (const [at, { version, day }] of released.entries()) {
    expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const before = released[at + 1];
    if (!before) continue;
    const first = version.findIndex((part, i) => part !== before.version[i]);
    expect(version[first]!).toBeGreaterThan(before.version[first]!);
    expect(day >= before.day).toBe(true);
  }
});

test('each migration is named in the entry of one version, in order', () => {
  const { entries } = JSON.parse(read('db/migrations/meta/_journal.json')) as { entries: { tag: string }[] };
  const numbers = entries.map(({ tag }) => Number(tag.slice(0, 4)));
  const named = [...read('CHANGELOG.md').matchAll(/[Mm]igrations? (\d{4})(?: to (\d{4}))?/g)]
    .map(([, from, to]) => [Number(from), Number(to ?? from)] as const)
    .toReversed();
  expect(named.flatMap(([from, to]) => numbers.filter((n) => n >= from && n <= to))).toEqual(numbers);
});
