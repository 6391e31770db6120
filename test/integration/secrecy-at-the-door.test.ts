import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORMS } from '../../src/usecases/form/index.ts';
import { adminLine } from '../support/admin-line.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { type DoorDesk, openDoorDesk } from '../support/door-desk.ts';
import { type Opener, openersOf, TYPED } from '../support/form-openers.ts';
import { type SeededPair, seedPair } from '../support/seed.ts';
import { type RoleStates, seedRoleStates } from '../support/seed-role-states.ts';

const MORNING = Date.parse('2026-11-23T09:00:00+07:00');

let base: TestDatabase;
let desk: DoorDesk;
let seeded: SeededPair;
let states: RoleStates;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'secrecy-test-'));
  base = await makeTestDatabase();
  desk = openDoorDesk(base, MORNING);
  seeded = await seedPair(desk.office);
  states = await seedRoleStates(desk.office, seeded);
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await base.close();
});

const user = (key: string) => seeded.cast[key]!.userId;

const MARKS = ['MẬT', 'TỐI MẬT', 'Tuyệt mật', 'M.Ậ.T', 'TUYET MAT', 'мẬт', 'mật'];
let count = 0;
/** A marked text with a word that no other text has. */
const marked = (mark: string, shape: (mark: string, word: string) => string) => {
  count += 1;
  return shape(mark, `qzx${count}qzx`);
};
const aMark = fc.constantFrom(...MARKS);
const aShape = fc.constantFrom<(mark: string, word: string) => string>(
  (mark, word) => `${mark} ${word}`,
  (mark, word) => `${word} (${mark})`,
  (mark, word) => `07/12/2026; ${word} ${mark}`,
  (mark, word) => `05-BC/UBKTTU ${word}, ${mark}; không mật`,
  (mark, word) => `Chi bộ Y ${word}\n${mark}`,
);

/** Nothing of it is anywhere: no table, no log, no call of Telegram. */
async function leaks(): Promise<string[]> {
  const tables = await base.ownerSql<{ name: string }[]>`
    select quote_ident(relname) as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'`;
  const found: string[] = [];
  for (const { name } of tables)
    for (const { line } of await base.ownerSql.unsafe<{ line: string }[]>(
      `select t::text as line from public.${name} t where t::text ~* 'qzx[0-9]+qzx'`,
    ))
      found.push(`${name}: ${line}`);
  found.push(...desk.log.filter((line) => /qzx\d+qzx/i.test(line)));
  found.push(...desk.calls.map((call) => JSON.stringify(call)).filter((call) => /qzx\d+qzx/i.test(call)));
  return found;
}

/** It is taken out of the chat, one warning is said, and the open form stands as it stood. */
async function isRefused(userId: number, write: () => Promise<number>, chatId = userId): Promise<void> {
  // Whatever waited has gone out: a chat has room for twenty answers.
  await base.ownerSql`update outbox set state = 'sent' where state = 'pending'`;
  const [form, row] = [await desk.formOf(userId), await desk.lastRow()];
  const messageId = await write();
  const said = await desk.said(chatId, row);
  expect(said.map(({ keys }) => keys)).toEqual([['secret-refused']]);
  expect(desk.deleted().at(-1)).toMatchObject({ chat_id: chatId, message_id: messageId });
  expect(await desk.formOf(userId)).toEqual(form);
}

/** Walks a form on by what stands in `choices`; a marked text is written at each question before it is answered. */
async function walk({ userId }: Opener, choices: number[], write: () => Promise<void>, seen: Set<string>) {
  for (const choice of choices) {
    const form = await desk.formOf(userId);
    if (!form) return;
    seen.add(`${form.kind}.${form.step}`);
    await write();
    const rows = await desk.said(userId);
    const asked = rows
      .flatMap(({ does }) => does)
      .filter((one) => one.startsWith(`f.${form.id}.${form.step}.`));
    const on = [...new Set(asked)].filter((one) => !/\.!/.test(one));
    const ways = [
      ...on.map((data) => () => desk.tap(userId, data)),
      ...TYPED.map((text) => () => desk.write(userId, text)),
    ];
    // Buttons first: most questions are answered by one.
    await ways[choice % (choice % 3 === 0 ? ways.length : on.length || ways.length)]!();
  }
}

/** What opened it may be done by now. */
const reopen = (kind: string) => base.ownerSql`
  update form set state = 'open' where id = (select max(id) from form where kind = ${kind})`;

const endForms = () => base.ownerSql`update form set state = 'cancelled', data = '{}' where state = 'open'`;

