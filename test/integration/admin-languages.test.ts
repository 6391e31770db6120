import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { subcommands } from '../../src/admin/index.ts';
import type { Locale } from '../../src/locales/index.ts';
import { adminLine } from '../support/admin-line.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/org.yaml', import.meta.url));
const VIETNAMESE = /[\u00c0-\u024f\u1e00-\u1eff]/;

let folder: string;
let databases: Record<Locale, TestDatabase>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'languages-test-'));
  databases = { vi: await makeTestDatabase(), en: await makeTestDatabase() };
  // Without marks: what has one then is a word of the program.
  const bare = readFileSync(EXAMPLE, 'utf8').normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
  writeFileSync(join(folder, 'org.yaml'), bare.replace(/Đ/g, 'D'));
  writeFileSync(join(folder, 'wrong.yaml'), 'committees: 7\npairs: [{ key: x }]\nsomething: else\n');
  writeFileSync(join(folder, 'no-yaml.yaml'), 'a: [1,\nb: }');
  writeFileSync(join(folder, 'text'), 'nothing of ours\n');
  writeFileSync(join(folder, 'short'), 'short\n');
});
afterAll(async () => {
  await Promise.all(Object.values(databases).map((one) => one.close()));
  rmSync(folder, { recursive: true });
});

/** FOLDER stands for a place; the order is that of a life: imported, invited, backed up, erased. */
const LINES = [
  ...['help', 'unknown', 'peopel', 'people --nothing', 'import', 'import a b', 'verify --pair'],
  ...['people', 'import FOLDER/nowhere', 'import FOLDER/wrong.yaml', 'import FOLDER/no-yaml.yaml'],
  ...['import FOLDER/org.yaml --dry-run', 'import FOLDER/org.yaml', 'import FOLDER/org.yaml', 'people'],
  ...['invite KEY', 'invite nobody', 'invite KEY --pair nowhere', 'people', 'confirm KEY', 'confirm nobody'],
  'confirm KEY --account 1',
  ...['verify', 'verify --pair nowhere', 'verify --head x', 'verify --head 00000000', 'verify FOLDER/text'],
  ...['verify FOLDER/nowhere', 'backup FOLDER/LANG.gz', 'backup FOLDER/LANG.gz --plain'],
  ...['backup FOLDER/LANG.gz --plain', 'backup - --plain', 'backup FOLDER/x --plain --passphrase-file y'],
  ...['backup FOLDER/x --passphrase-file FOLDER/short', 'backup FOLDER/x --passphrase-file FOLDER/nowhere'],
  ...['restore FOLDER/LANG.gz', 'restore FOLDER/LANG.gz --plain', 'restore FOLDER/text --plain'],
  ...['restore FOLDER/nowhere', 'restore FOLDER/LANG.gz --identity FOLDER/text'],
  ...['restore FOLDER/LANG.gz --plain --erased FOLDER/text', 'export-person KEY', 'export-person nobody'],
  ...['erase-person KEY', 'erase-person KEY --sure KEY', 'erase-person KEY --sure KEY'],
  ...subcommands.map(({ name }) => `${name} --help`),
];

async function walk(locale: Locale): Promise<[string, string[]][]> {
  const [found] = [/key: (\S+-dau-moi\S*)/.exec(readFileSync(EXAMPLE, 'utf8'))];
  const key = found![1]!.replace(/[,}]$/, '');
  const walked: [string, string[]][] = [];
  for (const line of LINES) {
    const words = line.replaceAll('FOLDER', folder).replaceAll('KEY', key).replace('LANG', locale).split(' ');
    const { said } = await adminLine([...words, '--lang', locale], databases[locale]);
    walked.push([line, said.flatMap((one) => one.split('\n'))]);
  }
  return walked;
}

test('every line of every subcommand speaks the language that was chosen, also when it is wrong', async () => {
  const [vi, en] = [await walk('vi'), await walk('en')];
  expect(new Set(LINES.map((line) => line.split(' ')[0]))).toEqual(
    new Set([...subcommands.map(({ name }) => name), 'unknown', 'peopel']),
  );
  const fault = (line: string, said: string[]) => said.map((one) => `${line}: ${one}`);
  expect(
    en.flatMap(([line, said]) =>
      fault(
        line,
        said.filter((one) => VIETNAMESE.test(one)),
      ),
    ),
  ).toEqual([]);
  // Words of the line itself, and data, are the same in both.
  const words = ['', ...subcommands.map(({ usage }) => `  ${usage}`)];
  const isSame = (line: string, one: string) => words.includes(one) || line === 'export-person KEY';
  const alike = vi.flatMap(([line, said], at) =>
    fault(
      line,
      said.filter((one) => en[at]![1].includes(one) && !isSame(line, one)),
    ),
  );
  expect(alike).toEqual([]);
});
