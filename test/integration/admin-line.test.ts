import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../db/free-port.ts';
import { person } from '../../db/schema/index.ts';
import { systemLanguage } from '../../src/config.ts';
import { adminLine } from '../support/admin-line.ts';
import { type LinkDesk, openLinkDesk, type Phone } from '../support/link-desk.ts';
import { ANY_SETTINGS, runProgram } from '../support/run-program.ts';
import type { SeededPair } from '../support/seed.ts';

let desk: LinkDesk;
let here: SeededPair;

beforeAll(async () => {
  desk = await openLinkDesk();
  here = await desk.seed();
});
afterAll(() => desk.close());

test('`confirm` says how far the person is, from no link to the active account', async () => {
  const { id } = here.cast['a-member']!;
  await desk.unlink(id);
  const [row] = await desk.work(({ tx }) => tx.select().from(person).where(eq(person.id, id)));
  const { key, name } = row!;
  const phone: Phone = { id: 700_001 };
  const press = async (label: string) =>
    desk.tap(phone, (await desk.look(phone.id)).findLast(({ buttons }) => buttons[label])!.buttons[label]!);
  const confirm = async (...more: string[]) => {
    const { code, said } = await adminLine(['confirm', key, ...more], desk.base);
    return [code, said.join('\n')];
  };
  const unfinished =
    `${name} has opened the link and is not at the end yet: they must agree and tap once for practice. ` +
    'Then run this again.';
  expect(await confirm()).toEqual([
    1,
    `${name} has not opened an invitation link yet. A new link: npm run admin -- invite ${key}`,
  ]);
  const token = await desk.invite(here.pairId, id, null);
  await desk.write(phone, `/start ${token}`);
  expect(await confirm()).toEqual([1, unfinished]);
  await press('Đồng ý');
  expect(await confirm()).toEqual([1, unfinished]);
  await press('Đã nhận');
  const [looked, shown] = await confirm();
  expect([looked, shown]).toEqual([
    2,
    expect.stringMatching(/^For .+ waits the account Máy, Telegram number 700001, .+\nAsk .+ \/mydata/),
  ]);
  expect(shown).toContain(`npm run admin -- confirm ${key} --account 700001`);
  expect(await confirm('--account', '700002')).toEqual([
    1,
    `The account that waits for ${name} has another number. Nothing was confirmed; look again: npm run admin -- confirm ${key}`,
  ]);
  expect((await confirm('--account', '700001'))[0]).toBe(0);
  expect(await confirm()).toEqual([1, `${name} already has an active account: nothing is left to confirm.`]);
});

test('a reader that goes away (`| head -1`) ends the line without a stack', async () => {
  const shell = spawn(
    'bash',
    [
      '-c',
      'set -o pipefail; node --import tsx src/admin/main.ts people --lang en | true; echo "$PIPESTATUS"',
    ],
    {
      env: { ...process.env, BOT_TOKEN: ANY_SETTINGS.BOT_TOKEN, DATABASE_URL: desk.base.url },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const output of [shell.stdout, shell.stderr])
    output.on('data', (chunk: Buffer) => {
      said += String(chunk);
    });
  await once(shell, 'close');
  expect(said).toBe('0\n');
});

test('a database that is away is one plain line, as at a start', async () => {
  const program = runProgram('node', ['--import', 'tsx', 'src/admin/main.ts', 'people'], {
    BOT_TOKEN: ANY_SETTINGS.BOT_TOKEN,
    DATABASE_URL: `postgres://phoihop:secret@127.0.0.1:${await freePort()}/phoihop`,
  });
  expect(await program.ended()).toBe(1);
  expect(program.printed()).toMatch(
    /^DATABASE_URL: 127\.0\.0\.1:\d+\/phoihop cannot be reached \(ECONNREFUSED\)\. Is Postgres running there\?\n$/,
  );
});

describe('the language of the line', () => {
  test.each([
    [{}, 'vi'],
    [{ LANG: 'C' }, 'vi'],
    [{ LANG: 'C.UTF-8' }, 'vi'],
    [{ LANG: 'POSIX' }, 'vi'],
    [{ LANG: 'vi_VN.UTF-8' }, 'vi'],
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'fr_FR.UTF-8' }, 'en'],
    [{ LANG: 'vi_VN.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'vi_VN' }, 'vi'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: '' }, 'en'],
  ])('%j is %s', (env, language) => {
    expect(systemLanguage(env)).toBe(language);
  });

  test.each([
    [{ LANG: 'en_US.UTF-8' }, [], 'Administration'],
    [{ LANG: 'en_US.UTF-8' }, ['--lang', 'vi'], 'Lệnh quản trị'],
    [{}, [], 'Lệnh quản trị'],
  ])('with %j and %j help begins with %s', async (env, options, first) => {
    const program = runProgram('node', ['--import', 'tsx', 'src/admin/main.ts', 'help', ...options], env);
    expect(await program.ended()).toBe(0);
    expect(program.printed()).toMatch(new RegExp(`^${first}`));
  });
});