describe('a marked text written at any question of any form', () => {
  test('is stored nowhere, deleted, warned of, and moves no form', async () => {
    const seen = new Set<string>();
    const kinds = new Map<string, { times: number; opener: Opener }>();
    for (const opener of await openersOf({ base, desk, seeded, states })) {
      await endForms();
      await opener.open();
      const form = await desk.formOf(opener.userId);
      const { times = 0 } = kinds.get(form?.kind ?? '') ?? {};
      if (!form || times >= 2) continue;
      kinds.set(form.kind, { times: times + 1, opener: kinds.get(form.kind)?.opener ?? opener });
      await fc.assert(
        fc.asyncProperty(
          aMark,
          aShape,
          fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
          async (mark, shape, choices) => {
            if (!(await desk.formOf(opener.userId))) await opener.open();
            const write = () =>
              isRefused(opener.userId, () => desk.write(opener.userId, marked(mark, shape)));
            await walk(opener, choices, write, seen);
          },
        ),
        { numRuns: 2, endOnFailure: true },
      );
    }
    expect(await leaks()).toEqual([]);
    expect([...kinds.keys()].sort()).toEqual(FORMS.map(({ name }) => name).sort());
    // Which questions a walk comes to is chance; the others are asked by their names.
    for (const { name, steps } of FORMS) {
      const { userId, open } = kinds.get(name)!.opener;
      await endForms();
      await open();
      if (!(await desk.formOf(userId))) await reopen(name);
      for (const { name: step } of steps.filter((one) => !seen.has(`${name}.${one.name}`))) {
        await base.ownerSql`update form set step = ${step} where state = 'open'`;
        await isRefused(userId, () =>
          desk.write(
            userId,
            marked('MẬT', (mark, word) => `${word} ${mark}`),
          ),
        );
      }
    }
    expect(await leaks()).toEqual([]);
  }, 300_000);

  test('but what is not marked goes on as ever, a form of a kind with a permitted name among it', async () => {
    const userId = user('a-secretary');
    await desk.write(userId, '/boqua');
    const clean = [
      '/tim kiểm tra khi có dấu hiệu vi phạm',
      '/tim công tác bảo mật',
      '/tim bảo vệ bí mật nhà nước',
      '/dexuat giám sát chuyên đề; Chi bộ Y; 07/12 - 11/12/2026; nội dung: công tác bảo mật, mật độ; không mật',
      '/traodoi đi; văn thư mật; 20/11/2026; hạn: 5 ngày làm việc; không mật',
      '/tim Mặt trận Tổ quốc',
      'không mật',
    ];
    const gone = desk.deleted().length;
    for (const text of clean) {
      await base.ownerSql`update outbox set state = 'sent' where state = 'pending'`;
      const row = await desk.lastRow();
      await desk.write(userId, text);
      const keys = (await desk.said(userId, row)).flatMap((one) => one.keys);
      expect([text, keys.includes('secret-refused'), keys.length > 0]).toEqual([text, false, true]);
    }
    expect(desk.deleted()).toHaveLength(gone);
  });
});

const NAMES = [
  ...[
    'start',
    'viec',
    'todo',
    'lich',
    'calendar',
    'tim',
    'search',
    'trogiup',
    'help',
    'taomoi',
    'new',
    'dexuat',
    'propose',
  ],
  ...[
    'kiemtra',
    'doan',
    'team',
    'doi',
    'change',
    'dung',
    'huy',
    'stop',
    'ghinhan',
    'xacnhan',
    'record',
    'kehoach',
    'plan',
  ],
  ...[
    'ketthuc',
    'conclude',
    'kiennghi',
    'recommendations',
    'moi',
    'invite',
    'nhac',
    'remind',
    'nhatky',
    'log',
    'nhom',
  ],
  ...[
    'quanly',
    'manage',
    'thanhvien',
    'members',
    'traodoi',
    'exchange',
    'uyquyen',
    'substitute',
    'vangmat',
    'away',
  ],
  ...[
    'visao',
    'why',
    'bangiao',
    'handover',
    'bantin',
    'digest',
    'baocao',
    'report',
    'tonghop',
    'summary',
    'boqua',
    'cancel',
  ],
  ...['chotso', 'seal', 'dulieu', 'mydata', 'khongco'],
];

describe('a marked text behind any command, or anywhere else it can stand', () => {
  test('is stored nowhere, deleted and warned of, whoever writes it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMES),
        aMark,
        aShape,
        fc.constantFrom('a-secretary', 'b-chair', 'a-observer'),
        async (name, mark, shape, key) => {
          const text = `/${name} ${marked(mark, shape)}`;
          await isRefused(user(key), () => desk.write(user(key), text));
        },
      ),
      { numRuns: 60 },
    );
    for (const name of NAMES)
      await isRefused(user('a-secretary'), () =>
        desk.write(user('a-secretary'), `/${name} ${marked('TUYỆT MẬT', (mark, word) => `${word} ${mark}`)}`),
      );
    expect(await leaks()).toEqual([]);
  }, 120_000);

  const words = (mark = 'TỐI MẬT') => marked(mark, (one, word) => `${word} ${one}`);
  const document = (file_name: string) => ({ document: { file_id: 'f', file_unique_id: 'u', file_name } });
  test.each([
    ['loose text', () => ({ text: words() }), {}],
    ['a forwarded message', () => ({ text: words(), forward_origin: { type: 'hidden_user', date: 1 } }), {}],
    ['a caption', () => ({ photo: [], caption: words() }), {}],
    ['the name of a file', () => document(`${words()}.xlsx`), {}],
    ['the caption of a file', () => ({ ...document('ke-hoach.xlsx'), caption: words() }), {}],
    ['a poll', () => ({ poll: { question: 'x', options: [{ text: words() }] } }), {}],
    ['a place', () => ({ venue: { title: words(), address: 'x' } }), {}],
    ['a contact card', () => ({ contact: { phone_number: '1', first_name: words() } }), {}],
    [
      'the lines of a contact card',
      () => ({ contact: { phone_number: '1', first_name: 'An', vcard: words() } }),
      {},
    ],
    ['what explains a poll', () => ({ poll: { question: 'x', options: [], explanation: words() } }), {}],
    ['a checklist', () => ({ checklist: { title: 'x', tasks: [{ id: 1, text: words() }] } }), {}],
    ['a game', () => ({ game: { title: 'x', description: words(), photo: [] } }), {}],
    ['an edited message', () => ({ text: words() }), { isEdit: true }],
    ['an edited command', () => ({ text: `/tim ${words()}` }), { isEdit: true }],
    ['an edited caption', () => ({ caption: words() }), { isEdit: true }],
  ])('%s as well', async (_, content, how) => {
    const userId = user('a-secretary');
    await isRefused(userId, () => desk.send(userId, content(), how));
    expect(await leaks()).toEqual([]);
  });

  test('of a stranger, too', async () => {
    await isRefused(999_999, () => desk.write(999_999, `/start ${words()}`));
    expect(await leaks()).toEqual([]);
  });

  test('in a group when it is a command to this bot, and nothing else there is read', async () => {
    const chat = { id: -100_5, type: 'supergroup', title: 'Tổ' };
    const userId = user('a-secretary');
    for (const text of [`/nhom ${words()}`, `/tim@PhoiHop_bot ${words()}`])
      await isRefused(userId, () => desk.write(userId, text, chat), chat.id);
    const entity = { type: 'bot_command', offset: 0, length: 5 };
    const photo = () => ({ photo: [], caption: `/nhom ${words()}`, caption_entities: [entity] });
    await isRefused(userId, () => desk.send(userId, photo(), { chat }), chat.id);
    const [gone, row] = [desk.deleted().length, await desk.lastRow()];
    for (const text of [words(), `/tim@other_bot ${words()}`]) await desk.write(userId, text, chat);
    expect([desk.deleted().length, await desk.lastRow()]).toEqual([gone, row]);
    expect(await leaks()).toEqual([]);
  });

  test('as the title of a group that is bound: it is not kept, and the đầu mối are told', async () => {
    const chat = { id: -100_7, type: 'supergroup', title: words() };
    const userId = user('a-secretary');
    const row = await desk.lastRow();
    const [own] =
      await base.ownerSql`select committee_id as id from membership where person_id = ${seeded.cast['a-secretary']!.id}`;
    await desk.tap(userId, `group.bind.${own!.id}`, chat);
    expect((await desk.said(userId, row)).map(({ keys }) => keys)).toEqual([['link-group-marked']]);
    expect(await base.ownerSql`select title from group_chat where chat_id = ${chat.id}`).toEqual([
      { title: '' },
    ]);
    expect(await leaks()).toEqual([]);
  });

  test('where Telegram does not delete it, the writer is asked to', async () => {
    const chat = { id: -100_6, type: 'supergroup', title: 'Tổ' };
    const row = await desk.lastRow();
    desk.telegram.deletes = false;
    await desk.write(user('a-secretary'), `/nhom ${words()}`, chat);
    desk.telegram.deletes = true;
    expect((await desk.said(chat.id, row)).map(({ keys }) => keys)).toEqual([
      ['secret-refused', 'secret-left'],
    ]);
    expect(await leaks()).toEqual([]);
  });

  test('in the data of a button that an older version made', async () => {
    const userId = user('a-secretary');
    await base.ownerSql`update outbox set state = 'sent' where state = 'pending'`;
    const row = await desk.lastRow();
    await desk.tap(userId, 'tim.1.tuyet_mat_qzx0qzx');
    expect((await desk.said(userId, row)).map(({ keys }) => keys)).toEqual([['secret-refused']]);
    expect(desk.deleted().at(-1)).toMatchObject({ chat_id: userId, message_id: 1 });
    expect(await leaks()).toEqual([]);
  });

  test('and a backup made then holds nothing of it', async () => {
    const file = join(folder, 'then.gz');
    await desk.write(user('a-secretary'), `/tim ${words()}`);
    expect((await adminLine(['backup', file, '--plain'], base)).code).toBe(0);
    expect(gunzipSync(readFileSync(file)).toString()).not.toMatch(/qzx\d+qzx/i);
  });
});
